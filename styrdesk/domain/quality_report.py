"""The report on quality (kvalitetsberättelse) of a nämnd and year.

While it is written its figures are those of the file; the decision freezes them with the text.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from styrdesk.domain.case_numbers import Breakdown, Line
from styrdesk.domain.record import link, owner, rich, within


@dataclass(frozen=True, slots=True)
class QualityReport:
    """A report; there is one for each nämnd and year.

    Attributes:
        decided_on: The day of the meeting; None for a draft.
        paragraph: Of the minutes ("§ 112").
        figures: The figures as they were at the decision, as JSON; empty for a draft.
    """

    id: str
    committee_id: str = link("committee")
    year: int = within(1900, 2200, 2000)
    decided_on: date | None = None
    paragraph: str = ""
    figures: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether it is decided, and so as it will stay."""
        return bool(self.figures)


@dataclass(frozen=True, slots=True)
class QualityText:
    """What is said of a section's figures.

    Attributes:
        section: The section's key.
    """

    id: str
    quality_report_id: str = owner("quality_report")
    section: str = ""
    body: str = rich()


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of a section; each row has as many cells as the head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of the year against the year before."""

    title: str
    table: Breakdown


@dataclass(frozen=True, slots=True)
class Section:
    """What a section holds, in the words of the language it was collected in.

    Attributes:
        facts: Name and value.
    """

    key: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    charts: tuple[Chart, ...] = ()
    lists: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a print is made of beside the text: frozen together, so that it never changes.

    Attributes:
        committee: The nämnd's name.
        municipality: Its municipality's name.
        colour: Of the municipality's prints, empty for the program's own.
        logo: SHA-256 of the municipality's mark in the file, or empty.
    """

    committee: str
    municipality: str
    colour: str
    sections: tuple[Section, ...]
    logo: str = ""


def next_year(report: QualityReport) -> QualityReport:
    """The report of the year after, as a copy of one begins."""
    return replace(report, year=report.year + 1, decided_on=None, paragraph="", figures="")


def written(figures: Figures) -> str:
    """The figures as JSON."""
    return json.dumps(asdict(figures), ensure_ascii=False)


def read(figures: str) -> Figures:
    """The figures of JSON that `written` made."""
    one = json.loads(figures)
    sections = tuple(_section(section) for section in one["sections"])
    logo = one.get("logo", "")
    return Figures(one["committee"], one["municipality"], one["colour"], sections, logo)


def _section(one: dict[str, Any]) -> Section:
    return Section(
        one["key"],
        one["title"],
        tuple((name, value) for name, value in one["facts"]),
        tuple(Chart(chart["title"], _table(chart["table"])) for chart in one["charts"]),
        tuple(
            Listed(each["title"], tuple(each["head"]), tuple(tuple(row) for row in each["rows"]))
            for each in one["lists"]
        ),
    )


def _table(one: dict[str, Any]) -> Breakdown:
    return Breakdown(tuple(Line(**line) for line in one["lines"]), one["now"], one["before"])
