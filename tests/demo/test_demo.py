"""The demo holds the worked example to the last figure, and its draft what there is to find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from styrdesk.domain import free_table, richtext
from styrdesk.domain.budget import CategoryKind, closing, total
from styrdesk.domain.checks import Severity
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.indicator import Gender, Missing, ValueKind
from styrdesk.domain.plan import BlockKind, PlanStatus
from styrdesk.domain.version import VersionOrigin
from styrdesk.services.catalogue import Services
from styrdesk.services.demo import fill, make_demo
from styrdesk.services.styrmodell import plan_template
from tests.demo import fixture
from tests.helpers.files import CLOCK, decide, demo_services, empty_services


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    with demo_services() as made:
        yield made


@pytest.fixture(scope="module")
def decided(services: Services) -> PlanDocument:
    return services.plans.document(services.plans.newest_decided().id)


@pytest.fixture(scope="module")
def draft(services: Services) -> PlanDocument:
    (plan,) = [p for p in services.plans.plans() if p.status is PlanStatus.DRAFT]
    return services.plans.document(plan.id)


def in_tkr(amounts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(amount * 1000 for amount in amounts)


# ---- the file --------------------------------------------------------------------------------


def test_the_demo_is_never_made_over_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "demo.styrdesk"
    path.write_text("mitt", encoding="utf-8")
    with pytest.raises(FileProblem) as told:
        make_demo(path, CLOCK)
    assert told.value.fault is FileFault.EXISTS
    assert path.read_text(encoding="utf-8") == "mitt"


def test_the_demo_has_a_decided_plan_and_a_draft_that_share_their_registers(
    services: Services, decided: PlanDocument, draft: PlanDocument
) -> None:
    assert [plan.year for plan in services.plans.plans()] == [2027, 2026]
    assert decided.person == draft.person
    assert decided.unit == draft.unit
    assert decided.goal == draft.goal


def test_a_demo_that_is_decided_here_is_the_one_that_comes_decided(decided: PlanDocument) -> None:
    with empty_services() as made:
        fill(made, decide)
        assert made.plans.document(decided.the_plan.id) == decided
        (version,) = made.versions.versions(decided.the_plan.id)
        assert version.origin is VersionOrigin.DECIDED
        assert made.work.undoable() is None


# ---- the worked example --------------------------------------------------------------------------


def test_document_information(decided: PlanDocument) -> None:
    for field, words in fixture.INFORMATION.items():
        value = getattr(decided.the_plan, field)
        found = value.isoformat() if isinstance(value, date) else str(value)
        assert words in found, field
    assert decided.municipality[0].name == "Borlänge kommun"


def test_chapters(decided: PlanDocument) -> None:
    found = [f"{decided.numbers[c.id]} {c.title}" for _level, c in decided.chapters]
    for title, wanted in zip(found, fixture.CHAPTERS.strip().splitlines(), strict=True):
        assert title.startswith(wanted)


def test_the_chapters_have_the_templates_keys(decided: PlanDocument, draft: PlanDocument) -> None:
    keys = [chapter.key for chapter in plan_template().chapters]
    for document in (decided, draft):
        assert [c.key for _level, c in document.chapters] == keys


def test_frame(decided: PlanDocument) -> None:
    found = {i.title: (i.year_1, i.year_2, i.year_3) for i in decided.frame_item}
    assert found == fixture.amounts(fixture.FRAME)
    assert closing(decided.frame_item) == in_tkr(fixture.CLOSING)


def test_operating_budget(decided: PlanDocument) -> None:
    fields = ("accounts", "last_budget", "income", "cost", "net", "plan_2", "plan_3")
    found = {b.title: tuple(getattr(b, f) for f in fields) for b in decided.budget_line}
    assert found == fixture.amounts(fixture.OPERATING)
    sums = tuple(total(decided.budget_line, field) for field in fields)
    assert sums == in_tkr(fixture.OPERATING_TOTAL)


def test_budget_by_category(decided: PlanDocument) -> None:
    for kind, text in (
        (CategoryKind.COST, fixture.COSTS),
        (CategoryKind.INCOME, fixture.INCOME),
    ):
        lines = {c.title: (c.budget,) for c in decided.category_line if c.kind is kind}
        assert lines == fixture.amounts(text)


def test_investments(decided: PlanDocument) -> None:
    fields = ("year_1", "year_2", "year_3")
    found = {i.title: tuple(getattr(i, f) for f in fields) for i in decided.investment}
    assert found == fixture.amounts(fixture.INVESTMENTS)
    sums = tuple(total(decided.investment, field) for field in fields)
    assert sums == in_tkr(fixture.INVESTMENTS_TOTAL)


def test_goals_and_their_answers(decided: PlanDocument) -> None:
    codes = {g.id: g.code for g in decided.committee_goal}
    assert {g.code: g.title for g in decided.committee_goal} == fixture.COMMITTEE_GOALS
    for goal in decided.goal:
        answers = [a for a in decided.goal_answer if a.goal_id == goal.id]
        found = tuple(codes[a.committee_goal_id] for a in answers if a.committee_goal_id)
        assert found == fixture.GOALS[goal.title]
        assert found or answers[0].comment
    assert len(decided.goal) == len(fixture.GOALS)


def test_assignments(decided: PlanDocument) -> None:
    found = {a.code: a for a in decided.assignment}
    assert set(found) == set(fixture.ASSIGNMENTS)
    for code, (words, given, paragraph, deadline) in fixture.ASSIGNMENTS.items():
        assignment = found[code]
        assert says(assignment.title, words)
        assert str(assignment.decided_on) == given
        assert assignment.paragraph.startswith(paragraph or "§ 20")
        assert str(assignment.deadline).startswith(deadline)


def says(text: str, words: str) -> bool:
    """Whether a text has all the words, in any form that begins so."""
    found = text.casefold().split()
    return all(any(w.startswith(word[:-1]) for w in found) for word in words.casefold().split())


def test_indicators(decided: PlanDocument) -> None:
    found = {i.code: i for i in decided.indicator}
    lines = fixture.rows(fixture.INDICATORS)
    assert set(found) == {line[0] for line in lines}
    columns = [
        *((ValueKind.OUTCOME, year) for year in (2023, 2024)),
        *((ValueKind.TARGET, year) for year in (2026, 2027, 2028)),
        (ValueKind.COMPARISON, 2024),
    ]
    for code, title, source, direction, gender, *figures in lines:
        indicator = found[code]
        assert (indicator.title, indicator.source) == (title, source)
        assert indicator.direction == direction
        for (kind, year), text in zip(columns, figures, strict=True):
            value = decided.values[indicator.id, kind, Gender(gender), year]
            assert value.value == fixture.number(text)
            assert value.missing == {"–": Missing.NOT_USED, "i.u.": Missing.NO_DATA}.get(text, "")
            assert text in {"–", "i.u."} or indicator.decimals == len(text.partition(",")[2])
    rows = {(v.indicator_id, v.kind, v.gender, v.year) for v in decided.indicator_value}
    assert len(rows) == len(decided.indicator_value) == len(lines) * len(columns)


def test_activities(decided: PlanDocument) -> None:
    found = {a.code: a for a in decided.activity}
    assert set(found) == set(fixture.ACTIVITIES)
    for code, words in fixture.ACTIVITIES.items():
        assert says(found[code].title, words), code
        assert found[code].start
        assert found[code].end
        assert found[code].responsible
    assert (str(found["A1"].start), str(found["A1"].end)) == ("2026-01-15", "2026-12-18")
    states = Counter(a.status.value for a in decided.activity)
    assert (states["late"], states["dropped"]) == (1, 1)
    assert all(a.comment for a in decided.activity if a.status.value == "dropped")


def test_risks_and_controls(decided: PlanDocument) -> None:
    risks = [
        [r.code, r.process, r.title, *map(str, (r.likelihood, r.impact, r.value)), r.handling.value]
        for r in decided.risk
    ]
    assert risks == fixture.rows(fixture.RISKS)
    codes = {r.id: r.code for r in decided.risk}
    controls = [
        [codes[c.risk_id], c.title, c.method, c.frequency, c.responsible, c.reported]
        for c in decided.control
    ]
    assert controls == fixture.rows(fixture.CONTROLS)


def test_the_year_and_the_last_page(decided: PlanDocument) -> None:
    assert {e.month for e in decided.cycle_event} == set(range(13))
    assert {e.month for e in decided.cycle_event if e.important} == fixture.IMPORTANT_MONTHS
    assert tuple(s.role for s in decided.signatory) == fixture.SIGNATORIES
    assert " och " in decided.the_plan.approval_names


# ---- the plans as documents ------------------------------------------------------------------


def test_every_kind_of_block_is_in_the_decided_plan(decided: PlanDocument) -> None:
    assert {block.kind for block in decided.block} == set(BlockKind)


def test_the_goals_chapters_have_charts(decided: PlanDocument, draft: PlanDocument) -> None:
    for document, charts in ((decided, 4), (draft, 3)):
        shown = [b for b in document.block if b.chart]
        assert len(shown) == charts
        assert all(b.kind is BlockKind.INDICATORS and b.committee_goal_id for b in shown)


def test_the_decided_plan_is_as_long_as_a_real_one(decided: PlanDocument) -> None:
    texts = [b.body for b in decided.block if b.kind is BlockKind.TEXT]
    assert sum(richtext.word_count(richtext.parse(text)) for text in texts) > 5_000


def test_texts_are_kept_in_the_form_that_is_written(
    decided: PlanDocument, draft: PlanDocument
) -> None:
    for document in (decided, draft):
        for block in document.block:
            if block.kind is BlockKind.TEXT:
                assert richtext.write(richtext.parse(block.body)) == block.body
            if block.kind is BlockKind.FREE_TABLE:
                assert free_table.write(free_table.read(block.body)) == block.body


# ---- what the check finds ----------------------------------------------------------------------


def test_the_check_finds_nothing_in_the_decided_plan(
    services: Services, decided: PlanDocument
) -> None:
    assert services.plans.findings(decided.the_plan.id) == ()


def test_the_check_finds_in_the_draft_what_is_not_done(
    services: Services, draft: PlanDocument
) -> None:
    findings = services.plans.findings(draft.the_plan.id)
    errors = [f.code for f in findings if f.severity is Severity.ERROR]
    warnings = [f.code for f in findings if f.severity is Severity.WARNING]
    assert sorted(errors) == ["assignment-unanswered", "frame-over"]
    assert sorted(warnings) == [
        "activity-responsible",
        "chapter-empty",
        "chapter-empty",
        "goal-unmeasured",
        "indicator-target",
        "information-registration_number",
        "risk-uncontrolled",
    ]
    told = " ".join(f.message for f in findings)
    for words in ("V3", "2\u00a0000", "M4", "J6", "B5", "S2", "7.7", "8 Medarbetare"):
        assert words in told
