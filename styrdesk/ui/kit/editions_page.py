"""A register of versions: what is in force and what is drafted; the rest when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.criteria import Between, UpTo
from styrdesk.domain.edition import OVER, Edition, Standing
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.record import specs
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.edition_card import mark_of
from styrdesk.ui.kit.list_spec import Filter, ListAction, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource

E = TypeVar("E", bound=Edition)

_READ: Final = frozenset(spec.name for spec in specs(Receipt))
SOON: Final = timedelta(days=60)
"""So long before it is due a review is one that comes soon."""


class EditionsPage(RecordsPage[E]):
    """A subclass tells its register, its list, its form, and what a new record holds."""

    own_chips: tuple[Filter, ...] = (
        Filter("review", N_("To be reviewed now")),
        Filter("soon", N_("To be reviewed soon")),
        Filter("expired", N_("Expired")),
        Filter("nobody", N_("Nobody responsible")),
        Filter("draft", N_("Drafts")),
    )

    def __init__(self, context: PageContext) -> None:
        self._old = False
        super().__init__(context)

    def ways(self) -> tuple[ListAction, ...]:
        """What the page's menu has beside the usual."""
        words = N_("Hide what is no longer in force")
        other = N_("Show what is no longer in force too")
        return (ListAction(words if self._old else other, self._turn),)

    def columns(self) -> tuple[Column[E], ...]:
        """The columns that every such list has."""
        return (
            Column(BY_NAME, N_("Title"), _title),
            Column("version", N_("Version"), _version, "num", 80, spare=1),
            Column(
                "", N_("Responsible"), self._responsible, "text", 160, spare=3, sortable=False
            ),
            *self._readers(),
            Column("review_due", N_("To be reviewed"), kind="date", width=132),
            Column("", N_("State"), self._state, "status", 148, sortable=False),
        )  # fmt: skip

    def _readers(self) -> tuple[Column[E], ...]:
        """How many have read it, of those kinds that are read and understood."""
        if f"{TABLE_OF[self.register.spec.kind]}_id" not in _READ:
            return ()
        return (Column("", N_("Have read"), self._read, "num", 76, spare=2, sortable=False),)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {} if self._old else {"standing": sorted(set(Standing) - OVER)}
        today = self.context.services.clock.today()
        for chip, asked in _standing_so(today).items():
            where |= asked if chip in chips else {}
        if {"review", "soon"} <= chips:
            where["review_due"] = UpTo(today + SOON)
        if "nobody" in chips:
            where["responsible_id"] = None
        if "draft" in chips:
            where["standing"] = Standing.DRAFT
        return where

    def load(self, query: Query) -> PagedSource[E]:
        """The rows of a query, and the names that stand in them."""
        self._people = dict(offers.people(self.context.services))
        self._share = self.context.services.receipts.shares()
        return super().load(query)

    def _turn(self, _keys: Sequence[str]) -> None:
        self._old = not self._old
        self.place_changed()

    def _state(self, record: E) -> Mark:
        return mark_of(self.context, record)

    def _read(self, record: E) -> str:
        if record.standing is not Standing.IN_FORCE:
            return ""
        read, whole = self._share(record)
        return _("{part} of {whole}").format(part=read, whole=whole) if whole else ""

    def _responsible(self, record: E) -> str:
        return self._people.get(record.responsible_id or "", "")


def _standing_so(today: date) -> dict[str, Wanted]:
    """What is asked of versions in force that somebody must look at, by their chip."""
    soon = Between(today + timedelta(days=1), today + SOON)
    asked: dict[str, tuple[str, object]] = {
        "expired": ("valid_to", UpTo(today - timedelta(days=1))),
        "review": ("review_due", UpTo(today)),
        "soon": ("review_due", soon),
    }
    return {
        chip: {"standing": Standing.IN_FORCE, field: value}
        for chip, (field, value) in asked.items()
    }


def urgent(register: Register[E], today: date) -> tuple[str, str]:
    """What most wants doing, as a status with words; no words where nothing does."""
    count = {chip: register.count(asked) for chip, asked in _standing_so(today).items()}
    over, now, soon = (count[chip] for chip in ("expired", "review", "soon"))
    told = (
        (over, ngettext("{count} expired", "{count} expired", over)),
        (now, ngettext("{count} to be reviewed now", "{count} to be reviewed now", now)),
    )
    words = ", ".join(said.format(count=number) for number, said in told if number)
    if words:
        return "bad" if over else "warn", words
    coming = ngettext("{count} to be reviewed soon", "{count} to be reviewed soon", soon)
    return "info", coming.format(count=soon) if soon else ""


def badge(register: Register[E], today: date) -> str:
    """How many that are in force are to be reviewed by now."""
    due = register.count({"standing": Standing.IN_FORCE, "review_due": UpTo(today)})
    return f"!{due}" if due else ""


def _title(record: Edition) -> str:
    return record.title


def _version(record: Edition) -> str:
    return str(record.version)
