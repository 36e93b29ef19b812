"""What is no plan is refused in one line, and leaves the file as it was."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from styrdesk.base.paths import resource
from styrdesk.domain import plan_file
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import BlockKind
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.record import Record
from styrdesk.services.catalogue import Services
from tests.helpers.builders import (
    CHAPTER,
    COMMITTEE,
    a_block,
    a_control,
    a_document,
    a_plan,
    a_table,
    a_table_block,
    chapter,
    uid,
)
from tests.helpers.files import empty_services

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DIGEST = hashlib.sha256(PNG).hexdigest()
SCHEMA = json.loads(resource("schema", "plan-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def small() -> dict[str, Any]:
    """A plan with text, table, image and risk, as JSON values."""
    blocks = (
        a_block(body="<p>Nämndens <b>ekonomi</b>.</p>"),
        replace(a_table_block(a_table(("Skola", "1 200"))), id=uid(31), position=1),
        a_block(BlockKind.IMAGE, id=uid(32), file=DIGEST, alt="En punkt", position=2),
    )
    document = a_document(block=blocks, control=(a_control(),))
    text = plan_file.dump(PlanFile(document, {DIGEST: ("image/png", PNG)}))
    data: dict[str, Any] = json.loads(text)
    return data


SMALL = small()


def state(services: Services) -> tuple[object, ...]:
    kinds: tuple[type[Record], ...] = tuple(RECORDS.values())
    rows = tuple(services.file.store.rows(kind) for kind in kinds)
    blobs = services.file.db.asked("SELECT sha256 FROM blob")
    return (*rows, tuple(blobs), services.file.journal.latest())


def refusal(text: str) -> RuleBroken | None:
    """Import into an empty file; what the user is told, or None when it went well."""
    with empty_services() as services:
        before = state(services)
        try:
            services.exchange.import_plan(text)
        except RuleBroken as error:
            told = error
        else:
            return None
        assert state(services) == before
    assert told.message.strip()
    assert "\n" not in told.message
    told.message.encode()  # what cannot be written cannot be told
    return told


def test_the_schema_that_lies_in_the_repository_is_the_one_of_the_code() -> None:
    text = resource("schema", "plan-1.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(plan_file.json_schema(), ensure_ascii=False, indent=1) + "\n"


def test_the_schema_is_a_schema() -> None:
    try:
        Draft202012Validator.check_schema(SCHEMA)
    except SchemaError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize("name", ["namndplan-2026.json", "namndplan-2027.json"])
def test_the_demo_plans_are_valid(name: str) -> None:
    data = json.loads(resource("demo", name).read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_the_small_plan_is_valid_and_imported() -> None:
    assert VALIDATOR.is_valid(SMALL)
    assert refusal(json.dumps(SMALL)) is None


# ---- any change of any value -----------------------------------------------------------------

Path = tuple[str | int, ...]


def paths(value: object, here: Path = ()) -> list[Path]:
    """Every place in a JSON value."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    found = [here] if here else []
    for key, each in inner:
        found += paths(each, (*here, key))
    return found


PATHS = paths(SMALL)
STRANGE: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, False, 0, -1, 5, 1.5, 1.0, 2**53, 2**64, 10**19, 1e300),
        *("", " ", "x", "T", "\x00", "\ud800", "a\nb", "é" * 300, "1e5", "1_000", "٣", "NaN", "+5"),
        *("2026-13-01", "20261210", "2026-W01-1", "2026-12-10T00:00", "01930000-0000-7000-8000"),
        *(uid(4), uid(5), uid(10), uid(12345), uid(10).upper(), "{" + uid(4) + "}"),
        *(
            "<p>",
            "<script/>",
            "<p>&nbsp;</p>",
            "<p onclick='x'>a</p>",
            "<b>" * 900,
            "<ul><p/></ul>",
        ),
        *("draft", "iu", "text", "free_table", "image", "image/svg+xml", "AAAA", "%%%%"),
        *('{"columns": 1}', '{"columns": [], "rows": [{"id": "a", "cells": ["x"]}]}'),
        *([], {}, [1], {"id": 1}, [[[[[[]]]]]], {"a\nb": 1}, {"\ud800": "\ud800"}),
    ]
)
ACTS = st.tuples(st.sampled_from(PATHS), st.sampled_from(["set", "drop", "add", "twice"]), STRANGE)


def changed(data: Any, act: tuple[Path, str, Any]) -> Any:
    """A copy with one place set, dropped, added to, or doubled."""
    path, what, value = act
    made = copy.deepcopy(data)
    above = made
    try:
        for key in path[:-1]:
            above = above[key]
        last: Any = path[-1]
        if what == "drop":
            del above[last]
        elif what == "set":
            above[last] = copy.deepcopy(value)
        elif isinstance(above, list):
            above.insert(0, copy.deepcopy(above[last] if what == "twice" else value))
        else:
            above[f"{last}{what}"] = copy.deepcopy(value)
    except (KeyError, IndexError, TypeError):
        return made
    return made


@settings(max_examples=100)
@given(st.lists(ACTS, min_size=1, max_size=2))
@example([(("version",), "set", True)])
@example([(("files",), "set", [])])
@example([(("files",), "add", {"a": 1})])
@example([(("files", DIGEST), "add", 5)])
@example([(("plan", 0, "unit"), "set", "dollar")])
@example([(("plan", 0, "title"), "set", "a\nb\ud800")])
def test_what_the_schema_refuses_the_import_refuses_in_one_line(
    acts: list[tuple[Path, str, Any]],
) -> None:
    data = SMALL
    for act in acts:
        data = changed(data, act)
    told = refusal(json.dumps(data))
    if not VALIDATOR.is_valid(data):
        assert told is not None


@settings(max_examples=40)
@given(st.data())
def test_a_text_that_is_cut_or_scrambled_is_refused_or_read(data: st.DataObject) -> None:
    text = json.dumps(SMALL, ensure_ascii=data.draw(st.booleans()))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    refusal(text[:start] + data.draw(st.text(max_size=5)) + text[end:])


# ---- told one by one ---------------------------------------------------------------------------


def with_change(*path: str | int, value: object) -> str:
    return json.dumps(changed(SMALL, (tuple(path), "set", value)))


BAD_TEXTS = {
    "nothing": "",
    "no JSON": "hej",
    "another JSON": "[1, 2]",
    "depth": "[" * 200_000,
    "depth that can just be read": '{"format": "styrdesk-plan", "a": '
    + "[" * 900
    + "]" * 900
    + "}",
    "NaN": json.dumps(SMALL).replace("2026,", "NaN,", 1),
    "infinity": json.dumps(SMALL).replace("2026,", "-Infinity,", 1),
    "a number without end": json.dumps(SMALL).replace("2026,", "9" * 5000 + ",", 1),
    "a field twice": '{"format": "styrdesk-plan", "format": "styrdesk-plan"}',
    "a field twice in a row": json.dumps(SMALL).replace('"year":', '"year": 1, "year":', 1),
    "a byte order mark": "\ufeff" + json.dumps(SMALL),
    "a newer version": with_change("version", value=2),
    "an unknown table": with_change("plans", value=[]),
    "two plans": json.dumps({**SMALL, "plan": SMALL["plan"] * 2}),
    "no plan": with_change("plan", value=[]),
    "a plan that is no row": with_change("plan", value=["x"]),
    "deep values in a field": with_change(
        "plan", 0, "title", value=json.loads("[" * 400 + "]" * 400)
    ),
    "an unknown status": with_change("plan", 0, "status", value="lost"),
    "a dangling link": with_change("goal_answer", 0, "goal_id", value=uid(777)),
    "a link to another table": with_change("goal_answer", 0, "goal_id", value=COMMITTEE),
    "a chapter under itself": with_change("chapter", 0, "parent_id", value=CHAPTER),
    "an id that is none": with_change("risk", 0, "id", value="r1"),
    "a likelihood of 5": with_change("risk", 0, "likelihood", value=5),
    "money with decimals": with_change("budget_line", 0, "cost", value=0.5),
    "money too large": with_change("budget_line", 0, "cost", value=2**60),
    "a script": with_change("block", 0, "body", value="<script>alert(1)</script>"),
    "bold without end": with_change("block", 0, "body", value="<p>" + "<b>" * 5000 + "</p>"),
    "bold very deep": with_change(
        "block", 0, "body", value="<p>" + "<b>" * 5000 + "</b>" * 5000 + "</p>"
    ),
    "an entity bomb": with_change("block", 0, "body", value='<!DOCTYPE a [<!ENTITY b "c">]><p/>'),
    "a table that is none": with_change("block", 1, "body", value='{"columns": {}}'),
    "a table very deep": with_change("block", 1, "body", value="[" * 100_000),
    "wrong base64": with_change("files", DIGEST, "base64", value="a b c"),
    "an image cut short": with_change("files", DIGEST, "base64", value="iVBORw0KGgo="),
    "an image of another kind": with_change("files", DIGEST, "media_type", value="image/svg+xml"),
    "no image": with_change("files", value={}),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_it_is_refused_with_one_line(name: str) -> None:
    assert refusal(BAD_TEXTS[name]) is not None


def test_an_image_that_is_none_is_refused() -> None:
    content = b"<svg/>"
    digest = hashlib.sha256(content).hexdigest()
    document = a_document(block=(a_block(BlockKind.IMAGE, file=digest, alt="x"),))
    text = plan_file.dump(PlanFile(document, {digest: ("image/png", content)}))
    assert refusal(text) is not None


def test_chapters_four_levels_deep_are_refused() -> None:
    chapters = (chapter(1), chapter(2, 1), chapter(3, 2), chapter(4, 3))
    text = plan_file.dump(PlanFile(a_document(chapter=chapters, block=())))
    assert refusal(text) is not None


def test_a_plan_whose_dates_run_backwards_is_refused() -> None:
    day = a_plan().decided_on
    assert day is None
    text = with_change("plan", 0, "valid_from", value="2027-01-01")
    data = json.loads(text)
    data["plan"][0]["valid_to"] = "2026-01-01"
    assert refusal(json.dumps(data)) is not None


def test_the_place_of_the_mistake_is_told() -> None:
    told = refusal(with_change("budget_line", 0, "cost", value="mycket"))
    assert told is not None
    assert "budget_line[0].cost" in told.message
    assert told.field == "budget_line[0].cost"


def test_unseen_characters_are_left_out_and_the_words_kept() -> None:
    with empty_services() as services:
        text = with_change("plan", 0, "title", value="Nämnd\x00plan\ud800 2026")
        plan_id = services.exchange.import_plan(text).plan_id
        assert services.plans.get(plan_id).title == "Nämndplan 2026"
