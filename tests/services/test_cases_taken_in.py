"""Cases from a spreadsheet: each row a new case, what is there left alone, one step to undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.case import AnswerState, Case, Channel, masked, told
from styrdesk.domain.case_flow import passed
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import listing_of
from styrdesk.services.sheets import taking_in
from styrdesk.services.sheets.giving_out import GivingOut
from styrdesk.services.sheets.grid import Form, Grid
from styrdesk.services.sheets.links import Links
from styrdesk.services.sheets.taking_in import Fate, SheetPlan, TakingIn
from tests.helpers.files import empty_services

TODAY: Final = date(2026, 11, 23)
HEADS: Final = "Ärendetyp|Inkom|Rubrik|Vad hände"
FRESH: Final = Case("", "n", title="Nytt ärende", arrived=TODAY)  # as the page begins one


def filled(services: Services) -> Services:
    services.committees.add(Committee("n", name="Kulturnämnden"))
    services.committees.add(Committee("m", name="Miljönämnden"))
    services.units.add(Unit("u", "n", None, "Biblioteket"))
    services.people.add(Person("p", "Åsa Öberg"))
    services.case_flow.begin()
    return services


@pytest.fixture
def services() -> Iterator[Services]:
    """A nämnd with a unit, somebody to handle cases, and the shipped kinds of cases."""
    with empty_services(lambda: "p") as made:
        yield filled(made)


def planned(services: Services, grid: Grid) -> SheetPlan:
    return TakingIn(services.file, listing_of(services, "case"), FRESH, TODAY).plan(grid)


def plan(services: Services, *lines: str) -> SheetPlan:
    heads, *rows = [tuple(line.split("|")) for line in lines]
    return planned(services, Grid(heads, tuple((n, row) for n, row in enumerate(rows, 2))))


def took(services: Services, made: SheetPlan) -> None:
    taking_in.take_in(listing_of(services, "case"), made, lambda _n: None, "synpunkter.xlsx")


def fates(made: SheetPlan) -> list[Fate]:
    return [row.fate for row in made.rows]


def wrong(services: Services, heads: str, row: str) -> str:
    """The title of the one column that is wrong."""
    made = plan(services, heads, row)
    assert fates(made) == [Fate.WRONG]
    ((title, words),) = made.rows[0].errors
    assert words
    return title


def only(services: Services) -> Case:
    (case,) = services.cases.rows()
    return case


def kind(services: Services, name: str) -> str:
    return next(one.id for one in services.cases.types() if one.name == name)


def steps(services: Services, case: Case) -> tuple[str, ...]:
    return tuple(stage.id for stage in services.cases.way(case.type_id).stages)


def test_its_figures_are_of_the_year_it_arrived_whatever_year_its_number_tells(
    services: Services,
) -> None:
    took(services, plan(services, f"{HEADS}|Ärendenr", "Klagomål|2025-01-02|Maten||2024-017"))
    figures = services.case_statistics
    assert figures.years("n") == (2025,)
    assert [figures.of("n", year).total for year in (2024, 2025)] == [0, 1]


# ---- what a row becomes ------------------------------------------------------------------------


def test_a_row_is_a_new_case_in_its_first_step_that_tells_where_it_came_from(
    services: Services,
) -> None:
    heads = (
        f"{HEADS}|Enhet i organisationen|Från vem|Kontaktuppgift|Steg|Handläggare|Hur det kom in"
    )
    made = plan(
        services, heads,
        "synpunkt|2025-03-01|Öppettider|För korta|biblioteket|Bo Al|bo@example.org|Utredning"
        "|Åsa Öberg|Telefon",
    )  # fmt: skip
    assert fates(made) == [Fate.NEW], made.rows[0].errors
    assert (made.ignored, made.reckoned) == ((), ("Steg",))
    took(services, made)
    case = only(services)
    assert (case.code, case.title, case.body) == ("2025-001", "Öppettider", "För korta")
    assert (case.reporter, case.contact, case.channel) == ("Bo Al", "bo@example.org", Channel.PHONE)
    assert (case.unit_id, case.handler_id, case.stage_id) == ("u", "p", steps(services, case)[0])
    assert (case.entered, case.closed_on, case.answer) == (
        date(2025, 3, 1), None, AnswerState.WAITING,
    )  # fmt: skip
    (event,) = services.case_flow.events(case.id)
    assert (told(event), event.by) == ("Inläst från synpunkter.xlsx, rad 2", "Åsa Öberg")


def test_a_row_with_the_day_it_was_closed_stands_closed_since_then(services: Services) -> None:
    made = plan(
        services,
        f"{HEADS}|Besvarat|Avslutat|Steg",
        "Klagomål|2025-03-01|Maten|Kall|2025-03-04|2025-03-09|Avslutat",
    )
    took(services, made)
    case = only(services)
    assert (case.closed_on, case.answered_on) == (date(2025, 3, 9), date(2025, 3, 4))
    assert (case.stage_id, case.due) == (steps(services, case)[-1], None)
    assert case.answer is AnswerState.IN_TIME
    events = services.case_flow.events(case.id)
    assert len(events) == 1  # no way behind it that nobody here has seen
    assert passed(events, case) == {case.stage_id: date(2025, 3, 9)}
    services.case_flow.reopen(case.id, "Hörde av sig")
    assert services.cases.get(case.id).is_open


def test_it_goes_on_its_way_as_any_other(services: Services) -> None:
    took(services, plan(services, HEADS, "Synpunkt|2026-11-01|Maten|Kall"))
    case = only(services)
    services.case_flow.go_on(case.id)
    case = services.cases.get(case.id)
    assert case.stage_id == steps(services, case)[1]
    assert passed(services.case_flow.events(case.id), case) == {steps(services, case)[0]: TODAY}


@pytest.mark.parametrize(
    ("heads", "row", "title"),
    [
        (HEADS, "Okänd|2025-03-01|Maten|", "Ärendetyp"),
        (HEADS, "|2025-03-01|Maten|", "Ärendetyp"),
        ("Inkom|Rubrik", "2025-03-01|Maten", "Ärendetyp"),
        (HEADS, "Klagomål|i våras|Maten|", "Inkom"),
        (HEADS, "Klagomål||Maten|", "Inkom"),
        (HEADS, "Klagomål|2027-01-01|Maten|", "Inkom"),
        (HEADS, "Klagomål|2025-03-01||Kall", "Rubrik"),
        (
            f"{HEADS}|Enhet i organisationen",
            "Klagomål|2025-03-01|Maten||Köket",
            "Enhet i organisationen",
        ),
        (f"{HEADS}|Avslutat", "Klagomål|2025-03-01|Maten||2025-02-28", "Avslutat"),
        (f"{HEADS}|Avslutat", "Klagomål|2025-03-01|Maten||2026-11-24", "Avslutat"),
        (f"{HEADS}|Besvarat", "Klagomål|2025-03-01|Maten||2025-02-28", "Besvarat"),
        (f"{HEADS}|Steg", "Klagomål|2025-03-01|Maten||avslutat", "Avslutat"),
        (f"{HEADS}|Ärendenr", "Klagomål|2025-03-01|Maten||K 17", "Ärendenr"),
        (f"{HEADS}|Ärendenr", "Klagomål|2025-03-01|Maten||2025-17", "Ärendenr"),
        (f"{HEADS}|Ärendenr", "Klagomål|2025-03-01|Maten||2025-000", "Ärendenr"),
        (f"{HEADS}|Anonym|Från vem", "Klagomål|2025-03-01|Maten||ja|Bo", "Från vem"),
    ],
)
def test_what_is_wrong_is_told_at_its_column_before_anything_is_written(
    services: Services, heads: str, row: str, title: str
) -> None:
    assert wrong(services, heads, row) == title
    with pytest.raises(RuleBroken):
        took(services, plan(services, heads, row))
    assert services.cases.count() == 0


def test_a_kind_without_steps_is_told(services: Services) -> None:
    services.case_stages.delete(
        *(stage.id for stage in services.cases.way(kind(services, "Tips")).stages)
    )
    assert wrong(services, HEADS, "Tips|2025-03-01|Maten|") == "Ärendetyp"


def test_a_personnummer_is_warned_of_and_stops_nothing(services: Services) -> None:
    made = plan(
        services, f"{HEADS}|Kontaktuppgift", "Klagomål|2025-03-01|Maten|19811218-9876|811218-9876"
    )
    assert fates(made) == [Fate.NEW]
    assert made.rows[0].warned == ("Kontaktuppgift", "Vad hände")
    clean = plan(services, HEADS, "Klagomål|2025-03-01|Maten|811218-9875")
    assert clean.rows[0].warned == ()


# ---- numbers, and what is there already --------------------------------------------------------


def test_a_step_is_told_with_its_kind_since_each_kind_has_one_called_so(services: Services) -> None:
    links = Links(services.file)
    for stage in services.case_stages.rows():
        words = links.name_of("case_stage", stage.id)
        assert words == f"{stage.name} ({services.case_types.get(stage.type_id).name})"
        assert links.find("case_stage", words) == stage.id
    twin = replace(stage, id="twin")
    services.case_stages.add(twin)
    again = Links(services.file)
    for each in (stage, twin):  # with its kind too it is not alone
        words = again.name_of("case_stage", each.id)
        assert words == f"{stage.name} [{each.id}]"
        assert again.find("case_stage", words) == each.id


def test_a_number_that_is_free_is_kept_and_the_next_goes_on_from_it(services: Services) -> None:
    took(
        services,
        plan(
            services,
            f"{HEADS}|Ärendenr",
            "Klagomål|2025-03-01|Utan|a|",
            "Klagomål|2026-01-02|Med|b| 2025-017 ",
        ),
    )
    codes = {case.title: case.code for case in services.cases.rows()}
    assert codes == {"Utan": "2025-018", "Med": "2025-017"}


def test_two_rows_with_a_number_are_both_wrong_but_not_of_two_committees(
    services: Services,
) -> None:
    heads = f"{HEADS}|Ärendenr|Nämnd"
    row = "Klagomål|2025-03-01|Maten|{}|2025-017|{}"
    rows = [row.format("a", "Kulturnämnden"), row.format("b", "Miljönämnden")]
    assert fates(plan(services, heads, *rows)) == [Fate.NEW, Fate.NEW]
    rows.append(row.format("c", ""))
    assert fates(plan(services, heads, *rows)) == [Fate.WRONG, Fate.NEW, Fate.WRONG]


def test_what_is_a_case_already_is_left_alone_by_id_by_number_and_by_what_it_says(
    services: Services,
) -> None:
    heads = f"{HEADS}|Ärendenr|Id"
    first = "Klagomål|2025-03-01|Maten|Kall||17"  # an id that none here has is no id
    took(services, plan(services, heads, first))
    case = only(services)
    made = plan(
        services,
        heads,
        f"Synpunkt|2024-01-01|Annat|Text||{case.id}",
        "Okänd|aldrig||Text|2025-001|",
        first,
        "Klagomål|2025-03-01|Maten|Ljummen||",
    )
    assert fates(made) == [Fate.THERE, Fate.THERE, Fate.THERE, Fate.NEW]
    took(services, made)
    assert services.cases.get(case.id) == case
    assert services.cases.count() == 2


def test_a_secret_case_is_neither_told_nor_overwritten_by_a_row_with_its_number(
    services: Services,
) -> None:
    secret = Case("s", "n", kind(services, "Klagomål"), "", title="Dolt", body="Inget", secret=True)
    services.cases.add(secret)
    before = services.cases.get("s")
    made = plan(services, f"{HEADS}|Ärendenr", f"Synpunkt|2025-01-01|Gissning|x|{before.code}")
    assert fates(made) == [Fate.THERE]
    assert "Dolt" not in repr(made)
    took(services, made)
    assert services.cases.get("s") == before


def test_what_stands_masked_is_never_read_as_what_it_hides(services: Services) -> None:
    services.cases.add(Case("s", "n", kind(services, "Klagomål"), "", title="Dolt", secret=True))
    out = GivingOut(services.file, listing_of(services, "case"))
    row = list(out.cells(masked(services.cases.get("s"))))
    row[-1] = row[out.heads.index("Ärendenr")] = None  # as a case of its own
    made = planned(services, Grid(out.heads, ((2, tuple(row)),)))
    assert fates(made) == [Fate.WRONG]
    assert made.rows[0].errors[0][0] == "Rubrik"


def test_a_deleted_case_does_not_come_back_beside_one_that_took_its_number(
    services: Services,
) -> None:
    services.cases.add(Case("a", "n", kind(services, "Tips"), "", title="Först"))
    services.cases.delete("a")
    row = "Klagomål|2026-03-01|Sedan|x|2026-001"
    took(services, plan(services, f"{HEADS}|Ärendenr", row))
    (thrown,) = services.trash.rows().rows(0, 9)
    with pytest.raises(RuleBroken, match="2026-001"):
        services.trash.restore(thrown.id)
    assert only(services).title == "Sedan"


# ---- all of it ---------------------------------------------------------------------------------


def test_all_is_one_step_that_is_undone_whole_and_can_be_read_again(services: Services) -> None:
    rows = [f"Klagomål|2025-03-{day:02}|Maten {day}|Kall" for day in range(1, 20)]
    took(services, plan(services, HEADS, *rows))
    assert services.cases.count() == 19
    services.work.undo()
    assert services.cases.count() == 0
    took(services, plan(services, HEADS, *rows))
    assert services.cases.count() == 19
    services.work.undo()
    services.work.redo()
    assert services.cases.count() == 19


DAYS: Final = st.dates(date(2020, 1, 1), TODAY)
WORDS: Final = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\u2028\u2029"),
    min_size=1, max_size=20,
).map(str.strip).filter(bool)  # fmt: skip


def bare(case: Case) -> Case:
    """The case without ids that are each file's own."""
    return replace(case, id="", type_id="", stage_id="")


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """What is written of a case; the way and the number are the program's."""
    arrived = draw(DAYS)
    later = st.none() | st.dates(arrived, TODAY)
    return {
        "title": draw(WORDS),
        "body": draw(WORDS),
        "arrived": arrived,
        "registration_number": draw(st.just("") | WORDS),
        "channel": draw(st.sampled_from(Channel)),
        "anonymous": draw(st.booleans()),
        "severity": draw(st.integers(0, 4)),
        "likelihood": draw(st.integers(0, 4)),
        "unit_id": draw(st.sampled_from(["u", None])),
        "handler_id": draw(st.sampled_from(["p", None])),
        "acknowledged_on": draw(later),
        "answered_on": draw(later),
        "closed_on": draw(later),
    }


@settings(max_examples=12)
@given(
    wanted=st.lists(cases(), min_size=1, max_size=4),
    names=st.lists(st.sampled_from(["Klagomål", "Avvikelse", "Beröm"]), min_size=4, max_size=4),
    form=st.sampled_from(Form),
)
def test_what_goes_out_of_one_file_comes_into_another_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    wanted: list[dict[str, Any]],
    names: list[str],
    form: Form,
) -> None:
    """A round trip: cases in one file, its spreadsheet, and the same cases in a file of its own."""
    path: Path = tmp_path_factory.mktemp("sheets") / f"a.{form.value}"
    with empty_services(lambda: "p") as first:
        filled(first)
        listing = listing_of(first, "case")
        fresh = [
            replace(Case(f"c{n}", "n", kind(first, name)), **one)
            for n, (one, name) in enumerate(zip(wanted, names, strict=False))
        ]
        made = [first.cases.as_new(case, {}) for case in fresh]
        first.cases.take_in(made, (), lambda _n: None, {})
        out = GivingOut(first.file, listing)
        path.write_bytes(out.written([out.cells(row) for row in listing.rows()], form))
        kept = sorted(first.cases.rows(), key=lambda case: case.code)
        stages = {stage.id: stage.name for stage in first.case_stages.rows()}
        assert set(fates(planned(first, taking_in.read(path)))) == {Fate.THERE}
    with empty_services(lambda: "p") as other:
        filled(other)
        plans = planned(other, taking_in.read(path))
        assert set(fates(plans)) == {Fate.NEW}, [row.errors for row in plans.rows]
        took(other, plans)
        found = sorted(other.cases.rows(), key=lambda case: case.code)
        there = {stage.id: stage.name for stage in other.case_stages.rows()}
        assert list(map(bare, found)) == list(map(bare, kept))
        assert [there[case.stage_id] for case in found] == [stages[case.stage_id] for case in kept]
        assert set(fates(planned(other, taking_in.read(path)))) == {Fate.THERE}
