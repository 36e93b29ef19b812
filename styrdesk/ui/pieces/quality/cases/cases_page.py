"""The register of cases of the chosen nämnd: what is open, whose it is, and what is late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.base.ids import new_id
from styrdesk.domain.case import Case, Channel, masked
from styrdesk.domain.case_type import CaseStage, CaseType
from styrdesk.domain.criteria import Between, From, UpTo
from styrdesk.services.cases import CaseRegister
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Need, Query
from styrdesk.ui.kit.moments import away
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.records_page import Found, RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource
from styrdesk.ui.pieces.quality.cases.case_form import CaseForm
from styrdesk.ui.pieces.quality.cases.secret_form import SecretForm

SOON: Final = timedelta(days=7)
_TOPICS: Final = frozenset(
    {
        *("case", "case_type", "case_stage", "cause_category", "unit", "person"),
        *("case_event", "case_letter", "case_link", "cause", "measure"),
    }
)
# What a number is sorted by: numbers, which an index has in order.
_ORDERS: Final = {"code": ("year", "number"), "": ()}
_WHOLE: Final = 4000  # pixels at zoom 1: a case takes the whole page


@dataclass(frozen=True)
class _Seen:
    """Rows as they may be seen: what is secret is masked, opened or not."""

    found: Found[Case]

    def count(self) -> int:
        return self.found.count()

    def rows(self, offset: int, limit: int) -> tuple[Case, ...]:
        return tuple(masked(case) for case in self.found.rows(offset, limit))


class CasesPage(RecordsPage[Case]):
    """A list; a case opens over it."""

    may_copy = False
    _begun_for: str | None = None  # a unit, or none, while a case is begun from elsewhere
    spec_topics = frozenset({"committee", "case_type"})

    @property
    def register(self) -> CaseRegister:
        return self.context.services.cases

    def spec(self) -> ListSpec[Case]:
        return ListSpec(
            name="cases",
            title=N_("Cases"),
            explain=N_("Deviations, complaints and comments, from arrival to follow-up."),
            hint=N_("Filter cases"),
            empty=(
                N_("Cases stand here"),
                N_("Register what comes in: a few words are enough. The steps show what is next."),
            ),
            need=self._need(),
            columns=(
                Column("code", N_("No."), kind="code", width=92),
                Column(BY_NAME, N_("What it is about"), _title),
                Column("type_id", N_("Kind"), self._type, width=108, sortable=False),
                Column("", N_("Unit"), self._unit, "quiet", 180, spare=True, sortable=False),
                Column("", N_("Step"), self._step, width=116, sortable=False),
                Column("due", N_("Last day"), self._due, "status", 148),
            ),
            topics=_TOPICS,
            filters=(
                Filter("open", N_("Open")),
                Filter("mine", N_("Mine")),
                Filter("late", N_("Past their last day")),
                Filter("soon", N_("Soon")),
                Filter("reopened", N_("Opened again")),
                Filter("secret", N_("Secret")),
            ),
            sort="code",
            descending=True,
            form_width=_WHOLE,
        )

    def _need(self) -> Need | None:
        shell = self.context.shell
        if not shell.where().committee_id:
            return Need(
                _("First a committee"),
                _("Cases are a committee's. Its name is enough."),
                _("Show committees"),
                lambda: shell.go(Target("planning", "committees")),
            )
        if not self.context.services.case_types.count({"in_use": True}):
            return Need(
                _("First kinds of cases"),
                _("Begin with the seven common kinds and their steps. You can change them later."),
                _("Begin with common kinds"),
                lambda: self.context.operations.run(self.context.services.case_flow.begin),
            )
        return None

    def form(self, key: str) -> RecordForm:
        if not self.context.services.case_flow.secrecy.is_hidden("case", key):
            return CaseForm(self.context, key)
        form = SecretForm(self.context, key)
        form.opened.connect(self._show_opened, Qt.ConnectionType.QueuedConnection)
        return form

    def _show_opened(self) -> None:
        key = self.page.panel.key
        self.page.panel.clear()
        self.page.open_record(key, focus=True)

    def fresh(self) -> Case:
        kinds = self.context.services.cases.types()
        if self._begun_for is None:
            return self._new(kinds[0])
        # One of the staff tells of it: nobody outside waits for an answer.
        own = next((kind for kind in kinds if not kind.answered), kinds[0])
        return replace(self._new(own), unit_id=self._begun_for or None, channel=Channel.STAFF)

    def _new(self, kind: CaseType) -> Case:
        services, where = self.context.services, self.context.shell.where()
        way = services.cases.way(kind.id)
        return Case(
            new_id(),
            committee_id=where.committee_id,
            type_id=way.kind.id,
            stage_id=way.stages[0].id if way.stages else "",
            title=self.new_name,
            arrived=services.clock.today(),
        )

    def begin_new(self, unit_id: str) -> None:
        self._begun_for = unit_id
        self.page.create_record()
        self._begun_for = None

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {"committee_id": self.context.shell.where().committee_id}
        today = self._today()
        if "open" in chips:
            where["closed_on"] = None
        if "mine" in chips:
            where["handler_id"] = self._person()
            where["closed_on"] = None
        if {"late", "soon"} <= chips:
            where["due"] = UpTo(today + SOON)
        elif "late" in chips:
            where["due"] = UpTo(today - timedelta(days=1))
        elif "soon" in chips:
            where["due"] = Between(today, today + SOON)
        if "reopened" in chips:
            where["reopened"] = From(1)
        if "secret" in chips:
            where["secret"] = True
        return where

    def load(self, query: Query) -> PagedSource[Case]:
        """The rows of a query, masked, and the names that stand in them."""
        services = self.context.services
        self._types = {one.id: one.name for one in services.case_types.rows()}
        self._stages: dict[str, CaseStage] = {one.id: one for one in services.case_stages.rows()}
        self._units = {one.id: one.name for one in services.units.rows()}
        down = "-" if query.descending else ""
        order = tuple(down + field for field in _ORDERS.get(query.sort, (query.sort,)))
        return _Seen(Found(self.register, self.wanted(query.filters), query.search, order))

    def _today(self) -> date:
        return self.context.services.clock.today()

    def _person(self) -> str:
        return self.context.settings.person(self.context.services.file.path)

    def _type(self, case: Case) -> str:
        return self._types.get(case.type_id, "")

    def _unit(self, case: Case) -> str:
        return self._units.get(case.unit_id or "", "")

    def _step(self, case: Case) -> str:
        stage = self._stages.get(case.stage_id)
        return stage.name if stage is not None else ""

    def _due(self, case: Case) -> Mark:
        today = self._today()
        if not case.is_open:
            return Mark("done", _("Closed"))
        if case.due is None:
            return Mark("doing", _("No last day"))
        if case.due < today:
            return Mark("bad", away(case.due, today))
        kind = "warn" if case.due <= today + SOON else "doing"
        return Mark(kind, away(case.due, today))


def _title(case: Case) -> str | Mark:
    return Mark("locked", case.title) if case.secret else case.title


def _late(context: PageContext) -> int:
    yesterday = context.services.clock.today() - timedelta(days=1)
    where = {"committee_id": context.shell.where().committee_id, "due": UpTo(yesterday)}
    return context.services.cases.count(where)


def badge(context: PageContext) -> str:
    """How many of the nämnd's cases are past their last day."""
    late = _late(context)
    return f"!{late}" if late else ""


def urgent(context: PageContext) -> tuple[str, str]:
    """The same in words."""
    late = _late(context)
    words = ngettext("{count} past its last day", "{count} past their last day", late)
    return "warn", words.format(count=late) if late else ""
