"""Start: good day, what is to be done, how far the plans have come, files used lately."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.services.own_units import OwnUnits
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Card, EmptyState
from styrdesk.ui.kit.layout import Rule, box, col, empty, row, scroller
from styrdesk.ui.kit.missing import MissingFiles
from styrdesk.ui.kit.moments import locale
from styrdesk.ui.kit.piece import Page, PageContext, Target
from styrdesk.ui.kit.status import Chip
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.start.acts import Acts
from styrdesk.ui.pieces.start.backup_note import BackupNote
from styrdesk.ui.pieces.start.file_row import FileRow
from styrdesk.ui.pieces.start.first_steps import first_steps
from styrdesk.ui.pieces.start.plan_cards import PlanRow
from styrdesk.ui.pieces.start.recent_card import RecentCard
from styrdesk.ui.pieces.start.scope import Scope
from styrdesk.ui.pieces.start.todo import Reader, Todo, progress, todos
from styrdesk.ui.pieces.start.todo_list import TodoList
from styrdesk.ui.pieces.start.year_card import YearCard

_WIDE = 860  # from here the cards stand beside each other
_PLANS, _FILES = 5, 4


class StartPage(Page):
    """The first page one sees, and where every row leads to its place."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._rows: list[Todo] = []
        self._hello, self._day = text("", "h1", wrap=True), quiet("", "dense", wrap=True)
        self.acts = Acts(context)  # Tab comes to what is made first
        self.mine = Chip(_("Mine"))
        self.mine.toggled.connect(self._show_rows)
        self.scope = Scope(context)
        self.scope.changed.connect(self.refresh)
        self.list = TodoList()
        self.list.wanted.connect(self._go)
        self._action = button(_("Add a committee"), "primary", name="add_committee")
        self._action.clicked.connect(partial(context.shell.go, Target("planning", "committees")))
        self._nothing = EmptyState("", "", self._action)
        self._todo = QStackedWidget()
        self._todo.addWidget(self.list)
        self._todo.addWidget(self._nothing)
        self._plans, self._files = col(gap=12), QVBoxLayout()
        self._side = QWidget()
        self._lay_out()
        self._named: list[str] | None = None  # the files used lately that are shown
        self._missing = MissingFiles(self)
        context.operations.subscribe(self, RECORDS, self.refresh)
        context.operations.subscribe(self, ("recent",), self._show_files)
        self.refresh()

    def _lay_out(self) -> None:
        head = row(text(_("To do"), "h2"), None, self.mine, pad=(16, 15, 15, 11))
        todo = Card(col(head, self.scope, Rule(), (self._todo, 1), gap=0), pad=0)
        todo.setContentsMargins(1, 1, 1, px(8))  # the list keeps off the round corners
        plans = Card(col(text(_("The plans"), "h2"), self._plans, gap=12))
        self._files_card = Card(col(text(_("Used lately"), "h2"), self._files, gap=8))
        self.recent = RecentCard(self._context)
        self.year = YearCard(self._context)
        self._side.setLayout(col(plans, self.recent, self.year, self._files_card, None, gap=16))
        self._columns = row((todo, 17), (self._side, 10), gap=24)
        self._todo_card = todo
        hello = box(col(self._hello, self._day, 8, self.acts, None, gap=2))
        above = row((hello, 17), (BackupNote(self._context), 10), gap=24)
        inner = box(col(above, gap=16, pad=(32, 24, 32, 24)))
        lay = inner.layout()
        if isinstance(lay, QVBoxLayout):
            lay.addLayout(self._columns, 1)
        self._area = scroller(inner)
        self.setLayout(col((self._area, 1), gap=0))

    # ---- what it shows -----------------------------------------------------------------------

    def place_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read all of it anew."""
        context, services = self._context, self._context.services
        where, person = context.shell.where(), self._person()
        own = OwnUnits(services, context.settings).of(where.committee_id)
        self._greet()
        reader = Reader(services)
        steps, left = first_steps(reader, where), todos(reader, where, own.whose)
        hidden, steps = (len(steps), []) if own.whose.only else (0, steps)
        soon = [row for row in left.rows if steps and row.kind == "due"]
        self._rows = [*soon, *steps, *(row for row in left.rows if row not in soon)]
        self.scope.show_own(own, left.beyond + hidden)
        self.acts.show_own(own)
        mine = sum(row.kind == "mine" for row in self._rows)
        self.mine.set_count(mine)
        self.mine.setVisible(bool(mine))
        self._show_rows()
        plans = services.plans.plans(where.committee_id)[:_PLANS] if where.committee_id else ()
        empty(self._plans)
        for plan in plans:
            self._plans.addWidget(PlanRow(progress(reader, plan), context.shell))
        if not plans:
            self._plans.addWidget(
                quiet(_("Here you see how far each plan has come."), "dense", wrap=True)
            )
        self.recent.refresh(reader, where.committee_id, person)
        self.year.refresh(reader, where.committee_id)
        self._show_files()

    def _go(self, row: Todo) -> None:
        """Lead to what a row is about, also in the plan of another year."""
        if row.where is not None:
            self._context.shell.choose(row.where)
        self._context.shell.go(row.target)

    def _person(self) -> str:
        return self._context.settings.person(self._context.services.file.path)

    def _greet(self) -> None:
        services, where = self._context.services, self._context.shell.where()
        people = {one.id: one.name for one in services.people.rows()}
        first = (people.get(self._person(), "").split() or [""])[0]
        self._hello.setText(_("Good day, {name}").format(name=first) if first else _("Good day"))
        today = services.clock.today()
        day = QDate(today.year, today.month, today.day)
        words = locale().toString(day, "dddd d MMMM yyyy")
        parts = [
            words[:1].upper() + words[1:],
            _("week {number}").format(number=day.weekNumber()[0]),
        ]
        committees = {one.id: one.name for one in services.committees.rows()}
        parts.append(committees.get(where.committee_id, ""))
        self._day.setText(" · ".join(part for part in parts if part))

    def _show_rows(self) -> None:
        rows = [row for row in self._rows if row.kind == "mine" or not self.mine.isChecked()]
        if self.mine.isHidden():
            rows = self._rows
        self.list.show_rows(rows, self._context.services.clock.today())
        self._todo.setCurrentWidget(self.list if rows else self._nothing)
        top = Qt.AlignmentFlag.AlignTop if not rows else Qt.AlignmentFlag(0)
        self._columns.setAlignment(self._todo_card, top)  # an empty card is no taller than it says
        if not rows:
            self._say_nothing()

    def _say_nothing(self) -> None:
        where, services = self._context.shell.where(), self._context.services
        plans = services.plans.plans(where.committee_id, where.year) if where.committee_id else ()
        self._action.setVisible(not where.committee_id)
        if not where.committee_id:
            head = _("The file has no committee yet")
            body = _("Its name is enough. Then the way to its plan stands here.")
        elif self.scope.only:
            head = _("Nothing is left to do for your unit")
            body = _("Nothing of it is late or due in the next 30 days.")
        else:
            head = _("Nothing is left to do for {year}").format(year=where.year)
            body = (
                _("The plan is decided.")
                if plans and plans[0].is_final
                else _("Every chapter is ready, and the check finds no errors.")
            )
        self._nothing.say(head, body)

    def _show_files(self) -> None:
        here = str(self._context.services.file.path.resolve())
        names = [n for n in self._context.settings.current.recent if n != here][:_FILES]
        if names == self._named:
            return
        self._named = names
        empty(self._files)
        for name in names:
            made = FileRow(name, self._context)
            self._missing.lacking.connect(made.say_missing)
            self._files.addWidget(made)
        self._missing.begin(names)
        self._files_card.setVisible(bool(names))

    def focus_first(self) -> None:
        if self._todo.currentWidget() is self.list:
            self.list.choose_first()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._action.isVisible():
            self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if self.width() >= px(_WIDE) else way.TopToBottom
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)
        beside = wanted == way.LeftToRight
        self._todo_card.setMinimumHeight(0 if beside else px(320))
        super().resizeEvent(event)
