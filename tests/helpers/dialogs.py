"""Answers to dialogs, told before they are asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class ScriptedDialogs:
    """A dialogs door for tests: an unanswered question is an error, an unused answer too.

    Use: `dialogs.answer("question", True)`, act, then `dialogs.said` holds what was shown.
    The fixture `dialogs` calls `check_used()` at the end.
    """

    def __init__(self) -> None:
        self._answers: deque[tuple[str, Any]] = deque()
        self.said: list[tuple[str, str, str]] = []

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
        return bool(self._next("question", head, body))

    def choose(self, head: str, body: str, choices: Sequence[str], *, kind: str = "info") -> int:
        return int(self._next("choose", head, body))

    def message(self, head: str, body: str, *, kind: str = "info") -> None:
        self._next("message", head, body)

    def enter(self, head: str, label: str, value: str = "", *, secret: bool = False) -> str | None:
        answer = self._next("enter", head, label)
        return None if answer is None else str(answer)

    def open_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        answer = self._next("open_file", title, patterns)
        return None if answer is None else Path(answer)

    def save_file(self, title: str, suggestion: Path, patterns: str) -> Path | None:
        answer = self._next("save_file", title, patterns)
        return None if answer is None else Path(answer)

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        answer = self._next("choose_folder", title, "")
        return None if answer is None else Path(answer)

    def crash(self, report: str) -> None:
        message = f"the program crashed:\n{report}"
        raise AssertionError(message)
