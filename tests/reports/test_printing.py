"""A PDF is put in its place whole, or the earlier one stays as it was."""

from __future__ import annotations

import errno
import os
import resource as limits
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from styrdesk.domain.errors import FileProblem
from styrdesk.reports import namndplan, printing
from tests.cli.conftest import ROOT
from tests.reports.namndplan import small

EARLIER = b"%PDF-1.7 det tidigare"


@pytest.fixture(scope="module")
def content() -> bytes:
    return printing.render(namndplan.SPEC.render, small.printable(small.document()))


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_print_replaces_the_earlier_one_and_leaves_nothing_else(
    content: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "plan.pdf"
    out.write_bytes(EARLIER)
    printing.write(content, out)
    assert out.read_bytes() == content
    assert left(tmp_path) == ["plan.pdf"]
    assert printing.pages(content) > 4


def test_a_name_without_pdf_is_kept_as_it_was_written(content: bytes, tmp_path: Path) -> None:
    printing.write(content, tmp_path / "plan")
    assert left(tmp_path) == ["plan"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("call", ["write_bytes", "replace"])
def test_a_disk_that_says_no_leaves_the_earlier_print_whole(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, call: str
) -> None:
    out = tmp_path / "plan.pdf"
    out.write_bytes(EARLIER)

    def refuse(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(Path, call, refuse)
        with pytest.raises(FileProblem) as error:
            printing.write(content, out)
    assert "plan.pdf" in str(error.value)
    assert os.strerror(code) not in str(error.value)
    assert out.read_bytes() == EARLIER
    assert left(tmp_path) == ["plan.pdf"]


def test_a_file_that_may_not_grow_leaves_the_earlier_print_whole(
    content: bytes, tmp_path: Path
) -> None:
    """A real write that the system cuts short: half the file is on the disk when it fails."""
    out = tmp_path / "plan.pdf"
    out.write_bytes(EARLIER)
    before = limits.getrlimit(limits.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits.setrlimit(limits.RLIMIT_FSIZE, (len(content) // 2, before[1]))
    try:
        with pytest.raises(FileProblem):
            printing.write(content, out)
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert out.read_bytes() == EARLIER
    assert left(tmp_path) == ["plan.pdf"]


@pytest.mark.parametrize("step", ["written", "synced", "replaced"])
def test_a_kill_leaves_a_whole_print_old_or_new(content: bytes, tmp_path: Path, step: str) -> None:
    out, source = tmp_path / "plan.pdf", tmp_path / "ny.pdf"
    out.write_bytes(EARLIER)
    source.write_bytes(content)
    code = """
import os, signal, sys
from pathlib import Path
from styrdesk.base import atomic
from styrdesk.reports import printing
def die(*_args): os.kill(os.getpid(), signal.SIGKILL)
real = atomic.sync
step = sys.argv[3]
if step == "written": atomic.sync = die
if step == "synced": Path.replace = die
if step == "replaced": atomic.sync_folder = die
printing.write(Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]))
"""
    done = subprocess.run([sys.executable, "-c", code, source, out, step], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert out.read_bytes() == (content if step == "replaced" else EARLIER)


def test_a_folder_is_not_written_over(content: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "plan.pdf"
    folder.mkdir()
    with pytest.raises(FileProblem):
        printing.write(content, folder)
    assert left(tmp_path) == ["plan.pdf"]


def test_a_folder_that_is_not_there_is_named(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        printing.write(content, tmp_path / "ingen" / "plan.pdf")


def test_what_cannot_be_opened_is_never_written() -> None:
    with pytest.raises(Exception, match=r"PDF|pages|load"):
        printing.render(lambda _data: b"%PDF-1.7 halv", None)
