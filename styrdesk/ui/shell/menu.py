"""The window's menu: the file, who sits here, the look, help. Made anew each time it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from styrdesk.base.collation import sort_key
from styrdesk.base.i18n import NAMES, _, language
from styrdesk.services.settings import Settings
from styrdesk.ui.kit.text import key_words
from styrdesk.ui.kit.theme import ZOOM_STEPS
from styrdesk.ui.shell.preferences import SCHEMES, Preferences
from styrdesk.ui.shell.seat import Seat
from styrdesk.ui.shell.session import Session
from styrdesk.ui.shell.undoing import redo_words, undo_words


class Window(Protocol):
    """What the menu needs of the window."""

    actions_by_key: Mapping[str, QAction]
    session: Session | None
    preferences: Preferences
    seat: Seat

    def open_path(self, path: Path) -> None: ...


def _menu(title: str, parent: QWidget) -> QMenu:
    return QMenu(title.replace("&", "&&"), parent)


def _choices(menu: QMenu, rows: Iterable[tuple[str, bool, Callable[[], object]]]) -> None:
    """Rows of which one is on."""
    group = QActionGroup(menu)
    for words, on, run in rows:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(partial(_only, run))
        group.addAction(action)


def _only(run: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    run()


def build_menu(window: Window, parent: QWidget) -> QMenu:
    """The menu as things are now."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions, now = window.actions_by_key, window.preferences.now
    menu.addAction(actions["new"])
    menu.addAction(actions["open"])
    menu.addMenu(_recent(window, now, menu))
    menu.addAction(actions["copy"])
    menu.addAction(actions["copy_to_send"])
    menu.addAction(actions["backups"])
    menu.addSeparator()
    if window.session is not None:
        menu.addMenu(_edit(actions, window.session, menu))
    for key in ("print", "pdf"):
        menu.addAction(actions[key])
    menu.addSeparator()
    if window.session is not None:
        menu.addMenu(_people(window, window.session, menu))
    instructions = menu.addAction(_("Show instructions"))
    instructions.setCheckable(True)
    instructions.setChecked(now.show_instructions)
    instructions.triggered.connect(window.preferences.set_instructions)
    menu.addSeparator()
    menu.addMenu(_languages(window, menu))
    menu.addMenu(_schemes(window, now, menu))
    menu.addMenu(_zooms(window, now, menu))
    menu.addAction(actions["preferences"])
    menu.addSeparator()
    for key in ("help", "guide", "keyboard", "about"):
        menu.addAction(actions[key])
    menu.addSeparator()
    menu.addAction(actions["quit"])
    return menu


def _edit(actions: Mapping[str, QAction], session: Session, parent: QWidget) -> QMenu:
    """Undo and redo with what they would do or why they stop; search, history, and the trash.

    The first two are rows of the menu's own: the window's actions keep their names, and keep
    their keys whatever undo stops at.
    """
    menu = _menu(_("Edit"), parent)
    words, why = undo_words(session)
    again = redo_words(session.services.work)
    for key, keys, said, on in (
        ("undo", "Ctrl+Z", _("Undo: {step}").format(step=words) if words else why, bool(words)),
        ("redo", "Ctrl+Y", _("Redo: {step}").format(step=again) if again else _("Redo"), again),
    ):
        row = menu.addAction(f"{said.replace('&', '&&')}\t{key_words(keys)}", actions[key].trigger)
        row.setObjectName(f"menu_{key}")
        row.setEnabled(bool(on))
    menu.addSeparator()
    for key in ("search", "history", "trash"):
        menu.addAction(actions[key])
    return menu


def _recent(window: Window, now: Settings, parent: QWidget) -> QMenu:
    menu = _menu(_("Used lately"), parent)
    here = window.session.services.file.path.resolve() if window.session else None
    names = [name for name in now.recent if Path(name) != here]
    for name in names:
        path = Path(name)
        action = menu.addAction(f"{path.stem}  –  {path.parent.name}".replace("&", "&&"))
        action.setToolTip(name)
        action.triggered.connect(partial(_only, partial(window.open_path, path)))
    menu.setEnabled(bool(names))
    return menu


def _people(window: Window, session: Session, parent: QWidget) -> QMenu:
    people = sorted(session.services.people.rows(), key=lambda one: sort_key(one.name))
    here = session.person()
    name = next((one.name for one in people if one.id == here), "")
    title = _("Who sits here: {name}").format(name=name) if name else _("Who sits here")
    menu = _menu(title, parent)
    rows = [(one.name, one.id == here, partial(window.seat.take, one.id)) for one in people]
    _choices(menu, rows)
    if people:
        menu.addSeparator()
    action = menu.addAction(_("Somebody else …"), window.seat.ask)
    action.setEnabled(not session.read_only)
    return menu


def _languages(window: Window, parent: QWidget) -> QMenu:
    menu = _menu(_("Language"), parent)
    _choices(
        menu,
        [
            (words, code == language(), partial(window.preferences.set_language, code))
            for code, words in NAMES.items()
        ],
    )
    return menu


def _schemes(window: Window, now: Settings, parent: QWidget) -> QMenu:
    menu = _menu(_("Colours"), parent)
    rows = [
        (_(words), key == now.scheme, partial(window.preferences.set_scheme, key))
        for key, words in SCHEMES
    ]
    _choices(menu, rows)
    return menu


def _zooms(window: Window, now: Settings, parent: QWidget) -> QMenu:
    menu = _menu(_("Size"), parent)
    for key in ("larger", "smaller", "ordinary"):
        menu.addAction(window.actions_by_key[key])
    menu.addSeparator()
    steps = [round(step * 100) for step in ZOOM_STEPS]
    rows = [
        (f"{step} %", step == now.zoom, partial(window.preferences.set_zoom, step))
        for step in steps
    ]
    _choices(menu, rows)
    return menu
