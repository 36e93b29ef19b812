"""Checklists: what is to be filled in and what has been; one that is opened fills the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.checklist import ChecklistStatus
from styrdesk.domain.checklist_lines import DueList
from styrdesk.domain.criteria import From
from styrdesk.reports.catalogue import CHECKLIST
from styrdesk.reports.checklist.data import called
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import Filter, ListAction, ListSpec, Need, Query
from styrdesk.ui.kit.piece import ListTools, Page, PageContext, Prints, Subject, Target
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.quality.checklists.begin_sheet import BeginSheet
from styrdesk.ui.pieces.quality.checklists.filling import Filling
from styrdesk.ui.pieces.quality.checklists.lines import (
    FLAWED,
    SIGNED,
    TO_DO,
    Begun,
    Line,
    Lines,
    fitting,
)
from styrdesk.ui.preview.print_window import InWindow

_TOPICS = (
    *(
        "checklist",
        "checklist_answer",
        "activity",
        "attachment",
        "checklist_template",
        "checklist_unit",
        "checklist_item",
    ),
    *("unit", "person", "role", "case", "case_link"),
)


def _late(context: PageContext) -> int:
    committee = context.shell.where().committee_id
    return context.services.checklists.count_late(committee, context.services.clock.today())


def badge(context: PageContext) -> str:
    """How many lists of the nämnd are late: "!3", or nothing."""
    late = _late(context)
    return f"!{late}" if late else ""


def urgent(context: PageContext) -> tuple[str, str]:
    """The same in words."""
    late = _late(context)
    words = ngettext("{count} late", "{count} late", late).format(count=late)
    return "warn", words if late else ""


class ChecklistsPage(Page):
    """The lists of the nämnd, or the one that is filled in."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.filling: Filling | None = None
        self.tools: ListTools | None = None
        self.list_spec: ListSpec[Line]
        self._stack = QStackedWidget()
        self.setLayout(col((self._stack, 1), gap=0))
        self.page = self._list()
        context.operations.subscribe(self, _TOPICS, self.refresh)

    # ---- the list ----------------------------------------------------------------------------

    def _list(self) -> RegisterPage:
        spec = ListSpec[Line](
            name="checklists",
            title=N_("Checklists"),
            explain=N_("What is to be filled in stands first. Enter opens it."),
            hint=N_("Filter checklists"),
            empty=(
                N_("The checklists of the committee stand here"),
                N_("A template tells what is asked and how often; then they come by themselves."),
            ),
            columns=(
                Column(BY_NAME, N_("Checklist"), lambda line: line.title),
                Column("place", N_("Place"), width=184),
                Column("occasion", N_("For"), lambda line: line.day, kind="date", width=112),
                Column("", N_("Standing"), lambda line: line.standing, kind="status", width=168,
                       sortable=False),
                Column("signed_by", N_("By"), lambda line: line.who, kind="quiet", width=148,
                       spare=True),
            ),
            topics=frozenset(_TOPICS),
            load=self._load,
            counts=self._counts,
            need=self._need(),
            new=N_("Fill in …"),
            create=self._begin,
            delete=self._delete,
            history=self._history,
            sort="occasion",
            descending=True,
            filters=(
                Filter(TO_DO, N_("To do")),
                Filter(FLAWED, N_("With failures")),
                Filter(SIGNED, N_("Signed lists")),
            ),
        )  # fmt: skip
        self.list_spec = spec
        self.tools = self.context.lists(self) if self.context.lists is not None else None
        if self.tools is not None:
            offers = (*self._papers(), *self.tools.offers())
            self.list_spec = replace(spec, actions=offers)
        page = RegisterPage(self.list_spec, self.context.operations)
        if self.tools is not None:
            page.put_above(self.tools.bar())
        page.table.opened.connect(self.open)
        self._stack.addWidget(page)
        self.setFocusProxy(page.table)
        return page

    def _papers(self) -> tuple[ListAction, ...]:
        return (ListAction(N_("Print the checklist …"), self._print_row, rows=True),)

    def _print_row(self, _keys: Sequence[str]) -> None:
        self._print()

    @property
    def register(self) -> ChecklistService:
        """The service of its lists."""
        return self.context.services.checklists

    def _need(self) -> Need | None:
        if self.context.services.checklist_templates.count():
            return None
        lead = Target("quality", "checklist_templates")
        return Need(
            _("There is no template yet"),
            _("A template tells what is asked, how often and where. Begin with one."),
            _("Show the templates"),
            lambda: self.context.shell.go(lead),
        )

    @property
    def _today(self) -> date:
        return self.context.services.clock.today()

    @property
    def _committee(self) -> str:
        return self.context.shell.where().committee_id

    def _load(self, query: Query) -> Lines:
        due = self._due(query.filters)
        order = (("-" if query.descending else "") + query.sort,) if query.sort else ()
        return Lines(
            self.context.services.checklists,
            fitting(due, query.search),
            self.wanted(query.filters),
            query.search,
            order or ("-occasion",),
            self._today,
        )

    def records(self, query: Query) -> Begun:
        """The lists among the rows of a query; what is due is none yet."""
        return Begun(self._load(query))

    def _due(self, chips: frozenset[str]) -> Sequence[DueList]:
        if chips - {TO_DO}:
            return ()
        return self.context.services.checklists.due(self._committee, self._today)

    def wanted(self, chips: frozenset[str]) -> dict[str, object]:
        """What the lists must be, with these chips on."""
        where: dict[str, object] = {"committee_id": self._committee}
        if TO_DO in chips:
            where["status"] = ChecklistStatus.OPEN
        if SIGNED in chips:
            where["status"] = ChecklistStatus.SIGNED
        if FLAWED in chips:
            where["failed"] = From(1)
        return where

    def _counts(self) -> dict[str, int]:
        service = self.context.services.checklists
        found = {
            key: service.count(self.wanted(frozenset({key}))) for key in (TO_DO, FLAWED, SIGNED)
        }
        found[TO_DO] += len(self._due(frozenset()))
        return found

    def begin_new(self, unit_id: str) -> None:
        if self.page.spec.need is None:
            self._begin(unit_id)
        else:
            self.page.focus_first()

    def _begin(self, unit_id: str = "") -> str:
        sheet = BeginSheet(self.context, unit_id)
        if self.context.dialogs.fill(sheet):
            self.open(sheet.made)
        return ""

    def _delete(self, keys: Sequence[str]) -> object:
        begun = [key for key in keys if "/" not in key]
        return self.context.services.checklists.delete(*begun) if begun else None

    def _history(self, key: str) -> None:
        if "/" not in key:
            self.context.shell.show_history(Subject("checklist", key))

    # ---- filling in --------------------------------------------------------------------------

    def open(self, key: str) -> None:
        """Open a list to fill it in; what is due is begun."""
        if not self.flush():
            return
        due = next((row for row in self._due(frozenset()) if row.key == key), None)
        if due is not None:
            key = (
                self.context.operations.run(
                    lambda: self.context.services.checklists.begin(
                        due.template_id, self._committee, due.unit_id, due.day
                    )
                )
                or ""
            )
        if not key or "/" in key:
            return
        self.close_list()
        self.filling = Filling(self.context, key)
        self.filling.left.connect(self._leave)
        self.filling.print_wanted.connect(self._print)
        self._stack.addWidget(self.filling)
        self._stack.setCurrentWidget(self.filling)
        self.filling.focus_first()

    def _leave(self) -> None:
        if self.flush():
            key = self.filling.key if self.filling else ""
            self.close_list()
            self.page.refresh()
            self.page.table.choose(key)
            self.page.focus_first()

    def close_list(self) -> None:
        """Show the lists."""
        gone, self.filling = self.filling, None
        self._stack.setCurrentWidget(self.page)
        if gone is not None:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def refresh(self) -> None:
        """Show the open list as it is now; without it, the lists."""
        if self.filling is not None and not self.filling.reload():
            self.close_list()

    # ---- the page ----------------------------------------------------------------------------

    def place_changed(self) -> None:
        if self.flush():
            self.close_list()
        self.page.refresh()

    def flush(self) -> bool:
        return self.filling is None or self.filling.flush()

    def is_wrong(self) -> bool:
        return self.filling is not None and self.filling.is_wrong()

    def take_back(self) -> bool:
        return self.filling is not None and self.filling.take_back()

    def here(self) -> str:
        return self.filling.key if self.filling is not None else ""

    def in_hand(self) -> Subject | None:
        key = self.filling.key if self.filling is not None else self.page.table.key()
        return Subject("checklist", key) if key and "/" not in key else None

    def prints(self) -> Prints | None:
        """The open list; of the list of them, the list."""
        return self._paper(self.filling.key) if self.filling is not None else self.tools

    def _paper(self, key: str) -> InWindow:
        head = called(self.context.services.checklists.get(key))
        return InWindow(self.context, CHECKLIST, key, head, self)

    def _print(self) -> None:
        subject = self.in_hand()
        if subject is not None and self.flush():
            self._paper(subject.record).show()

    def show_record(self, target: Target) -> None:
        self.open(target.record)
        if self.filling is not None and target.part:
            self.filling.show_answer(target.part)

    def focus_first(self) -> None:
        if self.filling is not None:
            self.filling.focus_first()
        else:
            self.page.focus_first()
