"""What is decided is kept as it was, whatever happens to the registers; and it can be proved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import peewee
import pytest
from hypothesis import given, settings

from styrdesk.domain import plan_file
from styrdesk.domain.backup import Reason
from styrdesk.domain.checks import Severity
from styrdesk.domain.control_code import code_of
from styrdesk.domain.decided import Soundness, Verdict
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Block, BlockKind, PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.version import PlanVersion, VersionOrigin
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.copies import save_copy_without_history
from styrdesk.storage import file
from styrdesk.storage.salvage import salvage
from styrdesk.storage.triggers import drop, install
from tests.helpers.builders import CHAPTER, GOAL, PLAN, a_document, a_goal, a_plan, uid
from tests.helpers.files import (
    APPROVED,
    CLOCK,
    PRINT,
    approve,
    correct,
    decide,
    demo_services,
    empty_services,
    nobody,
)
from tests.helpers.plan_documents import documents
from tests.services.test_decision import FACTS, MINUTES
from tests.services.test_plan import imported

OTHER = b"%PDF-1.7 a print with another approval"


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan without errors."""
    with empty_services() as made:
        imported(made, a_document(plan=(a_plan(),)))
        yield made


@pytest.fixture
def version(services: Services) -> PlanVersion:
    decide(services, PLAN, FACTS)
    return the_version(services)


def the_version(services: Services, plan_id: str = PLAN) -> PlanVersion:
    found = services.versions.newest(plan_id)
    assert found is not None
    return found


def found_by(services: Services, code: str) -> str:
    """Id of what a code leads to."""
    line = services.decided.find(code)
    assert line is not None
    return line.id


def verified(services: Services, version: PlanVersion) -> Verdict:
    return services.decided.verify(services.decided.line(version.id))


def test_a_draft_has_no_version(services: Services) -> None:
    assert services.versions.versions(PLAN) == ()
    assert services.versions.shown(PLAN) is None


def test_a_decision_freezes_content_and_print_with_who_and_when(services: Services) -> None:
    before = services.decisions.ready(PLAN, FACTS)
    version = (decide(services, PLAN, FACTS), the_version(services))[1]
    assert (version.number, version.origin) == (1, VersionOrigin.DECIDED)
    assert (version.made_at, version.language) == (CLOCK.now().isoformat(), "sv")
    assert version.content == hashlib.sha256(before.text.encode()).hexdigest()
    assert version.pdf == hashlib.sha256(PRINT).hexdigest()
    assert version.code == before.code == code_of(version.content)
    assert services.versions.pdf(version, "sv") == PRINT
    assert services.versions.document(version) == before.document
    assert services.plans.document(PLAN) == before.document


def test_a_changed_register_changes_what_is_live_and_not_what_is_decided(
    services: Services, version: PlanVersion
) -> None:
    text = services.exchange.export(PLAN)
    document = services.plans.document(PLAN)
    services.goals.save(a_goal(title="Ett annat mål"))
    item = services.frame_items.rows()[0]
    services.frame_items.save(replace(item, year_1=item.year_1 + 1))
    services.indicators.save(replace(services.indicators.rows()[0], title="Annat"))
    assert services.goals.get(GOAL).title == "Ett annat mål"
    assert services.plans.document(PLAN) == document
    assert services.exchange.export(PLAN) == text == services.versions.text(version)
    assert services.versions.pdf(version, "sv") == PRINT
    assert not [f for f in services.plans.findings(PLAN) if f.severity is Severity.ERROR]


def test_a_plan_that_was_changed_since_its_print_was_made_is_not_decided(
    services: Services,
) -> None:
    ready = services.decisions.ready(PLAN, FACTS)
    services.goals.save(a_goal(title="Ett annat mål"))
    with pytest.raises(RuleBroken):
        services.decisions.decide(ready, PRINT, "sv")
    assert services.versions.versions(PLAN) == ()
    assert services.plans.get(PLAN).status is PlanStatus.DRAFT


def test_what_others_wrote_in_the_plan_meanwhile_stops_the_decision(services: Services) -> None:
    """Seen inside the very transaction that would decide it."""
    ready = services.decisions.ready(PLAN, FACTS)
    theirs = services_of(file.open_file(services.file.path), CLOCK, nobody)
    theirs.goals.save(a_goal(title="Ett annat mål"))
    theirs.file.close()
    with pytest.raises(RuleBroken):
        services.decisions.decide(ready, PRINT, "sv")
    assert services.versions.versions(PLAN) == ()


def test_what_was_written_elsewhere_in_the_file_stops_no_decision(services: Services) -> None:
    ready = services.decisions.ready(PLAN, FACTS)
    services.people.add(Person(uid(901), "Bo Ek"))
    services.decisions.decide(ready, PRINT, "sv")
    assert services.plans.get(PLAN).status is PlanStatus.DECIDED


@pytest.mark.parametrize("secured", [False, True])
def test_a_backup_comes_before_a_decision_unless_it_was_made_while_it_was_laid_out(
    services: Services, secured: bool
) -> None:
    made: list[Reason] = []
    services.work.secure = made.append
    ready = services.decisions.ready(PLAN, FACTS)
    services.decisions.decide(ready, PRINT, "sv", secured=secured)
    assert made == ([] if secured else [Reason.DECISION])


def test_no_decision_is_kept_without_its_print(services: Services) -> None:
    with pytest.raises(ValueError, match="print"):
        services.decisions.decide(services.decisions.ready(PLAN, FACTS), b"", "sv")


def test_what_the_minutes_say_comes_to_the_paper_and_leaves_the_content(
    services: Services, version: PlanVersion
) -> None:
    text = services.versions.text(version)
    correct(services, PLAN, replace(FACTS, paragraph="§ 121"))
    assert services.versions.document(version).the_plan.paragraph == "§ 121"
    assert services.versions.pdf(version, "en") == b""
    approve(services, PLAN, MINUTES)
    assert services.versions.pdf(version, "sv") == APPROVED
    assert services.versions.pdf(version, "en") == b""
    plan = services.versions.document(version).the_plan
    assert plan == services.plans.get(PLAN)
    assert plan.status is services.versions.standing(version) is PlanStatus.SIGNED
    assert services.versions.text(version) == text
    assert the_version(services) == version
    for _step in range(2):
        services.work.undo()
    assert services.versions.pdf(version, "sv") == PRINT


def test_a_print_in_another_language_is_made_anew(services: Services, version: PlanVersion) -> None:
    assert services.versions.pdf(version, "en") == b""


def test_the_print_of_an_approval_is_kept_and_goes_with_it(
    services: Services, version: PlanVersion
) -> None:
    assert verified(services, version).noted_pdf is Soundness.NONE
    approve(services, PLAN, MINUTES)
    approve(services, PLAN, replace(MINUTES, approval_reference="ref-78"), OTHER)
    found = services.decided.line(version.id)
    assert found.pdf == hashlib.sha256(PRINT).hexdigest()
    assert found.noted_pdf == hashlib.sha256(OTHER).hexdigest()
    assert verified(services, version).is_sound
    services.work.undo()
    assert services.versions.pdf(version, "sv") == APPROVED
    services.work.undo()
    assert services.versions.pdf(version, "sv") == PRINT
    assert services.decided.line(version.id).noted_pdf == ""
    services.work.redo()
    assert services.versions.pdf(version, "sv") == APPROVED


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE blob SET content = x'00' WHERE sha256 = ?", Soundness.CHANGED),
        ("DELETE FROM blob WHERE sha256 = ?", Soundness.MISSING),
    ],
)
def test_a_recount_tells_of_the_print_of_an_approval(
    services: Services, version: PlanVersion, sql: str, found: Soundness
) -> None:
    approve(services, PLAN, MINUTES)
    harm(services, sql, services.decided.line(version.id).noted_pdf)
    verdict = verified(services, version)
    assert (verdict.pdf, verdict.noted_pdf) == (Soundness.INTACT, found)
    assert not verdict.is_sound
    with pytest.raises(FileProblem):
        services.versions.pdf(version, "sv")


def test_an_approval_is_not_kept_with_a_print_that_tells_something_else(
    services: Services, version: PlanVersion
) -> None:
    noting = services.decisions.approving(PLAN, MINUTES)
    correct(services, PLAN, replace(FACTS, paragraph="§ 121"))
    with pytest.raises(RuleBroken):
        services.decisions.note(noting, APPROVED, "sv")
    assert services.versions.minutes(version).status is PlanStatus.DECIDED
    assert services.plans.get(PLAN).status is PlanStatus.DECIDED


def test_no_approval_of_a_version_is_kept_without_its_print(
    services: Services, version: PlanVersion
) -> None:
    with pytest.raises(ValueError, match="print"):
        services.decisions.note(services.decisions.approving(PLAN, MINUTES))
    assert services.versions.pdf(version, "sv") == PRINT


def test_a_code_from_a_paper_finds_its_version(services: Services, version: PlanVersion) -> None:
    assert found_by(services, version.code.lower().replace("-", " ")) == version.id
    assert services.decided.find(code_of("0" * 64)) is None
    with pytest.raises(RuleBroken):
        services.decided.find("K7QM")


def test_the_life_of_a_plan_is_told_with_who_and_when(services: Services) -> None:
    services.plans.set_status(PLAN, PlanStatus.CONSULTATION)
    decide(services, PLAN, FACTS)
    approve(services, PLAN, MINUTES)
    told = {step.status for step in services.plans.life.steps(PLAN, 1) if step.at}
    assert told == {PlanStatus.CONSULTATION, PlanStatus.DECIDED, PlanStatus.SIGNED}
    services.work.undo()
    told = {step.status for step in services.plans.life.steps(PLAN, 1) if step.at}
    assert told == {PlanStatus.CONSULTATION, PlanStatus.DECIDED}


# ---- it stays as it is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE plan_version SET content = 'x'",
        "UPDATE plan_version SET number = 2",
        "DELETE FROM plan_version",
        "DELETE FROM plan",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_decision(
    services: Services, version: PlanVersion, sql: str
) -> None:
    with pytest.raises(peewee.IntegrityError), services.work.step("Harm"):
        services.file.db.execute_sql(sql)
    assert the_version(services) == version


def harm(services: Services, sql: str, *values: object) -> None:
    """Change the file behind the program's back."""
    db = services.file.db
    drop(db)
    db.execute_sql(sql, values)
    install(db)


def test_a_recount_tells_what_is_unchanged_changed_and_gone(
    services: Services, version: PlanVersion
) -> None:
    found = verified(services, version)
    assert found.is_sound
    assert (found.content, found.pdf) == (Soundness.INTACT, Soundness.INTACT)
    harm(services, "UPDATE blob SET content = x'00' WHERE sha256 = ?", version.content)
    harm(services, "DELETE FROM blob WHERE sha256 = ?", version.pdf)
    found = verified(services, version)
    assert not found.is_sound
    assert (found.content, found.pdf) == (Soundness.CHANGED, Soundness.MISSING)
    with pytest.raises(FileProblem):
        services.versions.text(version)
    with pytest.raises(FileProblem):
        services.versions._bytes(version.pdf)


# ---- what was decided elsewhere, or before there were versions ---------------------------------


def test_an_imported_decision_is_frozen_as_it_came_and_goes_with_the_import() -> None:
    decided = a_plan(status=PlanStatus.SIGNED, **asdict(FACTS), **asdict(MINUTES))
    text = plan_file.dump(PlanFile(a_document(plan=(decided,))))
    with empty_services() as services:
        services.exchange.import_plan(text)
        version = the_version(services)
        assert (version.origin, version.pdf) == (VersionOrigin.IMPORTED, "")
        assert services.exchange.export(PLAN) == text
        assert services.plans.get(PLAN) == services.plans.document(PLAN).the_plan == decided
        assert verified(services, version).pdf is Soundness.NONE
        assert verified(services, version).is_sound
        services.work.undo()
        assert services.plans.plans() == ()
        services.work.redo()
        assert the_version(services) == version


def test_the_same_decision_has_the_same_code_in_every_file() -> None:
    with demo_services() as services:
        plan = services.plans.newest_decided()
        code, text = the_version(services, plan.id).code, services.exchange.export(plan.id)
    with empty_services() as other:
        other.exchange.import_plan(text)
        assert the_version(other, plan.id).code == code


def test_what_was_decided_before_there_were_versions_is_frozen_once_and_said_so(
    services: Services,
) -> None:
    old = replace(services.plans.get(PLAN), status=PlanStatus.DECIDED, decided_on=date(2025, 1, 2))
    with services.work.step("As an older program did"):
        services.file.store.save(old)
    document = services.plans.document(PLAN)
    services.versions.freeze_older()
    version = the_version(services)
    assert version.origin is VersionOrigin.UPGRADED
    assert services.versions.document(version) == document
    step = services.work.last
    services.versions.freeze_older()
    assert services.work.last is step
    assert services.work.undoable() is None


@settings(max_examples=20)
@given(documents())
def test_any_plan_comes_back_from_its_version_as_it_was(document: PlanDocument) -> None:
    decided = replace(document.the_plan, status=PlanStatus.DECIDED)
    document = replace(document, plan=(decided,))
    with empty_services() as services:
        imported(services, document)
        version = the_version(services, decided.id)
        assert services.versions.document(version) == document
        assert plan_file.load(services.versions.text(version)).document == document
        assert services.plans.document(decided.id) == document


def test_a_version_that_is_not_there_is_told(services: Services, version: PlanVersion) -> None:
    assert services.versions.numbered(PLAN, 1) == version
    with pytest.raises(RuleBroken):
        services.versions.numbered(PLAN, 2)


def test_what_cannot_be_written_whole_is_not_frozen_and_the_file_opens_all_the_same(
    services: Services,
) -> None:
    plan = replace(services.plans.get(PLAN), status=PlanStatus.DECIDED)
    lost = Block(uid(960), CHAPTER, BlockKind.IMAGE, file="0" * 64, position=9)
    with services.work.step("A salvaged file"):
        services.file.store.save(plan)
        services.file.store.save(lost)
    services.versions.freeze_older()
    assert services.versions.versions(PLAN) == ()
    assert services.plans.document(PLAN).the_plan == plan


def test_a_copy_without_history_keeps_what_was_decided(
    services: Services, version: PlanVersion, tmp_path: Path
) -> None:
    path = save_copy_without_history(services, tmp_path / "copy.styrdesk")
    copy = services_of(file.open_file(path), CLOCK, nobody)
    assert the_version(copy) == version
    assert verified(copy, version).is_sound
    assert copy.plans.life.steps(PLAN, 1) == services.plans.life.steps(PLAN, 1)
    copy.file.close()


def test_salvage_lets_go_of_a_version_whose_content_is_lost(
    services: Services, version: PlanVersion, tmp_path: Path
) -> None:
    harm(services, "DELETE FROM blob WHERE sha256 = ?", version.pdf)
    first = salvage(services.file.path, tmp_path / "first.styrdesk")
    saved = services_of(file.open_file(first.path), CLOCK, nobody)
    assert the_version(saved) == replace(version, pdf="")
    saved.file.close()
    harm(services, "DELETE FROM blob WHERE sha256 = ?", version.content)
    second = salvage(services.file.path, tmp_path / "second.styrdesk")
    saved = services_of(file.open_file(second.path), CLOCK, nobody)
    assert saved.versions.versions(PLAN) == ()
    saved.versions.freeze_older()
    assert the_version(saved).origin is VersionOrigin.UPGRADED
    saved.file.close()


def test_a_salvaged_approval_whose_print_is_lost_is_printed_anew(
    services: Services, version: PlanVersion, tmp_path: Path
) -> None:
    approve(services, PLAN, MINUTES)
    harm(services, "DELETE FROM blob WHERE sha256 = ?", services.versions.minutes(version).pdf)
    found = salvage(services.file.path, tmp_path / "saved.styrdesk")
    saved = services_of(file.open_file(found.path), CLOCK, nobody)
    assert saved.versions.minutes(version).approval_date == MINUTES.approval_date
    assert saved.versions.pdf(version, "sv") == b""
    assert verified(saved, version).is_sound
    saved.file.close()


def test_a_salvaged_version_whose_minutes_are_lost_says_what_was_said_at_the_decision(
    services: Services, version: PlanVersion, tmp_path: Path
) -> None:
    decided = services.plans.document(PLAN)
    harm(services, "DELETE FROM version_minutes WHERE version_id = ?", version.id)
    found = salvage(services.file.path, tmp_path / "saved.styrdesk")
    saved = services_of(file.open_file(found.path), CLOCK, nobody)
    assert the_version(saved) == version
    assert saved.plans.document(PLAN) == decided
    approve(saved, PLAN, MINUTES)
    assert saved.versions.minutes(version).approval_date == MINUTES.approval_date
    saved.file.close()


def test_a_salvaged_plan_is_never_read_from_a_version_that_was_replaced(
    services: Services, version: PlanVersion, tmp_path: Path
) -> None:
    services.revisions.begin(PLAN)
    services.plans.save(replace(services.plans.get(PLAN), title="Reviderad plan"))
    decide(services, PLAN, replace(FACTS, decided_on=date(2026, 1, 20), paragraph="§ 4"))
    decided, second = services.plans.document(PLAN), the_version(services)
    harm(services, "DELETE FROM blob WHERE sha256 = ?", second.content)
    found = salvage(services.file.path, tmp_path / "saved.styrdesk")
    saved = services_of(file.open_file(found.path), CLOCK, nobody)
    saved.versions.freeze_older()
    anew, first = saved.versions.versions(PLAN)
    assert first == version
    assert (anew.number, anew.origin) == (2, VersionOrigin.UPGRADED)
    assert saved.plans.document(PLAN) == decided
    saved.file.close()
