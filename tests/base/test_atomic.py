"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from styrdesk.base import atomic
from styrdesk.base.paths import resource, translations


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_written_file_replaces_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    atomic.write(target, b"one")
    atomic.write(target, b"two")
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == {"plan.json"}


def test_a_failed_write_leaves_the_earlier_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.json"
    target.write_bytes(b"one")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        atomic.write(target, b"two")
    assert target.read_bytes() == b"one"
    assert names(tmp_path) == {"plan.json"}


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_a_replaced_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    target.write_bytes(b"one")
    target.chmod(0o600)
    atomic.write(target, b"two")
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="making a link asks for rights there")
def test_a_link_is_kept_and_what_it_leads_to_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "plan.json", tmp_path / "link.json"
    target.write_bytes(b"one")
    link.symlink_to(target)
    atomic.write(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


def test_a_new_file_never_covers_one_that_lies_there(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    target.write_bytes(b"one")
    with atomic.temporary(target) as path:
        path.write_bytes(b"two")
        with pytest.raises(FileExistsError):
            atomic.publish_new(path, target)
    assert target.read_bytes() == b"one"
    assert names(tmp_path) == {"plan.json"}


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EINVAL])
@pytest.mark.parametrize("taken", [True, False])
def test_a_disk_without_hard_links_takes_a_new_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, taken: bool
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "plan.json"
    if taken:
        target.write_bytes(b"one")
    with atomic.temporary(target) as path:
        path.write_bytes(b"two")
        if taken:
            with pytest.raises(FileExistsError):
                atomic.publish_new(path, target)
        else:
            atomic.publish_new(path, target)
    assert target.read_bytes() == (b"one" if taken else b"two")


@pytest.mark.parametrize(("code", "fault"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_share_that_cannot_sync_a_folder_is_no_fault_but_a_failing_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fault: bool
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    if fault:
        with pytest.raises(OSError, match=os.strerror(code)):
            atomic.sync_folder(tmp_path)
    else:
        atomic.sync_folder(tmp_path)


def test_the_programs_own_files_lie_where_they_are_sought() -> None:
    assert resource("fonts").is_dir()
    assert translations().is_dir()


def test_a_folder_is_made_with_those_over_it(tmp_path: Path) -> None:
    for _time in range(2):
        atomic.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        atomic.make_folder(tmp_path / "file")
