"""Whatever is done, undone and done again, the file is what a list of earlier states says."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import peewee
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.plan import Block, Chapter, Plan
from styrdesk.services.work import Work
from styrdesk.storage import connection, file

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
KINDS = (Chapter, Block, Plan, Unit, Person, Committee)
TABLES = ("chapter", "block", "plan", "unit", "person", "committee")
State = dict[str, dict[str, tuple[Any, ...]]]

IDS = st.sampled_from("ab")
SOME_ID = IDS | st.none()
WORDS = st.sampled_from(["", "x", "y"])
CHAPTERS = st.builds(
    Chapter, IDS, plan_id=IDS, parent_id=SOME_ID, title=WORDS, responsible_id=SOME_ID
)
SAVES = st.one_of(
    CHAPTERS,
    st.builds(Block, IDS, chapter_id=IDS, body=WORDS),
    st.builds(Plan, IDS, committee_id=IDS, title=WORDS),
    st.builds(Unit, IDS, committee_id=IDS, parent_id=SOME_ID, name=WORDS),
    st.builds(Person, IDS, WORDS),
    st.builds(Committee, IDS, WORDS),
)
DELETES = st.tuples(st.sampled_from(KINDS), IDS)
ACTS = st.lists(CHAPTERS | SAVES | DELETES, min_size=1, max_size=8)
START: tuple[Any, ...] = (
    *(Committee("a"), Person("a"), Unit("a", committee_id="a"), Plan("a", committee_id="a")),
    *(Chapter("a", plan_id="a", responsible_id="a"), Block("a", chapter_id="a")),
)


@dataclass(frozen=True)
class Done:
    """A step as the model remembers it: the whole file before and after."""

    before: State
    after: State
    person: str
    visit: str


class Steps(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.styrdesk"
        shutil.copyfile(template(), self.path)
        self.person = "anna"
        self.open()
        self.now = self.state()
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.newest = [False]  # for each line of the journal, whether it is a done step

    def open(self) -> None:
        self.file = file.open_file(self.path)
        self.work = Work(self.file, CLOCK, lambda: self.person)

    def state(self) -> State:
        return {
            table: {row[0]: row for row in self.file.db.asked(f"SELECT * FROM {table}")}  # noqa: S608
            for table in TABLES
        }

    def act(self, acts: list[Any]) -> None:
        for each in acts:
            with contextlib.suppress(peewee.IntegrityError):  # it points at nothing, or is used
                if isinstance(each, tuple):
                    self.file.store.delete(*each)
                else:
                    self.file.store.save(each)

    @rule(
        acts=ACTS,
        visit=st.sampled_from(["", "v"]),
        breaks=st.sampled_from([False, False, False, True]),
    )
    def step(self, acts: list[Any], visit: str, breaks: bool) -> None:
        with contextlib.suppress(EOFError), self.work.step("Edit", visit):
            self.act(acts)
            if breaks:
                raise EOFError
        if breaks:
            return
        before, self.now = self.now, self.state()
        if before == self.now:
            assert self.work.last.topics == frozenset()
            return
        assert self.work.last.topics == {t for t in TABLES if before[t] != self.now[t]}
        self.undone = []
        made = Done(before, self.now, self.person, visit)
        last = self.done[-1] if self.newest and self.newest[-1] else None
        if visit and last and (last.visit, last.person) == (visit, self.person):
            self.done.pop()
            if last.before == self.now:
                self.newest.pop()
            else:
                self.done.append(replace(last, after=self.now))
        else:
            self.done.append(made)
            self.newest.append(True)

    @rule(acts=ACTS)
    def barrier(self, acts: list[Any]) -> None:
        with self.work.barrier("Decide"):
            self.act(acts)
        self.now = self.state()
        self.done, self.undone, self.newest = [], [], [False]

    @rule()
    def undo(self) -> None:
        if not (self.done and self.done[-1].person == self.person):
            with pytest.raises(RuleBroken):
                self.work.undo()
            return
        step = self.done.pop()
        self.work.undo()
        self.undone.append(step)
        self.newest.append(False)
        self.now = step.before

    @rule()
    def redo(self) -> None:
        if not (self.undone and self.undone[-1].person == self.person):
            with pytest.raises(RuleBroken):
                self.work.redo()
            return
        step = self.undone.pop()
        self.work.redo()
        self.done.append(step)
        self.newest.append(False)
        self.now = step.after

    @rule(person=st.sampled_from(["anna", "bo"]))
    def another_sits_down(self, person: str) -> None:
        self.person = person

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.open()

    @precondition(lambda self: any(self.now.values()))
    @rule()
    def write_outside_a_step(self) -> None:
        kind = next(k for k, t in zip(KINDS, TABLES, strict=True) if self.now[t])
        identity = next(iter(self.now[TABLES[KINDS.index(kind)]]))
        with pytest.raises(peewee.IntegrityError, match="outside a step"):
            self.file.store.delete(kind, identity)

    @invariant()
    def the_file_is_what_the_model_says(self) -> None:
        assert self.state() == self.now

    @invariant()
    def what_can_be_undone_is_what_the_model_says(self) -> None:
        mine = bool(self.done) and self.done[-1].person == self.person
        assert (self.work.undoable() is not None) is mine
        again = bool(self.undone) and self.undone[-1].person == self.person
        assert (self.work.redoable() is not None) is again

    def teardown(self) -> None:
        whole = connection.sound(self.file.db)
        self.file.close()
        shutil.rmtree(self.folder)
        assert whole == ""


_made: list[Path] = []


def template() -> Path:
    """A new file, made once."""
    if not _made:
        _made.append(Path(tempfile.mkdtemp()) / "template.styrdesk")
        made = file.create(_made[0])
        with Work(made, CLOCK, str).barrier("Begin"):
            for record in START:
                made.store.save(record)
        made.close()
    return _made[0]


TestSteps = Steps.TestCase
TestSteps.settings = settings(max_examples=40, stateful_step_count=30)
