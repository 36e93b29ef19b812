"""Pictures of what one comes to inside the pages: chapters, forms, the check, dialogs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from styrdesk.base.i18n import _
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.pieces.planning.editor.deciding_sheet import deciding
from styrdesk.ui.pieces.planning.editor.editor import Editor
from styrdesk.ui.pieces.planning.editor.minutes_sheets import ApprovalSheet, correcting
from styrdesk.ui.pieces.planning.editor.outline import INFORMATION
from styrdesk.ui.pieces.planning.plan_page import PlanPage
from styrdesk.ui.preview.panel import PreviewPanel
from styrdesk.ui.shell.desk import Desk
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.session import Session
from tests.screens_quality import Quality

REGISTERS: Final = (
    *("goals", "indicators", "assignments", "frames"),
    *("strategic_plans", "committees", "units", "people"),
)
LOCKED: Final = 8  # chapters of a decided plan
PATIENCE: Final = 15  # seconds for the preview's own process
OPENED: Final = 50  # milliseconds until a dialog stands there


def printed(app: QApplication, window: QWidget) -> None:
    """The preview shows the pages it was asked for, where it is shown at all."""
    panel = window.findChild(PreviewPanel)
    if panel is None or not panel.isVisible():
        return
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and (not panel.updated.text() or panel.sheets.missing()):
        app.processEvents()


@dataclass(frozen=True)
class Inside:
    """Goes through an open file.

    Attributes:
        settle: Everything is laid out and drawn.
        take: A picture of a widget, by its name.
    """

    app: QApplication
    window: MainWindow
    session: Session
    desk: Desk
    settle: Callable[[], None]
    take: Callable[[QWidget, str], Path]

    @property
    def services(self) -> Services:
        """The file's."""
        return self.session.services

    def pictures(self) -> Iterator[Path]:
        """All of them."""
        yield from self.forms()
        yield from Quality(self).pictures()
        editor = self.editor()
        if editor is not None:
            yield from self.chapters(editor, "chapter")
            editor.show_check()
            self.settle()
            yield self.take(self.window, "check")
            manuscript = editor.manuscript
            outlook = self.services.decisions.outlook(manuscript.plan_id)
            doors = QtDialogs(lambda: self.window)
            yield from self.dialog("decide", partial(doors.fill, deciding(manuscript, outlook)))
            yield from self.dialogs(doors)
        yield from self.decided()

    def forms(self) -> Iterator[Path]:
        """The first record of each register, in its form."""
        for key in REGISTERS:
            self.window.go(Target("planning", key))
            page = self.desk.page()
            if isinstance(page, RecordsPage) and (record := page.page.table.key()):
                page.show_record(Target("planning", key, record))
                self.settle()
                yield self.take(self.window, f"form_{key}")

    def editor(self) -> Editor | None:
        """The plan of the year that is chosen."""
        self.window.go(Target("planning", "plan"))
        page = self.desk.page()
        return page.editor if isinstance(page, PlanPage) else None

    def chapters(self, editor: Editor, name: str, most: int = 100) -> Iterator[Path]:
        """The document information and the chapters, with the page beside them."""
        keys = [INFORMATION, *(chapter.id for _level, chapter in editor.outline.order())]
        for n, key in enumerate(keys[:most]):
            editor.outline.choose(key)
            printed(self.app, self.window)
            self.settle()
            yield self.take(self.window, f"{name}_{n:02}")

    def dialogs(self, doors: QtDialogs) -> Iterator[Path]:
        """One of each kind."""
        said = _("Undo brings it back, and it lies in the trash.")
        yield from self.dialog(
            "question", partial(doors.question, _("Delete chapter"), said, _("Delete"), kind="bad")
        )
        saved = partial(doors.message, _("The copy is saved"), said, kind="ok")
        yield from self.dialog("message", saved)
        yield from self.dialog("enter", partial(doors.enter, _("Who sits here?"), _("Name")))
        yield from self.dialog("crash", partial(doors.crash, "Traceback"))

    def dialog(
        self, name: str, ask: Callable[[], object], is_ready: Callable[[], bool] = lambda: True
    ) -> Iterator[Path]:
        """A dialog while it stands open, once it is ready; it is cancelled."""
        taken: list[Path] = []
        until = time.monotonic() + PATIENCE

        def look() -> None:
            if not is_ready() and time.monotonic() < until:
                QTimer.singleShot(OPENED, look)
                return
            self.settle()
            shown = QApplication.activeModalWidget()
            if isinstance(shown, QDialog):
                taken.append(self.take(shown, f"dialog_{name}"))
                shown.reject()

        QTimer.singleShot(OPENED, look)
        ask()
        yield from taken

    def decided(self) -> Iterator[Path]:
        """A decided plan, which is locked, and the dialogs about its decision."""
        final = [plan for plan in self.services.plans.plans() if plan.is_final]
        before = self.desk.where()
        if not final:
            return
        self.desk.choose(Where(before.committee_id, final[0].year))
        editor = self.editor()
        if editor is not None:
            yield from self.chapters(editor, "decided", LOCKED)
            manuscript, doors = editor.manuscript, QtDialogs(lambda: self.window)
            yield from self.dialog("correct", partial(doors.fill, correcting(manuscript)))
            yield from self.dialog("approve", partial(doors.fill, ApprovalSheet(manuscript)))
        self.desk.choose(before)
