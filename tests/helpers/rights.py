"""Tests that go on as another user, who has to be able to read the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def see_that_others_may_read(folder: Path) -> None:
    """Skip the test where a user without rights cannot come to the project, as under /root."""
    closed = [each for each in (folder, *folder.parents) if not each.stat().st_mode & 0o001]
    if os.geteuid() == 0 and closed:
        pytest.skip(f"another user may not read {closed[-1]}")
