"""Whatever the clock and its zone say, order is kept by number and nothing is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk import bootstrap
from styrdesk.base.clock import SystemClock
from styrdesk.domain.backup import Backup, Reason, named, surplus
from styrdesk.domain.decision import Decision
from styrdesk.domain.organisation import Person
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService
from tests.faults.programs import PLAN_TEXT
from tests.helpers.builders import PLAN
from tests.helpers.files import decide
from tests.services.test_backups import Machine, MovedClock

ZONES = ("Europe/Stockholm", "UTC", "America/Los_Angeles", "Pacific/Kiritimati")
ANY_TIME = st.datetimes(
    datetime(1971, 1, 2),  # noqa: DTZ001  # the zone is drawn too
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from(ZONES).map(ZoneInfo),
    allow_imaginary=False,
).map(lambda at: at.replace(microsecond=0, tzinfo=timezone(at.utcoffset() or timedelta())))
# Half past two comes twice, the hour before is skipped, a leap day, New Year's Eve, a year back.
STRANGE_TIMES = (
    datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Stockholm"), fold=0),
    datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Stockholm"), fold=1),
    datetime(2026, 3, 29, 3, 0, tzinfo=ZoneInfo("Europe/Stockholm")),
    datetime(2028, 2, 29, 12, 0, tzinfo=ZoneInfo("Europe/Stockholm")),
    datetime(2026, 12, 31, 23, 59, 59, tzinfo=ZoneInfo("Pacific/Kiritimati")),
    datetime(1971, 1, 1, 0, 0, 1, tzinfo=UTC),
    datetime(2199, 12, 31, 0, 0, tzinfo=UTC),
    datetime(2025, 11, 23, 14, 2, tzinfo=UTC),
)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine(tmp_path)
    yield made
    made.services.file.close()


def test_fault_32_steps_are_undone_in_the_order_they_were_made(machine: Machine) -> None:
    people, work = machine.services.people, machine.services.work
    for number, at in enumerate(STRANGE_TIMES):
        machine.clock.at = at
        people.save(Person("p", name=f"P{number}"))
        assert datetime.fromisoformat(work.last.at).timestamp() == at.timestamp()
    for number in reversed(range(len(STRANGE_TIMES) - 1)):
        work.undo()
        assert people.get("p").name == f"P{number}"
    for number in range(1, len(STRANGE_TIMES)):
        work.redo()
        assert people.get("p").name == f"P{number}"


def test_fault_32_backups_are_told_in_the_order_they_were_made(machine: Machine) -> None:
    for number, at in enumerate(STRANGE_TIMES):
        machine.clock.at = at
        machine.name(f"N{number}")
        machine.backups.secure(Reason.DECISION)
        newest = machine.backups.kept()[0]
        assert newest.number == number + 1
        assert newest.at.timestamp() == at.timestamp()
        restored = machine.backups.restore(newest)
        assert restored.exists()
    assert len(machine.backups.kept()) == len(STRANGE_TIMES)


@given(
    times=st.lists(st.tuples(ANY_TIME, st.sampled_from(Reason)), min_size=1, max_size=60),
    now=ANY_TIME,
)
def test_fault_32_thinning_never_takes_the_newest_whatever_the_clock_says(
    times: list[tuple[datetime, Reason]], now: datetime
) -> None:
    backups = [Backup(number, at, reason) for number, (at, reason) in enumerate(times, 1)]
    gone = surplus(backups, now)
    assert backups[-1] not in gone
    assert not [one for one in gone if one.at > now]  # from the future: they may be the right ones
    assert named(backups[-1].name) == backups[-1]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of the machine cannot be changed here")
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def test_fault_32_two_people_in_two_zones_share_a_file(
    tmp_path: Path, zone: pytest.MonkeyPatch
) -> None:
    kept = SettingsService(tmp_path / "settings")
    path = tmp_path / "a.styrdesk"
    bootstrap.create_services(path, kept).file.close()
    before = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251  # the machine's own is tried
    for number, name in enumerate(("America/Los_Angeles", "Pacific/Kiritimati")):
        zone.setenv("TZ", name)
        time.tzset()
        services = bootstrap.open_services(path, kept)
        services.people.save(Person("p", name=f"P{number}"))
        at = datetime.fromisoformat(services.work.last.at)
        assert at.utcoffset() == datetime.now(ZoneInfo(name)).utcoffset()  # noqa: TID251
        assert timedelta(0) <= at - before < timedelta(minutes=2)
        services.file.close()
    services = bootstrap.open_services(path, kept)
    services.work.undo()
    assert services.people.get("p").name == "P0"
    services.file.close()
    assert SystemClock().now().tzinfo is not None


@settings(max_examples=25)
@given(at=ANY_TIME)
def test_fault_32_a_decision_can_be_noted_whatever_day_the_clock_says(
    tmp_path: Path, at: datetime
) -> None:
    folder = tmp_path / os.urandom(4).hex()
    clock = MovedClock()
    clock.at = at
    services: Services = bootstrap.create_services(
        folder.with_suffix(".styrdesk"), SettingsService(folder), clock
    )
    services.exchange.import_plan(PLAN_TEXT, secure=False)
    day = date(2026, 11, 20)
    assert services.decisions.is_ahead(day) is (day > at.date())  # it is asked about, not refused
    decide(services, PLAN, Decision("Nämnden", day, "§ 1", "2026/1"))
    assert services.plans.get(PLAN).decided_on == day
    services.file.close()
