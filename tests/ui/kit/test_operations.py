"""The door for writes tells the right pages, and the user what was refused."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.operations import Operations
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.windows import present


class Book:
    """Steps without a file."""

    def __init__(self) -> None:
        self.last = Changes(frozenset(), "")

    def latest(self) -> Changes:
        return self.last

    def write(self, *topics: str) -> str:
        self.last = Changes(frozenset(topics), "Save", "now")
        return "done"

    def refuse(self, field: str = "") -> None:
        raise RuleBroken("Too long.", field)

    def no_room(self) -> None:
        raise FileProblem(FileFault.DISK_FULL, "The disk is full.", "Make room.")


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def operations(book: Book, dialogs: ScriptedDialogs) -> Operations:
    return Operations(book.latest, dialogs)


def a_page(qtbot: QtBot, operations: Operations, *topics: str) -> Page:
    page = Page()
    operations.subscribe(page, topics, page.refresh)
    qtbot.addWidget(page)
    return page


def test_what_the_use_case_returns_comes_back(book: Book, operations: Operations) -> None:
    assert operations.run(partial(book.write, "goal")) == "done"


def test_what_gives_nothing_back_still_tells_whether_it_was_done(
    operations: Operations, dialogs: ScriptedDialogs
) -> None:
    assert operations.done(lambda: None)
    dialogs.answer("message")
    assert not operations.done(Book().refuse)


def test_only_pages_with_the_topic_refresh(
    qtbot: QtBot, book: Book, operations: Operations
) -> None:
    goals, cases = a_page(qtbot, operations, "goal"), a_page(qtbot, operations, "case")
    for page in (goals, cases):
        present(qtbot, page, 100, 100)
    operations.run(partial(book.write, "goal"))
    assert (goals.refreshed, cases.refreshed) == (1, 0)


def test_the_page_that_did_it_is_not_refreshed(
    qtbot: QtBot, book: Book, operations: Operations
) -> None:
    page = a_page(qtbot, operations, "goal")
    present(qtbot, page, 100, 100)
    operations.run(partial(book.write, "goal"), origin=page)
    assert page.refreshed == 0


def test_a_hidden_page_refreshes_once_when_it_is_shown(
    qtbot: QtBot, book: Book, operations: Operations
) -> None:
    page = a_page(qtbot, operations, "goal")
    for _n in range(3):
        operations.run(partial(book.write, "goal"))
    assert page.refreshed == 0
    present(qtbot, page, 100, 100)
    assert page.refreshed == 1


def test_a_page_that_is_gone_is_forgotten(qtbot: QtBot, book: Book, operations: Operations) -> None:
    page = Page()
    operations.subscribe(page, {"goal"}, page.refresh)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    operations.run(partial(book.write, "goal"))
    assert operations._listeners == []


def test_no_step_no_news(qtbot: QtBot, operations: Operations) -> None:
    with qtbot.assertNotEmitted(operations.changed):
        operations.run(partial(str, "only asked"))


def test_a_broken_rule_goes_to_its_field(operations: Operations, book: Book) -> None:
    shown: list[RuleBroken] = []
    assert operations.run(partial(book.refuse, "name"), broken=shown.append) is None
    assert [broken.field for broken in shown] == ["name"]


def test_a_broken_rule_without_a_place_is_a_message(
    operations: Operations, book: Book, dialogs: ScriptedDialogs
) -> None:
    dialogs.answer("message")
    operations.run(book.refuse)
    assert dialogs.said == [("message", "That cannot be done", "Too long.")]


def test_a_file_problem_says_what_to_do_and_a_code(
    operations: Operations, book: Book, dialogs: ScriptedDialogs
) -> None:
    dialogs.answer("message")
    operations.run(book.no_room)
    assert dialogs.said == [("message", "The disk is full.", "Make room.\n\nCode F8")]


def test_a_bug_is_not_hidden(operations: Operations) -> None:
    with pytest.raises(ZeroDivisionError):
        operations.run(lambda: 1 // 0)


def test_what_was_written_before_a_refusal_is_told(
    qtbot: QtBot, operations: Operations, book: Book, dialogs: ScriptedDialogs
) -> None:
    def half() -> None:
        book.write("goal")
        book.refuse()

    dialogs.answer("message")
    with qtbot.waitSignal(operations.changed):
        operations.run(half)


def test_an_unanswered_question_is_an_error() -> None:
    with pytest.raises(AssertionError, match="nobody answers"):
        ScriptedDialogs().question("Sure?", "", "Yes")


def test_an_unused_answer_is_an_error() -> None:
    with pytest.raises(AssertionError, match="nobody asked"):
        ScriptedDialogs().answer("question", True).check_used()


def test_only_what_the_file_refused_has_failed(
    qtbot: QtBot, book: Book, operations: Operations, dialogs: ScriptedDialogs
) -> None:
    dialogs.answer("message")
    with qtbot.assertNotEmitted(operations.failed), qtbot.waitSignal(operations.tried):
        operations.run(book.refuse)
    dialogs.answer("message")
    with qtbot.waitSignal(operations.failed):
        operations.run(book.no_room)
