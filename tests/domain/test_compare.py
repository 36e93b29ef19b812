"""What differs between two versions: all of it, each difference once, as they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.catalogue import PLAN_TABLES, RECORDS
from styrdesk.domain.compare import COMPARED, Change, Fate, changes
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import BlockKind, Chapter, PlanStatus
from styrdesk.domain.record import specs
from styrdesk.domain.telling import MARKS, SILENT
from tests.helpers.builders import (
    CHAPTER,
    a_block,
    a_decided_plan,
    a_document,
    a_line,
    a_plan,
    a_text,
    an_activity,
    chapter,
    frame_items,
    uid,
)
from tests.helpers.plan_documents import documents

ASIDE = {"plan": {"status"}, "chapter": {"instruction", "ready", "responsible_id"}}


def applied(before: PlanDocument, found: tuple[Change, ...]) -> dict[str, dict[str, Any]]:
    """The rows of the earlier version with each change made in them, by table and id."""
    rows: dict[str, dict[str, Any]] = {
        table: {row.id: row for row in before.rows(table)} for table in COMPARED
    }
    for change in found:
        table = rows[change.table]
        if change.fate is Fate.REMOVED:
            assert table.pop(change.record) == change.before
        elif change.fate is Fate.NEW:
            assert change.record not in table
            table[change.record] = change.after
        elif change.fate is Fate.CHANGED:
            assert getattr(table[change.record], change.field) == change.before
            table[change.record] = replace(table[change.record], **{change.field: change.after})
        else:
            place = {name: getattr(change.after, name) for name in ("parent_id", "appendix")}
            table[change.record] = replace(table[change.record], **place)
    return rows


def content(table: str, row: Any) -> dict[str, Any]:
    """What a comparison speaks of in a row."""
    silent = SILENT | ASIDE.get(table, set())
    return {s.name: getattr(row, s.name) for s in specs(RECORDS[table]) if s.name not in silent}


@settings(max_examples=20)
@given(document=documents())
def test_a_plan_does_not_differ_from_itself(document: PlanDocument) -> None:
    assert changes(document, document) == ()


@settings(max_examples=30)
@given(before=documents(), after=documents())
def test_what_differs_is_told_once_and_leads_from_the_one_to_the_other(
    before: PlanDocument, after: PlanDocument
) -> None:
    found = changes(before, after)
    told = Counter((c.table, c.record, c.field) for c in found)
    assert set(told.values()) <= {1}
    rows = applied(before, found)
    for table in COMPARED:
        wanted = {row.id: content(table, row) for row in after.rows(table)}
        assert {key: content(table, row) for key, row in rows[table].items()} == wanted


def test_all_that_a_plan_holds_is_compared_but_its_marks() -> None:
    assert set(PLAN_TABLES) - set(COMPARED) == MARKS


def test_each_field_of_each_record_is_told_once() -> None:
    document = a_document()
    for table in COMPARED:
        rows: Any = document.rows(table)
        for row in rows[:1]:
            for spec in specs(RECORDS[table]):
                untold = SILENT | ASIDE.get(table, set()) | {"parent_id", "appendix"}
                if spec.name in untold or spec.link:
                    continue
                value = _other(getattr(row, spec.name), spec.kind)
                changed: Any = replace(row, **{spec.name: value})
                tables: Any = {table: (changed, *document.rows(table)[1:])}
                found = changes(document, replace(document, **tables))
                assert [(c.fate, c.table, c.field) for c in found] == [
                    (Fate.CHANGED, table, spec.name)
                ]


def _other(value: Any, kind: Any) -> Any:
    if hasattr(kind, "__members__"):
        return next(one for one in kind if one != value)
    if kind is bool:
        return not value
    if kind is str:
        return f"{value or ''}x"
    if kind is date:
        return date(2031, 1, 1) if value is None else None
    return (value or kind(0)) + 1


# ---- the order in which they are read -----------------------------------------------------------


def test_they_stand_as_they_are_read_the_registers_last() -> None:
    blocks = (
        a_block(id=uid(31), kind=BlockKind.ACTIVITIES, position=1),
        a_block(id=uid(32), chapter_id=uid(1001), kind=BlockKind.FRAME),
        a_text("Nämndens ekonomi."),
    )
    chapters = (replace(a_document().chapter[0], position=0), chapter(1))
    before = a_document(chapter=chapters, block=blocks)
    after = replace(
        before,
        municipality=(replace(before.municipality[0], name="Falu kommun"),),
        plan=(a_plan(title="Annan plan"),),
        activity=(an_activity(title="Annat"),),
        frame_item=frame_items((950_000, 1_000_000, 1_000_000), (100_000, 0, 0)),
        chapter=(replace(chapters[0], title="Verksamhet"), chapters[1]),
        block=(*blocks[:2], a_text("Nämndens pengar.")),
    )
    assert [(c.table, c.field, c.chapter) for c in changes(before, after)] == [
        ("plan", "title", ""),
        ("chapter", "title", CHAPTER),
        ("block", "body", CHAPTER),
        ("activity", "title", CHAPTER),
        ("frame_item", "year_1", uid(1001)),
        ("municipality", "name", ""),
    ]


def test_what_is_removed_stands_where_it_was() -> None:
    every = tuple(chapter(n) for n in range(3))
    gone = a_block(id=uid(33), chapter_id=every[1].id)
    before = a_document(chapter=every, block=(gone,))
    after = a_document(
        chapter=(replace(every[0], title="A"), replace(every[2], title="C")), block=()
    )
    assert [(c.fate, c.table, c.chapter) for c in changes(before, after)] == [
        (Fate.CHANGED, "chapter", every[0].id),
        (Fate.REMOVED, "chapter", every[1].id),
        (Fate.REMOVED, "block", every[1].id),
        (Fate.CHANGED, "chapter", every[2].id),
    ]


# ---- moves --------------------------------------------------------------------------------------


def moved(before: tuple[Chapter, ...], after: tuple[Chapter, ...]) -> list[str]:
    found = changes(a_document(chapter=before), a_document(chapter=after))
    assert all(change.fate is Fate.MOVED for change in found)
    return [change.record for change in found]


def test_a_chapter_that_is_moved_is_told_and_not_those_it_was_moved_past() -> None:
    one, two, three = (chapter(n) for n in (1, 2, 3))
    last = replace(one, position=9)
    assert moved((one, two, three), (two, three, last)) == [one.id]
    assert moved((one, two, three), (one, replace(two, parent_id=one.id), three)) == [two.id]
    assert moved((one, two), (one, replace(two, appendix=True))) == [two.id]


def test_a_chapter_that_only_got_another_number_is_not_moved() -> None:
    one, two = chapter(1), chapter(2)
    new = chapter(0)
    found = changes(a_document(chapter=(one, two)), a_document(chapter=(new, one, two)))
    assert [(c.fate, c.record) for c in found] == [(Fate.NEW, new.id)]
    assert moved((one, two), (replace(one, position=4), replace(two, position=7))) == []


@given(order=st.permutations(range(6)))
def test_no_more_chapters_are_told_than_were_moved(order: list[int]) -> None:
    every = [chapter(n) for n in range(6)]
    after = tuple(replace(every[n], position=place) for place, n in enumerate(order))
    told = moved(tuple(every), after)
    stayed = [n for n in order if every[n].id not in told]
    assert stayed == sorted(stayed)
    longest = [1] * 6
    for place, n in enumerate(order):
        longest[place] = 1 + max((longest[p] for p in range(place) if order[p] < n), default=0)
    assert len(stayed) == max(longest)


def test_rows_that_changed_place_are_not_told() -> None:
    rows = a_line(100), replace(a_line(200), id=uid(777))
    swapped = replace(rows[1], position=0), replace(rows[0], position=1)
    assert changes(a_document(budget_line=rows), a_document(budget_line=swapped)) == ()


# ---- the minutes --------------------------------------------------------------------------------


def test_what_a_new_version_waits_for_is_not_told() -> None:
    decided = a_decided_plan(decided_on=date(2025, 12, 2), paragraph="§ 9", approval_names="A B")
    opened = replace(
        decided, status=PlanStatus.DRAFT, decided_on=None, paragraph="", approval_names=""
    )
    before, after = a_document(plan=(decided,)), a_document(plan=(opened,))
    assert changes(before, after) == ()
    dated = a_document(plan=(replace(opened, decided_on=date(2026, 2, 3)),))
    assert [c.field for c in changes(before, dated)] == ["decided_on"]
    later = replace(decided, decided_on=date(2026, 2, 3))
    assert [c.field for c in changes(before, a_document(plan=(later,)))] == ["decided_on"]
