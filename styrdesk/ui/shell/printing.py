"""Printing from the window: a child process makes the PDF, so that the window never stands still.

It is the program's own command line, on the same file: what the window prints and what a script
prints are the same bytes, and cancelling is ending the process.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from styrdesk.base.i18n import _, language
from styrdesk.ui.shell.session import Session

_OPEN, _FOLDER = 0, 1
PATTERNS: Final = "PDF (*.pdf)"


def command(file: Path, report: str, out: Path) -> tuple[str, list[str]]:
    """The program and its arguments that print a report of a file."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "styrdesk"]
    words = ["--report", report, "--out", str(out), "--language", language(), "--", str(file)]
    return sys.executable, [*own, "print", *words]


class Printing(QObject):
    """One print at a time.

    Attributes:
        running: A print began (True) or ended (False).
    """

    running = Signal(bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._out = Path()
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def is_running(self) -> bool:
        """Whether a print is being made."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, key: str, choice: str) -> None:
        """Ask where the PDF will lie, and make it.

        Args:
            key: The report.
            choice: What it is printed for.
        """
        if self.is_running():
            return
        file = self._session.services.file.path
        out = self._session.dialogs.save_file(
            _("Print to a PDF"), file.with_suffix(".pdf"), PATTERNS
        )
        if out is None:
            return
        self._out = out
        program, words = command(file, f"{key}:{choice}", out)
        self.running.emit(True)  # noqa: FBT003  # Qt
        self._process.start(program, words)

    def cancel(self) -> None:
        """End the print. An earlier PDF in the same place is untouched."""
        if self.is_running():
            self._process.kill()
            self._process.waitForFinished()

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        self.running.emit(False)  # noqa: FBT003  # Qt
        if how is QProcess.ExitStatus.CrashExit:
            return
        if code == 0:
            self._offer()
        else:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            self._session.dialogs.message(_("It could not be printed"), said.strip(), kind="bad")

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.running.emit(False)  # noqa: FBT003  # Qt
            self._session.dialogs.message(
                _("It could not be printed"),
                _("The program could not start its own helper. Start Styrdesk again."),
                kind="bad",
            )

    def _offer(self) -> None:
        answer = self._session.dialogs.choose(
            _("The PDF is ready"),
            _("It lies in {place}.").format(place=self._out),
            [_("Open the PDF"), _("Show the folder")],
            kind="ok",
        )
        if answer in {_OPEN, _FOLDER}:
            place = self._out if answer == _OPEN else self._out.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
