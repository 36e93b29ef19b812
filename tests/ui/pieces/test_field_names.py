"""History calls a field what its form calls it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.naming import KINDS, field_name
from styrdesk.domain.record import specs
from styrdesk.domain.telling import SILENT, UNTOLD
from styrdesk.services.demo import fill
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.pieces.planning.editor.information_form import InformationForm
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.municipality_form import MunicipalityForm
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.pages import CLOCK
from tests.helpers.world import StandIn

SPECS = [page for piece in PIECES for page in piece.pages()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    kept = SettingsService(folder / "settings")
    services = bootstrap.create_services(folder / "demo.styrdesk", kept, FrozenClock(CLOCK.now()))
    fill(services)
    services.file.close()
    return folder / "demo.styrdesk"


@pytest.fixture
def context(demo: Path, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[PageContext]:
    kept = SettingsService(tmp_path / "settings")
    services = bootstrap.open_services(demo, kept, CLOCK)
    plan = services.plans.plans()[0]
    operations = Operations(lambda: services.work.last, dialogs)
    shell = StandIn(Where(plan.committee_id, plan.year))
    yield PageContext(services, operations, dialogs, kept, shell)
    services.file.close()


def differing(form: Form, table: str) -> list[tuple[str, str, str]]:
    known = {spec.name for spec in specs(RECORDS[table])}
    told = [(f.objectName(), f.label, field_name(table, f.objectName())) for f in form]
    return [each for each in told if each[0] in known and each[1] != each[2]]


def test_a_field_is_called_in_history_as_in_its_form(qtbot: QtBot, context: PageContext) -> None:
    seen, wrong = set(), {}
    for spec in SPECS:
        page = spec.build(context)
        qtbot.addWidget(page)
        if not isinstance(page, RecordsPage):
            continue
        form = page.form(page.register.rows(limit=1)[0].id)
        qtbot.addWidget(form)
        if isinstance(form, EditionForm):
            form.edit()
        seen.add(spec.key)
        assert list(form.form), spec.key
        wrong[spec.key] = differing(form.form, TABLE_OF[page.register.spec.kind])
    assert {key: told for key, told in wrong.items() if told} == {}
    assert {"goals", "units", "law", "process", "routines", "models"} <= seen


def test_the_plans_and_the_municipalitys_forms_too(qtbot: QtBot, context: PageContext) -> None:
    plan = context.services.plans.plans()[0]
    around = QWidget()
    qtbot.addWidget(around)
    manuscript = Manuscript(context, plan.id, around)
    information, municipality = InformationForm(manuscript), MunicipalityForm(context)
    for form, table in ((information, "plan"), (municipality, "municipality")):
        qtbot.addWidget(form)
        assert differing(form.form, table) == []


def test_everything_that_is_kept_has_a_name() -> None:
    assert set(KINDS) == set(RECORDS) - UNTOLD
    for table in KINDS:
        kind = RECORDS[table]
        nameless = [s.name for s in specs(kind) if field_name(table, s.name) == s.name]
        assert set(nameless) <= SILENT
