"""Any plan at all, made from the fields that records declare; hypothesis draws it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from styrdesk.domain import free_table, richtext
from styrdesk.domain.catalogue import PLAN_TABLES, RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plain import MAX_INTEGER
from styrdesk.domain.plan import BlockKind, Plan
from styrdesk.domain.record import FieldSpec, Record, specs
from tests.helpers.builders import a_plan, a_table, uid

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8
) | st.sampled_from(["Å § 9 – «ö»", "−14 100", "soft\u00adhyphen", "two\nlines", "<b>&amp;"])
KINDS: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(-MAX_INTEGER, MAX_INTEGER),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(-10_000, 10_000, places=3),
}
RICH = st.lists(WORDS, max_size=3).map(
    lambda lines: richtext.write(richtext.from_plain("\n".join(lines)))
)
TABLES = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(
    lambda rows: free_table.write(a_table(*rows))
)


def _value(spec: FieldSpec, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    found: st.SearchStrategy[Any]
    if spec.link:
        found = st.sampled_from(ids[spec.link]) if ids[spec.link] else st.none()
    elif spec.rich:
        found = RICH
    elif issubclass(spec.kind, StrEnum):
        found = st.sampled_from(spec.kind)
    elif spec.bounds:
        found = st.integers(*spec.bounds)
    else:
        found = KINDS[spec.kind]
    return st.none() | found if spec.optional else found


def _fixed(table: str) -> dict[str, Any]:
    """Fields whose rule is more than their type."""
    fixed: dict[str, dict[str, Any]] = {
        "municipality": {"logo": "", "primary_colour": ""},
        "unit": {"parent_id": None},
        "chapter": {"parent_id": None},
        "block": {"file": ""},
    }
    return dict(fixed.get(table, {}))


@st.composite
def records(draw: st.DrawFn, table: str, n: int, ids: dict[str, list[str]]) -> Record:
    """A record of a table, whose links lead to the ids given."""
    kind: type = RECORDS[table]
    fixed = _fixed(table) | {"id": uid(10_000 * PLAN_TABLES.index(table) + n)}
    values = {s.name: draw(_value(s, ids)) for s in specs(kind) if s.name not in fixed}
    made: Any = kind(**values, **fixed)
    if table == "block":
        bodies = {BlockKind.TEXT: RICH, BlockKind.FREE_TABLE: TABLES}
        values["body"] = draw(bodies.get(made.kind, st.just("")))
        made = kind(**values, **fixed)
    record: Record = made
    return record


@st.composite
def documents(draw: st.DrawFn) -> PlanDocument:
    """A plan with zero to two rows in each table, of a nämnd and with a year that may be."""
    ids: dict[str, list[str]] = {table: [] for table in PLAN_TABLES}
    tables: dict[str, tuple[Record, ...]] = {}
    for table in PLAN_TABLES:
        most = 1 if table == "municipality" else 2
        count = max(draw(st.integers(0, most)), int(table == "committee"))
        rows: list[Record] = []
        if table == "plan":
            rows = [draw(_plans(ids))]
        elif all(ids[s.link] for s in specs(RECORDS[table]) if s.link and not s.optional):
            rows = [draw(records(table, n, ids)) for n in range(count)]
        tables[table] = tuple(rows)
        ids[table] += [row.id for row in rows]
    return PlanDocument.of(tables)


@st.composite
def _plans(draw: st.DrawFn, ids: dict[str, list[str]]) -> Plan:
    known: list[str | None] = [None, *ids["strategic_plan"]]
    strategic = draw(st.sampled_from(known))
    return a_plan(
        committee_id=draw(st.sampled_from(ids["committee"])),
        strategic_plan_id=strategic,
        year=draw(st.integers(2020, 2030)),
        title=draw(WORDS.filter(str.strip)),
        related=draw(WORDS),
    )
