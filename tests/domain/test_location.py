"""Folders that other machines write in are known by their path."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from styrdesk.domain.location import cloud_of, is_on_network

WINDOWS = PureWindowsPath
POSIX = PurePosixPath
MOUNTS = (
    ("/", "ext4"),
    ("/home", "btrfs"),
    ("/home/a/share", "cifs"),
    ("/home/a/share/stick", "vfat"),
    ("/mnt/nfs", "nfs4"),
    ("/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    ("/home/a/moln", "fuse.onedriver"),
)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (WINDOWS(r"C:\Users\a\OneDrive"), "OneDrive"),
        (WINDOWS(r"C:\Users\a\OneDrive - Borlänge kommun\Nämnd"), "OneDrive"),
        (POSIX("/Users/a/Library/CloudStorage/OneDrive-Borlänge"), "OneDrive"),
        (WINDOWS(r"C:\Users\a\Dropbox"), "Dropbox"),
        (WINDOWS(r"C:\Users\a\Dropbox (Kommunen)\x"), "Dropbox"),
        (POSIX("/Users/a/Library/CloudStorage/GoogleDrive-a@b.se/My Drive"), "Google Drive"),
        (WINDOWS(r"C:\Users\a\Google Drive"), "Google Drive"),
        (WINDOWS("G:\\Min enhet\\Nämnd"), "Google Drive"),
        (POSIX("/Users/a/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (WINDOWS(r"C:\Users\a\iCloudDrive"), "iCloud"),
        (POSIX("/home/a/Nextcloud/x"), "Nextcloud"),
        (POSIX("/home/a/ownCloud"), "Nextcloud"),
        (WINDOWS(r"C:\Users\a\Box Sync"), "Box"),
        (POSIX("/home/a/moln/x"), "OneDrive"),
        (WINDOWS(r"C:\Users\a\Documents"), ""),
        (POSIX("/home/a/Dokument/Onedrivet"), ""),
        (POSIX("/home/a/My Drive"), ""),
        (POSIX("/home/a/box"), ""),
    ],
)
def test_fault_33_a_cloud_folder_is_known_by_its_name(folder: PurePath, service: str) -> None:
    assert cloud_of(folder, {}, MOUNTS) == service


def test_fault_33_a_folder_that_windows_says_is_onedrives_is_known() -> None:
    told = {"OneDriveCommercial": r"D:\Moln"}
    assert cloud_of(WINDOWS(r"D:\Moln\Dokument"), told) == "OneDrive"
    assert cloud_of(WINDOWS(r"D:\Molnet"), told) == ""


@pytest.mark.parametrize(
    ("folder", "there"),
    [
        (WINDOWS(r"\\server\share\x"), True),
        (POSIX("//server/share"), True),
        (POSIX("/home/a/share/x"), True),
        (POSIX("/mnt/nfs"), True),
        (POSIX("/run/user/1000/gvfs/smb-share:server=x"), True),
        (POSIX("/home/a/share/stick/x"), False),
        (POSIX("/home/a"), False),
        (POSIX("/mnt/nfs2"), False),
        (WINDOWS(r"C:\Users"), False),
    ],
)
def test_fault_33_a_folder_on_the_network_is_known(folder: PurePath, there: bool) -> None:
    assert is_on_network(folder, MOUNTS) is there
