"""Pictures of what one comes to inside the pages: chapters, forms, the check, dialogs, backups."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.piece import Page, Target, Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.pieces.planning.editor.editor import Editor
from styrdesk.ui.pieces.planning.editor.minutes_sheets import ApprovalSheet, correcting, deciding
from styrdesk.ui.pieces.planning.editor.outline import INFORMATION
from styrdesk.ui.pieces.planning.plan_page import PlanPage
from styrdesk.ui.preview.panel import PreviewPanel
from styrdesk.ui.shell.backups_window import BackupsWindow
from styrdesk.ui.shell.main_window import MainWindow

PATIENCE: Final = 15  # seconds for the preview's own process
Settle = Callable[[], None]
Take = Callable[[QWidget, str], Path]


def printed(app: QApplication, window: MainWindow) -> None:
    """The preview shows the pages it was asked for, where it is shown at all."""
    panel = window.findChild(PreviewPanel)
    if panel is None or not panel.isVisible():
        return
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and (not panel.updated.text() or panel.sheets.missing()):
        app.processEvents()


def inside(app: QApplication, window: MainWindow, take: Take, settle: Settle) -> list[Path]:
    """Every chapter of the plan, the forms of the registers, the dialogs of a decision."""
    taken: list[Path] = []
    services = window.session.services if window.session is not None else None
    if services is None:
        return taken
    for name, page in _forms(window, services):
        settle()
        taken.append(take(window, f"form_{name}"))
        page.flush()
    editor = _editor(window)
    if editor is not None:
        for n, key in enumerate([INFORMATION, *(c.id for _l, c in editor.outline.order())]):
            editor.outline.choose(key)
            printed(app, window)
            settle()
            taken.append(take(window, f"chapter_{n:02}"))
        editor.show_check()
        settle()
        taken.append(take(window, "check"))
        taken += _dialogs(window, editor, services, take)
    taken += _decided(app, window, services, take, settle)
    return taken


def _forms(window: MainWindow, services: Services) -> Iterator[tuple[str, Page]]:
    """The first record of each register, in its form."""
    for key in ("goals", "indicators", "assignments", "frames", "strategic_plans", "committees"):
        yield from _form(window, key)
    for key in ("units", "people"):
        yield from _form(window, key)


def _form(window: MainWindow, key: str) -> Iterator[tuple[str, Page]]:
    window.go(Target("planning", key))
    page = window.desk.page() if window.desk is not None else None
    if isinstance(page, RecordsPage) and page.page.table.key():
        page.show_record(Target("planning", key, page.page.table.key()))
        yield key, page


def _editor(window: MainWindow) -> Editor | None:
    window.go(Target("planning", "plan"))
    page = window.desk.page() if window.desk is not None else None
    return page.editor if isinstance(page, PlanPage) else None


def _dialogs(window: MainWindow, editor: Editor, services: Services, take: Take) -> list[Path]:
    manuscript, doors = editor.manuscript, QtDialogs(lambda: window)
    outlook = services.decisions.outlook(manuscript.plan_id)
    taken: list[Path] = []

    def asked(name: str, ask: Callable[[], object]) -> None:
        def look() -> None:
            shown = QApplication.activeModalWidget()
            if isinstance(shown, QDialog):
                taken.append(take(shown, f"dialog_{name}"))
                shown.reject()

        QTimer.singleShot(50, look)
        ask()

    asked("decide", lambda: doors.fill(deciding(manuscript, outlook)))
    asked("correct", lambda: doors.fill(correcting(manuscript)))
    asked("approve", lambda: doors.fill(ApprovalSheet(manuscript)))
    asked(
        "question", lambda: doors.question("Rubrik för frågan", "Det här händer.", "Ja", kind="bad")
    )
    asked("message", lambda: doors.message("Kopian är sparad", "Den ligger i /home/x.", kind="ok"))
    asked("enter", lambda: doors.enter("Vem sitter här?", "Namn"))
    asked("crash", lambda: doors.crash("Traceback"))
    if window.session is not None:
        shown = BackupsWindow(window.session, window)
        shown.show()
        QApplication.processEvents()
        taken.append(take(shown, "backups"))
        shown.close()
        shown.deleteLater()
    return taken


def _decided(
    app: QApplication, window: MainWindow, services: Services, take: Take, settle: Settle
) -> list[Path]:
    """A decided plan, which is locked."""
    final = [plan for plan in services.plans.plans() if plan.is_final]
    if not final or window.desk is None:
        return []
    before, taken = window.desk.where(), []
    window.desk.choose(Where(before.committee_id, final[0].year))
    editor = _editor(window)
    if editor is not None:
        for n, key in enumerate([INFORMATION, *(c.id for _l, c in editor.outline.order())]):
            if n in {0, 1, 6, 20}:
                editor.outline.choose(key)
                printed(app, window)
                settle()
                taken.append(take(window, f"decided_{n:02}"))
    window.desk.choose(before)
    return taken
