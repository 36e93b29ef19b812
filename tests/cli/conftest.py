"""The command line run in this process, on files of a small plan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from styrdesk import bootstrap
from styrdesk.__main__ import main
from styrdesk.domain import plan_file
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services.settings import SettingsService
from tests.helpers.files import PRINT
from tests.reports.namndplan import small

ROOT = Path(__file__).parents[2]
FACTS = Decision("Miljönämnden", date(2026, 2, 3), "§ 9", "2026/9")


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Runs a command line in this process."""

    def runner(*words: object) -> Answer:
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return runner


def process(*words: object, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command line in a process of its own."""
    command = [sys.executable, "-m", "styrdesk", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | env, capture_output=True, check=False, timeout=120
    )


def plan_json(**changes: object) -> str:
    """The small plan as JSON, with another plan record where asked for."""
    from styrdesk.domain.document import PlanDocument

    made = small.document()
    tables = dict(made.tables()) | {"plan": (small.plan(**changes),)}
    files = {small.DIGEST: ("image/png", small.PICTURE)}
    return plan_file.dump(PlanFile(PlanDocument.of(tables), files))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The small plan as a JSON file."""
    path = tmp_path / "plan.json"
    path.write_text(plan_json(), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path, source: Path, run) -> Path:
    """A Styrdesk file with the small plan in it."""
    path = tmp_path / "planer.styrdesk"
    answer = run("import", path, source)
    assert answer.code == 0, answer.err
    return path


@pytest.fixture
def revised(file: Path, tmp_path: Path) -> Path:
    """A file whose plan has a second version, decided with a print."""
    services = bootstrap.open_services(file, SettingsService(tmp_path / "settings"))
    services.revisions.begin(small.PLAN)
    services.plans.save(replace(services.plans.get(small.PLAN), title="Reviderad nämndplan"))
    ready = services.decisions.ready(small.PLAN, FACTS)
    services.decisions.decide(ready, PRINT, "sv")
    services.file.close()
    return file
