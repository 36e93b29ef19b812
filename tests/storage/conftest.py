"""An open file of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from styrdesk.storage import file


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[file.File]:
    made = file.create(tmp_path / "plan.styrdesk")
    yield made
    made.close()
