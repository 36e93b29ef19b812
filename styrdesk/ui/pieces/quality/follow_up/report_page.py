"""The report on quality of the chosen nämnd and year: figures with what is said of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.domain import paragraph
from styrdesk.domain.quality_report import QualityReport, Section
from styrdesk.reports.quality_report import SPEC
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Subject
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.follow_up.decide_sheet import DecideSheet
from styrdesk.ui.pieces.quality.follow_up.section_card import Commentary, SectionCard
from styrdesk.ui.preview.page_prints import PagePrints


class ReportPage(Page):
    """One button begins the report; from then on each section has its commentary."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._report: QualityReport | None = None
        self._built: object = None
        self._title, self._explain = text("", "h1"), quiet("", "dense", wrap=True)
        self.mark = StatusMark("draft", "")
        self.begin = button(_("Begin the report"), "primary", name="begin_report")
        self.begin.clicked.connect(self._begin)
        self.save = button(_("Save as PDF …"), name="save_report")
        self._prints = PagePrints(context, self, SPEC, self._choice)
        self.save.clicked.connect(self._prints.as_pdf)
        self.decide = button(_("Decide …"), name="decide_report")
        self.decide.clicked.connect(self._decide)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self.cards: list[SectionCard] = []
        inner = box(
            col(
                row((self._title, 1), self.mark),
                self._explain,
                box(FlowLayout(self.begin, self.save, self.decide)),
                self._prints.told, self._cards, None, gap=12, pad=(24, 24, 24, 24),
            )
        )  # fmt: skip
        inner.setMaximumWidth(px(980))
        self.setLayout(col((scroller(box(row((inner, 100), None, gap=0))), 1), gap=0))
        self.setAccessibleName(_("Report on quality"))
        topics = (
            "quality_report", "self_check", "self_check_measure", "regulation", "routine",
            "governing_document", "document_review", "control_result",
            "checklist", "case", "committee",
        )  # fmt: skip
        context.operations.subscribe(self, topics, self.refresh)
        context.operations.subscribe(self, ("quality_text",), self._reload)
        self.refresh()

    def place_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Collect the figures anew; what is being written stays where nothing has changed."""
        services, where = self._context.services, self._context.shell.where()
        year, committee = self._context.year(), where.committee_id
        self._report = services.quality.find(committee, year) if committee else None
        report = self._report
        self._title.setText(_("Report on quality {year}").format(year=year))
        self._explain.setText(
            _("Collected from what the file holds. Write what the figures mean, and what is next.")
        )
        self._tell(report)
        writable = not services.file.read_only
        self.begin.setVisible(report is None)
        self.begin.setEnabled(bool(committee) and writable)
        self.save.setVisible(report is not None)
        self.decide.setVisible(report is not None and not report.is_decided)
        self.decide.setEnabled(writable)
        sections: tuple[Section, ...] = ()
        if committee:
            asked = report or QualityReport("", committee, year)
            sections = services.quality.figures(asked).sections
        built = (report, sections)
        if built == self._built:
            return
        self._built = built
        self._build(sections, year)

    def _tell(self, report: QualityReport | None) -> None:
        if report is None:
            self.mark.show_status("empty", _("Not begun"))
        elif report.is_decided:
            when = paragraph.decision(report.decided_on, report.paragraph)
            self.mark.show_status("done", _("Decided {when}").format(when=when))
        else:
            self.mark.show_status("draft", _("Draft"))

    def _build(self, sections: tuple[Section, ...], year: int) -> None:
        for each in self._commentaries():
            each.flush()
        empty(self._cards)
        report = self._report
        self.cards = [
            SectionCard(
                self._context, section, (str(year), str(year - 1)),
                report.id if report else "", decided=bool(report and report.is_decided),
            )
            for section in sections
        ]  # fmt: skip
        for card in self.cards:
            self._cards.addWidget(card)

    def _commentaries(self) -> list[Commentary]:
        return [card.commentary for card in self.cards if card.commentary is not None]

    def _reload(self) -> None:
        for each in self._commentaries():
            each.reload()

    # ---- what is done ------------------------------------------------------------------------

    def _begin(self) -> None:
        committee = self._context.shell.where().committee_id
        act = partial(self._context.services.quality.begin, committee, self._context.year())
        self._context.operations.run(act)

    def _decide(self) -> None:
        if self._report is not None and self.flush():
            self._context.dialogs.fill(DecideSheet(self._context, self._report.id))

    def _choice(self) -> str:
        return self._report.id if self._report is not None and self.flush() else ""

    # ---- what the window asks ----------------------------------------------------------------

    def prints(self) -> Prints | None:
        return self._prints if self._report is not None else None

    def in_hand(self) -> Subject | None:
        return Subject("quality_report", self._report.id) if self._report is not None else None

    def flush(self) -> bool:
        kept = [each.flush() for each in self._commentaries()]  # each of them, also after a fault
        return all(kept)

    def is_wrong(self) -> bool:
        return any(each.is_wrong() for each in self._commentaries())

    def take_back(self) -> bool:
        return any(each.take_back() for each in self._commentaries())

    def focus_first(self) -> None:
        (self.begin if self._report is None else self.save).setFocus()
