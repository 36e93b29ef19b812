"""A case: its way as a line of steps, what belongs to those it has come to, and the next one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLineEdit, QMenu, QPushButton, QWidget

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.case import (
    CHANNELS,
    LIKELIHOODS,
    SEVERITIES,
    TRACKS,
    Case,
    CaseLink,
    Cause,
    Measure,
    Track,
)
from styrdesk.domain.case_flow import Way, passed
from styrdesk.domain.case_type import StageKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import Record
from styrdesk.services.register import Register
from styrdesk.ui.kit.attachment_list import AttachmentList
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.owned_columns import OwnedColumn, day_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.sight import bring_into_sight, lead_to
from styrdesk.ui.kit.tab_order import tab_stops
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.pieces.quality.cases import leads
from styrdesk.ui.pieces.quality.cases.case_head import CaseHead
from styrdesk.ui.pieces.quality.cases.case_menu import CaseMenu
from styrdesk.ui.pieces.quality.cases.choices import Choices, grades
from styrdesk.ui.pieces.quality.cases.letters_part import LettersPart
from styrdesk.ui.pieces.quality.cases.side import CaseSide, answer_words

P = TypeVar("P", bound=Record)

_SIDE: Final = 264  # pixels at zoom 1
_BESIDE: Final = 820  # from here the side stands beside the case
_HEADS: Final = {
    StageKind.ASSESSED: N_("Assessment"),
    StageKind.INVESTIGATION: N_("Investigation"),
    StageKind.MEASURES: N_("Actions"),
    StageKind.FOLLOW_UP: N_("Follow-up"),
}


class CaseForm(SavedForm[Case]):
    """What happened, and then section by section what the steps ask for."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.cases, context.operations, key)
        self._context, self._services = context, context.services
        self.top = CaseHead(context.services)
        self.top.next.clicked.connect(self.go_on)
        self.top.more.clicked.connect(self._show_menu)
        self._sections: dict[StageKind, QWidget] = {}
        self._heads: dict[StageKind, QPushButton] = {}
        self._shown_again: set[StageKind] = set()
        self._unfolded, self._among = False, Choices(self._services, self.record)
        self._what()
        self._assessment()
        self._investigation()
        self._measures()
        self._letters()
        self._follow_up()
        self._links()
        self.form.section(_("Files"))
        self.files = AttachmentList(context, "case", key)
        self.form.add_widget(self.files)
        self.side = CaseSide(context.services)
        self.side.setMinimumWidth(px(200))
        self.finish()

    # ---- its parts ---------------------------------------------------------------------------

    def _what(self) -> None:
        self._details = [self.form.section()]
        self.form.add(
            self.choice(_("Kind of case"), self._among.types, name="type_id", required=True),
            DateField(_("Arrived"), self._services.clock.today, name="arrived", required=True),
            ChoiceField(_("How it came in"), kinds(CHANNELS), name="channel"),
        )
        self.form.section()
        self.form.add(TextField(_("What it is about"), name="title", required=True))
        self.form.add(
            LongTextField(
                _("What happened"), name="body",
                help=_("Write what, not who. Leave out health and names that are not needed."),
            )
        )  # fmt: skip
        self.form.add(
            self.choice(
                _("Unit of the organisation"), self._among.units, name="unit_id", none=_("none")
            ),
            self.choice(
                _("Handled by"), self._among.people, name="handler_id", none=_("nobody yet")
            ),
        )
        self.fold = link("", name="details")
        self.fold.clicked.connect(self._turn)
        for kind, words in _HEADS.items():
            head = self._heads[kind] = link(_(words), "chevron-right", name=f"show_{kind.value}")
            head.clicked.connect(partial(self._unfold, kind))
        self.form.add_widget(box(FlowLayout(self.fold, *self._heads.values(), gap=16)))
        self._details.append(self.form.section())
        self.form.add(
            TextField(_("From whom"), name="reporter", width=W_MEDIUM),
            TextField(_("How they are reached"), name="contact", width=W_MEDIUM),
        )
        for name in ("reporter", "contact"):
            self.form[name].editor.setMinimumWidth(px(232))
        self.form.add(
            CheckField(_("Anonymous"), name="anonymous"),
            CheckField(_("Secret"), name="secret"),
        )
        self.form.add(TextField(_("Registration number (Dnr)"), name="registration_number"))

    def _assessment(self) -> None:
        self._section(StageKind.ASSESSED)
        self.form.add(
            ChoiceField(_("Severity"), grades(SEVERITIES), name="severity"),
            ChoiceField(_("Likelihood"), grades(LIKELIHOODS), name="likelihood"),
            ChoiceField(_("Duty to report"), kinds(TRACKS), name="track"),
        )

    def _investigation(self) -> None:
        self._section(StageKind.INVESTIGATION)
        self.whys = self._grid(
            self._services.causes, (text_column(_("Why?"), "words"),), _("Why?"), self._cause
        )
        self.form.add_widget(
            quiet(_("Ask why of each answer, mostly five times. Describe why, not who."), wrap=True)
        )
        self.form.add(LongTextField(_("What was found"), name="investigation"))
        self.form.add(
            self.choice(
                _("Category of causes"),
                self._among.categories,
                name="category_id",
                none=_("none yet"),
            )
        )

    def _measures(self) -> None:
        self._section(StageKind.MEASURES)
        today = self._services.clock.today
        columns = (
            text_column(_("Action"), "title"),
            text_column(_("Responsible"), "responsible", 132),
            day_column(_("Done by"), "done_by", today),
            day_column(_("Was done on"), "done_on", today),
        )
        self.measures = self._grid(self._services.measures, columns, _("Actions"), self._measure)
        self.form.add_widget(
            quiet(_("Tell who is responsible before you write the name here."), wrap=True)
        )

    def _letters(self) -> None:
        self._letters_part = self.form.section(_("Letters"))
        self.letters = LettersPart(self._context, self.key)
        self.form.add_widget(self.letters)

    def _follow_up(self) -> None:
        self._section(StageKind.FOLLOW_UP)
        columns = (
            text_column(_("Action"), "title"),
            day_column(_("Was done on"), "done_on", self._services.clock.today),
            text_column(_("Effect"), "effect", 128),
            day_column(_("Followed up on"), "followed_up_on", self._services.clock.today),
            text_column(_("Why it was not done"), "not_done", 128),
        )
        self.followed = self._grid(self._services.measures, columns, _("Follow-up"), self._measure)

    def _links(self) -> None:
        self._links_part = self.form.section(_("Has to do with"))
        self.links = self._grid(
            self._services.case_links,
            (leads.column(self._services, self.key),),
            _("Has to do with"),
            self._link,
        )
        self.lead = leads.ShowLead(self._context, self.links)
        self.form.add_widget(self.lead)
        self.checklist = leads.ShowChecklist(self._context, self.key)
        self.form.add_widget(self.checklist)

    def _section(self, kind: StageKind) -> None:
        """What is added from now on belongs to a step; once that is past, its head stands alone."""
        self._sections[kind] = self.form.section(_(_HEADS[kind]))

    def _unfold(self, kind: StageKind) -> None:
        self._shown_again.add(kind)
        self.reload()

    def _grid(
        self,
        register: Register[P],
        columns: tuple[OwnedColumn[P], ...],
        name: str,
        fresh: Callable[[], P],
    ) -> OwnedGrid[P]:
        grid = OwnedGrid(
            register, self.operations, columns, name=name, fresh=fresh,
            lines=partial(register.rows, {"case_id": self.key}),
        )  # fmt: skip
        self.parts.append(grid)
        self.form.add_widget(grid)
        return grid

    def _cause(self) -> Cause:
        return Cause(new_id(), self.key)

    def _measure(self) -> Measure:
        return Measure(new_id(), self.key)

    def _link(self) -> CaseLink:
        return CaseLink(new_id(), self.key)

    def laid_out(self) -> QLayout:
        self._columns = row((self.form, 1), self.side, gap=24)
        self._columns.setAlignment(self.side, Qt.AlignmentFlag.AlignTop)
        return col(self.top, 8, self._columns, gap=8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.side.setMaximumWidth(px(_SIDE) if beside else (1 << 24) - 1)

    # ---- showing -----------------------------------------------------------------------------

    def called(self, record: Case) -> str:
        return f"{record.code} {record.title}"

    def shown(self, record: Case) -> None:
        way = self._services.cases.way(record.type_id)
        events = self._services.case_flow.events(self.key)
        left = passed(events, record)
        self._show_details(record, way)
        self.top.show_case(record, way, left)
        for kind, part in self._sections.items():
            there = way.reached(record, kind)
            if kind is StageKind.ASSESSED:
                there = there and way.kind.assessed
            past = record.is_open and way.is_past(record, kind) and kind not in self._shown_again
            self._heads[kind].setVisible(there and past)
            part.setVisible(there and not past)
        track = way.kind.lex_sarah or way.kind.lex_maria or record.track is not Track.NONE
        self.form["track"].setVisible(track)
        begun = way.reached(record, StageKind.ASSIGNED)
        self._letters_part.setVisible(begun and way.kind.answered and not record.anonymous)
        of_list = self.checklist.follow()
        self._links_part.setVisible(begun or of_list)
        for name in ("reporter", "contact"):
            self.form[name].set_read_only(on=record.anonymous or not record.is_open)
        self._lock(closed=not record.is_open)
        self.files.set_locked(on=not record.is_open)
        for grid in self.parts:
            if isinstance(grid, OwnedGrid):
                grid.set_read_only(on=not record.is_open)
                grid.reload()
        self.lead.follow()
        self.letters.show_case(record, answer_words(record))
        self.side.show_case(record, way, left, events)

    def _show_details(self, case: Case, way: Way) -> None:
        """Where it came from stands open while it is registered, and is folded ever after."""
        first = way.before(case) is None
        is_open = first or self._unfolded
        for part in self._details:
            part.setVisible(is_open)
        self.fold.setVisible(not first)
        self.fold.setText(_("Fewer details") if is_open else _("Kind, sender and Dnr"))
        self.fold.setAccessibleName(self.fold.text())

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self.reload()

    def _lock(self, *, closed: bool) -> None:
        for field in self.form:
            if field.objectName() not in {"registration_number", "reporter", "contact"}:
                field.set_read_only(on=closed)

    # ---- on its way --------------------------------------------------------------------------

    def go_on(self) -> None:
        """Save what waits, and take the case to its next step."""
        self._do(partial(self._services.case_flow.go_on, self.key))

    def _do(self, act: Callable[[], object]) -> None:
        self.form.clear_errors()
        if self.flush() and self.operations.run(act, broken=self._refused) is not None:
            lead_to(self._asked())

    def _asked(self) -> QWidget:
        """What the step that the case has come to asks for first, or the way on from it."""
        case = self.register.get(self.key)
        stage = self._services.cases.way(case.type_id).at(case)
        if stage is not None and stage.kind is StageKind.ASSIGNED:
            return self.form["handler_id"]
        part = self._sections.get(stage.kind) if stage is not None else None
        if part is None or not part.isVisibleTo(self):
            return self.top.more if self.top.next.isHidden() else self.top.next
        bring_into_sight(part)
        return next(stop for stop in tab_stops(part) if stop.isVisibleTo(part))

    def focus_first(self) -> None:
        if self.form.first_error() is not None:
            super().focus_first()
        else:  # not the button: a second Enter must not take the case on
            self.form["title"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose_new_title()

    def _choose_new_title(self) -> None:
        case = self.record()
        editor = self.form["title"].editor
        if case is not None and self._is_new(case) and isinstance(editor, QLineEdit):
            editor.selectAll()

    def show_field(self, field: str, part: str = "") -> None:
        """A field; what is folded is unfolded first."""
        if field in self.form and not self.form[field].isVisibleTo(self):
            self._unfolded = True
            self._shown_again.update(self._sections)
            self.reload()
        super().show_field(field, part)

    def _refused(self, broken: RuleBroken) -> None:
        self.form.show_broken(broken)
        if broken.field in self.form:
            lead_to(self.form[broken.field])
        elif broken.field == "measures":
            self.followed.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> QMenu:
        """What else can be done with the case."""
        return CaseMenu(self, self._context, self.key, self._do)

    def _show_menu(self) -> None:
        self.menu().popup(self.top.more.mapToGlobal(QPoint(0, self.top.more.height())))
