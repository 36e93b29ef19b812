"""Schema 15: a report on quality that was decided in an older file, and titles of versions."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.domain.decided import DecidedKind, Soundness
from styrdesk.domain.version import VersionOrigin
from styrdesk.reports import printing
from styrdesk.reports.quality_report import SPEC
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService
from styrdesk.storage import connection, migrate
from styrdesk.storage.migrations import MIGRATIONS
from styrdesk.storage.triggers import drop, install
from tests.migrations import make

FIGURES = {
    "committee": "Miljönämnden",
    "municipality": "Borlänge kommun",
    "colour": "",
    "sections": [
        {
            "key": "self_checks",
            "title": "Egenkontroller",
            "facts": [["Utförda kontroller", "2"]],
            "charts": [
                {
                    "title": "Resultat",
                    "table": {
                        "lines": [{"name": "Enligt kraven", "now": 2, "before": None}],
                        "now": 2,
                        "before": None,
                    },
                }
            ],
            "lists": [{"title": "Utförda", "head": ["Vad"], "rows": [["Lås"]]}],
        }
    ],
}
PLAN = json.dumps({"format": "styrdesk-plan", "plan": [{"title": "Nämndplan 2025"}]}).encode()


@pytest.fixture(params=[11, 14])
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An older file with a decided report, a draft, and two decided versions of a plan."""
    before: int = request.param
    path = make.restored(make.HERE / f"schema_{before}.sql", tmp_path / "a.styrdesk", before)
    db = connection.connect(path)
    with connection.transaction(db):
        drop(db)
        for key, year, day, figures in (
            ("q1", 2025, "2026-02-11", json.dumps(FIGURES)),
            ("q2", 2026, None, ""),
        ):
            db.execute_sql(
                "INSERT INTO quality_report VALUES (?, 'c', ?, ?, '§ 12', ?)",
                (key, year, day, figures),
            )
        db.execute_sql(
            "INSERT INTO quality_text VALUES ('t', 'q1', 'self_checks', '<p>Bättre.</p>')"
        )
        _plan(db)
        install(db)
    db.close()
    return path


def _plan(db: connection.Database) -> None:
    columns = db.asked("SELECT name, type, \"notnull\" FROM pragma_table_info('plan')")
    row = {name: (0 if kind == "INTEGER" else "") if must else None for name, kind, must in columns}
    row |= {"id": "p", "committee_id": "c", "year": 2025, "title": "Heter annat nu"}
    row |= {"status": "draft", "approval": "signatures", "unit": "tkr"}
    marks = ", ".join("?" * len(row))
    into = f"INSERT INTO plan VALUES ({marks})"  # noqa: S608  # marks only
    db.execute_sql(into, tuple(row.values()))
    digest = sha256(PLAN).hexdigest()
    db.execute_sql("INSERT INTO blob VALUES (?, 'application/json', ?)", (digest, PLAN))
    for number, content in ((1, digest), (2, "0" * 64)):  # the content of the second is lost
        db.execute_sql(
            "INSERT INTO plan_version VALUES (?, 'p', ?, 'decided', '', '', ?, '', 'sv')",
            (f"v{number}", number, content),
        )


@pytest.fixture
def services(older: Path, tmp_path: Path) -> Services:
    return bootstrap.open_services(older, SettingsService(tmp_path / "settings"), make.CLOCK)


def test_a_decided_report_is_frozen_with_its_words_and_can_be_printed(services: Services) -> None:
    report = services.quality.find("c", 2025)
    assert report is not None
    assert report.is_decided
    (decided,) = services.reports.decided(DecidedKind.QUALITY_REPORT, "q1")
    assert (decided.number, decided.origin, decided.pdf) == (1, VersionOrigin.UPGRADED, "")
    assert (decided.decided_on, decided.paragraph) == (date(2026, 2, 11), "§ 12")
    assert decided.title == "Kvalitetsberättelse 2025"
    verdict = services.decided.verify(services.decided.line(decided.id))
    assert (verdict.content, verdict.pdf) == (Soundness.INTACT, Soundness.NONE)
    content = services.reports.content(decided)
    (section,) = content.sections
    assert section.text == "<p>Bättre.</p>"
    assert section.facts == (("Utförda kontroller", "2"),)
    assert section.charts[0].table.lines[0].before is None
    assert section.lists[0].rows == (("Lås",),)
    assert content.head.decision.decided_by == "Miljönämnden"
    printed = printing.render(SPEC.render, printing.collect(SPEC, services, "q1", "sv"), "sv")
    assert printing.pages(printed) > 2
    services.file.close()


def test_a_draft_stays_a_draft(services: Services) -> None:
    report = services.quality.find("c", 2026)
    assert report is not None
    assert not report.is_decided
    assert services.reports.decided(DecidedKind.QUALITY_REPORT, "q2") == ()
    services.file.close()


def test_a_version_is_called_what_it_was_called_when_it_was_decided(services: Services) -> None:
    titles = {line.id: line.title for line in services.decided.lines(subject="p").rows(0, 9)}
    assert titles == {"v1": "Nämndplan 2025", "v2": "Heter annat nu"}
    services.file.close()


def test_it_is_frozen_once_however_often_it_is_opened(older: Path, tmp_path: Path) -> None:
    found = []
    for _time in range(2):
        kept = SettingsService(tmp_path / "settings")
        services = bootstrap.open_services(older, kept, make.CLOCK)
        found.append(services.reports.decided(DecidedKind.QUALITY_REPORT, "q1"))
        services.file.close()
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_a_new_file_has_nothing_to_freeze() -> None:
    db = connection.Database(":memory:")
    migrate.up(db, MIGRATIONS)
    assert db.asked("SELECT COUNT(*) FROM decided_report") == [(0,)]
    db.close()
