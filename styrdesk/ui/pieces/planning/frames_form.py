"""The form of a budget frame: its decision, and its lines in tkr with the outgoing frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any, Literal

from PySide6.QtCore import Qt

from styrdesk.base.formats import amount
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.budget import (
    FRAME_ITEM_KINDS,
    BudgetFrame,
    FrameItem,
    FrameItemKind,
    closing,
    kind_of,
    total,
)
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.cell_words import kronor
from styrdesk.ui.kit.grid_model import GridRow
from styrdesk.ui.kit.owned_columns import OwnedColumn, chosen
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField, YearField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_NUM

Year = Literal["year_1", "year_2", "year_3"]
_YEARS: tuple[Year, ...] = ("year_1", "year_2", "year_3")
_FIELDS = ("kind", "title", *_YEARS)  # of the columns, in order


class FrameForm(SavedForm[BudgetFrame]):
    """Which nämnd and year, the lines, and whether each year opens as the one before ends."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.budget_frames, context.operations, key)
        self._context = context
        self.form.add(
            self.choice(
                _("Committee"),
                partial(offers.committees, context.services),
                name="committee_id",
                required=True,
            )
        )
        self.form.add(
            YearField(_("Budget year"), name="year", required=True),
            DateField(_("Decided on"), context.services.clock.today, name="decided_on"),
            TextField(_("Paragraph (§)"), name="paragraph", width=W_NUM, hint="§ 112"),
        )
        self.form.add_head(_("Lines, tkr"))
        year = self.register.get(key).year
        self.lines = OwnedGrid(
            context.services.frame_items,
            context.operations,
            columns(year),
            name=_("Lines, tkr"),
            fresh=self._fresh,
            lines=self._lines,
            total=_total,
        )
        self.parts.append(self.lines)
        self.form.add_widget(self.lines)
        self.chain = StatusMark("ok", "")
        self.form.add_widget(self.chain)
        self.form.add_widget(
            quiet(_("Write or paste in the empty row. Savings are negative."), wrap=True)
        )
        self.form.add(LongTextField(_("Comment"), name="comment"))
        self.finish()

    def called(self, record: BudgetFrame) -> str:
        names = dict(offers.committees(self._context.services))
        return f"{names.get(record.committee_id, '')} {record.year}".strip()

    def show_field(self, field: str, part: str = "") -> None:
        items = [item.id for item in self._lines()]
        if part not in items:
            super().show_field(field, part)
            return
        column = _FIELDS.index(field) if field in _FIELDS else 1
        self.lines.table.setCurrentIndex(self.lines.table.grid.index(items.index(part), column))
        self.lines.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self, record: BudgetFrame) -> None:
        self.lines.rename(columns(record.year))
        self.lines.reload()
        self._show_chain(record)

    def _fresh(self) -> FrameItem:
        return FrameItem(new_id(), frame_id=self.key)

    def _lines(self) -> Sequence[FrameItem]:
        return self._context.services.frame_items.rows({"frame_id": self.key})

    def _show_chain(self, record: BudgetFrame) -> None:
        items = self._lines()
        before = self.register.rows({"committee_id": record.committee_id, "year": record.year - 1})
        ends = None
        if before:
            ends = closing(self._context.services.frame_items.rows({"frame_id": before[0].id}))[0]
        broken = breaks(record.year, items, ends)
        self.chain.setVisible(bool(items))
        if broken:
            self.chain.show_status("warn", broken[0])
        else:
            self.chain.show_status("ok", _("Each year opens with what the year before ends with."))


def breaks(year: int, items: Sequence[FrameItem], before: int | None) -> list[str]:
    """Where an opening frame is not the year before's outgoing frame, in words.

    Args:
        year: The budget year.
        items: The frame's lines.
        before: Outgoing frame of the year before, in kronor; None where it is not in the file.
    """
    opening = [item for item in items if item.kind is FrameItemKind.OPENING]
    if not opening:
        return [_("There is no line of the kind Opening frame.")] if items else []
    ends = (before, *closing(items)[:2])
    found = []
    for place, (field, end) in enumerate(zip(_YEARS, ends, strict=True)):
        start = total(opening, field)
        if end is not None and start != end:
            message = _("{year}: the opening frame is {start}, but {before} ends with {end}.")
            found.append(
                message.format(
                    year=year + place,
                    start=amount(start),
                    before=year + place - 1,
                    end=amount(end),
                )
            )
    return found


def columns(year: int) -> tuple[OwnedColumn[FrameItem], ...]:
    """Kind, title, and an amount for each of the three years."""
    kinds = tuple(_(words) for words in FRAME_ITEM_KINDS.values())
    return (
        OwnedColumn(_("Kind"), _kind, _put_kind, width=148, choices=kinds),
        OwnedColumn(_("Line"), attrgetter("title"), _put_title),
        *(
            OwnedColumn(str(at), partial(_amount, field), partial(_put_amount, field), "num", 88)
            for at, field in enumerate(_YEARS, year)
        ),
    )


def _total(items: Sequence[FrameItem]) -> GridRow:
    sums = tuple(amount(each) for each in closing(items))
    return GridRow(("", _("Outgoing frame"), *sums), computed=True, bold=True)


def _kind(item: FrameItem) -> str:
    return _(FRAME_ITEM_KINDS[item.kind])


def _put_kind(item: FrameItem, words: str) -> FrameItem:
    kinds = list(FRAME_ITEM_KINDS)
    kind = kinds[chosen(words, [_(label) for label in FRAME_ITEM_KINDS.values()])]
    title = item.title or _(FRAME_ITEM_KINDS[kind])
    return replace(item, kind=kind, title=title)


def _put_title(item: FrameItem, words: str) -> FrameItem:
    """A new line whose words name a kind is of that kind: a pasted table needs no more."""
    if item.title or item.kind is not FrameItemKind.OTHER:
        return replace(item, title=words)
    return replace(item, title=words, kind=kind_of(words))


def _amount(field: Year, item: FrameItem) -> str:
    return amount(getattr(item, field))


def _put_amount(field: Year, item: FrameItem, words: str) -> FrameItem:
    changed: dict[str, Any] = {field: kronor(words)}
    return replace(item, **changed)
