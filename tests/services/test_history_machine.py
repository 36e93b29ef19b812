"""Whatever was done, the history walked back from now gives each earlier state of every record."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import peewee
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.plan import Block, Chapter, Plan
from styrdesk.domain.telling import SILENT
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import connection, file
from styrdesk.storage.history import Key
from styrdesk.storage.net import Op, Row

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
KINDS = (Chapter, Block, Unit, Person)
TABLES = ("chapter", "block", "unit", "person")
IDS = st.sampled_from("ab")
WORDS = st.sampled_from(["", "x", "y"])
# Without circles, as the services see to: only b lies under a.
PLACES = st.sampled_from([("a", None), ("b", None), ("b", "a")])
SAVES = st.one_of(
    st.builds(lambda at, title: Chapter(at[0], "p", at[1], title), PLACES, WORDS),
    st.builds(Block, IDS, chapter_id=IDS, body=WORDS),
    st.builds(lambda at, name: Unit(at[0], "c", at[1], name), PLACES, WORDS),
    st.builds(Person, IDS, WORDS, WORDS),
)
DELETES = st.tuples(st.sampled_from(KINDS), IDS)
STEPS = st.lists(
    st.tuples(st.lists(SAVES | DELETES, min_size=1, max_size=4), st.sampled_from(["", "v"]))
    | st.sampled_from(["undo", "redo", "empty"]),
    max_size=14,
)
State = dict[Key, Row]


def state(services: Services) -> State:
    found: State = {}
    for table in TABLES:
        records: tuple[Any, ...] = services.file.store.rows(RECORDS[table])
        for record in records:
            values = {n: getattr(record, n) for n in record.__dataclass_fields__}
            found[table, record.id] = {n: v for n, v in values.items() if n not in SILENT}
    return found


def act(services: Services, acts: list[Any], visit: str) -> None:
    with services.work.step("Edit", visit):
        for each in acts:
            with suppress(peewee.IntegrityError):
                if isinstance(each, tuple):
                    services.file.store.delete(*each)
                else:
                    services.file.store.save(each)


def walked_back(services: Services, key: Key, now: Row | None) -> dict[int, Row | None]:
    """What the record was before each step that touched it, by the step's number.

    A state that was taken out of the journal for good is not there.
    """
    before: dict[int, Row | None] = {}
    values = dict(now) if now is not None else None
    lost = False
    for line in services.file.history.lines([key]):
        lost = lost or line.op is Op.PURGED
        if line.op is Op.INSERT:
            values, lost = None, False
        elif line.op is Op.DELETE:
            held = services.file.trash.held(line.step, *key)[key]
            values = {name: held[name] for name in held if name not in SILENT}
        elif line.op is Op.UPDATE and values is not None:
            values = values | {line.field: line.before}
        before.pop(line.step, None)
        if not lost:
            before[line.step] = dict(values) if values is not None else None
    return before


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("machine") / "begun.styrdesk"
    made = file.create(path)
    with services_of(made, CLOCK, str).work.barrier("Begin"):
        made.store.save(Committee("c"))
        made.store.save(Plan("p", committee_id="c"))
    made.close()
    return path


@settings(max_examples=40)
@given(steps=STEPS)
def test_walking_back_gives_each_earlier_state(begun: Path, steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        shutil.copyfile(begun, path)
        services = services_of(file.open_file(path), CLOCK, str)
        states: dict[int, State] = {}
        for step in steps:
            before, latest = state(services), services.file.journal.latest()
            if step == "empty":
                services.trash.empty()
            elif isinstance(step, str):
                with suppress(RuleBroken):
                    getattr(services.work, step)()
            else:
                act(services, *step)
            now = services.file.journal.latest()
            assert now is not None
            if now != latest and now.seq not in states:
                states[now.seq] = before
        final = state(services)
        keys = {key for known in (*states.values(), final) for key in known}
        for key in keys:
            for seq, was in walked_back(services, key, final.get(key)).items():
                if seq in states:
                    assert was == _plain(states[seq].get(key))
        services.file.close()


def _plain(values: Row | None) -> Row | None:
    """As the columns keep it."""
    if values is None:
        return None
    return {n: v.value if hasattr(v, "value") else v for n, v in values.items()}


@settings(max_examples=40)
@given(steps=STEPS, key=st.tuples(st.sampled_from(TABLES), IDS))
def test_to_delete_and_put_back_is_to_do_nothing(begun: Path, steps: list[Any], key: Key) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        shutil.copyfile(begun, path)
        services = services_of(file.open_file(path), CLOCK, str)
        for step in steps:
            if not isinstance(step, str):
                act(services, *step)
        before = everything(services)
        if services.file.store.count(RECORDS[key[0]], {"id": key[1]}):
            act(services, [(RECORDS[key[0]], key[1])], "")
            (item,) = [i for i in services.trash.rows().rows(0, 9) if (i.table, i.record) == key]
            with suppress(RuleBroken):  # its rules were not asked when it was made
                services.trash.restore(item.id)
                assert everything(services) == before
        services.file.close()


@settings(max_examples=40)
@given(steps=STEPS)
def test_undo_past_what_was_emptied_is_refused_and_what_is_left_goes_both_ways(
    begun: Path, steps: list[Any]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        shutil.copyfile(begun, path)
        services = services_of(file.open_file(path), CLOCK, str)
        for step in steps:
            if step == "empty":
                services.trash.empty()
            elif isinstance(step, str):
                with suppress(RuleBroken):
                    getattr(services.work, step)()
            else:
                act(services, *step)
        while services.work.redoable() is not None:
            services.work.redo()
        done, count = everything(services), 0
        while services.work.undoable() is not None:
            services.work.undo()
            count += 1
        assert services.work.stop() is not None  # the file's beginning, or what was emptied
        for _n in range(count):
            services.work.redo()
        assert everything(services) == done
        assert connection.sound(services.file.db) == ""
        services.file.close()


def everything(services: Services) -> dict[str, Any]:
    return {table: set(services.file.store.rows(RECORDS[table])) for table in TABLES}
