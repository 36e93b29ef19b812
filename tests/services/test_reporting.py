"""Decided reports of internal control, and all that is decided: listed, found, recounted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import peewee
import pytest

from styrdesk.domain.control_report import ControlContent
from styrdesk.domain.control_result import ControlResult, ControlState
from styrdesk.domain.decided import DecidedKind, DecidedLine, DecidedReport, Soundness
from styrdesk.domain.decision import Decision
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.self_check import CheckResult, SelfCheck
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import file
from styrdesk.storage.salvage import salvage
from styrdesk.storage.triggers import drop, install
from tests.helpers.files import CLOCK, PRINT, decide_report, demo_services, nobody

KIND = DecidedKind.INTERNAL_CONTROL
FACTS = Decision("Barn- och bildningsnämnden", date(2026, 6, 10), "§ 45", "BUN 2026/9")


@pytest.fixture
def services() -> Iterator[Services]:
    """The demo, whose plan of 2026 is decided and has controls with results."""
    with demo_services() as made:
        yield made


def plan_of(services: Services) -> str:
    return services.plans.decided()[0].id


def newest(services: Services, occasion: str = "") -> DecidedReport:
    found = services.reports.newest(KIND, plan_of(services), occasion)
    assert found is not None
    return found


def line_of(services: Services) -> DecidedLine:
    return services.decided.line(newest(services).id)


def content(services: Services, report: DecidedReport) -> ControlContent:
    found = services.reports.content(report)
    assert isinstance(found, ControlContent)
    return found


def harm(services: Services, sql: str, *values: object) -> None:
    """Behind the program's back."""
    drop(services.file.db)
    services.file.db.execute_sql(sql, values)
    install(services.file.db)


def test_what_is_decided_stays_while_results_go_on_being_noted(services: Services) -> None:
    decide_report(services, KIND, plan_of(services), FACTS)
    report = newest(services)
    before = content(services, report)
    control = services.controls.rows({"plan_id": plan_of(services)})[0]
    services.control_results.add(
        ControlResult("new", control.id, "T3", result=CheckResult.NOT, deviations=4)
    )
    assert content(services, report) == before
    now = services.reports.draft(KIND, plan_of(services))
    assert len(now.controls[0].results) == len(before.controls[0].results) + 1
    assert (report.title, report.registration_number) == (
        "Rapport om internkontroll 2026",
        "BUN 2026/9",
    )
    assert before.controls[0].results[0].by == "Zoë Bäckravin"  # a name and not an id
    assert services.work.undoable() is not None
    services.work.undo()
    assert services.work.undoable() is None  # the decision


def test_each_reporting_has_its_own_row_of_reports(services: Services) -> None:
    plan = plan_of(services)
    assert services.internal_control.occasions(plan) == ("Kvartal 1", "Kvartal 2", "T1", "T2")
    decide_report(services, KIND, plan, FACTS, "T1")
    decide_report(services, KIND, plan, FACTS, "T2")
    decide_report(services, KIND, plan, replace(FACTS, decided_on=date(2026, 7, 1)), "T1")
    found = {(r.occasion, r.number): r for r in services.reports.decided(KIND, plan)}
    assert set(found) == {("T1", 1), ("T1", 2), ("T2", 1)}
    assert content(services, found["T1", 2]).head.replaces.startswith("Version 1, ")
    replaced = {line.id: line.is_replaced for line in services.decided.every()}
    assert [replaced[found[key].id] for key in sorted(found)] == [True, False, False]
    assert found["T2", 1].title == "Rapport om internkontroll 2026, T2"


def test_controls_of_a_plan_that_is_no_more_than_a_draft_are_not_reported(
    services: Services,
) -> None:
    draft = next(plan for plan in services.plans.plans() if not plan.is_final)
    with pytest.raises(RuleBroken, match="inte beslutad"):
        decide_report(services, KIND, draft.id, FACTS)


def test_what_was_changed_since_its_print_was_made_is_not_decided(services: Services) -> None:
    plan = plan_of(services)
    ready = services.reports.ready(KIND, plan, FACTS)
    services.self_checks.add(SelfCheck("x", title="Says nothing of it"))
    services.reports.decide(ready, PRINT)
    late = services.reports.ready(KIND, plan, FACTS)
    result = services.control_results.rows()[0]
    services.control_results.save(replace(result, comment="Annat"))
    with pytest.raises(RuleBroken, match="ändrades"):
        services.reports.decide(late, PRINT)
    with pytest.raises(ValueError, match="print"):
        services.reports.decide(late, b"")
    assert newest(services).number == 1


def test_all_that_is_decided_is_listed_with_the_title_it_had(services: Services) -> None:
    decide_report(services, KIND, plan_of(services), FACTS)
    lines = services.decided.every()
    assert [line.kind for line in lines] == [KIND, DecidedKind.PLAN]
    plan = lines[1]
    services.revisions.begin(plan.subject)
    services.plans.save(replace(services.plans.get(plan.subject), title="Något annat"))
    assert services.decided.line(plan.id).title == plan.title
    found = services.decided.lines
    assert [one.kind for one in found("INTERNKONTROLL bildning").rows(0, 9)] == [KIND]
    assert [one.kind for one in found("2026/9").rows(0, 9)] == [KIND]
    assert found("finns inte").count() == 0
    assert found(kinds=[DecidedKind.QUALITY_REPORT]).count() == 0
    assert found(kinds=[KIND, DecidedKind.PLAN], subject=plan.subject).count() == 2
    with pytest.raises(RuleBroken):
        services.decided.line("nobody")


def test_the_code_of_a_paper_finds_the_report(services: Services) -> None:
    decide_report(services, KIND, plan_of(services), FACTS)
    typed = newest(services).code.lower().replace("-", " ")
    assert services.decided.find(typed) == line_of(services)


@pytest.mark.parametrize("part", ["content", "pdf"])
def test_one_changed_byte_is_found(services: Services, part: str) -> None:
    decide_report(services, KIND, plan_of(services), FACTS)
    line = line_of(services)
    assert services.decided.verify(line).is_sound
    digest = getattr(line, part)
    _kind, kept = services.file.blobs.get(digest)
    other = kept[:-1] + bytes([kept[-1] ^ 1])
    harm(services, "UPDATE blob SET content = ? WHERE sha256 = ?", other, digest)
    verdict = services.decided.verify(line)
    assert not verdict.is_sound
    assert getattr(verdict, part) is Soundness.CHANGED
    with pytest.raises(FileProblem):
        services.decided.pdf(line) if part == "pdf" else services.reports.content(newest(services))
    harm(services, "DELETE FROM blob WHERE sha256 = ?", digest)
    assert getattr(services.decided.verify(line), part) is Soundness.MISSING


def test_the_database_refuses_to_change_or_delete_what_is_decided(services: Services) -> None:
    decide_report(services, KIND, plan_of(services), FACTS)
    for sql in (
        "UPDATE decided_report SET paragraph = '§ 1'",
        "DELETE FROM decided_report",
    ):
        with pytest.raises(peewee.IntegrityError, match="decided"), services.work.step("Harm"):
            services.file.db.execute_sql(sql)


def test_a_report_without_its_content_is_not_salvaged(services: Services, tmp_path: Path) -> None:
    plan = plan_of(services)
    decide_report(services, KIND, plan, FACTS)
    decide_report(services, KIND, plan, FACTS, "T1", b"another print")
    whole, emptied = newest(services), newest(services, "T1")
    harm(services, "DELETE FROM blob WHERE sha256 = ?", emptied.content)
    target = tmp_path / "new.styrdesk"
    salvage(services.file.path, target)
    again = services_of(file.open_file(target), CLOCK, nobody)
    assert again.reports.decided(KIND, plan) == (whole,)
    again.file.close()


def test_late_results_are_awaited_of_decided_plans_alone(services: Services) -> None:
    (committee,) = services.committees.rows()
    control = services.internal_control
    found = control.awaited(committee.id, date(2026, 12, 31))
    assert [(one.control.title, one.day.isoformat()) for one in found] == [
        ("alla > 30 %", "2026-09-30"),
        ("15 ärenden", "2026-12-31"),
    ]
    assert {one.year for one in found} == {2026}
    due = [one for one in services.agenda.due(committee.id, "") if one.table == "control_result"]
    assert [(one.title, one.year) for one in due] == [("alla > 30 %", 2026)]
    late = found[0].control
    for quarter in ("Kvartal 3", "Kvartal 4"):
        services.control_results.add(
            ControlResult(quarter, late.id, quarter, result=CheckResult.AS_REQUIRED)
        )
    assert late not in [one.control for one in control.awaited(committee.id, date.max)]
    states = {c.title: c.state for c in services.reports.draft(KIND, late.plan_id).controls}
    assert states["alla > 30 %"] is ControlState.NOTED
