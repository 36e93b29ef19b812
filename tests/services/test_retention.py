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
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.retention import Matter, RetentionRule, limit
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
        made = RetentionRule(key, "Klagomål", Matter.CASE, self.kind, kept=False, years=2)
        made = replace(made, **changes)  # type: ignore[arg-type]
        self.services.retention_rules.save(made)
        return made

    def dispose(self) -> object:
        return self.services.retention.dispose(self.services.retention.due(), *DECISION)


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
    (due,) = desk.services.retention.due()
    assert due.rule == rule
    assert due.records == ("old",)
    assert due.names == (desk.services.cases.get("old").code,)
    assert due.until == limit(rule, desk.machine.clock.today())


@pytest.mark.parametrize(("late", "goes"), [(0, True), (1, False)])
def test_the_last_day_goes_and_the_day_after_stays(desk: Desk, late: int, goes: bool) -> None:
    rule = desk.rule()
    desk.close("old", limit(rule, desk.machine.clock.today()) + timedelta(days=late))
    assert bool(desk.services.retention.due()) is goes


def test_what_is_kept_for_good_never_goes(desk: Desk) -> None:
    desk.rule(kept=True)
    assert desk.services.retention.due() == ()
    desk.rule("all", type_id=None, name="Övriga")  # klagomål have a rule of their own
    assert desk.services.retention.due() == ()


def test_a_rule_goes_with_its_kind_and_never_comes_to_speak_of_others(desk: Desk) -> None:
    kind = next(t.id for t in desk.services.cases.types() if t.name == "Beröm")
    desk.rule(type_id=kind)
    desk.services.case_types.delete(kind)
    assert desk.services.retention_rules.rows() == ()


def test_two_rules_that_speak_of_the_same_are_refused(desk: Desk) -> None:
    desk.rule()
    desk.rule("s", name="Klagomål igen", years=5)
    with pytest.raises(RuleBroken, match="Two rules"):
        desk.services.retention.due()


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 50))
def test_a_limit_lies_whole_years_back(today: date, years: int) -> None:
    found = limit(RetentionRule("r", years=years), today)
    assert found.year == today.year - years
    assert found.month == today.month
    assert found.day == today.day or (today.month, today.day, found.day) == (2, 29, 28)


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
    rule = desk.rule()
    desk.dispose()
    (line,) = desk.services.retention.log()
    assert (line.decision, line.decided_on, line.number) == (*DECISION, 1)
    assert (line.kind, line.rule) == ("case", "Klagomål: 2 years")
    assert line.until == limit(rule, desk.machine.clock.today())


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
    due = desk.services.retention.due()
    for decision, day in (("", DECISION[1]), ("§ 1", None), ("§ 1", date(2099, 1, 1))):
        with pytest.raises(RuleBroken):
            desk.services.retention.dispose(due, decision, day)
    assert desk.services.cases.count({"id": "old"}) == 1


def test_what_has_changed_since_it_was_looked_at_stays(desk: Desk) -> None:
    rule = desk.rule()
    due = desk.services.retention.due()
    desk.services.retention_rules.save(replace(rule, kept=True))
    with pytest.raises(RuleBroken, match="Look again"):
        desk.services.retention.dispose(due, *DECISION)
    assert desk.services.cases.count({"id": "old"}) == 1
    assert desk.services.retention.log() == ()


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
    assert opened.retention.dispose(opened.retention.due(), *DECISION) is None
    opened.file.close()
    assert said(earlier, "Maten old") == []
    assert said(tmp_path, "Maten old") == []


# ---- anonymous ---------------------------------------------------------------------------------


def test_who_wrote_in_is_taken_out_of_a_case_and_all_it_owns(desk: Desk) -> None:
    with desk.services.work.step("Others"):
        desk.services.file.store.delete(Case, "old")
    desk.services.trash.empty()
    assert desk.services.retention.anonymise("open", ["Zaphoda", "Beeblebrox"]) is None
    case = desk.services.cases.get("open")
    assert (case.reporter, case.contact, case.anonymous) == ("", "", True)
    assert case.body == "open […] fick kall mat"
    assert [why.words for why in desk.services.case_flow.causes("open")] == ["[…] väntade"]
    for words in ("Zaphoda", "Beeblebrox", NAMES[1]):
        assert everywhere(desk, words) == []
    assert file.open_file(desk.machine.path, read_only=True).close() is None  # type: ignore[func-returns-value]
