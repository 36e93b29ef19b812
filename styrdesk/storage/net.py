"""What a step changed in all: from every single write to one net change per row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

Row = dict[str, Any]


class Op(StrEnum):
    """What happened to a row."""

    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    PURGED = "PURGED"  # a deletion whose content has been taken out


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row; values by column. A new row has none, a deleted one no after."""

    table: str
    record: str
    op: Op
    before: Row
    after: Row


def coalesced(changes: Iterable[Change], current: Callable[[str, str], Row]) -> list[Change]:
    """At most one change per row; none where all is as it was.

    Args:
        changes: In the order they were made.
        current: Gives a row as it stands after them. Asked for rows that were deleted and made
            anew, which in all are changed: what a new row held is not in the journal.
    """
    net: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = change.table, change.record
        first = net.pop(key, None)
        joined = change if first is None else _joined(first, change)
        if joined:
            net[key] = joined
    settled = (_settled(change, current) for change in net.values())
    return [change for change in settled if change.op is not Op.UPDATE or change.before]


def _joined(first: Change, then: Change) -> Change | None:
    if first.op is Op.INSERT:
        return None if then.op is Op.DELETE else first
    if first.op is Op.DELETE:
        return replace(first, op=Op.UPDATE)
    before = {**then.before, **first.before}
    if then.op is Op.DELETE:
        return replace(first, op=Op.DELETE, before=before, after={})
    return replace(first, before=before, after={**first.after, **then.after})


def _settled(change: Change, current: Callable[[str, str], Row]) -> Change:
    if change.op is not Op.UPDATE:
        return change
    before, after = change.before, change.after
    if before.keys() != after.keys():  # deleted and made anew
        after = current(change.table, change.record)
    kept = [column for column in before if before[column] != after[column]]
    return replace(change, before={c: before[c] for c in kept}, after={c: after[c] for c in kept})
