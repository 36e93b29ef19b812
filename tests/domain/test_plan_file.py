"""The plan's file form: out and in again is the same plan, and nothing damaged comes in."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Municipality
from styrdesk.domain.plain import from_plain, schema, to_plain
from styrdesk.domain.plan import Activity, BlockKind, Plan, Volume
from styrdesk.domain.plan_file import PlanFile, as_new, dump, json_schema, load
from styrdesk.domain.record import FieldSpec, Record, specs
from tests.helpers.builders import (
    CHAPTER,
    a_block,
    a_document,
    a_plan,
    a_unit,
    chapter,
    uid,
)

PICTURE = b"\x89PNG"
DIGEST = hashlib.sha256(PICTURE).hexdigest()


def dumped(**tables: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dump(PlanFile(a_document(**tables))))
    return found


def refused(data: Any) -> RuleBroken:
    with pytest.raises(RuleBroken) as broken:
        load(data if isinstance(data, str) else json.dumps(data))
    return broken.value


# ---- records -------------------------------------------------------------------------------

IDS = st.integers(0, 9).map(uid)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=8)


PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**53) + 1, 2**53 - 1),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(-(10**9), 10**9, places=4),
}


def _values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    if spec.name == "id" or spec.link:
        made: st.SearchStrategy[Any] = IDS
    elif spec.rich:
        made = st.just("<p>a</p>")
    elif spec.bounds:
        made = st.integers(*spec.bounds)
    elif issubclass(spec.kind, StrEnum):
        made = st.sampled_from(spec.kind)
    else:
        made = PLAIN[spec.kind]
    return st.none() | made if spec.optional else made


def records(kind: type) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{spec.name: _values(spec) for spec in specs(kind)})


@pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS.keys())
@settings(max_examples=20)  # times 29 kinds
@given(data=st.data())
def test_a_record_comes_back_the_same_and_follows_its_schema(
    kind: type[Any], data: st.DataObject
) -> None:
    record: Record = data.draw(records(kind))
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(kind, plain, "x[0]") == record
    jsonschema.Draft202012Validator(schema(kind)).validate(plain)


BAD_FIELDS: list[tuple[type, str, Any]] = [
    (Activity, "title", 1),
    (Activity, "title", None),
    (Activity, "titel", "x"),
    (Activity, "start", "2026-13-01"),
    (Activity, "start", "2026-W50-4"),
    (Activity, "start", "20261210"),
    (Activity, "start", 2026),
    (Activity, "status", "half done"),
    (Activity, "position", True),
    (Activity, "position", 1.0),
    (Activity, "position", "1"),
    (Activity, "position", 2**53),
    (Activity, "id", "x"),
    (Activity, "id", None),
    (Plan, "risk_action_from", 0),
    (Plan, "risk_action_from", 17),
    (Volume, "outcome", 1.5),
    (Volume, "outcome", "1e999999"),
    (Volume, "outcome", "NaN"),
    (Volume, "outcome", "Infinity"),
    (Volume, "outcome", "1_000"),
    (Volume, "outcome", " 1"),
    (Volume, "outcome", "\u0663"),
    (Volume, "outcome", "1" * 31),
    (Volume, "decimals", 5),
]


@pytest.mark.parametrize(("kind", "field", "value"), BAD_FIELDS)
def test_a_field_that_is_wrong_is_told_with_its_place(kind: type, field: str, value: Any) -> None:
    with pytest.raises(RuleBroken) as broken:
        from_plain(kind, {"id": uid(1)} | {field: value}, "activity[3]")
    assert broken.value.message.startswith("activity[3]")
    assert field in broken.value.message


@pytest.mark.parametrize("data", [None, [], "x", 1])
def test_what_is_no_object_is_no_record(data: object) -> None:
    with pytest.raises(RuleBroken):
        from_plain(Activity, data, "activity[0]")


def test_instructions_are_read_as_rich_text() -> None:
    data = dumped()
    data["chapter"][0]["instruction"] = "<script/>"
    assert refused(data).message.startswith("chapter[0].instruction")


def test_a_very_small_number_is_written_in_figures() -> None:
    assert to_plain(Volume(uid(1), outcome=Decimal("1E-10")))["outcome"] == "0.0000000001"
    assert to_plain(Volume(uid(1), outcome=Decimal("1E+3")))["outcome"] == "1000"


# ---- plans ---------------------------------------------------------------------------------


def test_a_plan_comes_back_the_same_and_follows_the_schema() -> None:
    made = PlanFile(
        a_document(block=(a_block(BlockKind.IMAGE, file=DIGEST, alt="x"),)),
        {DIGEST: ("image/png", PICTURE)},
    )
    text = dump(made)
    assert load(text) == made
    assert dump(load(text)) == text
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(json.loads(text), json_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "null",
        '{"format": "other"}',
        "[" * 100_000,
        '{"a": NaN}',
        '{"a": 1' + "0" * 5_000 + "}",
        '{"format": "styrdesk-plan", "format": "styrdesk-plan"}',
        '{"format": "styrdesk-plan", "version": 2, "richtext": 1}',
        '{"format": "styrdesk-plan", "version": 1, "richtext": 1}',
    ],
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    assert refused(text).message


def changed(table: str, place: int, **fields: Any) -> dict[str, Any]:
    data = dumped()
    data[table][place] |= fields
    return data


DAMAGED = {
    "an unknown part": lambda: dumped() | {"goals": []},
    "no plan": lambda: dumped() | {"plan": []},
    "two plans": lambda: dumped(plan=(a_plan(), a_plan(id=uid(70)))),
    "a table that is no list": lambda: dumped() | {"goal": {}},
    "the same id twice": lambda: dumped(chapter=(chapter(0, id=CHAPTER),) * 2),
    "a link that leads nowhere": lambda: changed("activity", 0, assignment_id=uid(999)),
    "a link to another kind": lambda: changed("activity", 0, assignment_id=CHAPTER),
    "no owner": lambda: changed("activity", 0, plan_id=""),
    "a text that cannot be read": lambda: changed("block", 0, body="<p>x"),
    "a table that cannot be read": lambda: changed("block", 0, kind="free_table", body="x"),
    "an unknown unit of money": lambda: changed("plan", 0, unit="SEK"),
    "a year that is none": lambda: changed("plan", 0, year=26),
    "a colour that is none": lambda: changed("municipality", 0, primary_colour="red"),
    "a chapter under itself": lambda: dumped(
        chapter=(chapter(0, id=CHAPTER), chapter(1, 1)), block=()
    ),
    "chapters in a circle": lambda: dumped(chapter=(chapter(1, 2), chapter(2, 1)), block=()),
    "four levels of chapters": lambda: dumped(
        chapter=(chapter(1), chapter(2, 1), chapter(3, 2), chapter(4, 3)), block=()
    ),
    "units in a circle": lambda: dumped(unit=(a_unit(1, 2), a_unit(2, 1))),
    "a missing image": lambda: changed("block", 0, file=DIGEST),
}


@pytest.mark.parametrize("why", DAMAGED)
def test_a_plan_that_does_not_hold_together_is_refused(why: str) -> None:
    assert refused(DAMAGED[why]()).message


def test_three_levels_of_chapters_are_fine() -> None:
    rows = (chapter(1), chapter(2, 1), chapter(3, 2))
    assert load(json.dumps(dumped(chapter=rows, block=()))).document.chapter == rows


@pytest.mark.parametrize(
    "image",
    [
        {"media_type": "image/svg+xml", "base64": base64.b64encode(PICTURE).decode()},
        {"media_type": "image/png", "base64": base64.b64encode(b"other").decode()},
        {"media_type": "image/png", "base64": "*"},
        {"media_type": "image/png", "base64": 1},
        {"media_type": "image/png"},
        None,
    ],
)
def test_an_image_that_is_not_what_it_says_is_refused(image: object) -> None:
    data = changed("block", 0, file=DIGEST) | {"files": {DIGEST: image}}
    assert refused(data).field == f"files.{DIGEST[:12]}"


def test_a_new_copy_shares_no_id_of_its_own_and_holds_together() -> None:
    document = a_document(chapter=(chapter(0, id=CHAPTER), chapter(1, None, parent_id=CHAPTER)))
    copy = as_new(document)
    assert copy.plan[0].id != document.plan[0].id
    assert copy.chapter[1].parent_id == copy.chapter[0].id
    assert copy.goal == document.goal
    assert load(dump(PlanFile(copy))).document == copy


def test_a_plan_without_its_municipality_can_be_read() -> None:
    document = replace(a_document(), municipality=())
    assert load(dump(PlanFile(document))).document == document
    two = (Municipality(uid(1), "A"), Municipality(uid(2), "B"))
    assert refused(dump(PlanFile(a_document(municipality=two)))).field == "plan"


def test_the_tables_of_the_schema_are_those_of_a_document() -> None:
    tables: Any = json_schema()["$defs"]
    assert list(tables) == [name for name, _rows in PlanDocument().tables()]
