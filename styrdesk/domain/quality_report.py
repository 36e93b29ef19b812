"""The report on quality (kvalitetsberättelse) of a nämnd and year.

While it is written its figures are those of the file; a decision freezes them with the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from styrdesk.base.formats import number
from styrdesk.base.i18n import ngettext
from styrdesk.domain.case_numbers import Breakdown
from styrdesk.domain.decided import ReportHead
from styrdesk.domain.record import link, owner, rich, within


@dataclass(frozen=True, slots=True)
class QualityReport:
    """What is written; there is one for each nämnd and year. Its decisions are `DecidedReport`s.

    Attributes:
        is_decided: Whether its newest decision holds all of it; opened anew, it is written again.
    """

    id: str
    committee_id: str = link("committee")
    year: int = within(1900, 2200, 2000)
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class QualityText:
    """What is said of a section's figures, or of one chart or table in it.

    Attributes:
        section: The section's key; of a chart or a table with its own after it ("cases/months").
    """

    id: str
    quality_report_id: str = owner("quality_report")
    section: str = ""
    body: str = rich()


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of a section; each row has as many cells as the head.

    Attributes:
        more: How many rows there are that the table has no room for.
        text: What is said of it, as rich text in its stored form.
        key: What it is known by in its section.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of the year against the year before.

    Attributes:
        text: What is said of it, as rich text in its stored form.
        key: What it is known by in its section.
    """

    title: str
    table: Breakdown
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What a section holds, in the words of the language it was collected in.

    Attributes:
        facts: Name and value.
        text: What is said of it, as rich text in its stored form.
    """

    key: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    charts: tuple[Chart, ...] = ()
    lists: tuple[Listed, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class QualityContent:
    """All that a report says: frozen together, so that it never changes."""

    head: ReportHead
    sections: tuple[Section, ...]


def more_of(listed: Listed) -> str:
    """How many rows a table leaves out, in words; empty where it has all."""
    words = ngettext("… and {count} more.", "… and {count} more.", listed.more)
    return words.format(count=number(listed.more)) if listed.more else ""


def place(section: str, figure: str = "") -> str:
    """What a text is kept under that is said of a section, or of a figure in it."""
    return f"{section}/{figure}" if figure else section


def with_texts(section: Section, texts: dict[str, str]) -> Section:
    """A section with what is said of it and of its figures, by their places."""
    return replace(
        section,
        text=texts.get(section.key, ""),
        charts=tuple(
            replace(one, text=texts.get(place(section.key, one.key), "")) for one in section.charts
        ),
        lists=tuple(
            replace(one, text=texts.get(place(section.key, one.key), "")) for one in section.lists
        ),
    )


def texts_of(content: QualityContent) -> dict[str, str]:
    """What is said in a report, by its places."""
    found = {}
    for section in content.sections:
        found[section.key] = section.text
        figures: tuple[Chart | Listed, ...] = (*section.charts, *section.lists)
        for figure in figures:
            if figure.key:
                found[place(section.key, figure.key)] = figure.text
    return {where: text for where, text in found.items() if text}


def next_year(report: QualityReport) -> QualityReport:
    """The report of the year after, as a copy of one begins."""
    return replace(report, year=report.year + 1, is_decided=False)
