"""Cases: numbers, the way through the steps, letters, merging, opening again, and secrecy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.case import (
    AnswerState,
    Case,
    CaseEvent,
    CaseLetter,
    Cause,
    Happened,
    Measure,
    told,
)
from styrdesk.domain.case_type import LetterKind, StageKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import listing_of
from tests.helpers.files import empty_services

TODAY = date(2026, 11, 23)


@pytest.fixture
def services() -> Iterator[Services]:
    """A nämnd, somebody to handle cases, and the shipped kinds of cases."""
    with empty_services(lambda: "p") as made:
        made.committees.add(Committee("n", name="Kulturnämnden"))
        made.committees.add(Committee("m", name="Miljönämnden"))
        made.people.add(Person("p", "Åsa Öberg"))
        made.case_flow.begin()
        yield made


def kind(services: Services, name: str) -> str:
    return next(one.id for one in services.cases.types() if one.name == name)


def arrived(services: Services, key: str = "c", name: str = "Klagomål", **changes: object) -> Case:
    case = Case(key, "n", kind(services, name), "", title="Maten", body="Kall mat")
    services.cases.add(replace(case, **changes))  # type: ignore[arg-type]
    return services.cases.get(key)


def stage(services: Services, key: str = "c") -> StageKind:
    case = services.cases.get(key)
    at = services.cases.way(case.type_id).at(case)
    assert at is not None
    return at.kind


def on_to(services: Services, wanted: StageKind, key: str = "c") -> None:
    while stage(services, key) is not wanted:
        services.case_flow.go_on(key)


def handled(services: Services, **changes: object) -> None:
    """Filled in so far that it can go on to its answer."""
    filled = {"handler_id": "p", "severity": 2, "likelihood": 2, "investigation": "Ugnen"} | changes
    services.cases.save(replace(services.cases.get("c"), **filled))  # type: ignore[arg-type]


def happened(services: Services, key: str = "c") -> list[str]:
    return [told(event) for event in reversed(services.case_flow.events(key))]


# ---- numbers ---------------------------------------------------------------------------------


def test_each_committee_and_year_has_a_series_of_its_own(services: Services) -> None:
    codes = [
        arrived(services, "1").code,
        arrived(services, "2").code,
        arrived(services, "3", arrived=date(2025, 12, 30)).code,
        arrived(services, "4", committee_id="m").code,
    ]
    assert codes == ["2026-001", "2026-002", "2025-001", "2026-001"]


def test_a_number_is_never_given_twice_though_its_case_was_deleted_or_undone(
    services: Services,
) -> None:
    arrived(services, "1")
    services.cases.delete("1")
    arrived(services, "2")
    services.work.undo()
    assert arrived(services, "3").code == "2026-003"


def test_a_case_that_was_deleted_comes_back_with_its_number(services: Services) -> None:
    arrived(services, "1")
    services.cases.delete("1")
    arrived(services, "2")
    (item,) = services.trash.rows().rows(0, 9)
    services.trash.restore(item.id)
    assert services.cases.get("1").code == "2026-001"


def test_what_is_being_handled_is_not_deleted_and_nothing_is_copied(services: Services) -> None:
    arrived(services)
    services.case_flow.go_on("c")
    with pytest.raises(RuleBroken, match="2026-001"):
        services.cases.delete("c")
    with pytest.raises(RuleBroken):
        services.cases.duplicate("c")


def test_nothing_arrives_tomorrow(services: Services) -> None:
    with pytest.raises(RuleBroken) as broken:
        arrived(services, arrived=date(2026, 11, 24))
    assert broken.value.field == "arrived"
    assert services.cases.count() == 0


# ---- the way ---------------------------------------------------------------------------------


def test_a_klagomal_goes_through_its_nine_steps(services: Services) -> None:
    arrived(services)
    handled(services)
    on_to(services, StageKind.ANSWER)
    services.case_flow.answered("c", LetterKind.ANSWER)
    on_to(services, StageKind.CLOSED)
    case = services.cases.get("c")
    assert (case.closed_on, case.answer, case.due) == (TODAY, AnswerState.IN_TIME, None)
    assert happened(services) == [
        "Registrerat",
        "Fördelat till Åsa Öberg",
        *(f"Vidare till {name}" for name in ("Fördelning", "Bedömning", "Kontakt", "Utredning")),
        "Vidare till Åtgärd",
        "Vidare till Återkoppling",
        "Svar skickat",
        "Vidare till Uppföljning",
        "Avslutat",
    ]
    assert {event.by for event in services.case_flow.events("c")} == {"Åsa Öberg"}


def test_a_step_that_lacks_something_is_not_left_and_nothing_is_written(
    services: Services,
) -> None:
    arrived(services)
    services.case_flow.go_on("c")
    before = services.case_flow.events("c")
    with pytest.raises(RuleBroken) as broken:
        services.case_flow.go_on("c")
    assert broken.value.field == "handler_id"
    assert services.case_flow.events("c") == before


def test_one_step_on_is_one_step_back_with_undo(services: Services) -> None:
    case = arrived(services)
    services.case_flow.go_on("c")
    services.work.undo()
    assert services.cases.get("c") == case
    assert happened(services) == ["Registrerat"]


def test_only_what_may_be_is_passed_over(services: Services) -> None:
    arrived(services)
    handled(services)
    with pytest.raises(RuleBroken):
        services.case_flow.pass_over("c")
    on_to(services, StageKind.CONTACT)
    services.case_flow.pass_over("c")
    assert stage(services) is StageKind.INVESTIGATION
    assert "Hoppade över Kontakt" in happened(services)


def test_a_case_goes_back_and_on_again(services: Services) -> None:
    arrived(services)
    with pytest.raises(RuleBroken):
        services.case_flow.go_back("c")
    services.case_flow.go_on("c")
    services.case_flow.go_back("c")
    assert stage(services) is StageKind.ARRIVED


def test_an_anonymous_case_is_never_answered(services: Services) -> None:
    arrived(services, anonymous=True)
    handled(services)
    on_to(services, StageKind.FOLLOW_UP)
    case = services.cases.get("c")
    assert (case.answer, case.answer_by) == (AnswerState.NONE, None)
    assert not {"Vidare till Kontakt", "Vidare till Återkoppling"} & set(happened(services))


def test_a_case_is_closed_only_when_its_measures_are_followed_up(services: Services) -> None:
    arrived(services, name="Avvikelse")
    handled(services)
    services.causes.add(Cause("w", "c", "Dörrlisten var sliten"))
    services.measures.add(Measure("m", "c", "Byt dörrlist"))
    on_to(services, StageKind.FOLLOW_UP)
    with pytest.raises(RuleBroken) as broken:
        services.case_flow.go_on("c")
    assert broken.value.field == "measures"
    done = Measure("m", "c", "Byt dörrlist", "", None, TODAY, "5 grader", TODAY)
    services.measures.save(done)
    services.case_flow.go_on("c")
    assert services.cases.get("c").closed_on == TODAY


def test_a_closed_case_is_not_changed_but_for_its_dnr(services: Services) -> None:
    arrived(services, name="Beröm")
    handled(services, severity=0, likelihood=0)
    on_to(services, StageKind.ANSWER)
    services.case_flow.answered("c", LetterKind.ANSWER)
    services.case_flow.go_on("c")
    case = services.cases.get("c")
    with pytest.raises(RuleBroken):
        services.cases.save(replace(case, title="Annat"))
    with pytest.raises(RuleBroken):
        services.measures.add(Measure("m", "c", "Ny"))
    services.cases.save(replace(case, registration_number="2026/77"))
    assert services.cases.get("c").registration_number == "2026/77"


def test_a_case_opened_again_is_investigated_and_counted(services: Services) -> None:
    arrived(services)
    handled(services)
    on_to(services, StageKind.ANSWER)
    services.case_flow.answered("c", LetterKind.ANSWER)
    on_to(services, StageKind.CLOSED)
    with pytest.raises(RuleBroken):
        services.case_flow.reopen("c", " ")
    services.case_flow.reopen("c", "Det hände igen")
    case = services.cases.get("c")
    assert (stage(services), case.closed_on, case.reopened) == (StageKind.INVESTIGATION, None, 1)
    assert happened(services)[-1] == "Öppnat igen: Det hände igen"


def test_another_kind_of_case_stands_in_the_step_that_means_the_same(services: Services) -> None:
    arrived(services)
    handled(services)
    on_to(services, StageKind.INVESTIGATION)
    case = replace(services.cases.get("c"), type_id=kind(services, "Avvikelse"))
    services.cases.save(case)
    assert stage(services) is StageKind.INVESTIGATION
    assert services.cases.get("c").answer is AnswerState.NONE


def test_a_grave_case_is_escalated_and_it_is_noted_once(services: Services) -> None:
    arrived(services)
    handled(services, severity=3, likelihood=3)
    assert services.cases.get("c").escalated
    handled(services, severity=4)
    assert [words for words in happened(services) if words.startswith("Eskalerat")] == [
        "Eskalerat: 9 av 16 poäng"
    ]


def test_a_step_where_a_case_stands_is_not_deleted(services: Services) -> None:
    case = arrived(services)
    with pytest.raises(RuleBroken, match="ärenden"):
        services.case_stages.delete(case.stage_id)
    with pytest.raises(RuleBroken, match="ärenden"):
        services.case_types.delete(case.type_id)


# ---- merging ---------------------------------------------------------------------------------


def test_a_duplicate_points_at_the_main_one_and_both_tell_of_it(services: Services) -> None:
    arrived(services, "c")
    arrived(services, "main")
    services.case_flow.merge("c", "main")
    case = services.cases.get("c")
    assert (case.duplicate_of, case.closed_on, case.answer) == ("main", TODAY, AnswerState.NONE)
    assert "Fortsätter i 2026-002" in happened(services)
    assert "Tog upp 2026-001" in happened(services, "main")
    assert services.case_statistics.of("n", 2026).total == 1
    services.work.undo()
    assert services.cases.get("c").is_open


def test_a_case_is_merged_with_another_of_its_committee(services: Services) -> None:
    arrived(services, "c")
    arrived(services, "other", committee_id="m")
    arrived(services, "main")
    arrived(services, "third")
    services.case_flow.merge("third", "main")
    for wrong in ("c", "other", "third"):
        with pytest.raises(RuleBroken):
            services.case_flow.merge("c", wrong)


# ---- letters ---------------------------------------------------------------------------------


def test_a_letter_that_is_sent_answers_the_case(services: Services) -> None:
    arrived(services)
    services.case_letters.add(CaseLetter("l", "c", LetterKind.ACKNOWLEDGEMENT, "Tack", "Hej"))
    services.case_letters.add(CaseLetter("a", "c", LetterKind.ANSWER, "Svar", ""))
    services.case_flow.sent("l")
    assert services.cases.get("c").acknowledged_on == TODAY
    with pytest.raises(RuleBroken) as broken:
        services.case_flow.sent("a")
    assert broken.value.field == "body"
    services.case_letters.save(CaseLetter("a", "c", LetterKind.ANSWER, "Svar", "Så här"))
    services.case_flow.sent("a")
    case = services.cases.get("c")
    assert (case.answered_on, case.answer) == (TODAY, AnswerState.IN_TIME)
    with pytest.raises(RuleBroken):
        services.case_flow.sent("a")


# ---- secrecy ---------------------------------------------------------------------------------


@pytest.fixture
def secret(services: Services) -> Services:
    arrived(services, secret=True, title="Om Lisa", reporter="Lisas mor")
    services.measures.add(Measure("m", "c", "Samtal med Lisa"))
    handled(services)
    return services


def test_a_secret_case_is_opened_with_a_reason_that_undo_does_not_take_away(
    secret: Services,
) -> None:
    flow = secret.case_flow
    assert "Lisa" not in str(flow.secrecy.shown(secret.cases.get("c")))
    with pytest.raises(RuleBroken):
        flow.open_secret(" ", "c")
    flow.open_secret("Jag handlägger ärendet", "c")
    assert "Lisa" in str(flow.secrecy.shown(secret.cases.get("c")))
    event = flow.events("c")[0]
    assert (event.kind, event.by) == (Happened.OPENED, "Åsa Öberg")
    assert "Jag handlägger ärendet" in told(event)
    assert secret.work.undoable() is None


def test_the_history_of_a_secret_case_is_masked_until_it_is_opened(secret: Services) -> None:
    def said() -> str:
        history = secret.history.of("case", "c")
        events = history.rows(0, 99)
        return history.name + str([(event.part, *history.told(event)) for event in events])

    services = secret
    services.cases.save(replace(services.cases.get("c"), title="Om Lisa B"))
    assert "Lisa" not in said()
    assert not any(e.may_restore for e in services.history.of("case", "c").rows(0, 99))
    services.case_flow.open_secret("Jag handlägger ärendet", "c")
    assert "Om Lisa B" in said()


def test_the_trash_tells_nothing_of_a_secret_case_nor_of_its_parts(secret: Services) -> None:
    secret.measures.delete("m")
    (item,) = secret.trash.rows().rows(0, 9)
    assert "Lisa" not in item.name
    assert secret.trash.content(item).fields == ()


def test_words_are_never_found_in_a_secret_case(secret: Services) -> None:
    arrived(secret, "other", title="Om Lisbet")
    assert [case.id for case in secret.cases.rows(words="Lis")] == ["other"]
    assert secret.cases.count(words="Lis") == 1


def test_events_are_kept_with_their_case(services: Services) -> None:
    arrived(services)
    services.cases.delete("c")
    assert services.file.store.count(CaseEvent) == 0


# ---- other doors -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 7},
        {"code": "2026-007"},
        {"closed_on": TODAY},
        {"answered_on": TODAY},
        {"reopened": 2},
        {"duplicate_of": "c"},
        {"committee_id": "m"},
    ],
)
def test_the_way_of_a_case_is_not_gone_by_writing_in_its_fields(
    services: Services, changed: dict[str, object]
) -> None:
    case = arrived(services)
    with pytest.raises(RuleBroken):
        services.cases.save(replace(case, **changed))  # type: ignore[arg-type]
    assert services.cases.get("c") == case


def test_a_step_is_not_put_back_from_the_history(services: Services) -> None:
    arrived(services)
    services.case_flow.go_on("c")
    events = services.history.of("case", "c").rows(0, 99)
    moved = next(event for event in events if event.field == "stage_id")
    with pytest.raises(RuleBroken):
        services.history.restore(moved.id)


def test_who_wrote_in_is_never_found_by_the_search_nor_told_in_a_list(services: Services) -> None:
    arrived(services, reporter="Malin Rönnmark", contact="malin@example.org")
    assert services.search.find("Rönnmark").count == 0
    arrived(services, "s", title="Hemlig sak", secret=True)
    services.measures.add(Measure("m", "s", "Hemligt samtal"))
    assert services.search.find("hemlig").count == 0
    assert services.search.find("maten").count == 1


def test_a_list_of_cases_has_no_two_columns_of_the_same_name(services: Services) -> None:
    titles = [column.title for column in listing_of(services, "case").columns]
    assert len(set(titles)) == len(titles)
