"""A section of the report on quality: its figures, and beside them what is said of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.quality_report import Chart, Listed, QualityText, Section, more_of, place
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.pieces.quality.cases.chart_view import ChartView


class Commentary(SavedForm[QualityText]):
    """What is said of a section or of a figure in it; it is begun by what is typed first."""

    def __init__(self, context: PageContext, report_id: str, where: str, title: str) -> None:
        super().__init__(context.services.quality_texts, context.operations, where)
        self._quality, self._report_id = context.services.quality, report_id
        label = _("Commentary: {section}").format(section=title)
        self.form.add(RichTextField(label, context.dialogs, name="body"))
        self.finish()

    def record(self) -> QualityText | None:
        return self._quality.text(self._report_id, self.key)


class SectionCard(Card):
    """Figures to read; what is said of them is written beside each, or as it was decided.

    Args:
        context: Of the page.
        section: Its figures; once decided, with what is said of them.
        years: This and the one before.
        report_id: Of the report; empty while none is begun.
        decided: Whether the text can only be read.

    Attributes:
        commentary: Of the section as a whole; None where it cannot be written.
        commentaries: All that can be written here.
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
        self.commentaries: list[Commentary] = []
        self._context, self._report_id, self._decided = context, report_id, decided
        facts = box(FlowLayout(*(_fact(*fact) for fact in section.facts), gap=24, top=True))
        parts: list[QWidget] = [text(section.title, "h2"), facts]
        said = self._said(section.key, section.title, section.text)
        self.commentary = said if isinstance(said, Commentary) else None
        parts += [said] if said is not None else []
        for chart in section.charts:
            name = f"{section.key}_{chart.key}"
            figure = ChartView(chart.title, name, role="h3")
            figure.show_table(chart.table, years)
            parts += [figure, *self._said_of(section, chart)]
        for listed in section.lists:
            parts += [
                text(listed.title, "h3"),
                box(_table(listed)),
                *self._said_of(section, listed),
            ]
        super().__init__(col(*parts, gap=12))
        self.setObjectName(f"section_{section.key}")

    def _said(self, where: str, title: str, decided: str) -> QWidget | None:
        """What is said of a place: to write, or as it was decided; None where there is nothing."""
        if self._decided:
            said = richtext.parse(decided)
            return None if richtext.is_blank(said) else text(richtext.plain(said), wrap=True)
        if not self._report_id:
            return None
        made = Commentary(self._context, self._report_id, where, title)
        self.commentaries.append(made)
        return made

    def _said_of(self, section: Section, figure: Chart | Listed) -> list[QWidget]:
        """Of a figure there is mostly nothing to say: its field is shown when it is asked for."""
        where = place(section.key, figure.key)
        said = self._said(where, figure.title, figure.text)
        if not isinstance(said, Commentary):
            return [said] if said is not None else []
        written = self._context.services.quality.text(self._report_id, where).body
        if not richtext.is_blank(richtext.parse(written)):
            return [said]
        ask = link(_("Write a comment"), "pen-line", name=f"comment_{section.key}_{figure.key}")
        ask.setAccessibleDescription(figure.title)
        ask.clicked.connect(partial(_open, said, ask))
        said.hide()
        return [box(row(ask, None)), said]


def _open(said: Commentary, ask: QWidget) -> None:
    ask.hide()
    said.show()
    said.focus_first()


def _fact(name: str, value: str) -> QWidget:
    return box(col(quiet(name, "dense"), text(value, "h2"), gap=0))


def _table(listed: Listed) -> QLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(0, 2)
    for column, title in enumerate(listed.head):
        grid.addWidget(quiet(title, "dense"), 0, column)
        grid.setColumnStretch(column, 2 if column == 0 else 1)
    for line, cells in enumerate(listed.rows, 1):
        for column, words in enumerate(cells):
            grid.addWidget(text(words, "dense", wrap=True), line, column)
    if more := more_of(listed):
        grid.addWidget(quiet(more, "dense"), grid.rowCount(), 0)
    return grid
