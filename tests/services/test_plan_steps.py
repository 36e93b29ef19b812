"""Whatever is done to a plan can all be undone, and all be done again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.ids import new_id
from styrdesk.domain import plan_file
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services.catalogue import Services
from tests.helpers.builders import (
    PLAN,
    a_control,
    a_document,
    a_goal,
    a_unit,
    an_activity,
    an_assignment,
    chapter,
)
from tests.helpers.files import empty_services

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"
Act = Callable[[Services, int, str], object]


def a_chapter(services: Services, n: int) -> str:
    chapters = services.chapters.chapters(PLAN)
    return chapters[n % len(chapters)][1].id


def a_block(services: Services, n: int) -> Block:
    blocks = services.plans.document(PLAN).block
    return blocks[n % len(blocks)]


def row(register: Any, n: int) -> Any:
    rows = register.rows()
    return rows[n % len(rows)]


def edit_goal(services: Services, n: int, word: str) -> None:
    services.committee_goals.save(replace(row(services.committee_goals, n), title=word))


def edit_chapter(services: Services, n: int, word: str) -> None:
    found = services.chapters.get(a_chapter(services, n))
    services.chapters.save(replace(found, title=word))


def edit_block(services: Services, n: int, word: str) -> None:
    changed = replace(a_block(services, n), kind=BlockKind.TEXT, body=f"<p>{word}</p>")
    services.chapters.save_block(changed, visit="v" if n % 2 else "")


def move_chapter(services: Services, n: int, word: str) -> None:
    parent = a_chapter(services, n // 3) if word else None
    services.chapters.move(a_chapter(services, n), parent, n % 4, appendix=n % 3 == 0)


def new_activity(services: Services, n: int, word: str) -> None:
    services.activities.add(an_activity(id=new_id(), code=word, title=word))


def end_activity(services: Services, n: int, word: str) -> None:
    changed = replace(row(services.activities, n), end=date(2026, 12, 1 + n % 20))
    services.activities.save(changed)


def save_plan(services: Services, n: int, word: str) -> None:
    services.plans.save(replace(services.plans.get(PLAN), title=word, year=2024 + n % 4))


def new_unit(services: Services, n: int, word: str) -> None:
    above = [None, *(unit.id for unit in services.units.rows())]
    services.units.add(a_unit(1, id=new_id(), name=word, parent_id=above[n % len(above)]))


ACTS: tuple[Act, ...] = (
    edit_goal,
    edit_chapter,
    edit_block,
    move_chapter,
    new_activity,
    end_activity,
    save_plan,
    lambda s, n, w: s.chapters.add(PLAN, w, after=a_chapter(s, n)),
    lambda s, n, w: s.chapters.delete(a_chapter(s, n)),
    lambda s, n, w: s.chapters.add_block(Block(new_id(), a_chapter(s, n), caption=w), n % 3),
    lambda s, n, w: s.chapters.move_block(a_block(s, n).id, n % 3),
    lambda s, n, w: s.chapters.delete_block(a_block(s, n).id),
    lambda s, n, w: s.chapters.set_image(a_block(s, n), PNG),
    lambda s, n, w: s.committee_goals.duplicate(row(s.committee_goals, n).id),
    lambda s, n, w: s.committee_goals.delete(row(s.committee_goals, n).id),
    lambda s, n, w: s.committee_goals.move(row(s.committee_goals, n).id, n % 3),
    lambda s, n, w: s.risks.delete(row(s.risks, n).id),
    lambda s, n, w: s.goals.add(a_goal(id=new_id(), title=w)),
    lambda s, n, w: s.goals.delete(row(s.goals, n).id),
    lambda s, n, w: s.assignments.add(an_assignment(id=new_id(), title=w)),
    lambda s, n, w: s.assignment_answers.delete(row(s.assignment_answers, n).id),
    lambda s, n, w: s.indicators.delete(row(s.indicators, n).id),
    lambda s, n, w: s.plan_indicators.delete(row(s.plan_indicators, n).id),
    new_unit,
    lambda s, n, w: s.budget_frames.delete(row(s.budget_frames, n).id),
    lambda s, n, w: s.frame_items.save_all(s.frame_items.rows()[::-1]),
    lambda s, n, w: s.exchange.import_plan(s.exchange.export(PLAN), as_new=True),
)
DONE = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 30), st.sampled_from(["", "x", "Å § 9"])),
    min_size=1,
    max_size=10,
)


@settings(max_examples=30)
@given(DONE)
def test_all_that_is_done_is_undone_and_done_again(acts: list[tuple[Act, int, str]]) -> None:
    chapters = (*a_document().chapter, chapter(1), chapter(2, 1), chapter(3, appendix=True))
    document = a_document(chapter=chapters, control=(a_control(),))
    with empty_services() as services:
        services.exchange.import_plan(plan_file.dump(PlanFile(document)))
        states = [services.exchange.export(PLAN)]
        for act, n, word in acts:
            before = services.work.undoable()
            with contextlib.suppress(RuleBroken, ZeroDivisionError):  # nothing left to act on
                act(services, n, word)
            after = services.work.undoable()
            if after != before:
                states.append(services.exchange.export(PLAN))
            else:  # refused, nothing changed, or one more save of the same visit
                states[-1] = services.exchange.export(PLAN)
        for state in reversed(states[:-1]):
            services.work.undo()
            assert services.exchange.export(PLAN) == state
        for state in states[1:]:
            services.work.redo()
            assert services.exchange.export(PLAN) == state
