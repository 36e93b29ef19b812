"""Copies of kept files that other programs show: private, for reading, and gone afterwards."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from styrdesk.storage.opened_files import OpenedFiles

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


def folders(parent: Path) -> list[Path]:
    return sorted(parent.glob("styrdesk-opened-*"))


def left_by_a_kill(parent: Path) -> Path:
    """A folder of a program that ended without closing it."""
    program = (
        "import os, sys; from pathlib import Path;"
        "from styrdesk.storage.opened_files import OpenedFiles;"
        "print(OpenedFiles(Path(sys.argv[1])).put('a.pdf', b'secret'), flush=True); os._exit(9)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(parent)], capture_output=True, text=True, check=False
    )
    return Path(ended.stdout.strip())


@needs_modes
def test_a_copy_is_for_our_eyes_and_for_reading(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    path = opened.put("a.pdf", b"content")
    assert path.read_bytes() == b"content"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
    assert {stat.S_IMODE(each.stat().st_mode) for each in folders(tmp_path)} == {stat.S_IRWXU}
    opened.close()


def test_two_files_of_one_name_lie_beside_each_other_and_both_go(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    one, two = opened.put("a.pdf", b"1"), opened.put("a.pdf", b"2")
    assert (one.name, one.read_bytes()) == (two.name, b"1") == ("a.pdf", b"1")
    assert two.read_bytes() == b"2"
    opened.close()
    assert list(tmp_path.iterdir()) == []
    assert opened.put("b.pdf", b"3").read_bytes() == b"3"  # a closed one begins anew
    opened.close()


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    OpenedFiles(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_goes_and_what_is_open_stays(tmp_path: Path) -> None:
    left = left_by_a_kill(tmp_path)
    assert left.read_bytes() == b"secret"
    other, mine = OpenedFiles(tmp_path), OpenedFiles(tmp_path)
    held = other.put("b.pdf", b"b")
    assert not left.exists()
    mine.take_away_left()
    assert held.exists()
    assert len(folders(tmp_path)) == 1
    other.close()


def test_a_copy_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    with pytest.raises(OSError, match=r"name|No such"):
        opened.put("x" * 300, b"content")
    assert [each.name for each in folders(tmp_path)[0].iterdir()] in ([], [".lock"])
    opened.close()


@needs_modes
def test_a_link_that_somebody_laid_there_is_not_followed(tmp_path: Path) -> None:
    mine, temporary = tmp_path / "mine", tmp_path / "temporary"
    mine.mkdir()
    temporary.mkdir()
    for name in (".lock", "letter.txt"):
        (mine / name).write_text("dear")
        (mine / name).chmod(0o640)
    (temporary / "styrdesk-opened-x").symlink_to(mine)
    OpenedFiles(temporary).take_away_left()
    assert (mine / "letter.txt").read_text() == "dear"
    assert stat.S_IMODE((mine / "letter.txt").stat().st_mode) == 0o640


def test_a_full_disk_without_a_place_for_temporary_files_is_told_only_when_one_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_is_usable() -> str:
        raise FileNotFoundError("No usable temporary directory")

    monkeypatch.setattr("tempfile.gettempdir", none_is_usable)
    opened = OpenedFiles()
    opened.take_away_left()
    with pytest.raises(OSError, match="No usable temporary directory"):
        opened.put("a.pdf", b"content")
    opened.close()
