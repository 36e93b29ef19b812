"""Gallring: what would go and why; and nothing of what went is left, in any file of the program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk import bootstrap
from styrdesk.base.collation import fold
from styrdesk.base.i18n import use_language
from styrdesk.domain.backup import Reason
from styrdesk.domain.case import Case, CaseEvent, CaseLink, Cause
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistVersion,
)
from styrdesk.domain.disposal import Item, Wanted, of_committee
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.retention import Matter, RetentionRule, RuleState, apart, limit
from styrdesk.domain.routine import Routine
from styrdesk.services.disposal import starting_set
from styrdesk.storage import backup, connection, file
from tests.services.test_backups import Machine

NAMES = ("Zaphoda Beeblebrox", "Kvarnsnickaregatan")
BODY = "Zaphoda Beeblebrox fick kall mat"
DECISION = ("§ 41 Omsorgsnämnden", date(2026, 11, 20))


class Desk:
    """A file with a complaint that was closed long ago, one that is open, and old backups."""

    def __init__(self, folder: Path) -> None:
        self.machine = Machine(folder)
        services = self.services = self.machine.services
        services.committees.add(Committee("n", name="Omsorgsnämnden"))
        services.people.add(Person("p", "Åsa Öberg"))
        services.case_flow.begin()
        self.kind = next(t.id for t in services.cases.types() if t.name == "Klagomål")
        base = Case("", "n", self.kind, "", arrived=date(2024, 1, 8))
        for key in ("old", "open"):
            services.cases.add(
                replace(base, id=key, title=f"Maten {key}", body=f"{key} {BODY}",
                        reporter=NAMES[0], contact=NAMES[1])
            )  # fmt: skip
            services.causes.save(Cause(f"{key}-why", key, f"{NAMES[0]} väntade"))
            services.causes.save(Cause(f"{key}-gone", key, f"{NAMES[0]} igen"))
            services.causes.delete(f"{key}-gone")
        services.case_links.save(CaseLink("l", "open", "case", "old", "Maten old"))
        services.backups.secure(Reason.START)
        services.cases.save(replace(services.cases.get("old"), body=f"Ändrad: {BODY}"))
        services.backups.secure(Reason.DECISION)
        self.close("old", date(2024, 11, 1))

    def close(self, key: str, on: date) -> None:
        with self.services.work.step("Close"):
            self.services.file.store.save(replace(self.services.cases.get(key), closed_on=on))

    def rule(self, key: str = "r", **changes: object) -> RetentionRule:
        made = RetentionRule(
            key, "Klagomål", Matter.CASE, self.kind, kept=False, years=2, basis="Plan 3.4"
        )
        made = replace(made, **changes)  # type: ignore[arg-type]  # any field
        self.services.retention_rules.save(made)
        return made

    def wanted(self, **changes: object) -> Wanted:
        """All that is due today, decided."""
        made = Wanted(self.services.disposals.due(), *DECISION)
        return replace(made, **changes)  # type: ignore[arg-type]  # any field

    def dispose(self, **changes: object) -> object:
        return self.services.disposals.dispose(self.wanted(**changes))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    use_language("en")
    made = Desk(tmp_path)
    yield made
    made.services.file.close()


def said(folder: Path, words: str) -> list[str]:
    """The files under a folder in whose bytes the words stand, as written or as searched."""
    forms = {form.encode() for form in (words, fold(words), words.lower())}
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def everywhere(desk: Desk, words: str) -> list[str]:
    return said(desk.machine.path.parent, words) + said(desk.machine.folder, words)


# ---- what would go -----------------------------------------------------------------------------


def test_only_what_was_closed_long_enough_ago_would_go(desk: Desk) -> None:
    rule = desk.rule()
    (due,) = desk.services.disposals.due()
    assert due.rule == rule
    code = desk.services.cases.get("old").code
    assert due.items == (Item("old", code, date(2024, 11, 1), "n"),)
    assert due.until == limit(rule, desk.machine.clock.today())


@pytest.mark.parametrize(("late", "goes"), [(0, True), (1, False)])
def test_the_last_day_goes_and_the_day_after_stays(desk: Desk, late: int, goes: bool) -> None:
    rule = desk.rule()
    desk.close("old", limit(rule, desk.machine.clock.today()) + timedelta(days=late))
    assert bool(desk.services.disposals.due()) is goes


def test_what_is_kept_for_good_never_goes(desk: Desk) -> None:
    desk.rule(kept=True)
    assert desk.services.disposals.due() == ()
    desk.rule("all", type_id=None, name="Övriga")  # klagomål have a rule of their own
    assert desk.services.disposals.due() == ()


def test_a_rule_goes_with_its_kind_and_never_comes_to_speak_of_others(desk: Desk) -> None:
    kind = next(t.id for t in desk.services.cases.types() if t.name == "Beröm")
    desk.rule(type_id=kind)
    desk.services.case_types.delete(kind)
    assert desk.services.retention_rules.rows() == ()


def test_two_rules_that_speak_of_the_same_are_refused(desk: Desk) -> None:
    desk.rule()
    desk.rule("s", name="Klagomål igen", years=5)
    with pytest.raises(RuleBroken, match="Two rules"):
        desk.services.disposals.due()


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 50))
def test_a_limit_lies_whole_years_back(today: date, years: int) -> None:
    found = limit(RetentionRule("r", years=years), today)
    assert found.year == today.year - years
    assert found.month == today.month
    assert found.day == today.day or (today.month, today.day, found.day) == (2, 29, 28)


def test_a_rule_that_rests_on_nothing_takes_nothing_and_keeps_its_kind_from_others(
    desk: Desk,
) -> None:
    desk.rule(basis=" ")
    desk.rule("all", type_id=None, name="Övriga")
    assert desk.services.disposals.due() == ()


def test_the_set_to_begin_with_is_all_to_be_checked_and_is_added_once(desk: Desk) -> None:
    mine = desk.rule()
    for _twice in range(2):
        desk.services.disposals.begin()
    rules = desk.services.retention_rules.rows()
    assert len(rules) == len(starting_set())  # mine stands in one's place
    assert [rule for rule in rules if rule.state is not RuleState.UNCHECKED] == [mine]
    assert {rule.matter for rule in rules} == set(Matter)
    apart(rules)
    desk.services.work.undo()
    assert desk.services.retention_rules.rows() == (mine,)


def test_every_matter_is_looked_for_with_its_day_and_its_committee(desk: Desk) -> None:
    store, day = desk.services.file.store, date(2024, 1, 8)
    with desk.services.work.step("Edit"):
        for matter in (Matter.CHECKLIST, Matter.RECEIPT):
            store.save(RetentionRule(matter, matter, matter, kept=False, basis="3.5"))
        store.save(Routine("t", title="Mat", committee_id="n"))
        store.save(Receipt("k", None, "t", "p", read_on=day))
        store.save(Receipt("late", None, "t", "p", 2, read_on=date(2026, 1, 1)))
        template = ChecklistTemplate("m", title="Rond")
        store.save(template)
        store.save(ChecklistVersion("v", "m"))
        for key, signed in (("s", "2024-01-08T09:00:00+01:00"), ("new", "2026-01-08T09:00:00")):
            status = ChecklistStatus.SIGNED
            store.save(
                Checklist(key, "m", "v", None, None, "Rond", "Hus A", None, status,
                          signed_at=signed)
            )  # fmt: skip
        store.save(Checklist("open", "m", "v", title="Rond"))
    found = {one.rule.matter: one.items for one in desk.services.disposals.due()}
    assert found == {
        Matter.CHECKLIST: (Item("s", "Rond, Hus A", day),),
        Matter.RECEIPT: (Item("k", "Mat", day, "n"),),
    }
    assert [one.rule.matter for one in of_committee(desk.wanted().due, "n")] == [Matter.RECEIPT]
    desk.dispose()
    assert [one.id for one in store.rows(Checklist, order=("id",))] == ["new", "open"]
    assert [one.id for one in store.rows(Receipt)] == ["late"]


# ---- left out ----------------------------------------------------------------------------------


def test_what_is_left_out_stays_with_its_reason_and_comes_back_the_next_time(desk: Desk) -> None:
    desk.close("open", date(2024, 11, 2))
    desk.rule()
    desk.dispose(left={"open": " Pågående tillsyn "})
    services = desk.services
    assert [case.id for case in services.cases.rows()] == ["open"]
    (one,) = services.disposals.log()
    (left,) = services.disposals.exemptions(one.id)
    code = services.cases.get("open").code
    assert (left.name, left.closed_on, left.reason) == (code, date(2024, 11, 2), "Pågående tillsyn")
    assert one.number == 1
    (again,) = services.disposals.due()
    assert [item.id for item in again.items] == ["open"]


def test_nothing_is_left_out_without_a_reason_and_something_must_go(desk: Desk) -> None:
    desk.rule()
    for why, match in ((" ", "why"), ("Tillsyn", "Nothing would go")):
        with pytest.raises(RuleBroken, match=match):
            desk.dispose(left={"old": why})
    assert desk.services.cases.count({"id": "old"}) == 1


def test_another_committees_records_stay_and_the_chosen_ones_name_is_noted(desk: Desk) -> None:
    services = desk.services
    services.committees.add(Committee("o", name="Skolnämnden"))
    with services.work.step("Move"):
        services.file.store.save(replace(services.cases.get("open"), committee_id="o"))
    desk.close("open", date(2024, 11, 2))
    desk.rule()
    due = of_committee(services.disposals.due(), "n")
    desk.dispose(due=due, committee_id="n")
    assert [case.id for case in services.cases.rows()] == ["open"]
    assert [one.committee for one in services.disposals.log()] == ["Omsorgsnämnden"]


# ---- given up ----------------------------------------------------------------------------------


class Stop(Exception):
    """One no longer wants it."""


@pytest.mark.parametrize("at", [0, 1, 2])
def test_until_the_commit_it_can_be_given_up_and_nothing_has_gone(desk: Desk, at: int) -> None:
    desk.close("open", date(2024, 11, 2))
    desk.rule()
    told: list[int] = []

    def look(count: int) -> None:
        told.append(count)
        if len(told) > at:
            raise Stop

    mark = desk.services.work.mark
    with pytest.raises(Stop):
        desk.services.disposals.dispose(desk.wanted(), look, told.clear)
    assert told == list(range(at + 1)), "the last look is at all of them, just before the commit"
    assert desk.services.cases.count() == 2
    assert desk.services.work.mark == mark
    assert desk.services.disposals.log() == ()
    assert not desk.services.file.erasure.is_pending()
    assert len(desk.services.backups.kept()) == 2


# ---- gone --------------------------------------------------------------------------------------


def test_what_went_is_in_no_byte_of_any_file(desk: Desk) -> None:
    desk.services.cases.save(replace(desk.services.cases.get("open"), reporter="", contact=""))
    for words in ("Maten old", "old Zaphoda"):
        assert len(everywhere(desk, words)) >= 3, "the file and both backups held it"
    desk.rule()
    assert desk.dispose() is None
    for words in ("Maten old", "old Zaphoda", "Ändrad"):
        assert everywhere(desk, words) == []
    assert desk.services.file.store.rows(CaseEvent, {"case_id": "old"}) == ()
    assert desk.services.cases.get("open").body == f"open {BODY}"
    (kept,) = desk.services.backups.kept()
    assert kept.reason is Reason.ERASURE
    backup.see_that_it_is_sound(desk.services.backups.path(kept))
    assert connection.sound(desk.services.file.db) == ""
    assert not desk.services.file.erasure.is_pending()


def test_the_record_of_it_tells_all_but_the_content(desk: Desk) -> None:
    rule, services = desk.rule(), desk.services
    desk.dispose()
    (one,) = services.disposals.log()
    assert (one.decision, one.decided_on, one.number, one.committee) == (*DECISION, 1, "")
    (line,) = services.disposals.lines(one.id)
    assert (line.matter, line.rule, line.basis) == (Matter.CASE, "Klagomål: 2 years", "Plan 3.4")
    until = limit(rule, desk.machine.clock.today())
    assert (line.number, line.earliest, line.until) == (1, date(2024, 11, 1), until)
    assert services.disposals.exemptions(one.id) == ()
    assert services.disposals.get(one.id) == one
    assert services.disposals.get("none") is None
    assert services.disposals.log("omsorg 41") == (one,)
    assert services.disposals.log("bygg") == ()


def test_undo_stops_there_and_the_trash_is_empty_of_it(desk: Desk) -> None:
    desk.rule()
    desk.dispose()
    stop = desk.services.work.stop()
    assert desk.services.work.undoable() is None
    assert stop is not None
    assert stop.label == "Take away by rule"
    found = desk.services.trash.rows().rows(0, 99)
    assert [item.name for item in found if "igen" in item.name] == []


def test_a_decision_is_asked_for_and_nothing_goes_without(desk: Desk) -> None:
    desk.rule()
    for decision, day in (("", DECISION[1]), ("§ 1", None), ("§ 1", date(2099, 1, 1))):
        with pytest.raises(RuleBroken):
            desk.dispose(decision=decision, decided_on=day)
    assert desk.services.cases.count({"id": "old"}) == 1


def test_what_has_changed_since_it_was_looked_at_stays(desk: Desk) -> None:
    rule = desk.rule()
    wanted = desk.wanted()
    desk.services.retention_rules.save(replace(rule, kept=True))
    with pytest.raises(RuleBroken, match="Look again"):
        desk.services.disposals.dispose(wanted)
    assert desk.services.cases.count({"id": "old"}) == 1
    assert desk.services.disposals.log() == ()


# ---- broken off --------------------------------------------------------------------------------


def test_a_backup_that_cannot_be_made_keeps_the_old_ones_and_it_goes_on_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.rule()

    def full(*_args: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "copy", full)
        assert desk.dispose() is not None
    assert len(desk.services.backups.kept()) == 2
    assert desk.services.file.erasure.is_pending()
    desk.services.file.close()
    again = bootstrap.open_services(desk.machine.path, desk.machine.kept, desk.machine.clock)
    assert again.retention.finish() is None
    assert not again.file.erasure.is_pending()
    again.file.close()
    assert everywhere(desk, "Maten old") == []


def test_a_second_place_that_is_away_is_seen_to_when_it_is_back(desk: Desk) -> None:
    desk.machine.second.mkdir()
    desk.machine.kept.change(backup_place=str(desk.machine.second))
    desk.services.backups.secure(Reason.ASKED)
    away = desk.machine.second.with_name("away")
    desk.machine.second.rename(away)
    desk.rule()
    assert desk.dispose() is not None
    assert said(away, "Maten old") != []
    away.rename(desk.machine.second)
    assert desk.services.retention.finish() is None
    assert everywhere(desk, "Maten old") == []


def test_backups_of_the_file_from_before_it_was_moved_go_too(desk: Desk, tmp_path: Path) -> None:
    earlier = desk.machine.folder
    desk.rule()
    desk.services.file.close()
    moved = tmp_path / "Flyttad.styrdesk"
    shutil.move(desk.machine.path, moved)
    opened = bootstrap.open_services(moved, desk.machine.kept, desk.machine.clock)
    opened.backups.secure(Reason.START)
    assert opened.disposals.dispose(Wanted(opened.disposals.due(), *DECISION)) is None
    opened.file.close()
    assert said(earlier, "Maten old") == []
    assert said(tmp_path, "Maten old") == []


# ---- anonymous ---------------------------------------------------------------------------------


def test_who_wrote_in_is_taken_out_of_a_case_and_all_it_owns(desk: Desk) -> None:
    with desk.services.work.step("Others"):
        desk.services.file.store.delete(Case, "old")
    desk.services.trash.empty()
    assert desk.services.retention.anonymise("open", ["Zaphoda", "Beeblebrox"], files=True) is None
    case = desk.services.cases.get("open")
    assert (case.reporter, case.contact, case.anonymous) == ("", "", True)
    assert case.body == "open […] fick kall mat"
    assert [why.words for why in desk.services.case_flow.causes("open")] == ["[…] väntade"]
    for words in ("Zaphoda", "Beeblebrox", NAMES[1]):
        assert everywhere(desk, words) == []
    file.open_file(desk.machine.path, read_only=True).close()  # it is whole
