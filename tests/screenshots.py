"""Pictures of every page, to look at: `make screenshots` puts them in build/screenshots.

Every page of PIECES, in an empty file and in the example, light and dark, Swedish and English, at
100 and 200 per cent; the welcome page too, and in the example what one comes to inside the pages.
Contact sheets put them beside each other.
"""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.base.i18n import use_language
from styrdesk.services.new_file import Beginning, begin
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.application import application
from styrdesk.ui.shell.files import Files
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.menu import build_menu
from tests.helpers.dialogs import ScriptedDialogs
from tests.screens_inside import Inside, printed
from tests.screens_over import Used

CLOCK: Final = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
FOLDER: Final = Path(__file__).resolve().parents[1] / "build" / "screenshots"
SIZES: Final = {100: QSize(1280, 800), 200: QSize(1920, 1200)}
NARROW: Final = QSize(1024, 640)
README: Final = FOLDER.parents[1] / "docs" / "bilder" / "namndplan.png"
CELL: Final = QSize(480, 300)
ACROSS: Final = 4
MOST: Final = 16  # pictures on a contact sheet


@dataclass(frozen=True)
class Look:
    """One way the program can look."""

    language: str
    scheme: str
    zoom: int

    @property
    def name(self) -> str:
        return f"{self.language}_{self.scheme}_{self.zoom}"


LOOKS: Final = tuple(
    Look(language, scheme, zoom)
    for language in ("sv", "en")
    for scheme in ("light", "dark")
    for zoom in (100, 200)
)


def files(folder: Path, kept: SettingsService) -> dict[str, Path]:
    """The files to look at: one just begun, and the example when the program can make it."""
    made = {"empty": folder / "Barn- och bildningsnämnden.styrdesk"}
    services = bootstrap.create_services(made["empty"], kept, CLOCK)
    _committee, person = begin(
        services, Beginning("Borlänge kommun", "Barn- och bildningsnämnden", "Åsa Öberg")
    )
    kept.set_person(made["empty"], person)
    services.file.close()
    try:
        from styrdesk.reports.demo import fill
    except ImportError:
        return made
    made["demo"] = folder / "Exempel.styrdesk"
    services = bootstrap.create_services(made["demo"], kept, CLOCK)
    fill(services, "sv")
    people = services.people.rows()
    if people:
        kept.set_person(made["demo"], people[0].id)
    services.file.close()
    return made


def settled(app: QApplication) -> None:
    """Everything is laid out and drawn."""
    for _n in range(3):
        app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def places(window: MainWindow) -> Iterator[tuple[str, Target]]:
    """Every page, with a name for its picture."""
    for n, spec in enumerate(PIECES):
        for page in spec.pages():
            yield f"{n}{spec.key}_{page.key}", Target(spec.key, page.key)


def take(window: MainWindow, name: str, folder: Path) -> Path:
    """A picture of the window as it is."""
    path = folder / f"{name}.png"
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    image.save(str(path))
    return path


def named_in(folder: Path, widget: QWidget, name: str) -> Path:
    """A picture of a widget, in a folder."""
    path = folder / f"demo_{name}.png"
    widget.grab().save(str(path))
    return path


def sheet(pictures: list[Path], path: Path) -> None:
    """Pictures beside each other, each with its name."""
    rows = math.ceil(len(pictures) / ACROSS)
    image = QImage(
        ACROSS * (CELL.width() + 12), rows * (CELL.height() + 28), QImage.Format.Format_RGB32
    )
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    painter.setPen(QColor("#ffffff"))
    face = painter.font()
    face.setPixelSize(14)
    painter.setFont(face)
    for n, picture in enumerate(pictures):
        left = n % ACROSS * (CELL.width() + 12) + 6
        top = n // ACROSS * (CELL.height() + 28) + 22
        shown = QImage(str(picture)).scaled(
            CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawText(QRect(left, top - 20, CELL.width(), 18), 0, picture.stem)
        painter.drawImage(left, top, shown)
    painter.end()
    image.save(str(path))


def main(arguments: list[str]) -> None:
    """Take all pictures, or those whose look begins with a word given (such as sv_light_100)."""
    began = time.monotonic()
    app = application()
    with tempfile.TemporaryDirectory(prefix="styrdesk-") as name:
        kept = SettingsService(Path(name) / "settings")
        use_language("sv")
        dialogs = ScriptedDialogs()

        opened = partial(bootstrap.open_services, clock=CLOCK, owned=True)
        created = partial(bootstrap.create_services, clock=CLOCK, owned=True)
        doors = Files(kept, dialogs, opened, created)
        stored = files(Path(name), kept)
        count = 0
        for look in LOOKS:
            if not look.name.startswith(tuple(arguments) or ("",)):
                continue
            use_language(look.language)
            kept.change(language=look.language, scheme=look.scheme, zoom=look.zoom)
            window = MainWindow(PIECES, kept, dialogs, doors, CLOCK)
            count += pictures(app, window, stored, look, kept)
    print(f"{count} pictures in {FOLDER}, {time.monotonic() - began:.0f} s")


def pictures(
    app: QApplication,
    window: MainWindow,
    stored: dict[str, Path],
    look: Look,
    kept: SettingsService,
) -> int:
    """All pictures of one look, and its contact sheets."""
    folder = FOLDER / look.name
    folder.mkdir(parents=True, exist_ok=True)
    window.preferences.speak(look.language)
    window.resize(SIZES[look.zoom])
    window.begin(None)
    window.show()
    settled(app)
    taken = [take(window, "welcome", folder)]
    used = copied(stored, look, kept)
    for file, path in stored.items():
        window.open_path(path)
        for name, target in places(window):
            window.go(target)
            settled(app)
            taken.append(take(window, f"{file}_{name}", folder))
        taken += beside(app, window, file, folder)
        if file == "demo" and (inside := gone_into(app, window, folder)):
            taken += inside.pictures()
        if (file, look.name) == ("demo", "sv_light_100"):
            in_readme(app, window)
        if look.zoom == 100:
            taken += narrow(app, window, file, folder)
    if used is not None:
        taken += when_used(app, window, used, folder, kept)
    sheets(taken, look)
    window.close()
    window.deleteLater()
    settled(app)
    return len(taken)


def copied(stored: dict[str, Path], look: Look, kept: SettingsService) -> Path | None:
    """The example again, to be worked in."""
    if "demo" not in stored:
        return None
    used = stored["demo"].with_name(f"Exempel {look.name}.styrdesk")
    shutil.copyfile(stored["demo"], used)
    kept.set_person(used, kept.person(stored["demo"]))
    return used


def gone_into(app: QApplication, window: MainWindow, folder: Path) -> Inside | None:
    """What goes through the file that is open."""
    if window.session is None or window.desk is None:
        return None
    settle, named = partial(settled, app), partial(named_in, folder)
    return Inside(app, window, window.session, window.desk, settle, named)


def when_used(
    app: QApplication, window: MainWindow, used: Path, folder: Path, kept: SettingsService
) -> Iterator[Path]:
    """What one sees in a file that is worked in."""
    window.open_path(used)
    inside = gone_into(app, window, folder)
    if inside is not None:
        yield from Used(inside, kept).pictures()


def sheets(taken: list[Path], look: Look) -> None:
    """The contact sheets of a look."""
    for n in range(0, len(taken), MOST):
        sheet(taken[n : n + MOST], FOLDER / f"sheet_{look.name}_{n // MOST + 1:02}.png")


def narrow(app: QApplication, window: MainWindow, file: str, folder: Path) -> Iterator[Path]:
    """Some of the pages in a small window."""
    before = window.size()
    window.resize(NARROW)
    for name, target in places(window):
        if target.page in {"start", "plan", "goals", "quality", "sentences"}:
            window.go(target)
            settled(app)
            yield take(window, f"{file}_{name}_narrow", folder)
    window.resize(before)


def in_readme(app: QApplication, window: MainWindow) -> None:
    """The driftbudget that is over its frame, with the page beside it: the picture of README."""
    services = window.session.services if window.session else None
    if services is None:
        return
    plan = services.plans.plans()[0]
    title = "Driftbudget per verksamhet"
    chapter = next(c for _level, c in services.chapters.chapters(plan.id) if c.title == title)
    window.go(Target("planning", "plan", chapter.id, table="chapter"))
    printed(app, window)
    settled(app)
    README.parent.mkdir(parents=True, exist_ok=True)
    take(window, README.stem, README.parent)


def beside(app: QApplication, window: MainWindow, file: str, folder: Path) -> list[Path]:
    """The menu, the help and the others that are windows of their own."""
    menu = build_menu(window, window)
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    settled(app)
    taken = [folder / f"{file}_menu.png", folder / f"{file}_help.png"]
    menu.grab().save(str(taken[0]))
    menu.close()
    window.help.show()
    settled(app)
    if window.help.shown is not None:
        window.help.shown.grab().save(str(taken[1]))
    window.help.close()
    for name, show in (("about", window.over.about), ("preferences", window.over.preferences)):
        show()
        settled(app)
        over = window.findChildren(QDialog)[-1]
        taken.append(folder / f"{file}_{name}.png")
        over.grab().save(str(taken[-1]))
        over.close()
        settled(app)
    return taken


if __name__ == "__main__":
    main(sys.argv[1:])
