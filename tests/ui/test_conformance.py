"""What every tab and page must hold to, whoever wrote it. A new page is tested by being listed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.base.paths import resource, root
from styrdesk.domain.catalogue import RECORDS
from styrdesk.services.new_file import Beginning, begin
from styrdesk.services.settings import SettingsService
from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.kit import theme, tokens
from styrdesk.ui.kit.piece import Page, PageSpec, PieceSpec, Target
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.desk import Desk
from styrdesk.ui.shell.files import Files
from styrdesk.ui.shell.main_window import MainWindow
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.windows import nameless, present, rich_labels

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
FILES = ("empty", "demo")
ALL = [(spec, page) for spec in PIECES for page in spec.pages()]
NAMES = [f"{spec.key}/{page.key}" for spec, page in ALL]
pages = pytest.mark.parametrize(("spec", "page"), ALL, ids=NAMES)
files = pytest.mark.parametrize("file", FILES)


def made(file: str, folder: Path, kept: SettingsService) -> Path:
    """A file just begun, or the example."""
    path = folder / f"{file}.styrdesk"
    services = bootstrap.create_services(path, kept, CLOCK)
    if file == "demo":
        pytest.importorskip("styrdesk.services.demo").fill(services)
        person = services.people.rows()[0].id
    else:
        _committee, person = begin(services, Beginning("Borlänge", "Kulturnämnden", "Åsa Öberg"))
    kept.set_person(path, person)
    services.file.close()
    return path


class Kept(dict[str, Path]):
    """Files made once, when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder, self.kept = folder, SettingsService(folder / "settings")

    def __missing__(self, file: str) -> Path:
        folder = Path(tempfile.mkdtemp(dir=self.folder))  # its own: a failure is told every time
        self[file] = made(file, folder, self.kept)
        return self[file]


@pytest.fixture(scope="module")
def kept_files(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("files"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[MainWindow]:
    kept = SettingsService(tmp_path / "settings")
    kept.change(scheme="light", language="en")

    opened = partial(bootstrap.open_services, clock=CLOCK, owned=True)
    created = partial(bootstrap.create_services, clock=CLOCK, owned=True)
    doors = Files(kept, dialogs, opened, created)
    window = MainWindow(PIECES, kept, dialogs, doors, CLOCK)
    present(qtbot, window)
    yield window
    window.close()


def shown(window: MainWindow, path: Path, spec: PieceSpec, page: PageSpec) -> tuple[Desk, Page]:
    window.open_path(path)
    assert window.desk is not None
    window.desk.go(Target(spec.key, page.key))
    QApplication.processEvents()
    assert (window.desk.view.spec.key, window.desk.view.key) == (spec.key, page.key)
    seen = window.desk.page()
    assert seen is not None
    return window.desk, seen


# ---- the specs -------------------------------------------------------------------------------


def test_every_tab_has_a_key_of_its_own_and_a_hue() -> None:
    keys = [spec.key for spec in PIECES]
    assert len(set(keys)) == len(keys)
    assert all(hasattr(tokens.LIGHT, key) for key in keys)


@pytest.mark.parametrize("spec", PIECES, ids=[spec.key for spec in PIECES])
def test_every_page_of_a_tab_has_a_key_of_its_own(spec: PieceSpec) -> None:
    keys = [page.key for page in spec.pages()]
    assert keys
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z_]+", key) for key in keys)


@pages
def test_the_icon_of_a_page_is_there(spec: PieceSpec, page: PageSpec) -> None:
    assert resource("icons", f"{page.icon}.svg").is_file()
    assert not spec.icon or resource("icons", f"{spec.icon}.svg").is_file()


@pages
def test_the_topics_of_a_page_are_tables(spec: PieceSpec, page: PageSpec) -> None:
    assert set(page.topics) <= set(RECORDS)
    assert page.badge is None or page.topics


@pages
def test_the_title_of_a_page_has_its_swedish(spec: PieceSpec, page: PageSpec) -> None:
    catalogue = root() / "translations" / "sv.po"
    if not catalogue.exists():
        pytest.skip("there is no catalogue yet")
    known = set(re.findall(r'^msgid "(.*)"$', catalogue.read_text(encoding="utf-8"), re.MULTILINE))
    known |= {rubric.title for rubric in styrmodell().rubrics}
    titles = {title for title in (spec.title, page.title, page.group) if title}
    assert not titles - known, "mark it with N_, then python packaging/translations.py update"


@pages
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_has_a_help_text(spec: PieceSpec, page: PageSpec, language: str) -> None:
    own = [resource("help", language, f"{name}.md") for name in (page.key, spec.key)]
    found = next(path for path in own if path.is_file())
    assert found.read_text(encoding="utf-8").startswith("# ")


# ---- the pages -------------------------------------------------------------------------------


@pages
@files
def test_a_page_can_be_shown_and_everything_in_it_has_a_name(
    window: MainWindow,
    kept_files: Kept,
    spec: PieceSpec,
    page: PageSpec,
    file: str,
) -> None:
    _desk, seen = shown(window, kept_files[file], spec, page)
    assert nameless(seen) == []
    assert rich_labels(seen) == []


@pages
def test_a_register_has_a_form_whose_fields_have_names_and_a_help_text_of_its_own(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    desk, seen = shown(window, kept_files["demo"], spec, page)
    if not isinstance(seen, RecordsPage):
        return
    seen.page.create_record()
    QApplication.processEvents()
    assert seen.page.panel.form is not None
    assert nameless(seen) == []
    assert rich_labels(seen) == []
    desk.session.services.work.undo()
    for language in ("sv", "en"):
        text = resource("help", language, f"{page.key}.md")
        assert text.is_file(), f"write {text.relative_to(root())}"


@pages
def test_a_page_takes_the_focus_and_can_be_left(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    desk, seen = shown(window, kept_files["empty"], spec, page)
    seen.focus_first()
    assert seen.flush()
    desk.go(Target("start", "start"))
    assert desk.view.spec.key == "start"


@pages
def test_a_page_can_be_read_when_nothing_may_be_written(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    kept_files["empty"].chmod(0o444)
    _desk, seen = shown(window, kept_files["empty"], spec, page)
    kept_files["empty"].chmod(0o644)
    assert seen.isVisible()


@pages
def test_a_page_lives_through_another_committee_and_year(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    desk, seen = shown(window, kept_files["demo"], spec, page)
    where = desk.where()
    for year in (where.year + 5, where.year):
        desk.choose(type(where)(where.committee_id, year))
    assert seen.isVisible()


@pages
def test_a_page_lives_through_every_table_changing(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    from styrdesk.services.changes import Changes

    desk, seen = shown(window, kept_files["demo"], spec, page)
    desk.session.operations.tell(Changes(frozenset(RECORDS), "All"))
    assert seen.isVisible()


@pages
def test_nothing_is_lost_at_the_smallest_window_and_the_largest_size(
    window: MainWindow, kept_files: Kept, spec: PieceSpec, page: PageSpec
) -> None:
    window.open_path(kept_files["demo"])
    window.preferences.set_zoom(200)
    window.resize(1024, 640)
    _desk, seen = shown(window, kept_files["demo"], spec, page)
    assert window.width() == 1024  # no page forces the window wider than the screen
    assert seen.width() <= 1024
    assert theme.zoom() == 2.0
