"""What a file tells of a person: all is found, and nothing is left of it where it is to go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain import plan_file, richtext
from styrdesk.domain.backup import Reason
from styrdesk.domain.case import Case, CaseEvent, Cause, Happened, Measure
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person, Role
from styrdesk.domain.record import specs
from styrdesk.domain.routine import Routine
from styrdesk.domain.sought import Sought, asked_for, label
from styrdesk.domain.telling import SILENT
from styrdesk.domain.version import VersionOrigin
from styrdesk.services.personal_data import Found, Trace
from styrdesk.services.personal_scan import Place, Scan, links_of, texts_of
from styrdesk.services.work import Work
from styrdesk.storage import backup, connection, file
from tests.helpers.builders import PLAN, a_document, a_plan
from tests.helpers.files import CLOCK, decide
from tests.services.test_backups import FACTS
from tests.services.test_retention import Desk, everywhere

NAME, MAIL = "Trillian Åström", "trillian@kommun.se"
SOUGHT = Sought((NAME, MAIL), frozenset({"t"}))


class Refused(Exception):
    """Ends a step whose writes were only made to be looked at."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    use_language("en")
    made = Desk(tmp_path)
    services = made.services
    services.people.add(Person("t", NAME, "Utredare", MAIL))
    services.roles.save(Role("role", "t", committee_id="n"))
    services.cases.save(replace(services.cases.get("open"), handler_id="t"))
    services.causes.save(Cause("why", "open", f"{NAME}s fråga till Åsa Öberg"))
    services.causes.save(Cause("gone", "open", f"Ring {NAME}"))
    services.causes.delete("gone")
    yield made
    services.file.close()


def found(desk: Desk, **asked: Any) -> Found:
    return desk.services.personal_data.find(SOUGHT, **asked)


def by_key(found: Found) -> dict[str, Trace]:
    return {trace.key: trace for trace in found.traces}


# ---- found -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[file.File]:
    """A file in which each test writes what is then taken back."""
    made = file.create(tmp_path_factory.mktemp("bare") / "a.styrdesk")
    yield made
    made.close()


def scanned(opened: file.File) -> dict[str, Place]:
    told: list[int] = []
    spots = Scan(opened, SOUGHT, told.append).spots()
    return {spot.key: spot.place for spot in spots}


@pytest.mark.parametrize("table", RECORDS)
def test_every_field_of_every_register_is_looked_in_and_its_past_too(
    bare: file.File, table: str
) -> None:
    """No line anywhere names a register: what has words or points at a person is found."""
    store, kind = bare.store, RECORDS[table]
    fields = [*texts_of(table), *links_of(table)]
    plain = {s.name for s in specs(kind) if s.kind is str and not s.link and not s.kept}
    assert plain - SILENT <= {*fields}
    assert {s.name for s in specs(kind) if s.link == "person"} <= {*fields}
    keys = {f"{table}/x/{field}" for field in fields}
    held = {field: "t" if field in links_of(table) else f"Av {NAME}." for field in fields}
    if "origin" in {spec.name for spec in specs(kind)}:
        held["origin"] = VersionOrigin.IMPORTED  # one that was decided is never deleted
    with suppress(Refused), Work(bare, CLOCK, str).step("Look"):
        store.links_at_commit()
        store.save(kind("x", **held))
        now = scanned(bare)
        store.delete(kind, "x")
        gone = scanned(bare)
        raise Refused
    assert {key: now.get(key) for key in keys} == dict.fromkeys(keys, Place.NOW)
    assert {key: gone.get(key) for key in keys} == dict.fromkeys(keys, Place.TRASH)


def test_where_a_person_stands_is_told(desk: Desk) -> None:
    traces = by_key(found(desk))
    (given,) = desk.services.file.store.rows(CaseEvent, {"kind": Happened.ASSIGNED})
    assert {key: (t.spot.place, t.spot.is_link) for key, t in traces.items()} == {
        "person/t/name": (Place.NOW, False),
        "person/t/title": (Place.NOW, False),
        "person/t/email": (Place.NOW, False),
        "role/role/person_id": (Place.NOW, True),
        "case/open/handler_id": (Place.NOW, True),
        "cause/why/words": (Place.NOW, False),
        "cause/gone/words": (Place.TRASH, False),
        f"case_event/{given.id}/what": (Place.NOW, False),
    }
    why = traces["cause/why/words"]
    assert why.inside == desk.services.cases.get("open").code + " Maten open"
    assert (why.kind, why.title) == ("Cause", "Why")
    assert why.passage == ((NAME, True), ("s fråga till Åsa Öberg", False))
    assert why.hit is not None
    assert why.hit.chain[-1] == ("case", "open")
    assert traces["cause/gone/words"].hit is None


def test_of_who_wrote_in_the_whole_case_is_told_and_what_names_them_alone_is_written_over(
    desk: Desk,
) -> None:
    services = desk.services
    services.measures.save(Measure("m", "open", "Byt kock"))
    made = services.personal_data.find(asked_for("Kvarnsnickaregatan"))
    found = {trace.key: trace.spot.about for trace in made.traces}
    assert found["case/open/contact"] is False
    assert {found[f"case/open/{name}"] for name in ("title", "body")} == {True}
    assert {found["measure/m/title"], found["cause/why/words"]} == {True}
    (title,) = [t for t in made.traces if t.key == "case/open/title"]
    assert title.passage == (("Maten open", False),)
    assert [t.key for t in made.traces if t.is_written] == [
        "case/old/contact", "case/open/contact",
    ]  # fmt: skip


def test_other_people_in_what_would_be_given_out_are_told_of(desk: Desk) -> None:
    services = desk.services
    services.causes.save(Cause("n", "open", f"{NAME} om 640823-3234"))
    traces = by_key(found(desk))
    assert traces["cause/why/words"].others == ("Åsa Öberg",)
    assert traces["cause/n/words"].others == ("640823-3234",)
    assert traces["cause/gone/words"].others == ()


def test_what_stood_there_before_is_counted_at_what_stands_there_now(desk: Desk) -> None:
    services = desk.services
    services.causes.save(Cause("why", "open", f"{NAME} frågade"))
    services.causes.save(Cause("why", "open", "Ingen frågade"))
    why = by_key(found(desk))["cause/why/words"]
    assert (why.spot.place, why.spot.earlier) == (Place.PAST, 2)
    assert why.passage == ((NAME, True), (" frågade", False))


def test_what_stands_in_an_attached_file_is_found_and_never_changed(desk: Desk) -> None:
    services = desk.services
    services.routines.add(Routine("g", title="En rutin"))
    for name, text in (("a.pdf", f"Ansvarig:\n{NAME}"), ("b.pdf", "")):
        services.attachments.add("routine", "g", name, f"%PDF-1.7 {name}".encode())
        (made,) = [one for one in services.attachments.of("routine", "g") if one.name == name]
        with services.work.step("Read"):
            services.file.search.keep_text(made.file, text)
    all_found = found(desk)
    (trace,) = [trace for trace in all_found.traces if trace.spot.table == "attachment"]
    assert (trace.passage, trace.is_written) == (((NAME, True),), False)
    assert all_found.unread == 1
    anonymise(desk)
    assert "attachment" in {trace.spot.table for trace in found(desk).traces}


def test_the_steps_a_person_has_made_are_counted(desk: Desk) -> None:
    assert found(desk).acts == 0
    desk.machine.kept.set_person(desk.machine.path, "t")
    desk.services.routines.add(Routine("g", title="En rutin"))
    made = found(desk)
    assert made.acts == 1
    assert made.first == made.last != ""


def test_it_tells_how_far_it_has_come_and_can_be_ended(desk: Desk) -> None:
    told: list[int] = []
    found(desk, look=told.append)
    assert told == sorted(told)
    assert told[-1] == 100

    def stop(_count: int) -> None:
        raise Refused

    with pytest.raises(Refused):
        found(desk, look=stop)


# ---- secret cases ------------------------------------------------------------------------------


@pytest.fixture
def secret(desk: Desk) -> Desk:
    desk.services.cases.save(replace(desk.services.cases.get("open"), secret=True))
    return desk


def test_secret_cases_are_left_out(secret: Desk) -> None:
    made = found(secret)
    assert made.hidden
    assert not [trace for trace in made.traces if trace.spot.table in {"case", "cause"}]
    assert made.cases == ()


def test_a_reason_shows_them_and_is_noted_in_each(secret: Desk) -> None:
    made = found(secret, reason="Begäran om utdrag")
    assert {"case/open/handler_id", "cause/why/words", "cause/gone/words"} <= set(by_key(made))
    assert made.cases == ("open",)
    events = secret.services.file.store.rows(CaseEvent, {"kind": Happened.OPENED})
    assert [(event.case_id, event.what) for event in events] == [("open", "Begäran om utdrag")]
    assert secret.services.work.undoable() is None


def test_without_a_reason_nothing_is_shown(secret: Desk) -> None:
    with pytest.raises(RuleBroken) as refused:
        found(secret, reason=" ")
    assert refused.value.field == "reason"


# ---- written over ------------------------------------------------------------------------------


def anonymise(desk: Desk, *left: str) -> object:
    made = found(desk)
    chosen = {trace.key for trace in made.traces} - {*left}
    return desk.services.personal_data.anonymise(made, chosen, "Begäran om radering")


def test_what_is_written_over_is_in_no_byte_of_any_file(desk: Desk) -> None:
    services = desk.services
    services.people.save(Person("t", "Trillian McMillan", "Utredare", MAIL))
    services.people.save(Person("t", NAME, "Utredare", MAIL))
    body = richtext.write(richtext.from_plain(f"Frågan kom från {NAME}."))
    services.routines.add(Routine("g", title=f"{NAME}s rutin", purpose=body))
    services.backups.secure(Reason.ASKED)
    words = (NAME, MAIL, "Trillian", "McMillan", "Utredare")
    assert all(len(everywhere(desk, word)) >= 2 for word in words[:3])
    assert anonymise(desk) is None
    for word in words:
        assert everywhere(desk, word) == [], word
    person = services.people.get("t")
    assert (person.name, person.title, person.email) == (label(1), "", "")
    assert services.routines.get("g").title == f"{label(1)}s rutin"
    assert label(1) in services.routines.get("g").purpose
    assert services.cases.get("open").handler_id == "t"
    assert connection.sound(services.file.db) == ""
    assert not services.file.erasure.is_pending()
    (kept,) = services.backups.kept()
    backup.see_that_it_is_sound(services.backups.path(kept))
    assert services.search.find(label(1)).count


def test_the_past_stays_with_a_number_where_the_name_stood(desk: Desk) -> None:
    services = desk.services
    services.causes.save(Cause("why", "open", f"Nu frågar {NAME}"))
    services.causes.save(Cause("why", "open", "Nu frågar ingen"))
    anonymise(desk)
    history = services.history.of("cause", "why")
    told = {history.told(event) for event in history.rows(0, 9)}
    assert (f"Nu frågar {label(1)}", "Nu frågar ingen") in told
    gone = next(one for one in services.trash.rows().rows(0, 99) if one.record == "gone")
    assert services.trash.content(gone).fields[-1] == ("Why", f"Ring {label(1)}")
    services.trash.restore(gone.id)
    assert services.file.store.get(Cause, "gone").words == f"Ring {label(1)}"


def test_what_is_not_chosen_stays(desk: Desk) -> None:
    anonymise(desk, "cause/why/words")
    assert NAME in desk.services.file.store.get(Cause, "why").words
    assert desk.services.people.get("t").name == label(1)
    assert len(everywhere(desk, NAME)) == 2, "the file and its new backup"


def test_the_record_of_it_names_no_one_and_undo_stops_there(desk: Desk) -> None:
    anonymise(desk)
    (line,) = desk.services.personal_data.log()
    assert (line.reason, line.name) == ("Begäran om radering", label(1))
    assert line.number == 6
    assert desk.services.work.undoable() is None
    assert found(desk).number == 2


def test_a_reason_is_asked_for_that_does_not_name_them(desk: Desk) -> None:
    made = found(desk)
    every = {trace.key for trace in made.traces}
    for reason in ("", f"{NAME} bad om det"):
        with pytest.raises(RuleBroken) as refused:
            desk.services.personal_data.anonymise(made, every, reason)
        assert refused.value.field == "reason"
    with pytest.raises(RuleBroken, match="Nothing is chosen"):
        desk.services.personal_data.anonymise(made, (), "Begäran")
    assert desk.services.people.get("t").name == NAME


def test_a_word_alone_is_written_over_without_a_record(desk: Desk) -> None:
    services = desk.services
    made = services.personal_data.find(asked_for("Kvarnsnickaregatan\nZaphoda Beeblebrox"))
    chosen = {trace.key for trace in made.traces}
    services.personal_data.anonymise(made, chosen, "Begäran om radering")
    for word in ("Kvarnsnickaregatan", "Beeblebrox"):
        assert everywhere(desk, word) == []
    assert services.cases.get("open").reporter == label(1)


def test_what_was_decided_is_found_and_stays(desk: Desk) -> None:
    services = desk.services
    services.exchange.import_plan(_plan_text())
    decide(services, PLAN, FACTS)
    made = found(desk)
    kept = {trace.key for trace in made.traces if trace.archived}
    (version,) = services.versions.versions(PLAN)
    assert f"plan_version/{version.id}/content" in kept
    assert f"plan/{PLAN}/title" in kept
    before = services.decided.verify(services.decided.line(version.id))
    services.personal_data.anonymise(made, {t.key for t in made.traces}, "Begäran")
    assert NAME in services.plans.get(PLAN).title
    assert services.decided.verify(services.decided.line(version.id)) == before
    assert before.is_sound


def _plan_text() -> str:
    plan = replace(a_plan(), title=f"Plan av {NAME}")
    return plan_file.dump(plan_file.PlanFile(a_document(plan=(plan,))))


def test_cases_that_were_closed_are_written_over_too(desk: Desk) -> None:
    with desk.services.work.step("Write"):
        old = desk.services.file.store.get(Case, "old")
        desk.services.file.store.save(replace(old, body=f"Av {NAME}"))
    anonymise(desk)
    assert desk.services.cases.get("old").body == f"Av {label(1)}"
