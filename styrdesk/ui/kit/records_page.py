"""A register as a page of the tab: its rows from a service, and what is done the same in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QApplication, QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.record import Record
from styrdesk.services.register import Register
from styrdesk.ui.kit.filter_button import FilterButton
from styrdesk.ui.kit.list_spec import ListSpec, Query
from styrdesk.ui.kit.piece import ListTools, Page, PageContext, Prints, Subject, Target
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import PagedSource

R = TypeVar("R", bound=Record)
Wanted = dict[str, object]


@dataclass(frozen=True)
class Found(Generic[R]):
    """Rows of a register that fit, counted and paged in SQL."""

    register: Register[R]
    where: Mapping[str, object]
    words: str = ""
    order: tuple[str, ...] = ()

    def count(self) -> int:
        return self.register.count(self.where, words=self.words)

    def rows(self, offset: int, limit: int) -> Sequence[R]:
        return self.register.rows(
            self.where, words=self.words, order=self.order, limit=limit, offset=offset
        )


class RecordsPage(Page, Generic[R]):
    """A register page for the nämnd and year chosen in the window's head.

    A subclass tells its register, its list, its form, and what a new record holds.

    Attributes:
        spec_topics: Tables whose change may give the page another spec.
        may_copy: Whether a record can be duplicated.
    """

    spec_topics: frozenset[str] = frozenset()
    may_copy: bool = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.tools: ListTools | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.page: RegisterPage = self._build()
        self.saved_filters.come_back()
        if self.spec_topics:
            context.operations.subscribe(self, self.spec_topics, self._follow_spec)

    # ---- what a subclass tells ---------------------------------------------------------------

    @property
    def register(self) -> Register[R]:
        """The service of its records."""
        raise NotImplementedError

    def spec(self) -> ListSpec[R]:
        """Columns, words and chips, for the nämnd and year chosen now; the page adds the rest."""
        raise NotImplementedError

    def form(self, key: str) -> RecordForm:
        """The form of a record."""
        raise NotImplementedError

    def fresh(self) -> R:
        """What a new record holds."""
        raise NotImplementedError

    def wanted(self, chips: frozenset[str]) -> Wanted:
        """What the rows must be, with these chips on."""
        return {}

    # ---- what the list is handed -------------------------------------------------------------

    @property
    def new_name(self) -> str:
        """What a new record is called until it is written over ("New goal")."""
        return _(self.register.spec.new_label)

    def load(self, query: Query) -> PagedSource[R]:
        """The rows of a query, in Swedish order."""
        order = (("-" if query.descending else "") + query.sort,) if query.sort else ()
        return Found(self.register, self.wanted(query.filters), query.search, order)

    def records(self, query: Query) -> PagedSource[R]:
        """The records among the rows of a query: here all of them."""
        return self.load(query)

    def counts(self) -> dict[str, int]:
        """How many rows each chip would show."""
        keys = [chip.key for chip in self._spec.filters]
        return {key: self.register.count(self.wanted(frozenset({key}))) for key in keys}

    def create_record(self) -> str:
        """A new record; its id."""
        record = self.fresh()
        self.register.add(record)
        return record.id

    def duplicate_record(self, key: str) -> str:
        """A copy; its id."""
        return self.register.duplicate(key).id

    def delete_records(self, keys: Sequence[str]) -> object:
        """Delete; what is in use is refused."""
        return self.register.delete(*keys)

    def show_history(self, key: str) -> None:
        """The history of a record."""
        self.context.shell.show_history(Subject(TABLE_OF[self.register.spec.kind], key))

    # ---- the page ----------------------------------------------------------------------------

    @property
    def list_spec(self) -> ListSpec[R]:
        """What the page shows, with all that is the same in every register."""
        return self._spec

    def prints(self) -> Prints | None:
        return self.tools

    def _build(self) -> RegisterPage:
        spec = self.spec()
        self._spec = replace(
            spec,
            load=self.load,
            counts=self.counts,
            form=self.form,
            new=self.register.spec.new_label,
            create=self.create_record,
            duplicate=self.duplicate_record if self.may_copy else None,
            delete=self.delete_records,
            history=self.show_history,
        )
        self.tools = self.context.lists(self) if self.context.lists is not None else None
        if self.tools is not None:
            self._spec = replace(self._spec, actions=(*spec.actions, *self.tools.offers()))
        self.page = RegisterPage(self._spec, self.context.operations)
        if self.tools is not None:
            self.page.put_above(self.tools.bar())
        self.saved_filters = FilterButton(self.context, self.page)
        self.page.put_at_search(self.saved_filters)
        self._place.addWidget(self.page)
        self.setFocusProxy(self.page.table)
        return self.page

    def place_changed(self) -> None:
        """The page of the nämnd and year chosen now."""
        before = self.page
        if before.panel.form is not None:
            before.panel.form.flush()
        here = QApplication.focusWidget()
        inside = here is not None and before.isAncestorOf(here)
        query = before.query()
        self._place.removeWidget(before)
        before.hide()
        before.setParent(None)
        before.deleteLater()
        self._build()
        if query != self.page.query():
            self.page.apply(query)
        if inside:
            self.focus_first()

    def _follow_spec(self) -> None:
        spec = self.spec()
        if _said(spec) != _said(self._spec):
            self.place_changed()

    def flush(self) -> bool:
        return self.page.panel.leave()

    def take_back(self) -> bool:
        form = self.page.panel.form
        return form is not None and form.take_back()

    def is_wrong(self) -> bool:
        form = self.page.panel.form
        return form is not None and form.is_wrong()

    def here(self) -> str:
        return self.page.panel.key

    def in_hand(self) -> Subject | None:
        """The record of the open form, or the row's; its history tells of its lines too."""
        key = self.page.panel.key or self.page.table.key()
        return Subject(TABLE_OF[self.register.spec.kind], key) if key else None

    def show_record(self, target: Target) -> None:
        """Open a record's form; of one that is gone there is none."""
        if not self.register.count({"id": target.record}):
            return
        self.page.table.choose(target.record)
        if not self.page.open_record(target.record, focus=True) or self.page.panel.form is None:
            return
        self.page.panel.form.show_field(target.field, target.part)

    def focus_first(self) -> None:
        self.page.focus_first()


def _said(spec: ListSpec[Any]) -> tuple[str, str]:
    """What of a spec depends on other tables."""
    return spec.explain, spec.need.head if spec.need else ""
