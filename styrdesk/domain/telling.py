"""Values and records in words, as the history and the trash tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from styrdesk.base.formats import amount, month_name, number_as_written
from styrdesk.base.i18n import _
from styrdesk.domain import free_table, richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.naming import CHOICES, kind_name
from styrdesk.domain.record import FieldSpec

Named = Callable[[str, str], str]
# Never told: ids, the order among siblings, and what the program keeps for itself.
SILENT: Final = frozenset(
    {"id", "position", "sort_key", "folded", "key"} | {"entered", "due", "answer_by", "answer"}
)
MONEY: Final = {
    "frame_item": {"year_1", "year_2", "year_3"},
    "budget_line": {"accounts", "last_budget", "income", "cost", "plan_2", "plan_3"},
    "category_line": {"accounts", "last_budget", "budget", "plan_2", "plan_3"},
    "investment": {"total", "earlier", "year_1", "year_2", "year_3", "running_cost"},
}
PICTURES: Final = {("block", "file"), ("municipality", "logo")}


def told(  # noqa: PLR0913, RUF100  # one question with its usual parts
    table: str,
    spec: FieldSpec,
    value: object,
    name_of: Named,
    unit: str = "kr",
    *,
    secret: bool = True,
) -> str:
    """A field's value in words; empty where nothing stands there.

    Args:
        table: The record's kind.
        spec: The field.
        value: What stands in it, of the field's type.
        name_of: What a record is called, by its table and id.
        unit: Unit money is told in.
        secret: Whether passages marked secret are told too.
    """
    if value is None or value == "":
        return ""
    if spec.link:
        return name_of(spec.link, str(value))
    if spec.kept:
        words = _("an image ({mark})") if (table, spec.name) in PICTURES else _("a file ({mark})")
        return words.format(mark=str(value)[:6])
    if isinstance(value, int) and not isinstance(value, bool):
        return _whole(table, spec.name, value, unit)
    return _plain(value) if type(value) is not str else as_read(spec, value, secret=secret)


def _plain(value: object) -> str:
    """A value that is no text of the writer's."""
    if isinstance(value, StrEnum):
        return _(CHOICES.get(type(value), {}).get(value, value.value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return number_as_written(value) if isinstance(value, Decimal) else str(value)


def _whole(table: str, field: str, value: int, unit: str) -> str:
    if field in MONEY.get(table, set()):
        return f"{amount(value, unit)} {unit}"
    if field == "month":
        return month_name(value) if value else _("All year")
    return str(value)


def as_read(spec: FieldSpec, text: str, *, secret: bool = True) -> str:
    """Words as one reads them: rich text and tables without their marks."""
    if spec.name == "body" and text.startswith("{"):
        return _table(text)
    if spec.rich or text.startswith("<"):
        try:
            return richtext.plain(richtext.parse(text), secret=secret)
        except RuleBroken:
            return text
    return text


def _table(body: str) -> str:
    """A free table's cells, a row a line."""
    try:
        table = free_table.read(body)
    except RuleBroken:
        return body
    heads = [column.title for column in table.columns]
    rows = [list(row.cells) for row in table.rows]
    return "\n".join(" | ".join(line) for line in (heads, *rows))


# Marks on records, with the record's own id: they come and go with it and are not told.
MARKS: Final = frozenset({"carried"})
# Kept by the program itself: neither the history nor the trash speaks of them.
UNTOLD: Final = MARKS | {
    *("plan_version", "version_minutes", "plan_stamp", "checklist_version", "case_event"),
    *("disposal", "disposal_line", "disposal_exemption", "anonymisation"),
    "decided_report",
}
# Of what a record is called: the first line of what is left when these are put together.
NAMED_BY: Final[tuple[str, ...]] = ("code", "title", "name", "caption")
NOT_NAMED_BY: Final = ("person", "title")  # what somebody does is no part of a name
_BY_LINK: Final = {
    "goal_answer": "goal_id",
    "assignment_answer": "assignment_id",
    "plan_indicator": "indicator_id",
    "role": "person_id",
    "plan_version": "plan_id",
    "indicator_value": "indicator_id",
    "budget_frame": "committee_id",
}
_ONE_LINE: Final = 80


def record_name(
    table: str,
    values: Mapping[str, object],
    specs: Mapping[str, FieldSpec],
    name_of: Named,
) -> str:
    """What a record is called, by the values of its fields; its kind where nothing names it."""
    naming = [field for field in NAMED_BY if (table, field) != NOT_NAMED_BY]
    words = " ".join(str(values.get(field) or "") for field in naming).strip()
    by = _BY_LINK.get(table)
    if by and values.get(by):
        words = name_of(specs[by].link, str(values[by]))
    more = {"indicator_value": ("year", "kind"), "budget_frame": ("year",), "role": ("kind",)}
    extra = [
        told(table, specs[field], values[field], name_of)
        for field in more.get(table, ())
        if values.get(field)
    ]
    words = ", ".join(part for part in (words, *extra) if part)
    if not words and table == "block":
        kind = told(table, specs["kind"], values.get("kind"), name_of)
        start = as_read(specs["body"], str(values.get("body") or "")).strip().split("\n")[0]
        words = f"{kind}: {start}" if start else kind
    words = words or kind_name(table)
    return words if len(words) <= _ONE_LINE else words[: _ONE_LINE - 1] + "…"
