"""A section of the report on quality: its figures, and beside them what is said of them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.quality_report import Listed, QualityText, Section
from styrdesk.reports.cases.figures import alt_of
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.pieces.quality.cases.bars import Bars


class Commentary(SavedForm[QualityText]):
    """What is said of a section; it is begun by what is typed first."""

    def __init__(self, context: PageContext, report_id: str, section: str, title: str) -> None:
        super().__init__(context.services.quality_texts, context.operations, section)
        self._quality, self._report_id = context.services.quality, report_id
        label = _("Commentary: {section}").format(section=title)
        self.form.add(RichTextField(label, context.dialogs, name="body"))
        self.finish()

    def record(self) -> QualityText | None:
        return self._quality.text(self._report_id, self.key)


class SectionCard(Card):
    """Figures to read; below them a text to write, or as it was decided.

    Args:
        context: Of the page.
        section: Its figures.
        years: This and the one before.
        report_id: Of the report; empty while none is begun.
        decided: Whether the text can only be read.
    """

    def __init__(
        self,
        context: PageContext,
        section: Section,
        years: tuple[str, str],
        report_id: str,
        *,
        decided: bool,
    ) -> None:
        self.section = section.key
        self.commentary: Commentary | None = None
        facts = box(FlowLayout(*(_fact(*fact) for fact in section.facts), gap=24, top=True))
        parts: list[QWidget] = [text(section.title, "h2"), facts]
        for chart in section.charts:
            bars = Bars(chart.title)
            bars.show_table(chart.table, years, alt_of(chart.title, chart.table, years))
            parts += [text(chart.title, "h3"), bars]
        for listed in section.lists:
            parts += [text(listed.title, "h3"), box(_table(listed))]
        if report_id and decided:
            said = richtext.parse(context.services.quality.text(report_id, section.key).body)
            if not richtext.is_blank(said):
                parts += [text(richtext.plain(said), wrap=True)]
        elif report_id:
            self.commentary = Commentary(context, report_id, section.key, section.title)
            parts.append(self.commentary)
        super().__init__(col(*parts, gap=12))
        self.setObjectName(f"section_{section.key}")


def _fact(name: str, value: str) -> QWidget:
    return box(col(quiet(name, "dense"), text(value, "h2"), gap=0))


def _table(listed: Listed) -> QLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(0, 2)
    for place, title in enumerate(listed.head):
        grid.addWidget(quiet(title, "dense"), 0, place)
        grid.setColumnStretch(place, 2 if place == 0 else 1)
    for line, row in enumerate(listed.rows, 1):
        for place, words in enumerate(row):
            grid.addWidget(text(words, "dense", wrap=True), line, place)
    return grid
