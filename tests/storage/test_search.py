"""The index of words holds what the records say now: by whatever way they came to say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from styrdesk.base.collation import fold
from styrdesk.domain.case import Case, Measure
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.plan import Block, BlockKind, Chapter, Plan
from styrdesk.domain.record import specs
from styrdesk.domain.search import FOUND, entry
from styrdesk.services import copies
from styrdesk.services.catalogue import Services
from styrdesk.storage import file, search
from styrdesk.storage.file import File
from styrdesk.storage.search_building import SearchBuilding
from tests.helpers.files import demo_services, empty_services

RARE = "ŧŋʒ"  # nothing else begins so, and an index shortens what begins alike


@pytest.fixture
def services() -> Iterator[Services]:
    with empty_services() as made:
        made.committees.add(Committee("c", name="Bildningsnämnden"))
        made.people.add(Person("p", name="Anna Ek", title="Rektor"))
        yield made


@pytest.fixture
def demo() -> Iterator[Services]:
    with demo_services() as made:
        yield made


def found(services: Services, words: str) -> list[str]:
    return [record for _table, record in services.file.search.find(words)[0]]


def is_hidden(opened: File, record: Any) -> bool:
    """Whether a record, or what it is a part of, says that it is secret."""
    if getattr(record, "secret", False):
        return True
    own: type = type(record)
    above = [
        (spec.link, getattr(record, spec.name))
        for spec in specs(own)
        if spec.owned and getattr(record, spec.name)
    ]
    kinds: list[tuple[type[Any], str]] = [(RECORDS[table], key) for table, key in above]
    return any(is_hidden(opened, opened.store.get(kind, key)) for kind, key in kinds)


def see_that_it_is_right(opened: File) -> None:
    """The index holds each record as it is now, and nothing else."""
    held = {
        (table, record): (head, body)
        for table, record, head, body in opened.db.asked(
            "SELECT tbl, record, head, body FROM search_entry"
        )
    }
    wanted = {}
    for table in FOUND:
        kind: type[Any] = RECORDS[table]
        for record in opened.store.rows(kind):
            made = entry(record)
            if made is not None and not is_hidden(opened, record):
                wanted[table, record.id] = (made.head, made.body)
    assert held == wanted
    # It is checked against the words it was made from, and raises where they differ.
    opened.db.execute_sql(
        "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)"
    )
    assert not opened.search.is_stale()


def test_what_is_saved_undone_and_done_again_is_found_as_it_is(services: Services) -> None:
    people = services.people
    people.save(replace(people.get("p"), name="Berit Ek"))
    assert found(services, "berit") == ["p"]
    assert found(services, "anna") == []
    services.work.undo()
    assert found(services, "anna") == ["p"]
    services.work.redo()
    assert found(services, "anna") == []
    see_that_it_is_right(services.file)


def test_what_goes_with_its_owner_is_not_found_and_is_found_when_it_is_put_back(
    demo: Services,
) -> None:
    plan = demo.plans.plans()[0]
    before = found(demo, "mål")
    demo.plans.delete(plan.id)
    see_that_it_is_right(demo.file)
    assert set(found(demo, "mål")) < set(before)
    demo.work.undo()
    see_that_it_is_right(demo.file)
    assert set(found(demo, "mål")) == set(before)


def test_a_step_that_fails_leaves_the_index_as_it_was(services: Services) -> None:
    def fail() -> None:
        with services.work.step("Fail"):
            services.file.store.save(Person("q", name="Cecilia"))
            raise KeyError("nothing")

    with pytest.raises(KeyError):
        fail()
    assert found(services, "cecilia") == []
    see_that_it_is_right(services.file)


def test_the_example_is_whole(demo: Services) -> None:
    see_that_it_is_right(demo.file)


def test_names_that_begin_with_the_words_stand_first(services: Services) -> None:
    people = services.people
    for key, name in (("1", "Bo Skog"), ("2", "Skogsberg"), ("3", "Urskog"), ("4", "Eva")):
        people.add(Person(key, name=name, title="skogsvakt" if key == "4" else ""))
    assert found(services, "skog") == ["2", "1", "3", "4"]


def test_short_words_are_beginnings_and_long_ones_are_found_inside(services: Services) -> None:
    assert found(services, "ek") == ["p"]
    assert found(services, "ekt") == ["p"]  # rektor
    assert found(services, "kt") == []
    assert found(services, "nämnd anna") == []
    assert found(services, "") == []
    assert found(services, '"') == []


def test_a_long_word_is_found_behind_what_only_has_its_runs(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 2)
    services.people.add(Person("old", name="Kvalitetsråd"))
    for n in range(4):
        services.people.add(Person(f"{n}", name="kva lit ets råd"))
    assert services.file.search.find("kvalitetsråd") == ([("person", "old")], True)
    monkeypatch.setattr(search, "_MOST_LOOKED_INTO", 3)
    assert services.file.search.find("kvalitetsråd") == ([], False)


@pytest.mark.parametrize("typed", ["OR", "NOT anna", "head: anna", "anna*", "(", "a" * 5000])
def test_what_is_typed_is_never_a_language(services: Services, typed: str) -> None:
    assert found(services, typed) in ([], ["p"])


def test_only_so_many_are_looked_at_and_that_is_told(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 3)
    for n in range(3):
        services.people.add(Person(f"{n}", name=f"Skog {n}"))
    assert len(services.file.search.find("skog")[0]) == 3
    assert services.file.search.find("skog")[1]
    services.people.add(Person("last", name="Skog"))
    keys, is_all = services.file.search.find("skog")
    assert keys[0] == ("person", "last")
    assert not is_all


def test_kinds_can_be_chosen(services: Services) -> None:
    services.units.add(Unit("u", committee_id="c", name="Annaskolan"))
    assert services.file.search.find("anna", ("unit",))[0] == [("unit", "u")]


# ---- masked ---------------------------------------------------------------------------------


@pytest.fixture
def masking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans called Hemlig are masked, with all they hold."""

    def is_masked(record: object) -> bool:
        return isinstance(record, Plan) and record.title == "Hemlig"

    monkeypatch.setattr(search, "is_masked", is_masked)
    monkeypatch.setattr(search, "masks", lambda kind: kind is Plan)


@pytest.mark.usefixtures("masking")
def test_what_belongs_to_a_masked_record_comes_and_goes_with_it(services: Services) -> None:
    store, plan = services.file.store, Plan("plan", committee_id="c", title="Öppen", year=2026)
    with services.work.step("Plan"):
        store.save(plan)
        store.save(Chapter("k", plan_id="plan", title="Granskning"))
        store.save(Block("b", chapter_id="k", kind=BlockKind.TEXT, caption="Granskad"))
    assert set(found(services, "gransk")) == {"k", "b"}
    services.plans.save(replace(plan, title="Hemlig"))
    assert found(services, "gransk") == []
    services.work.undo()
    assert set(found(services, "gransk")) == {"k", "b"}
    services.work.redo()
    assert found(services, "gransk") == []
    with services.file.transaction():
        services.file.search.build()
    assert found(services, "gransk") == []


def test_what_a_secret_case_holds_is_not_found(demo: Services) -> None:
    cases = demo.file.store.rows(Case, {"secret": True})
    assert cases
    opened = demo.file.store.rows(Case, {"secret": False})
    for case in cases:
        assert case.id not in found(demo, case.title)
        parts = demo.file.store.rows(Measure, {"case_id": case.id})
        assert not {part.id for part in parts} & set(found(demo, parts[0].title if parts else "x"))
    assert opened[0].id in found(demo, opened[0].title)


# ---- no trace ---------------------------------------------------------------------------------


def test_when_the_trash_is_emptied_not_a_letter_stays_in_the_index(services: Services) -> None:
    path, rare = services.file.path, fold(RARE).encode()
    services.people.add(Person("q", name=f"{RARE}a Borttagsson"))
    assert rare in path.read_bytes()
    services.people.delete("q")
    assert rare in path.read_bytes()  # it can still be put back
    services.trash.empty()
    assert rare not in path.read_bytes()
    see_that_it_is_right(services.file)


def test_a_copy_without_history_is_found_in_as_it_is(services: Services, tmp_path: Any) -> None:
    services.people.add(Person("q", name=f"{RARE}a Borttagsson"))
    services.people.delete("q")
    made = copies.save_copy_without_history(services, tmp_path / "b.styrdesk")
    assert fold(RARE).encode() not in made.read_bytes()
    opened = file.open_file(made)
    see_that_it_is_right(opened)
    assert opened.search.find("anna")[0] == [("person", "p")]
    opened.close()


def test_an_index_that_was_not_kept_is_made_anew_when_the_file_is_opened(
    services: Services,
) -> None:
    db, path = services.file.db, services.file.path
    with services.file.transaction():
        db.execute_sql("INSERT INTO search_words (search_words) VALUES ('delete-all')")
        db.execute_sql("DELETE FROM search_entry")
        db.execute_sql("UPDATE search_state SET change = 1")
    assert found(services, "anna") == []
    opened = file.open_file(path)
    see_that_it_is_right(opened)
    opened.close()


# ------------------------------------------------------------------------- built beside the work


@pytest.fixture
def unbuilt(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[File]:
    """The file as its owner opens it when its index is of no use and long to build."""
    monkeypatch.setattr(search, "_FEW", 0)
    with services.file.transaction():
        services.file.db.execute_sql("UPDATE search_state SET change = 0")
    opened = file.open_file(services.file.path, owned=True)
    yield opened
    opened.close()


def build(opened: File) -> SearchBuilding:
    made = SearchBuilding(opened.path, lambda _content, _kind: "")
    made.run()
    return made


def test_an_index_that_is_long_to_build_is_built_beside_its_owners_work(
    unbuilt: File, services: Services
) -> None:
    assert unbuilt.search.is_being_built()
    assert found(services, "anna") == []
    services.people.save(replace(services.people.get("p"), name="Berit Ek"))
    assert found(services, "berit") == ["p"]
    assert unbuilt.search.is_being_built()
    build(unbuilt)
    assert not unbuilt.search.is_being_built()
    see_that_it_is_right(unbuilt)


def test_a_building_that_was_broken_off_begins_anew_at_the_next_opening(
    unbuilt: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = SearchBuilding(unbuilt.path, lambda _content, _kind: "")
    broken.give_up()
    broken.run()
    assert unbuilt.search.is_being_built()
    assert unbuilt.search.is_stale()
    path = unbuilt.path
    unbuilt.close()
    monkeypatch.undo()
    again = file.open_file(path, owned=True)
    see_that_it_is_right(again)
    again.close()
