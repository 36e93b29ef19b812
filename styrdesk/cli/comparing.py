"""`styrdesk compare`: which two versions, and what differs, as JSON values or in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.cli.arguments import Chosen
from styrdesk.domain.compared import FATES, Line
from styrdesk.domain.plain import plain_value, to_plain
from styrdesk.services.catalogue import Services
from styrdesk.services.comparison import NOW, Compared, version_name


def chosen_pair(chosen: Chosen, services: Services) -> Compared:
    """The two versions that were chosen, compared.

    The earlier one alone is compared with the plan as it is now, the later one alone with the
    version before it. Without any it is the two that came last.

    Raises:
        RuleBroken: There are no such versions.
    """
    plan_id = chosen.plan or services.plans.newest_decided().id
    before, after = chosen.before, chosen.after
    if not before and not after:
        before, after = services.comparisons.usual(plan_id)
    elif not before:
        before = services.versions.numbered(plan_id, after - 1).number
    return services.comparisons.between(plan_id, before, after)


def data_of(found: Compared) -> dict[str, object]:
    """What differs, as JSON values; the plan as it is now has no number."""
    return {
        "plan": found.plan_id,
        "from": found.before if found.before != NOW else None,
        "to": found.after if found.after != NOW else None,
        "changes": [_row(line) for line in found.lines],
    }


def _row(line: Line) -> dict[str, object]:
    change = line.change
    return {
        "change": change.fate.value,
        "table": change.table,
        "record": change.record,
        "field": change.field,
        "before": _value(change.before),
        "after": _value(change.after),
        "chapter": change.chapter,
        "heading": line.head,
        "what": line.what,
    }


def _value(value: Any) -> object:  # noqa: ANN401  # a field's value or a record
    return to_plain(value) if hasattr(value, "__dataclass_fields__") else plain_value(value)


def lines_of(found: Compared, title: str) -> Iterator[str]:
    """The same in words, under the headings of the chapters."""
    names = version_name(found.before), version_name(found.after)
    yield _("{title}: {before} → {after}").format(title=title, before=names[0], after=names[1])
    if not found.lines:
        yield _("No differences.")
    head = ""
    for line in found.lines:
        if line.head != head:
            head = line.head
            yield from ("", head)
        yield f"  {_(FATES[line.change.fate])}: {line.what}"
        yield from (f"    - {words}" for words in line.before.split("\n") if words)
        yield from (f"    + {words}" for words in line.after.split("\n") if words)
        if line.note:
            yield f"    {line.note}"
