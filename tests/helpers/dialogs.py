"""Answers to dialogs, told before they are asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from styrdesk.ui.kit.sheet import Sheet


def said(sheet: Sheet) -> str:
    """The words on a sheet that are not hidden."""
    labels = [label for label in sheet.findChildren(QLabel) if label.isVisibleTo(sheet)]
    return "\n".join(label.text() for label in labels if label.text())


def _soon(loop: QEventLoop, _on: bool) -> None:
    QTimer.singleShot(0, loop.quit)


def waited(sheet: Sheet) -> bool:
    """Wait for what takes a while; whether it was done."""
    done: list[bool] = []
    loop = QEventLoop()
    sheet.done.connect(partial(done.append, True))
    sheet.done.connect(loop.quit)
    sheet.working.connect(partial(_soon, loop))
    if sheet.is_working:
        loop.exec()
    return bool(done)


class ScriptedDialogs:
    """A dialogs door for tests: an unanswered question is an error, an unused answer too.

    Use: `dialogs.answer("question", True)`, act, then `dialogs.said` holds what was shown.
    The fixture `dialogs` calls `check_used()` at the end.
    """

    def __init__(self) -> None:
        self._answers: deque[tuple[str, Any]] = deque()
        self.said: list[tuple[str, str, str]] = []
        self.guarded: list[str] = []  # heads of questions where Enter is the safe answer

    def answer(self, kind: str, value: Any = None) -> ScriptedDialogs:
        """The next dialog will be of this kind (a method's name) and get this answer."""
        self._answers.append((kind, value))
        return self

    def _next(self, kind: str, head: str, body: str) -> Any:
        self.said.append((kind, head, body))
        if not self._answers:
            message = f"nobody answers the {kind} {head!r}: {body!r}"
            raise AssertionError(message)
        expected, value = self._answers.popleft()
        assert expected == kind, f"a {expected} was expected, a {kind} came: {head!r}"
        return value

    def check_used(self) -> None:
        """Every answer was asked for."""
        assert not self._answers, f"answers nobody asked for: {list(self._answers)}"

    def question(self, head: str, body: str, yes: str, no: str = "", *, kind: str = "info") -> bool:
        if kind == "bad":
            self.guarded.append(head)
        return bool(self._next("question", head, body))

    def choose(self, head: str, body: str, choices: Sequence[str], *, kind: str = "info") -> int:
        return int(self._next("choose", head, body))

    def message(self, head: str, body: str, *, kind: str = "info") -> None:
        self._next("message", head, body)

    def words(self, head: str, body: str, words: str) -> None:
        self._next("words", head, f"{body}\n\n{words}")

    def enter(self, head: str, label: str, value: str = "", *, secret: bool = False) -> str | None:
        answer = self._next("enter", head, label)
        return None if answer is None else str(answer)

    def fill(self, sheet: Sheet) -> bool:
        """The answer is what to write in which field, or a function that works the sheet."""
        answer = self._next("fill", sheet.head, said(sheet))
        if callable(answer):
            return bool(answer(sheet)) or waited(sheet)
        if answer is None:
            return False
        for name, value in answer.items():
            sheet.form[name].set_value(value)
        done = sheet.go_on() or waited(sheet)
        assert done, [field.error() for field in sheet.form if field.error()]
        return True

    def open_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        answer = self._next("open_file", title, patterns)
        return None if answer is None else Path(answer)

    def save_file(self, title: str, suggestion: Path, patterns: str) -> Path | None:
        answer = self._next("save_file", title, patterns)
        return None if answer is None else Path(answer)

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        answer = self._next("choose_folder", title, "")
        return None if answer is None else Path(answer)

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """The answer is a printer made ready, or None."""
        answer = self._next("printer", title, str(pages))
        assert answer is None or isinstance(answer, QPrinter)
        return answer

    def crash(self, report: str) -> None:
        message = f"the program crashed:\n{report}"
        raise AssertionError(message)
