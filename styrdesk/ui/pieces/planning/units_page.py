"""Units: förvaltning, verksamheter and enheter of the chosen nämnd, as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from styrdesk.base.collation import fold
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import UNIT_KINDS, Unit, UnitKind, tree
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import Filter, ListAction, ListSpec, Query
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column, PagedSource, Rows
from styrdesk.ui.pieces.planning import choices, needs
from styrdesk.ui.pieces.planning.units_form import UnitForm

_STEP = "\u2003\u2003"  # a tree is read by its indents


class UnitsPage(RecordsPage[Unit]):
    """The units of the chosen nämnd in their own order, which Alt+arrows change."""

    @property
    def register(self) -> Register[Unit]:
        return self.context.services.units

    def spec(self) -> ListSpec[Unit]:
        return ListSpec(
            name="units",
            title=N_("Units"),
            explain=N_("The committee's administration and what it runs. Alt+arrows move a unit."),
            hint=N_("Filter units"),
            empty=(
                N_("The committee's units stand here"),
                N_("Begin with the administration, then what it runs; the budget follows them."),
            ),
            need=needs.a_committee(self.context),
            columns=(
                Column("", N_("Name"), self._name, sortable=False),
                Column("", N_("Kind"), _kind, "text", 120, sortable=False),
                Column("valid_from", N_("From"), kind="date", width=120, spare=1, sortable=False),
                Column("valid_to", N_("To"), kind="date", width=120, spare=1, sortable=False),
            ),
            topics=frozenset({"unit", "committee"}),
            filters=tuple(Filter(kind, words) for kind, words in UNIT_KINDS.items()),
            actions=(
                ListAction(N_("Move up"), self._up),
                ListAction(N_("Move down"), self._down),
            ),
        )

    def _build(self) -> RegisterPage:
        page = super()._build()
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), page.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._move_current, by))
        return page

    def form(self, key: str) -> UnitForm:
        return UnitForm(self.context, key)

    def fresh(self) -> Unit:
        """A unit beside the current one, or the first: the administration."""
        committee = choices.the_committee(self.context)
        key = self.page.table.key()
        beside = self.register.get(key) if key else None
        return Unit(
            new_id(),
            committee_id=committee,
            parent_id=beside.parent_id if beside else None,
            name=self.new_name,
            kind=beside.kind if beside else UnitKind.ADMINISTRATION,
        )

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {"committee_id": self.context.shell.where().committee_id}
        if chips:
            where["kind"] = sorted(chips)
        return where

    def load(self, query: Query) -> PagedSource[Unit]:
        """A tree is read whole; a nämnd's is small."""
        units = tree(self.register.rows(self.wanted(frozenset())))
        self._depths = {unit.id: depth for depth, unit in units}
        words = fold(query.search).split()
        return Rows(
            [
                unit
                for _depth, unit in units
                if (not query.filters or unit.kind in query.filters)
                and all(word in fold(unit.name) for word in words)
            ]
        )

    def _name(self, unit: Unit) -> str:
        return _STEP * self._depths.get(unit.id, 0) + unit.name

    def _up(self, _keys: Sequence[str]) -> None:
        self._move_current(-1)

    def _down(self, _keys: Sequence[str]) -> None:
        self._move_current(1)

    def _move_current(self, by: int) -> None:
        key = self.page.table.key()
        if key:
            move = self.context.services.organisation.move_unit
            self.context.operations.run(partial(move, key, by))


def _kind(unit: Unit) -> str:
    return _(UNIT_KINDS[unit.kind])
