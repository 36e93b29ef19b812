"""What is saved is what is read, in Swedish order, and what cannot be kept is told."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import peewee
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.ids import new_id
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.criteria import Between, From, Lacking, Other, UpTo
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Committee, Person, Role, Unit
from styrdesk.domain.plan import Volume
from styrdesk.domain.record import FieldSpec, specs
from styrdesk.storage.columns import cleaned, from_column, to_column
from styrdesk.storage.file import File
from styrdesk.storage.journal import StepKind


@contextmanager
def step(file: File) -> Iterator[None]:
    with file.transaction():
        seq = file.journal.begin(new_id(), "", "", "test", StepKind.DO)
        yield
        file.journal.end(seq, StepKind.BARRIER)


@contextmanager
def passing(file: File) -> Iterator[None]:
    """A step that is taken back, so that its rows need not point at anything."""
    with contextlib.suppress(EOFError), step(file):
        file.db.execute_sql("PRAGMA defer_foreign_keys = ON")
        yield
        raise EOFError


def saved(file: File, *records: Any) -> None:
    with step(file):
        for record in records:
            file.store.save(record)


def committees(file: File, *names: str) -> None:
    saved(file, *(Committee(f"{n:02}", name=name) for n, name in enumerate(names)))


VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    int: st.integers(-(2**63) + 1, 2**63 - 1),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(allow_nan=False),
}
WRITTEN_ONCE = {"plan_version", "decided_report"}


def values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    if spec.link:
        return st.none() if spec.optional else st.just("00")
    found = VALUES[spec.kind] if spec.kind in VALUES else st.sampled_from(list(spec.kind))  # type: ignore[call-overload]
    return found | st.none() if spec.optional else found


@pytest.mark.parametrize("table", RECORDS)
@given(data=st.data())
@settings(max_examples=8)
def test_what_is_saved_is_what_is_read(opened: File, table: str, data: st.DataObject) -> None:
    kind = RECORDS[table]
    fields = {spec.name: data.draw(values(spec)) for spec in specs(kind)} | {"id": "00"}
    record = kind(**fields)
    with passing(opened):
        opened.store.save(record)
        assert opened.store.get(kind, "00") == record
        if table not in WRITTEN_ONCE:
            opened.store.save(record)
        assert opened.store.rows(kind) == (record,)


def test_a_field_keeps_its_type(opened: File) -> None:
    volume = Volume("v", year_1=Decimal("1.50"))
    with passing(opened):
        opened.store.save(volume)
        assert str(opened.store.get(Volume, "v").year_1) == "1.50"


def test_names_come_in_swedish_order(opened: File) -> None:
    committees(opened, "Östra", "Zon", "Ärla", "Åsa", "Avd 10", "Avd 9")
    names = [c.name for c in opened.store.rows(Committee, order=["sort_key"])]
    assert names == ["Avd 9", "Avd 10", "Zon", "Åsa", "Ärla", "Östra"]
    falling = [c.name for c in opened.store.rows(Committee, order=["-name"])]
    assert falling == names[::-1]


def test_pages_together_are_the_whole_in_order(opened: File) -> None:
    committees(opened, *(f"N{n % 3}" for n in range(20)))
    whole = opened.store.rows(Committee, order=["name"])
    pages = [opened.store.rows(Committee, order=["name"], limit=7, offset=n) for n in (0, 7, 14)]
    assert tuple(row for page in pages for row in page) == whole
    assert opened.store.rows(Committee, order=["name"], offset=15) == whole[15:]


def test_all_words_must_stand_there_in_any_case(opened: File) -> None:
    committees(opened, "Barn- och ungdomsnämnden", "Äldrenämnden", "Aldrenamnden")
    assert opened.store.count(Committee, words="NÄMND ung") == 1
    assert [c.name for c in opened.store.rows(Committee, words="äldre")] == ["Äldrenämnden"]
    assert opened.store.count(Committee, words="100 %") == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (UpTo(date(2026, 1, 2)), "ab"),
        (From(date(2026, 1, 2)), "bc"),
        (Between(date(2026, 1, 2), date(2026, 1, 3)), "bc"),
        (Between(date(2026, 1, 3), date(2026, 1, 2)), ""),
        (Other(None), "abc"),
        (Other(date(2026, 1, 2)), "acd"),
        (None, "d"),
    ],
)
def test_a_day_is_asked_for_by_bounds_and_one_that_is_not_there_is_within_none(
    opened: File, asked: object, found: str
) -> None:
    days = {"a": date(2026, 1, 1), "b": date(2026, 1, 2), "c": date(2026, 1, 3), "d": None}
    saved(opened, *(Committee(key, name=key, valid_to=day) for key, day in days.items()))
    rows = opened.store.rows(Committee, {"valid_to": asked})
    assert "".join(row.id for row in rows) == found
    assert opened.store.count(Committee, {"valid_to": asked}) == len(found)


def test_all_but_a_word_and_from_a_word_on(opened: File) -> None:
    saved(opened, Committee("a", name="A"), Committee("b", name="B"), Committee("c", name="C"))
    rows = opened.store.rows(Committee, {"name": Other("B")})
    assert [row.id for row in rows] == ["a", "c"]
    assert [row.id for row in opened.store.rows(Committee, {"name": From("B")})] == ["b", "c"]


def test_what_no_other_record_has_is_asked_for(opened: File) -> None:
    committees(opened, "A", "B", "C")
    a, b, c = (row.id for row in opened.store.rows(Committee, order=["name"]))
    saved(opened, Person("p", name="Åsa"), Person("q", name="Bo"))
    saved(opened, Role("r1", "p", a), Role("r2", "q", b), Role("r3", "p", None))  # of none: no veto
    without = Lacking(Role, "committee_id", {"person_id": "p"})
    assert [row.id for row in opened.store.rows(Committee, {"id": without}, order=["name"])] == [
        b,
        c,
    ]
    assert opened.store.count(Committee, {"id": without, "name": "B"}) == 1
    assert opened.store.count(Committee, {"id": Lacking(Role, "committee_id", {})}) == 1


def test_a_collection_may_be_of_any_length_and_none(opened: File) -> None:
    committees(opened, "A", "B", "C")
    many = ["00", "02", *(f"x{n}" for n in range(300_000))]
    assert [c.name for c in opened.store.rows(Committee, {"id": many})] == ["A", "C"]
    assert opened.store.rows(Committee, {"id": []}) == ()
    assert opened.store.count(Committee, {"valid_from": None}) == 3


@pytest.mark.parametrize("asked", [{"where": {"nmae": "A"}}, {"order": ("nmae",)}])
def test_a_field_that_is_none_is_never_taken_for_a_text(
    opened: File, asked: dict[str, Any]
) -> None:
    """SQLite takes a name in quotes that is no column for a text, and finds nothing."""
    committees(opened, "A")
    with pytest.raises(peewee.OperationalError, match="no such column"):
        opened.store.rows(Committee, **asked)


def test_who_uses_a_record_is_told_but_not_its_own_parts(opened: File) -> None:
    saved(
        opened,
        Committee("c", name="A"),
        Unit("u", committee_id="c", name="B"),
        Person("p", name="C"),
        Role("r", person_id="p", committee_id="c"),
    )
    assert opened.store.users("committee", "c") == {"unit": 1}
    assert opened.store.users("person", "p") == {}


def test_what_is_not_there_is_a_key_error(opened: File) -> None:
    with pytest.raises(KeyError):
        opened.store.get(Committee, "gone")


def test_a_write_outside_a_step_is_refused(opened: File) -> None:
    committees(opened, "A")
    for write in (
        lambda: opened.store.save(Committee("new")),
        lambda: opened.store.save(Committee("00", name="B")),
        lambda: opened.store.delete(Committee, "00"),
        lambda: opened.blobs.add(b"x", "image/png"),
    ):
        with pytest.raises(peewee.IntegrityError, match="outside a step"):
            write()
    assert [c.name for c in opened.store.rows(Committee)] == ["A"]


@given(st.text(st.characters()))
def test_cleaned_text_can_be_kept_everywhere(text: str) -> None:
    once = cleaned(text)
    assert once.encode().decode() == once
    assert not {c for c in once if ord(c) < 32} - {"\t", "\n"}
    assert cleaned(once) == once


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("a\x00b", "ab"),
        ("a\x0bb\r\nc\rd", "a\nb\nc\nd"),
        ("half \ud83d of a face", "half \ufffd of a face"),
        ("\tåäö \u00a0 \u200d 👩‍💻", "\tåäö \u00a0 \u200d 👩‍💻"),
    ],
)
def test_text_is_made_fit_to_be_kept_and_no_more(opened: File, typed: str, becomes: str) -> None:
    committees(opened, typed)
    assert opened.store.get(Committee, "00").name == becomes
    assert opened.store.count(Committee, {"name": typed}) == 1
    assert opened.store.rows(Committee, words=typed) == opened.store.rows(Committee)


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**400])
def test_a_number_too_large_for_the_file_is_told_at_its_field(opened: File, number: int) -> None:
    with pytest.raises(RuleBroken) as told, step(opened):
        opened.store.save(Committee("c", position=number))
    assert told.value.field == "position"
    assert not opened.db.connection().in_transaction


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (date, "2026-02-30"),
        (Decimal, "1.x"),
        (int, "one"),
        (Colour, "blue"),
        (str, None),
        (date, 7),
    ],
)
def test_a_value_that_was_never_written_is_damage_and_no_crash(kind: type, value: object) -> None:
    with pytest.raises(FileProblem) as told:
        from_column(FieldSpec("field", kind, optional=False), value)
    assert told.value.fault is FileFault.DAMAGED


def test_bad_utf_8_in_a_text_is_damage_and_no_crash(opened: File) -> None:
    committees(opened, "A")
    opened.db.execute_sql("DROP TRIGGER journal_committee_update")
    opened.db.execute_sql("UPDATE committee SET name = CAST(x'C3' AS TEXT)")
    with pytest.raises(FileProblem) as told:
        opened.store.rows(Committee)
    assert told.value.fault is FileFault.DAMAGED


def test_an_enumeration_is_kept_by_its_value() -> None:
    assert to_column(Colour.RED) == "red"
    assert type(to_column(Colour.RED)) is str
    assert dataclasses.is_dataclass(Committee)


def test_kept_bytes_come_back_or_are_told_as_damage(opened: File) -> None:
    with step(opened):
        digest = opened.blobs.add(b"\x89PNG", "image/png")
        assert opened.blobs.add(b"\x89PNG", "image/png") == digest
    assert opened.blobs.get(digest) == ("image/png", b"\x89PNG")
    with pytest.raises(FileProblem):
        opened.blobs.get("0" * 64)
    with step(opened):
        opened.db.execute_sql("UPDATE blob SET content = x'00'")
    with pytest.raises(FileProblem) as told:
        opened.blobs.get(digest)
    assert told.value.fault is FileFault.DAMAGED
