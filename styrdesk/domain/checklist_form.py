"""A frozen version of a template, what an answer means by it, and how far a list has come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from styrdesk.base.formats import NotANumber, number, number_as_written, parse_number
from styrdesk.base.i18n import _
from styrdesk.domain.checklist import ChecklistAnswer, ChecklistItem, ChecklistTemplate, ItemKind
from styrdesk.domain.errors import RuleBroken

YES: Final = "yes"
NO: Final = "no"
NOT_APPLICABLE: Final = "na"
_ANSWERS: Final = (YES, NO, NOT_APPLICABLE)
_LEFT_OUT: Final = ("id", "template_id", "position")


@dataclass(frozen=True, slots=True)
class Form:
    """What a list asks: the template's words and items as they were.

    Attributes:
        items: In order, headings among them; an item's number is its place from 1.
    """

    title: str
    purpose: str
    items: tuple[ChecklistItem, ...]

    def points(self) -> list[tuple[int, ChecklistItem]]:
        """The items that ask for something, with their numbers."""
        numbered = enumerate(self.items, 1)
        return [(n, item) for n, item in numbered if item.kind is not ItemKind.HEADING]


def form_of(template: ChecklistTemplate, items: Sequence[ChecklistItem]) -> Form:
    """The form as the template is now; an item without words asks for nothing."""
    asked = tuple(item for item in items if item.title.strip())
    return Form(template.title, template.purpose, asked)


def dump(form: Form) -> str:
    """The form as JSON: the same form always gives the same text, whatever its ids are."""
    items = [
        {key: _plain(value) for key, value in asdict(item).items() if key not in _LEFT_OUT}
        for item in form.items
    ]
    whole = {"title": form.title, "purpose": form.purpose, "items": items}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


def load(text: str) -> Form:
    """A form from its JSON."""
    told = json.loads(text)
    items = tuple(_item(n, row) for n, row in enumerate(told["items"], 1))
    return Form(told["title"], told["purpose"], items)


def _item(number: int, row: Mapping[str, Any]) -> ChecklistItem:
    limits = {key: None if row[key] is None else Decimal(row[key]) for key in ("low", "high")}
    told = {**row, **limits, "kind": ItemKind(row["kind"])}
    return ChecklistItem(id=str(number), position=number - 1, **told)


# ---- answers -------------------------------------------------------------------------------------


def options(item: ChecklistItem) -> tuple[str, ...]:
    """What is chosen among."""
    lines = (line.strip() for line in re.split(r"[\n;]", item.choices))
    return tuple(dict.fromkeys(line for line in lines if line))


def read(item: ChecklistItem, words: str) -> str:
    """An answer in the form it is kept, from what was typed or pressed; empty for none.

    Raises:
        RuleBroken: It cannot be an answer to the item.
    """
    words = words.strip()
    if not words or (words == NOT_APPLICABLE and not item.obligatory):
        return words
    if item.kind is ItemKind.NUMBER:
        try:
            return str(parse_number(words))
        except NotANumber as error:
            raise RuleBroken(_("Write a number, such as 7.5.")) from error
    allowed = _ANSWERS if item.kind is ItemKind.YES_NO else options(item)
    if item.kind in (ItemKind.YES_NO, ItemKind.CHOICE) and words not in allowed:
        raise RuleBroken(_("Choose one of the answers."))
    if item.kind is ItemKind.DATE:
        try:
            date.fromisoformat(words)
        except ValueError as error:
            raise RuleBroken(_("Write the day as 2026-03-31.")) from error
    return words


def fails(item: ChecklistItem, value: str) -> bool:
    """Whether an answer is a failure."""
    if item.kind is ItemKind.YES_NO:
        return item.no_fails and value == NO
    return item.kind is ItemKind.NUMBER and bool(beyond(item, value))


def beyond(item: ChecklistItem, value: str) -> Decimal:
    """How far a number lies outside its limits: above 0 over, below 0 under, 0 within."""
    if not value or value == NOT_APPLICABLE:
        return Decimal(0)
    given = Decimal(value)
    if item.high is not None and given > item.high:
        return given - item.high
    if item.low is not None and given < item.low:
        return given - item.low
    return Decimal(0)


def said(item: ChecklistItem, value: str) -> str:
    """An answer in words."""
    if value == NOT_APPLICABLE:
        return _("Not applicable")
    if item.kind is ItemKind.YES_NO:
        return {YES: _("Yes"), NO: _("No")}.get(value, "")
    if item.kind is ItemKind.NUMBER and value:
        return _with_measure(Decimal(value), item.measure)
    return value


def typed_number(value: str) -> str:
    """A kept number as one types it."""
    given = Decimal(value)
    return number_as_written(given, max(0, -int(given.as_tuple().exponent)))


def limits(item: ChecklistItem) -> str:
    """The limits of a number in words, empty without any."""
    low, high = item.low, item.high
    if low is not None and high is not None:
        return _("{low} to {high}").format(low=_number(low), high=_with_measure(high, item.measure))
    if high is not None:
        return _("at most {number}").format(number=_with_measure(high, item.measure))
    if low is not None:
        return _("at least {number}").format(number=_with_measure(low, item.measure))
    return ""


def _number(value: Decimal) -> str:
    return number(value, max(0, -int(value.as_tuple().exponent)))


def _with_measure(value: Decimal, measure: str) -> str:
    return f"{_number(value)}\N{NO-BREAK SPACE}{measure}".rstrip()


def why(item: ChecklistItem, value: str) -> str:
    """Why an answer is a failure, in words; empty where it is none."""
    over = beyond(item, value) if item.kind is ItemKind.NUMBER else Decimal(0)
    if over:
        how = _("{number} over the limit") if over > 0 else _("{number} under the limit")
        return how.format(number=_with_measure(abs(over), item.measure))
    return _("The answer is no") if fails(item, value) else ""


# ---- how far it has come -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a list has come.

    Attributes:
        points: How many items ask for something.
        lacking: Numbers of obligatory items without an answer.
    """

    points: int
    answered: int
    failed: int
    lacking: tuple[int, ...]


def progress(form: Form, answers: Iterable[ChecklistAnswer]) -> Progress:
    """How far a list has come."""
    given = {answer.item: answer for answer in answers if answer.value}
    points = form.points()
    numbers = [n for n, _item in points]
    lacking = tuple(n for n, item in points if item.obligatory and n not in given)
    answered = sum(n in given for n in numbers)
    failed = sum(given[n].failed for n in numbers if n in given)
    return Progress(len(points), answered, failed, lacking)


def stamped(
    answer: ChecklistAnswer, item: ChecklistItem, value: str, at: str, by: str
) -> ChecklistAnswer:
    """The answer with a new value, stamped with when and who; with neither where it goes."""
    if value == answer.value:
        return answer
    at, by = (at, by) if value else ("", "")
    return replace(answer, value=value, failed=fails(item, value), at=at, by=by)
