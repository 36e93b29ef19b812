"""The grid of a template's items: what is asked, how it is answered, and when it is a failure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from styrdesk.base.formats import NotANumber, number_as_written, parse_number
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.checklist import ITEM_KINDS, ChecklistItem, ItemKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.choice_fields import kinds
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column, chosen, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext


def items_grid(context: PageContext, template_id: str) -> OwnedGrid[ChecklistItem]:
    """The items of a template; rows are dragged, or moved by Alt and an arrow."""
    items = context.services.checklist_items
    return OwnedGrid(
        items,
        context.operations,
        _columns(),
        name=_("Items"),
        fresh=lambda: ChecklistItem(new_id(), template_id),
        lines=lambda: items.rows({"template_id": template_id}),
    )


def _columns() -> tuple[OwnedColumn[ChecklistItem], ...]:
    return (
        text_column(_("What is asked"), "title"),
        choice_column(_("Answer"), "kind", kinds(ITEM_KINDS), width=116),
        _number_column(_("Lowest"), "low"),
        _number_column(_("Highest"), "high"),
        text_column(_("Unit"), "measure", width=60),
        text_column(_("Choices"), "choices", width=112),
        _truth_column(_("Obligatory"), "obligatory", not_of=(ItemKind.HEADING,), width=92),
        _truth_column(_("No is a failure"), "no_fails", only_of=(ItemKind.YES_NO,), width=96),
        text_column(_("What to look for"), "help", width=168),
    )


def _number_column(title: str, field: str) -> OwnedColumn[ChecklistItem]:
    def show(item: ChecklistItem) -> str:
        value: Decimal | None = getattr(item, field)
        if value is None:
            return ""
        return number_as_written(value, max(0, -int(value.as_tuple().exponent)))

    def put(item: ChecklistItem, words: str) -> ChecklistItem:
        try:
            value = parse_number(words) if words.strip() else None
        except NotANumber as error:
            raise RuleBroken(_("Write a number, such as 7.5.")) from error
        return _with(item, field, value)

    return OwnedColumn(title, show, put, kind="num", width=68)


def _truth_column(
    title: str,
    field: str,
    *,
    width: int,
    only_of: tuple[ItemKind, ...] = tuple(ItemKind),
    not_of: tuple[ItemKind, ...] = (),
) -> OwnedColumn[ChecklistItem]:
    """Yes or no, shown only of the kinds of items it is a question of."""
    words = [_("Yes"), _("No")]

    def show(item: ChecklistItem) -> str:
        if item.kind in not_of or item.kind not in only_of:
            return ""
        return words[0] if getattr(item, field) else words[1]

    def put(item: ChecklistItem, typed: str) -> ChecklistItem:
        return _with(item, field, not chosen(typed, words))

    return OwnedColumn(title, show, put, width=width, choices=words)


def _with(item: Any, field: str, value: object) -> ChecklistItem:
    changed: ChecklistItem = replace(item, **{field: value})
    return changed
