"""Demo plans printed once a session, and questions to what was printed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.base.paths import resource
from styrdesk.domain import plan_file
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan_file import PlanFile
from styrdesk.reports import namndplan
from styrdesk.reports.namndplan.data import PlanPrint
from tests.helpers.pdf_checks import Node, Reading, spoken

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLANS = {2026: ("sv", "en"), 2027: ("sv",)}
PRINTS = [(year, language) for year, languages in PLANS.items() for language in languages]


@cache
def demo_text(year: int) -> str:
    return resource("demo", f"namndplan-{year}.json").read_text(encoding="utf-8")


def demo(year: int) -> PlanFile:
    return plan_file.load(demo_text(year))


def data_of(made: PlanFile, language: str = "sv") -> PlanPrint:
    images = {digest: content for digest, (_kind, content) in made.files.items()}
    return PlanPrint(made.document, NOON, language, images)


@dataclass(frozen=True)
class Printed:
    """A print: its bytes and what it says."""

    data: bytes
    reading: Reading

    @property
    def tables(self) -> list[list[list[str]]]:
        """Every table as rows of spoken cells."""
        return [
            [[spoken(cell.text()) for cell in row.named("TH", "TD")] for row in table.named("TR")]
            for table in self.reading.root.named("Table")
        ]

    def table(self, *cells: str) -> list[list[str]]:
        """The first table in which all the cells stand."""
        wanted = {spoken(cell) for cell in cells}
        return next(t for t in self.tables if wanted <= {cell for row in t for cell in row})

    @property
    def words(self) -> str:
        """All text of the tree, in reading order."""
        return spoken(" ".join(_leaves(self.reading.root)))


def _leaves(node: Node) -> list[str]:
    if any(isinstance(kid, str) for kid in node.kids):
        return [node.text()]
    return [text for kid in node.kids if isinstance(kid, Node) for text in _leaves(kid)]


def print_of(data: PlanPrint) -> Printed:
    made = namndplan.SPEC.render(data)
    use_language("sv")
    return Printed(made, Reading(made))


@cache
def printed(year: int, language: str = "sv") -> Printed:
    return print_of(data_of(demo(year), language))


def changed(year: int, change: Callable[[dict[str, Any]], None]) -> PlanFile:
    """The demo plan with its exported JSON changed."""
    import json

    data = json.loads(demo_text(year))
    change(data)
    return plan_file.load(json.dumps(data))


def document_print(document: PlanDocument, language: str = "sv") -> Printed:
    from tests.reports.namndplan import small

    return print_of(small.printable(document, language))


def tool(name: str) -> str:
    """The path of a program of the system, or the test is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def plain_text(data: bytes, folder: Path) -> str:
    """The text as another program finds it on the pages."""
    path = folder / "plan.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        [tool("pdftotext"), "-layout", path, "-"], capture_output=True, check=True
    )
    return " ".join(done.stdout.decode("utf-8").replace("\xad", "").split())
