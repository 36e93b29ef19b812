"""One's own units: told by roles or chosen here, and what is due of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.agenda import AHEAD, Whose
from styrdesk.domain.case import Case, Measure
from styrdesk.domain.checklist import ChecklistTemplate, ChecklistUnit
from styrdesk.domain.edition import Standing
from styrdesk.domain.organisation import Committee, Person, Role, RoleKind, Unit
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import SelfCheck, SelfCheckMeasure
from styrdesk.services.agenda import MOST
from styrdesk.services.catalogue import Services
from styrdesk.services.own_units import Own, OwnUnits
from styrdesk.services.settings import SettingsService
from tests.helpers.files import CLOCK, empty_services

TODAY = CLOCK.today()
ENDED = TODAY - timedelta(days=1)


@dataclass
class Desk:
    services: Services
    kept: SettingsService

    @property
    def units(self) -> OwnUnits:
        return OwnUnits(self.services, self.kept)

    def own(self, committee: str = "c") -> Own:
        return self.units.of(committee)

    def names(self, committee: str = "c") -> list[str]:
        return [unit.name for unit in self.own(committee).units]

    def holds(self, kind: RoleKind, unit: str | None = None, **facts: object) -> None:
        role = Role(f"{kind}{unit}", "p", unit_id=unit, kind=kind)
        self.services.roles.add(replace(role, **facts))  # type: ignore[arg-type]


def a_tree(services: Services) -> None:
    """Two nämnder; in the first a school with a preschool under it, and a library."""
    for committee in ("c", "other"):
        services.committees.add(Committee(committee, name=committee))
    services.people.add(Person("p", "Åsa Öberg", "Rektor Backaskolan"))
    for key, committee, parent in (
        ("school", "c", None), ("pre", "c", "school"), ("library", "c", None),
        ("baths", "other", None),
    ):  # fmt: skip
        services.units.add(Unit(key, committee, parent, name=key.title()))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    use_language("en")
    with empty_services(lambda: "p") as made:
        a_tree(made)
        kept = SettingsService(tmp_path / "settings")
        kept.set_person(made.file.path, "p")
        yield Desk(made, kept)


# ---- which they are --------------------------------------------------------------------------


def test_roles_tell_ones_units_and_what_lies_under_goes_with_them(desk: Desk) -> None:
    desk.holds(RoleKind.MANAGER, "school")
    desk.holds(RoleKind.MANAGER, "library", valid_to=ENDED)
    desk.holds(RoleKind.MEMBER, "library")
    assert desk.names() == ["School"]
    whose = desk.own().whose
    assert whose.units == {"school", "pre"}
    assert whose.names == ("Åsa Öberg", "Rektor Backaskolan", "School", "Pre")
    assert whose.only
    assert [unit.name for unit in desk.own().below] == ["School", "Pre"]
    assert desk.names("other") == []
    assert not desk.own("other").whose.only
    desk.holds(RoleKind.MANAGER, "pre")
    assert desk.names() == ["School"]


def test_what_is_chosen_here_goes_before_the_roles_and_none_gives_them_back(desk: Desk) -> None:
    desk.holds(RoleKind.MANAGER, "school")
    desk.units.choose("c", ["library"])
    desk.units.choose("other", ["baths"])
    assert (desk.names(), desk.names("other")) == (["Library"], ["Baths"])
    again = SettingsService(desk.kept._path.parent)  # the next start of the program
    assert [unit.name for unit in OwnUnits(desk.services, again).of("c").units] == ["Library"]
    desk.units.choose("c", [])
    assert (desk.names(), desk.names("other")) == (["School"], ["Baths"])


def test_a_chosen_unit_that_is_gone_is_nobodys(desk: Desk) -> None:
    desk.units.choose("c", ["library"])
    desk.units.show_only("c", on=True)
    assert desk.own().whose.only
    desk.services.units.delete("library")
    assert desk.own() == Own((), (), Whose("p", frozenset(), ("Åsa Öberg", "Rektor Backaskolan")))


def test_the_choice_is_of_who_sits_here(desk: Desk) -> None:
    desk.units.choose("c", ["library"])
    desk.units.show_only("c", on=True)
    desk.kept.set_person(desk.services.file.path, "")
    assert desk.own() == Own((), (), Whose())


@pytest.mark.parametrize(
    ("kind", "facts", "only"),
    [
        (RoleKind.MANAGER, {}, True),
        (RoleKind.OFFICER, {}, True),
        (RoleKind.HEAD, {}, False),
        (RoleKind.SECRETARY, {}, False),
        (RoleKind.MANAGER, {"committee_id": "c", "unit_id": None}, False),
    ],
)
def test_a_chef_of_units_is_shown_only_these_until_they_say_else(
    desk: Desk, kind: RoleKind, facts: dict[str, object], *, only: bool
) -> None:
    desk.services.roles.add(Role("r", "p", unit_id="school", kind=RoleKind.OFFICER))
    desk.holds(kind, "library", **facts)
    assert desk.own().whose.only is only
    desk.units.show_only("c", on=not only)
    assert desk.own().whose.only is not only


# ---- what is due of them ---------------------------------------------------------------------

OWN = Whose("p", frozenset({"school", "pre"}), ("Åsa Öberg", "School", "Pre"), only=True)


def told(services: Services, whose: Whose = OWN) -> tuple[list[str], int]:
    found = services.agenda.of("c", whose)
    return [one.title for one in found.rows], found.beyond


def test_self_checks_and_routines_are_told_of_ones_units_and_of_oneself(desk: Desk) -> None:
    services = desk.services
    for n, (unit, who) in enumerate(
        (("pre", None), ("library", "p"), ("library", None), (None, None), ("school", "p"))
    ):
        check = SelfCheck(f"s{n}", "c", f"Check {n}", unit_id=unit, responsible_id=who)
        services.self_checks.add(replace(check, planned_for=TODAY))
        routine = Routine(f"r{n}", title=f"Routine {n}", committee_id="c", unit_id=unit)
        facts = {"standing": Standing.IN_FORCE, "review_due": TODAY}
        services.routines.add(replace(routine, responsible_id=who, **facts))  # type: ignore[arg-type]
    services.regulations.add(Regulation("law", title="Law", next_check=TODAY))
    assert told(services) == (
        ["Check 0", "Check 1", "Check 4", "Routine 0", "Routine 1", "Routine 4"], 5,
    )  # fmt: skip
    assert told(services, replace(OWN, only=False))[1] == 0


def test_checklists_are_told_of_ones_units_whoever_fills_them_in(desk: Desk) -> None:
    services = desk.services
    services.people.add(Person("q", "Bo Ek"))
    month = ChecklistTemplate("t", "c", "Rond", valid_from=TODAY.replace(day=1))
    services.checklist_templates.add(month)
    for unit, who in (("pre", "q"), ("library", None), ("school", None)):
        services.checklist_units.add(ChecklistUnit(unit, "t", unit, who))
    services.checklist_templates.add(replace(month, id="whole", title="For all of it"))
    notes = [one.note.split(" · ")[0] for one in services.agenda.of("c", OWN).rows]
    assert notes == ["Pre", "School"]
    assert services.agenda.of("c", OWN).beyond == 2
    whole = services.agenda.of("c", replace(OWN, only=False))
    assert sorted(one.title for one in whole.rows) == ["For all of it", "Rond", "Rond"]
    assert whole.beyond == 1  # the library's, for others to fill in
    assert services.agenda.of("c", Whose()).beyond == 4


def test_a_measure_of_a_self_check_is_told_until_it_is_done(desk: Desk) -> None:
    services = desk.services
    services.self_checks.add(SelfCheck("s", "c", "Locks", unit_id="pre", done_on=TODAY))
    services.self_checks.add(SelfCheck("l", "c", "Doors", unit_id="library", done_on=TODAY))
    services.self_checks.add(SelfCheck("o", "other", "Water", done_on=TODAY))
    measure = SelfCheckMeasure("m", "s", title="New lock", due=TODAY + AHEAD)
    for one in (
        measure,
        replace(measure, id="done", done_on=TODAY),
        replace(measure, id="later", due=TODAY + AHEAD + timedelta(days=1)),
        replace(measure, id="mine", self_check_id="l", title="New door", person_id="p"),
        replace(measure, id="theirs", self_check_id="l", title="New hinge"),
        replace(measure, id="other", self_check_id="o", title="New pump", person_id="p"),
    ):
        services.self_check_measures.add(one)
    assert told(services) == (["New door", "New lock"], 1)
    (first, _second) = services.agenda.of("c", OWN).rows
    assert (first.table, first.record, first.note) == ("self_check", "l", "Doors · Action")


def a_case(services: Services, key: str, **facts: object) -> None:
    kind = services.cases.types()[0].id
    case = Case(key, "c", kind, "", title=key, arrived=TODAY - timedelta(days=90))
    services.cases.add(replace(case, **facts))  # type: ignore[arg-type]


def test_a_secret_case_tells_nobody_what_unit_it_is_of_nor_what_is_done(desk: Desk) -> None:
    services = desk.services
    services.case_flow.begin()
    a_case(services, "open", unit_id="pre")
    a_case(services, "secret", unit_id="pre", secret=True)
    for key in ("open", "secret"):
        measure = Measure(f"m{key}", key, f"Do {key}", "Rektor", done_by=TODAY)
        services.measures.add(measure)
    assert told(services) == (["open", "Do open"], 2)
    services.cases.save(replace(services.cases.get("secret"), handler_id="p"))
    titles, beyond = told(services)
    assert (sorted(titles), beyond) == (["Do open", "Secret", "Secret", "open"], 0)
    assert "Do secret" not in str(services.agenda.of("c", OWN))


def test_a_measure_of_a_case_is_told_until_it_is_done_or_not_to_be(desk: Desk) -> None:
    services = desk.services
    services.case_flow.begin()
    a_case(services, "open", unit_id="pre")
    measure = Measure("m", "open", "Do", done_by=date(2026, 11, 1))
    for one in (
        measure,
        replace(measure, id="done", done_on=TODAY),
        replace(measure, id="not", not_done="No money"),
        replace(measure, id="later", done_by=TODAY + AHEAD),
    ):
        services.measures.add(one)
    rows = [one for one in services.agenda.of("c", OWN).rows if one.title == "Do"]
    assert [(one.table, one.record) for one in rows] == [("case", "open")]
    assert rows[0].note == f"{services.cases.get('open').code} · Action"


def test_of_more_than_a_days_work_the_first_are_told_and_none_is_counted_twice(desk: Desk) -> None:
    checks = [
        SelfCheck(f"{n:03}", "c", f"{n:03}", unit_id="pre", responsible_id="p",
                  planned_for=TODAY - timedelta(days=n))
        for n in range(MOST + 5)
    ]  # fmt: skip
    desk.services.self_checks.save_all([*checks, replace(checks[0], id="x", unit_id="library")])
    titles, beyond = told(desk.services)
    assert (len(titles), titles[0], beyond) == (MOST, f"{MOST + 4:03}", 0)


PLACES = st.tuples(
    st.sampled_from(("school", "pre", "library", None)), st.sampled_from(("p", None)), st.booleans()
)


@settings(max_examples=12)
@given(st.lists(PLACES, max_size=8))
def test_what_is_ones_own_and_what_is_beyond_it_are_together_all(
    places: list[tuple[str | None, str | None, bool]],
) -> None:
    with empty_services() as services:
        a_tree(services)
        services.case_flow.begin()
        for n, (unit, who, secret) in enumerate(places):
            a_case(services, f"c{n}", unit_id=unit, handler_id=who, secret=secret)
            measure = Measure(f"m{n}", f"c{n}", "Do", done_by=TODAY)
            services.measures.add(measure)
            check = SelfCheck(f"s{n}", "c", "Check", unit_id=unit, responsible_id=who)
            services.self_checks.add(replace(check, planned_for=TODAY))
        own, whole = (services.agenda.of("c", replace(OWN, only=only)) for only in (True, False))
    assert set(own.rows) <= set(whole.rows)
    assert len(own.rows) + own.beyond == len(whole.rows)
