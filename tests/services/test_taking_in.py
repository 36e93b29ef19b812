"""A sheet to a register: what each row would become is told first, and then it becomes so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from styrdesk.domain.backup import Reason
from styrdesk.domain.cells import Cell, Formula, as_words
from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.naming import field_name
from styrdesk.domain.organisation import Committee, Person, Unit, UnitKind
from styrdesk.domain.routine import Routine
from styrdesk.services import register
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import Listing, listings
from styrdesk.services.sheets.giving_out import GivingOut
from styrdesk.services.sheets.grid import Form, Grid
from styrdesk.services.sheets.taking_in import Fate, SheetPlan, TakingIn, read, take_in
from tests.helpers.files import demo_services, empty_services

TODAY = date(2026, 11, 23)


@pytest.fixture
def services() -> Iterator[Services]:
    with empty_services() as made:
        made.committees.add(Committee("c", name="Bildningsnämnden", short_name="BN"))
        made.committees.add(Committee("d", name="Miljönämnden"))
        made.units.add(Unit("u", committee_id="c", name="Norrskolan", kind=UnitKind.UNIT))
        made.people.add(Person("p", name="Anna Ek", title="Rektor"))
        yield made


def listing(services: Services, key: str) -> Listing:
    return next(one for one in listings(services) if one.key == key)


def sheet(*lines: str) -> Grid:
    heads, *rows = [tuple(line.split("|")) for line in lines]
    return Grid(heads, tuple((n, row) for n, row in enumerate(rows, 2)))


def plan(services: Services, key: str, grid: Grid, fresh: Any = None) -> SheetPlan:
    fresh = fresh or listing(services, key).register.spec.kind("")
    return TakingIn(services.file, listing(services, key), fresh, TODAY).plan(grid)


def fates(made: SheetPlan) -> list[str]:
    return [row.fate.value for row in made.rows]


def took(services: Services, key: str, made: SheetPlan) -> None:
    take_in(listing(services, key), made, lambda _n: None, "a.xlsx")


def given(services: Services, key: str, form: Form, folder: Path) -> Path:
    """An export of a whole register."""
    one = listing(services, key)
    out = GivingOut(services.file, one)
    path = folder / f"{key}.{form.value}"
    path.write_bytes(out.written([out.cells(row) for row in one.rows()], form))
    return path


@pytest.mark.parametrize("form", list(Form))
def test_an_export_read_back_changes_nothing_in_any_register(form: Form, tmp_path: Path) -> None:
    with demo_services() as services:
        for one in listings(services):
            made = plan(services, one.key, read(given(services, one.key, form, tmp_path)))
            same = "there" if one.register.spec.adds else "unchanged"
            assert set(fates(made)) <= {same}, (one.key, [r.errors for r in made.rows])
            assert len(made.rows) == sum(1 for _row in one.rows())
            assert made.ignored == ()


def test_rows_are_new_changed_unchanged_or_wrong(services: Services) -> None:
    made = plan(
        services,
        "people",
        sheet(
            "Namn|Titel|Id|Annat",
            "Anna Ek|Rektor|p|x",
            "Bo Al|Chef||",
            "|Utan namn||",
            "Cecilia||finns inte|",
            "|||",
        ),
    )
    assert fates(made) == ["unchanged", "new", "wrong", "wrong"]
    assert [row.number for row in made.rows] == [2, 3, 4, 5]
    assert made.ignored == ("Annat",)
    assert made.rows[2].errors[0][0] == "Namn"
    assert made.rows[3].errors[0][0] == "Id"


def test_a_change_is_told_field_by_field_and_other_fields_stay(services: Services) -> None:
    made = plan(services, "people", sheet("Id|Title", "p|Biträdande rektor"))
    (row,) = made.rows
    (change,) = row.changes
    assert (change.title, change.before, change.after) == ("Titel", "Rektor", "Biträdande rektor")
    assert row.record == replace(services.people.get("p"), title="Biträdande rektor")


def test_an_id_twice_is_wrong(services: Services) -> None:
    made = plan(services, "people", sheet("Id|Namn", "p|Anna", "p|Berit"))
    assert fates(made) == ["wrong", "wrong"]


@pytest.mark.parametrize("name", ["Bildningsnämnden", "bn", "BILDNINGSNÄMNDEN", "c"])
def test_a_link_is_found_by_a_name(services: Services, name: str) -> None:
    made = plan(services, "units", sheet("Namn|Nämnd|Typ", f"Söderskolan|{name}|Enhet"))
    (row,) = made.rows
    assert row.fate is Fate.NEW, row.errors
    assert (row.record.committee_id, row.record.kind) == ("c", UnitKind.UNIT)


def test_a_name_that_is_nobodys_or_several_is_told(services: Services) -> None:
    services.committees.add(Committee("e", name="Miljönämnden"))
    made = plan(
        services,
        "units",
        sheet("Namn|Nämnd", "A|Okända nämnden", "B|Miljönämnden", "C|Miljönämnden [e]", "D|"),
    )
    said = [row.errors[0][1] if row.errors else "" for row in made.rows]
    assert "Okända nämnden" in said[0]
    assert "Flera" in said[1]
    assert made.rows[2].record.committee_id == "e"
    assert fates(made)[3] == "wrong"


def test_several_of_a_name_are_told_apart_on_their_way_out(services: Services) -> None:
    services.committees.add(Committee("e", name="Miljönämnden"))
    services.units.add(Unit("v", committee_id="e", name="Park"))
    out = GivingOut(services.file, listing(services, "units"))
    assert "Miljönämnden [e]" in [as_words(cell) for cell in out.cells(services.units.get("v"))]


def test_what_a_new_row_lacks_is_as_a_new_record_has_it(services: Services) -> None:
    fresh = Unit("x", committee_id="d", name="Ny enhet", kind=UnitKind.ADMINISTRATION)
    made = plan(services, "units", sheet("Namn|Typ", "Park|", "|Enhet"), fresh)
    assert (made.rows[0].record.committee_id, made.rows[0].record.kind) == ("d", fresh.kind)
    assert made.rows[0].record.id != "x"
    assert made.rows[1].fate is Fate.WRONG  # its name is not that of a new record


def test_heads_are_known_in_each_language_and_must_be_there_once(services: Services) -> None:
    assert fates(plan(services, "people", sheet("NAME|e-post", "Bo|b@c.se"))) == ["new"]
    with pytest.raises(RuleBroken, match="Namn"):
        plan(services, "people", sheet("Fel|Rubriker", "a|b"))
    with pytest.raises(RuleBroken, match="Namn"):
        plan(services, "people", sheet("Namn|name", "a|b"))


def test_a_formula_is_wrong_in_its_row(services: Services) -> None:
    row: tuple[Cell, ...] = (Formula("=1+1"),)
    made = plan(services, "people", Grid(("Namn",), ((2, row),)))
    assert "formel" in made.rows[0].errors[0][1]


def test_what_acts_of_their_own_set_is_not_written_from_a_sheet(services: Services) -> None:
    routine = Routine("r", title="Klagomål", standing=Standing.IN_FORCE)
    over = Routine("o", title="Gammal", standing=Standing.WITHDRAWN)
    for one in (routine, over):
        services.routines.add(one)
    title, state = field_name("routine", "title"), field_name("routine", "standing")
    grid = sheet(
        f"Id|{title}|{state}",
        "r|Klagomål och synpunkter|Gäller",
        "|Ny|Gäller",
        "|Nyare|Utkast",
        "o|Ändrad|Upphävt",
    )
    made = plan(services, "routines", grid)
    assert fates(made) == ["wrong", "wrong", "new", "wrong"]
    assert made.rows[0].errors[0][0] == title  # what was adopted is locked
    assert made.rows[1].errors[0][0] == state
    assert "gäller" in made.rows[3].errors[0][1].lower()
    with pytest.raises(RuleBroken):
        services.routines.change(["o"], "decided_by", "Chefen")
    with pytest.raises(RuleBroken):
        services.routines.change(["r"], "standing", Standing.WITHDRAWN)


def test_what_its_own_service_changes_is_never_read_from_a_sheet(services: Services) -> None:
    for key in ("cases", "checklists"):
        guarded = listing(services, key).register
        with pytest.raises(RuleBroken):
            guarded.take_in((), (guarded.spec.kind("x"),), lambda _n: None, {})
        with pytest.raises(RuleBroken):
            guarded.change((), "title", "x")
    with pytest.raises(RuleBroken):
        listing(services, "checklists").register.take_in((), (), lambda _n: None, {})


def test_no_two_columns_are_called_the_same(services: Services) -> None:
    for one in listings(services):
        names = [name for column in one.columns for name in {*column.names, column.title}]
        assert len(names) == len(set(names)), one.key


# ---- taking it in --------------------------------------------------------------------------


def test_all_of_it_is_one_step_and_one_undo(services: Services) -> None:
    made = plan(
        services, "people", sheet("Namn|Titel|Id", "Anna Ek|Chef|p", "Bo Al||", "Ceder|Lärare|")
    )
    took(services, "people", made)
    assert [one.name for one in services.people.rows()] == ["Anna Ek", "Bo Al", "Ceder"]
    assert services.people.get("p").title == "Chef"
    services.work.undo()
    assert services.people.rows() == (Person("p", name="Anna Ek", title="Rektor"),)


def test_new_rows_stand_last_among_their_siblings_in_the_order_of_the_sheet(
    services: Services,
) -> None:
    grid = sheet("Namn|Nämnd", "B|BN", "A|Miljönämnden", "Ä|BN", "C|Miljönämnden")
    took(services, "units", plan(services, "units", grid))
    places = {one.name: one.position for one in services.units.rows()}
    assert places == {"Norrskolan": 0, "B": 1, "Ä": 2, "A": 0, "C": 1}


def test_nothing_is_taken_in_while_a_row_is_wrong(services: Services) -> None:
    made = plan(services, "people", sheet("Namn|Titel", "Bo|x", "|y"))
    with pytest.raises(RuleBroken):
        took(services, "people", made)
    assert services.people.count() == 1


def test_what_is_given_up_on_the_way_leaves_nothing(services: Services) -> None:
    class GivenUp(Exception):
        """One pressed Cancel."""

    def look(number: int) -> None:
        if number:
            raise GivenUp

    rows = [f"Person {n}" for n in range(150)]
    made = plan(services, "people", sheet("Namn", *rows))
    with pytest.raises(GivenUp):
        take_in(listing(services, "people"), made, look, "a.xlsx")
    assert services.people.count() == 1
    assert services.work.undoable() is not None


def test_a_backup_is_made_before_much_is_taken_in(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Reason] = []
    monkeypatch.setattr(services.work, "secure", made.append)
    monkeypatch.setattr(register, "MANY", 3)
    took(services, "people", plan(services, "people", sheet("Namn", "A", "B")))
    assert made == []
    took(services, "people", plan(services, "people", sheet("Namn", "C", "D", "E")))
    assert made == [Reason.IMPORT]


def test_a_changed_export_is_read_back_as_changes_and_not_as_doubles(
    services: Services, tmp_path: Path
) -> None:
    path = given(services, "people", Form.CSV, tmp_path)
    text = path.read_text(encoding="utf-8-sig").replace("Rektor", "Skolchef")
    path.write_text(text, encoding="cp1252")
    made = plan(services, "people", read(path))
    assert fates(made) == ["changed"]
    took(services, "people", made)
    assert [one.title for one in services.people.rows()] == ["Skolchef"]
