"""The report on quality of the chosen nämnd and year: figures with what is said of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.domain import paragraph
from styrdesk.domain.decided import DecidedKind, DecidedReport
from styrdesk.domain.quality_report import QualityReport, Section
from styrdesk.reports.quality_report import SPEC
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.other_year import OtherYear
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Subject
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.follow_up.decide_sheet import DecideSheet
from styrdesk.ui.pieces.quality.follow_up.decided_reports import DecidedReports
from styrdesk.ui.pieces.quality.follow_up.section_card import Commentary, SectionCard
from styrdesk.ui.preview.page_prints import PagePrints

KIND = DecidedKind.QUALITY_REPORT


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
        self.revise = button(_("Begin a new version"), name="revise_report")
        self.revise.clicked.connect(self._revise)
        self.abandon = button(_("Go back to the decided report"), "quiet", name="abandon_report")
        self.abandon.clicked.connect(self._abandon)
        self.banner = Banner("info", "", "", [self.abandon])
        self.other_year = OtherYear(context)
        self._decided = DecidedReports(context, KIND)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self.cards: list[SectionCard] = []
        inner = box(
            col(
                col(row((self._title, 1), self.mark), self._explain, gap=2),
                box(FlowLayout(self.begin, self.save, self.decide, self.revise)),
                self._prints.told, self.other_year, self.banner, self._decided, self._cards, None,
                gap=12, pad=(24, 24, 24, 24),
            )
        )  # fmt: skip
        inner.setMaximumWidth(px(980))
        self.setLayout(col((scroller(box(row((inner, 100), None, gap=0))), 1), gap=0))
        self.setAccessibleName(_("Report on quality"))
        topics = (
            "quality_report", "decided_report", "self_check", "self_check_measure", "regulation",
            "routine", "governing_document", "document_review", "control_result", "checklist",
            "case", "committee", "plan", "control",
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
        report, reports = self._report, services.reports
        newest = reports.newest(KIND, report.id) if report is not None else None
        self._title.setText(_("Report on quality {year}").format(year=year))
        self._explain.setText(
            _("Collected from what the file holds. Write what the figures mean, and what is next.")
        )
        self._tell(report, newest)
        this = services.clock.today().year
        self.other_year.offer_one_of(
            (this,) if report is None and year > this else (),
            "",
            _("The figures come during the year. What is planned for it stands here already."),
        )
        decided = report is not None and report.is_decided
        self.begin.setVisible(report is None)
        self.begin.setEnabled(bool(committee) and not services.file.read_only)
        self.save.setVisible(report is not None)
        self.decide.setVisible(report is not None and not decided)
        self.revise.setVisible(decided)
        for made in (self.decide, self.revise, self.abandon):
            made.setEnabled(not services.file.read_only)
        self._decided.show_of(report.id if report is not None else "")
        sections: tuple[Section, ...] = ()
        if decided and newest is not None:  # what has been harmed is told, and nothing is shown
            content = self._context.operations.run(partial(reports.content, newest))
            sections = content.sections if content is not None else ()
        elif committee:
            sections = services.quality.sections(committee, year)
        built = (report, sections)
        if built == self._built:
            return
        self._built = built
        self._build(sections, year)

    def _tell(self, report: QualityReport | None, newest: DecidedReport | None) -> None:
        """Where it stands; of a new version, what it is to replace."""
        when = paragraph.decision(newest.decided_on, newest.paragraph) if newest else ""
        self.banner.setVisible(bool(newest and report and not report.is_decided))
        if report is None:
            self.mark.show_status("empty", _("Not begun"))
        elif report.is_decided:
            self.mark.show_status("done", _("Decided {when}").format(when=when))
        elif newest is None:
            self.mark.show_status("draft", _("Draft"))
        else:
            number = newest.number + 1
            self.mark.show_status("draft", _("Draft of version {number}").format(number=number))
            head = _("You are writing version {number}").format(number=number)
            said = _("It replaces version {number}, decided {when}, which holds until then.")
            self.banner.say("info", head, said.format(number=newest.number, when=when))

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
        return [each for card in self.cards for each in card.commentaries]

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
            self._context.dialogs.fill(DecideSheet(self._context, KIND, self._report.id))

    def _revise(self) -> None:
        if self._report is not None:
            act = partial(self._context.services.quality.revise, self._report.id)
            self._context.operations.run(act)

    def _abandon(self) -> None:
        reports, run = self._context.services.reports, self._context.operations.run
        newest = reports.newest(KIND, self._report.id) if self._report is not None else None
        if newest is not None and self.flush():
            content = run(partial(reports.content, newest))
            if content is not None:
                run(partial(self._context.services.quality.abandon, newest.subject, content))

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
