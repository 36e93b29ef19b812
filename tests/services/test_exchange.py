"""Plans go out of a file and into another one whole, and take nothing from what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from styrdesk.domain import plan_file
from styrdesk.domain.budget import BudgetFrame
from styrdesk.domain.catalogue import OWNED, PLAN_TABLES, RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Municipality
from styrdesk.domain.plan import BlockKind, Plan
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services.catalogue import Services
from tests.helpers.builders import COMMITTEE, FRAME, GOAL, PLAN, a_document, a_goal, uid
from tests.helpers.files import demo_services, empty_services
from tests.helpers.plan_documents import documents


def dumped(document: PlanDocument | None = None) -> str:
    return plan_file.dump(PlanFile(document or a_document()))


def everything(services: Services) -> dict[str, tuple[Any, ...]]:
    return {t: services.file.store.rows(kind) for t, kind in RECORDS.items()}


def test_an_export_of_the_demo_comes_out_of_an_empty_file_as_it_went_in() -> None:
    with demo_services() as services:
        exports = [services.exchange.export(plan.id) for plan in services.plans.plans()]
    for text in exports:
        with empty_services() as services:
            done = services.exchange.import_plan(text)
            assert done.kept == ()
            assert services.exchange.export(done.plan_id) == text


@settings(max_examples=25)
@given(documents())
def test_any_plan_is_the_same_after_export_and_import(document: PlanDocument) -> None:
    with empty_services() as first, empty_services() as second:
        first.exchange.import_plan(dumped(document))
        text = first.exchange.export(document.the_plan.id)
        done = second.exchange.import_plan(text)
        assert done.kept == ()
        assert second.exchange.export(done.plan_id) == text
        found = plan_file.load(text).document
    for table in OWNED:
        key = {row.id: row for row in document.rows(table)}
        assert {row.id: row for row in found.rows(table)} == key


def test_images_travel_with_the_plan() -> None:
    with demo_services() as services:
        text = services.exchange.export(services.plans.newest_decided().id)
    with empty_services() as services:
        plan_id = services.exchange.import_plan(text).plan_id
        blocks = services.plans.document(plan_id).block
        (image,) = [block for block in blocks if block.kind is BlockKind.IMAGE]
        assert services.organisation.image(image.file).startswith(b"\x89PNG")
        assert image.alt


def test_the_same_plan_is_not_imported_twice() -> None:
    with empty_services() as services:
        services.exchange.import_plan(dumped())
        before = everything(services)
        with pytest.raises(RuleBroken):
            services.exchange.import_plan(dumped())
        assert everything(services) == before


def test_a_plan_imported_as_new_lies_beside_itself_and_shares_the_registers() -> None:
    with empty_services() as services:
        services.exchange.import_plan(dumped())
        done = services.exchange.import_plan(dumped(), as_new=True)
        assert done.kept == ()
        first, second = services.plans.document(PLAN), services.plans.document(done.plan_id)
        assert second.the_plan.title == first.the_plan.title
        assert second.goal == first.goal
        for table in OWNED:
            ids = [{row.id for row in each.rows(table)} for each in (first, second)]
            assert len(ids[0]) == len(ids[1])
            assert not ids[0] & ids[1]
        assert second.goal_answer[0].committee_goal_id == second.committee_goal[0].id


def test_parts_of_a_plan_that_lie_in_another_are_not_taken_over() -> None:
    with empty_services() as services:
        services.exchange.import_plan(dumped())
        parts = {t: replace_plan(a_document(), uid(999)).rows(t) for t in PLAN_TABLES}
        with pytest.raises(RuleBroken):
            services.exchange.import_plan(dumped(PlanDocument.of(parts)))
        assert [plan.id for plan in services.plans.plans()] == [PLAN]


def replace_plan(document: PlanDocument, plan_id: str) -> PlanDocument:
    """The same plan under another id, its parts under their own."""
    tables: dict[str, tuple[Any, ...]] = {}
    for table, rows in document.tables():
        moved: list[Any] = list(rows)
        if table == "plan":
            moved = [replace(row, id=plan_id) for row in moved]
        elif table in OWNED and table != "block":
            moved = [replace(row, plan_id=plan_id) for row in moved]
        tables[table] = tuple(moved)
    return PlanDocument.of(tables)


def test_the_files_own_form_of_a_shared_record_stays_and_is_told() -> None:
    with empty_services() as services:
        services.exchange.import_plan(dumped())
        services.goals.save(a_goal(title="Vår egen lydelse"))
        services.plans.delete(PLAN)
        done = services.exchange.import_plan(dumped())
        assert services.goals.get(GOAL).title == "Vår egen lydelse"
        (told,) = done.kept
        assert "Kunskap och arbetsro" in told


def test_a_file_keeps_its_own_frame_for_a_year() -> None:
    with empty_services() as services:
        services.exchange.import_plan(dumped())
        services.plans.delete(PLAN)
        services.budget_frames.delete(FRAME)
        own = BudgetFrame(uid(500), COMMITTEE, 2026, comment="Vår egen")
        services.budget_frames.add(own)
        done = services.exchange.import_plan(dumped())
        assert services.budget_frames.rows() == (own,)
        assert services.frame_items.rows() == ()
        assert len(done.kept) == 1 + len(a_document().frame_item)


def test_a_file_keeps_its_own_municipality() -> None:
    with empty_services() as services:
        own = Municipality(uid(501), "Falu kommun")
        services.organisation.save(own)
        done = services.exchange.import_plan(dumped())
        assert services.organisation.municipality() == own
        (told,) = done.kept
        assert "Borlänge kommun" in told


def test_an_import_is_one_step_that_is_undone_and_redone() -> None:
    with empty_services() as services:
        empty = everything(services)
        services.exchange.import_plan(dumped())
        full = everything(services)
        services.work.undo()
        assert everything(services) == empty
        services.work.redo()
        assert everything(services) == full


def test_a_plan_from_another_year_adds_only_what_is_its_own() -> None:
    with demo_services() as services:
        older, newer = sorted(services.plans.plans(), key=lambda plan: plan.year)
        assert services.file.store.count(Plan) == 2
        documents = [services.plans.document(plan.id) for plan in (older, newer)]
        assert documents[0].person == documents[1].person
        assert documents[0].unit == documents[1].unit
        assert documents[0].goal == documents[1].goal
        assert {i.code for i in documents[0].indicator} & {
            i.code for i in documents[1].indicator
        } == (set())
