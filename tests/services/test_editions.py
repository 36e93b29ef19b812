"""Versions of documents and routines on a real file: drafted, in force, replaced, read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import (
    DocumentRelation,
    DocumentReview,
    DocumentType,
    GoverningDocument,
    ReviewKind,
)
from styrdesk.domain.organisation import Committee, Person, Role, RoleKind, Unit
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine, RoutineRegulation
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services

SITS = {"person": ""}


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def who() -> str:
    return SITS["person"]


@pytest.fixture
def services() -> Iterator[Services]:
    """A policy in force with a file and a law, and Åsa who leads the kitchen."""
    SITS["person"] = "p"
    with empty_services(who) as made:
        made.committees.add(Committee("c", name="Barn- och bildningsnämnden"))
        made.units.add(Unit("u", "c", None, "Köket"))
        made.people.add(Person("p", name="Åsa Öberg"))
        made.regulations.add(Regulation("law", title="Kommunallag"))
        made.document_types.add(DocumentType("t", name="Policy"))
        made.document_types.add(DocumentType("plan", name="Plan", yearly=False))
        made.governing_documents.add(
            GoverningDocument(
                "d1", title="Resepolicy", document_type_id="t", decided_on=date(2024, 5, 2)
            )
        )
        made.attachments.add("governing_document", "d1", "policy.pdf", b"%PDF-1.7 first")
        made.document_relations.add(
            DocumentRelation("r", governing_document_id="d1", regulation_id="law")
        )
        made.documents.take_effect("d1")
        yield made


def standings(services: Services) -> dict[int, Standing]:
    rows = services.governing_documents.rows()
    return {row.version: row.standing for row in rows}


def renewed(services: Services, **facts: object) -> GoverningDocument:
    """The next version, decided."""
    draft = services.documents.renew("d1")
    decided = replace(draft, decided_on=date(2026, 11, 3), **facts)  # type: ignore[arg-type]
    services.governing_documents.save(decided)
    return decided


def test_a_first_version_takes_effect_and_is_to_be_reviewed(services: Services) -> None:
    held = services.governing_documents.get("d1")
    assert (held.standing, held.valid_from) == (Standing.IN_FORCE, services.clock.today())
    assert held.review_due == date(2025, 5, 2)
    services.work.undo()
    assert services.governing_documents.get("d1").standing is Standing.DRAFT


def test_the_next_version_begins_with_what_the_last_one_has(services: Services) -> None:
    draft = services.documents.renew("d1")
    (own,) = services.attachments.of("governing_document", draft.id)
    assert services.attachments.content(own) == b"%PDF-1.7 first"
    where = {"governing_document_id": draft.id}
    assert [row.regulation_id for row in services.document_relations.rows(where)] == ["law"]
    services.attachments.replace(own.id, "ny.pdf", b"%PDF-1.7 second")
    (before,) = services.attachments.of("governing_document", "d1")
    assert services.attachments.content(before) == b"%PDF-1.7 first"


def test_there_is_one_next_version_at_a_time_and_it_is_one_step(services: Services) -> None:
    services.documents.renew("d1")
    with pytest.raises(RuleBroken, match="already"):
        services.documents.renew("d1")
    services.work.undo()
    assert standings(services) == {1: Standing.IN_FORCE}
    assert len(services.file.store.rows(Attachment)) == 1


def test_the_successor_takes_the_place_in_one_step(services: Services) -> None:
    draft = renewed(services)
    services.documents.take_effect(draft.id)
    assert standings(services) == {1: Standing.REPLACED, 2: Standing.IN_FORCE}
    ids = [one.id for one in services.documents.chain("d1")]
    assert ids == [one.id for one in services.documents.chain(draft.id)] == ["d1", draft.id]
    services.work.undo()
    assert standings(services) == {1: Standing.IN_FORCE, 2: Standing.DRAFT}
    services.work.redo()
    assert standings(services) == {1: Standing.REPLACED, 2: Standing.IN_FORCE}


def test_nothing_takes_effect_that_breaks_a_rule(services: Services) -> None:
    draft = services.documents.renew("d1")
    with pytest.raises(RuleBroken) as told:
        services.documents.take_effect(draft.id)
    assert told.value.field == "decided_on"
    services.governing_documents.save(
        replace(draft, decided_on=date(2024, 6, 1), valid_from=date(2024, 6, 1))
    )
    with pytest.raises(RuleBroken) as told:
        services.documents.take_effect(draft.id)
    assert told.value.field == "valid_from"
    assert standings(services) == {1: Standing.IN_FORCE, 2: Standing.DRAFT}


def test_who_decides_documents_of_a_type_is_thought_to_adopt_one(services: Services) -> None:
    held = services.governing_documents.get("d1")
    kind = services.document_types.get(held.document_type_id)
    services.document_types.save(replace(kind, decided_by="Kommunfullmäktige"))
    assert services.documents.adopted_by(replace(held, decided_by="")) == "Kommunfullmäktige"
    assert services.documents.adopted_by(replace(held, decided_by="Nämnden")) == "Nämnden"


def test_who_adopted_a_draft_and_when_is_noted_as_it_takes_effect_in_one_step(
    services: Services,
) -> None:
    draft = services.documents.renew("d1")
    day = date(2024, 6, 1)
    with pytest.raises(RuleBroken):
        services.documents.adopt(draft.id, "Nämnden", None, None)
    services.documents.adopt(draft.id, " Nämnden ", day, None)
    held = services.governing_documents.get(draft.id)
    assert (held.decided_by, held.decided_on) == ("Nämnden", day)
    assert standings(services) == {1: Standing.REPLACED, 2: Standing.IN_FORCE}
    services.work.undo()
    assert services.governing_documents.get(draft.id) == draft


def test_of_two_drafts_only_one_takes_the_place(services: Services) -> None:
    first = renewed(services)
    services.governing_documents.delete(first.id)
    second = renewed(services)
    services.trash.restore(services.trash.rows().rows(0, 1)[0].id)
    services.documents.take_effect(second.id)
    with pytest.raises(RuleBroken, match="no longer in force"):
        services.documents.take_effect(first.id)
    assert len(services.documents.chain(first.id)) == 3


def test_a_successor_may_come_after_the_last_one_was_withdrawn(services: Services) -> None:
    draft = renewed(services)
    services.documents.withdraw("d1")
    services.documents.take_effect(draft.id)
    assert standings(services) == {1: Standing.WITHDRAWN, 2: Standing.IN_FORCE}


def test_what_is_over_is_kept_as_it_was(services: Services) -> None:
    services.documents.withdraw("d1")
    held = services.governing_documents.get("d1")
    assert held.valid_to == services.clock.today()
    with pytest.raises(RuleBroken, match="kept as it was"):
        services.governing_documents.save(replace(held, title="Annat"))
    services.work.undo()
    assert standings(services) == {1: Standing.IN_FORCE}


# ---- locked when it is adopted ---------------------------------------------------------------


@pytest.fixture
def held(services: Services) -> Routine:
    """A routine in force, with a law, a file, and one who has read it."""
    routine = Routine("r1", title="Egenkontroll", how="<p>Mät.</p>", decided_by="Chefen")
    services.routines.add(routine)
    services.routine_regulations.add(RoutineRegulation("b", "r1", "law", "6 kap."))
    services.attachments.add("routine", "r1", "a.pdf", b"%PDF-1.7 first")
    services.routine_versions.adopt("r1", "Chefen", date(2024, 5, 2), None)
    made = services.routines.get("r1")
    services.receipts.read(made)
    return made


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Annat"},
        {"how": "<p>Mät inte.</p>"},
        {"how": ""},
        {"decided_by": "Någon"},
        {"decided_on": date(2024, 5, 3)},
        {"valid_from": date(2020, 1, 1)},
        {"valid_to": date(2020, 1, 1)},
    ],
)
def test_what_was_adopted_of_a_version_in_force_is_locked(
    services: Services, held: Routine, changes: dict[str, object]
) -> None:
    (field, value), *_others = changes.items()
    doors: list[Callable[[], object]] = [
        lambda: services.routines.save(replace(held, **changes)),  # type: ignore[arg-type]
        lambda: services.routines.change(["r1"], field, value),
    ]
    for door in doors:
        with pytest.raises(RuleBroken) as told:
            door()
        assert told.value.field in changes or value == date(2020, 1, 1)  # an end before its start
    assert services.routines.get("r1") == held


def test_what_keeps_a_version_in_force_up_to_date_is_changed(
    services: Services, held: Routine
) -> None:
    kept_up: dict[str, object] = {"committee_id": "c", "unit_id": "u", "responsible_id": "p"}
    kept_up["review_due"] = date(2030, 1, 1)
    for field, value in kept_up.items():
        services.routines.save(replace(services.routines.get("r1"), **{field: value}))  # type: ignore[arg-type]
        services.routines.change(["r1"], field, value)
    assert services.routines.get("r1") == replace(held, **kept_up)  # type: ignore[arg-type]
    document = services.governing_documents.get("d1")
    sorted_anew = replace(document, document_type_id="plan", registration_number="BUN 2024-112")
    services.governing_documents.save(sorted_anew)
    assert services.governing_documents.get("d1") == sorted_anew


def test_a_file_is_added_to_what_is_in_force_and_none_is_taken_away(
    services: Services, held: Routine
) -> None:
    (first,) = services.attachments.of("routine", held.id)
    services.attachments.add("routine", held.id, "protokoll.pdf", b"%PDF-1.7 signed")
    doors: list[Callable[[], object]] = [
        lambda: services.attachments.replace(first.id, "b.pdf", b"%PDF-1.7 other"),
        lambda: services.attachments.remove(first.id),
    ]
    for door in doors:
        with pytest.raises(RuleBroken, match="Make a new version"):
            door()
    assert len(services.attachments.of("routine", held.id)) == 2
    services.work.undo()  # one that was added by mistake
    assert services.attachments.of("routine", held.id) == (first,)


def test_the_legal_basis_is_locked_with_it_and_what_it_belongs_with_is_not(
    services: Services, held: Routine
) -> None:
    basis = services.routine_regulations.get("b")
    draft = services.routine_versions.renew(held.id)
    doors: list[Callable[[], object]] = [
        lambda: services.routine_regulations.save(replace(basis, sections="7 kap.")),
        lambda: services.routine_regulations.save(replace(basis, routine_id=draft.id)),
        lambda: services.routine_regulations.add(RoutineRegulation("n", held.id, "law")),
        lambda: services.routine_regulations.delete("b"),
    ]
    for door in doors:
        with pytest.raises(RuleBroken, match="locked"):
            door()
    assert services.routine_regulations.rows({"routine_id": held.id}) == (basis,)
    services.document_relations.save(
        replace(services.document_relations.get("r"), comment="Tillägg")
    )
    services.document_reviews.add(
        DocumentReview("v", governing_document_id="d1", done_on=date(2026, 11, 1))
    )


def test_undo_still_takes_back_what_was_adopted(services: Services, held: Routine) -> None:
    with pytest.raises(RuleBroken):
        services.routines.save(replace(held, title="Annat"))
    services.work.undo()  # the receipt
    services.work.undo()  # the adoption
    draft = services.routines.get(held.id)
    assert draft.standing is Standing.DRAFT
    services.routines.save(replace(draft, title="Annat"))
    services.routine_versions.adopt(held.id, "Chefen", date(2024, 5, 2), None)
    services.work.undo()
    services.work.undo()
    services.work.redo()
    services.work.redo()
    now = services.routines.get(held.id)
    assert (now.title, now.standing) == ("Annat", Standing.IN_FORCE)


def test_history_writes_nothing_back_into_what_was_adopted(services: Services) -> None:
    services.routines.add(Routine("r2", title="Före"))
    services.routines.save(replace(services.routines.get("r2"), title="Efter"))
    services.routine_versions.adopt("r2", "Chefen", date(2024, 5, 2), None)
    history = services.history.of("routine", "r2")
    was = next(e for e in history.rows(0, history.count()) if e.field == "title" and e.before)
    with pytest.raises(RuleBroken, match="locked"):
        services.history.restore(was.id)
    assert services.routines.get("r2").title == "Efter"


def test_the_paragraph_of_the_minutes_is_noted_with_the_decision(services: Services) -> None:
    draft = services.documents.renew("d1")
    services.documents.adopt(draft.id, "Nämnden", date(2024, 6, 1), None, paragraph=" § 112 ")
    assert services.governing_documents.get(draft.id).paragraph == "§ 112"


def test_a_copy_is_a_first_draft_that_nobody_has_read_or_reviewed(services: Services) -> None:
    services.receipts.read(services.governing_documents.get("d1"))
    services.documents.review(
        DocumentReview("v", governing_document_id="d1", done_on=date(2026, 11, 1))
    )
    made = services.governing_documents.duplicate("d1")
    assert (made.version, made.standing, made.replaces_id) == (1, Standing.DRAFT, None)
    assert (made.decided_on, made.valid_from, made.review_due) == (None, None, None)
    assert len(services.attachments.of("governing_document", made.id)) == 1
    assert services.document_reviews.count({"governing_document_id": made.id}) == 0
    assert len(services.file.store.rows(Receipt)) == 1


@pytest.mark.parametrize(("kind", "due"), [("t", date(2027, 11, 1)), ("plan", date(2027, 12, 31))])
def test_a_review_tells_when_the_next_one_is_due(services: Services, kind: str, due: date) -> None:
    held = services.governing_documents.get("d1")
    services.governing_documents.save(replace(held, document_type_id=kind))
    services.documents.review(
        DocumentReview(
            "v", governing_document_id="d1", kind=ReviewKind.OVERHAUL, done_on=date(2026, 11, 1)
        )
    )
    assert services.governing_documents.get("d1").review_due == due
    services.work.undo()
    assert services.document_reviews.count() == 0
    assert services.governing_documents.get("d1").review_due == date(2025, 5, 2)


def test_an_old_review_that_is_noted_late_moves_no_day_back(services: Services) -> None:
    for key, day in (("new", date(2026, 5, 1)), ("old", date(2025, 5, 1))):
        review = DocumentReview(
            key, governing_document_id="d1", kind=ReviewKind.YEARLY, done_on=day
        )
        services.documents.review(review)
    assert services.governing_documents.get("d1").review_due == date(2027, 5, 1)


def test_a_document_and_its_receipts_go_and_come_back_together(services: Services) -> None:
    services.receipts.read(services.governing_documents.get("d1"))
    services.governing_documents.delete("d1")
    assert services.file.store.rows(Receipt) == ()
    services.trash.restore(services.trash.rows().rows(0, 1)[0].id)
    (given,) = services.file.store.rows(Receipt)
    assert (given.person_id, given.version, given.read_on) == ("p", 1, services.clock.today())


def test_history_tells_what_happened_to_a_document(services: Services) -> None:
    services.documents.withdraw("d1")
    history = services.history.of("governing_document", "d1")
    labels = [event.label for event in history.rows(0, history.count())]
    assert list(dict.fromkeys(labels))[:2] == ["Withdraw", "Adopt"]


def test_no_other_door_goes_a_versions_way(services: Services) -> None:
    held = services.governing_documents.get("d1")
    for changes in ({"standing": Standing.DRAFT}, {"version": 7}, {"replaces_id": "d1"}):
        with pytest.raises(RuleBroken, match="own buttons"):
            services.governing_documents.save(replace(held, **changes))
    history = services.history.of("governing_document", "d1")
    was = next(e for e in history.rows(0, history.count()) if e.field == "standing")
    with pytest.raises(RuleBroken):
        services.history.restore(was.id)


# ---- read and understood ---------------------------------------------------------------------


def test_those_concerned_are_told_whether_they_have_read(services: Services) -> None:
    services.people.add(Person("q", name="Örjan Ek"))
    services.roles.add(Role("x", "p", "c", "u", RoleKind.MANAGER))
    held = services.governing_documents.get("d1")
    services.governing_documents.save(replace(held, committee_id="c"))
    held = services.governing_documents.get("d1")
    assert [(r.person.name, r.receipt) for r in services.receipts.readers(held)] == [
        ("Åsa Öberg", None)
    ]
    SITS["person"] = "q"  # whoever else has read it is told too
    services.receipts.read(held)
    told = {r.person.name: r.receipt is not None for r in services.receipts.readers(held)}
    assert told == {"Åsa Öberg": False, "Örjan Ek": True}
    assert services.receipts.shares()(held) == (1, 2)


def test_a_receipt_is_given_once_by_one_who_is_known_of_what_is_in_force(
    services: Services,
) -> None:
    held = services.governing_documents.get("d1")
    services.receipts.read(held)
    services.receipts.read(held)
    assert len(services.file.store.rows(Receipt)) == 1
    assert not services.receipts.may_read(held)
    SITS["person"] = "nobody we know"
    with pytest.raises(RuleBroken, match="who you are"):
        services.receipts.read(held)
    with pytest.raises(RuleBroken, match="in force"):
        services.receipts.read(replace(held, standing=Standing.DRAFT))


def test_a_new_version_is_read_anew(services: Services) -> None:
    services.receipts.read(services.governing_documents.get("d1"))
    draft = renewed(services)
    services.documents.take_effect(draft.id)
    assert services.receipts.may_read(services.governing_documents.get(draft.id))


def test_what_waits_to_be_read_is_what_concerns_who_sits_here(services: Services) -> None:
    def waits(most: int = 9) -> tuple[int, list[str]]:
        count, first = services.receipts.waiting(GoverningDocument, most)
        return count, [one.title for one in first]

    force: dict[str, object] = {"document_type_id": "t", "standing": Standing.IN_FORCE}
    day = services.clock.today()
    for key, title, facts in (
        ("unit", "Kökspolicy", {"committee_id": "c", "unit_id": "u", "valid_from": day}),
        ("all", "Nämndpolicy", {"committee_id": "c", "valid_from": date(2020, 1, 1)}),
        ("until", "Gäller i dag", {"committee_id": "c", "valid_to": day}),
        ("over", "Utgången", {"committee_id": "c", "valid_to": date(2020, 1, 1)}),
        ("other", "Annan enhet", {"committee_id": "c", "unit_id": "u2"}),
        ("draft", "Utkast", {"committee_id": "c", "standing": Standing.DRAFT}),
    ):
        if key == "other":
            services.units.add(Unit("u2", "c", None, "Stallet"))
        made: dict[str, object] = {**force, **facts}
        services.governing_documents.add(GoverningDocument(key, title=title, **made))  # type: ignore[arg-type]
    assert waits() == (0, [])  # who is not employed here is asked to read nothing
    services.roles.add(Role("x", "p", "c", "u", RoleKind.MANAGER))
    told = ["Gäller i dag", "Nämndpolicy", "Resepolicy", "Kökspolicy"]
    assert waits() == (4, told)
    assert waits(2) == (4, ["Nämndpolicy", "Resepolicy"])  # all and d1, by their ids
    services.receipts.read(services.governing_documents.get("all"))
    assert waits() == (3, [title for title in told if title != "Nämndpolicy"])
    services.work.undo()
    assert waits() == (4, told)
    SITS["person"] = ""
    assert waits() == (0, [])


@pytest.mark.parametrize("kind", [GoverningDocument, Routine])
def test_what_waits_is_counted_without_a_look_at_the_texts(
    services: Services, kind: type[GoverningDocument | Routine]
) -> None:
    services.roles.add(Role("x", "p", "c", "u", RoleKind.MANAGER))
    asked: list[str] = []
    connection = services.file.store._db.connection()
    connection.set_trace_callback(asked.append)
    services.receipts.waiting(kind, 9)
    connection.set_trace_callback(None)
    counting = [statement for statement in asked if "NOT IN" in statement]
    assert len(counting) == 4
    for statement in counting:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        told = " ".join(row[-1] for row in plan)
        assert f"USING COVERING INDEX {TABLE_OF[kind]}_reading" in told
        assert "USING INDEX receipt_person_id" in told


# ---- routines --------------------------------------------------------------------------------


def test_a_routine_follows_the_same_rules_with_its_legal_basis(services: Services) -> None:
    routine = Routine("r1", title="Egenkontroll i köket", decided_on=date(2026, 1, 2))
    services.routines.add(routine)
    services.routine_regulations.add(RoutineRegulation("b", "r1", "law", "6 kap."))
    services.routine_versions.take_effect("r1")
    draft = services.routine_versions.renew("r1")
    (basis,) = services.routine_regulations.rows({"routine_id": draft.id})
    assert (basis.regulation_id, basis.sections) == ("law", "6 kap.")
    assert [one.version for one in services.routine_versions.chain(draft.id)] == [1, 2]
