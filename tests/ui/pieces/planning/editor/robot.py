"""The plan editor as a writer works it, on a small plan with every kind of block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.plan import BlockKind, PlanStatus
from styrdesk.domain.plan_file import PlanFile, dump
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.search import Hit
from styrdesk.ui.kit.growing_table import GrowingTable
from styrdesk.ui.kit.piece import PageContext, Subject, Target, Where
from styrdesk.ui.pieces.planning.editor.block_view import BlockView
from styrdesk.ui.pieces.planning.editor.editor import Editor
from styrdesk.ui.pieces.planning.editor.table_grid import TableGrid
from styrdesk.ui.pieces.planning.plan_page import PlanPage
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.robots import Robot
from tests.reports.namndplan import small

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NOON = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


@dataclass
class FakeShell:
    """Remembers where the page wanted to go."""

    place: Where
    went: list[Target] = field(default_factory=list)
    told: list[Subject | None] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    def where(self) -> Where:
        return self.place

    def choose(self, where: Where) -> None:
        self.place = where

    def shows(self, hit: Hit) -> bool:
        return hit.table != "disposal"

    def show_hit(self, hit: Hit) -> None:
        self.hits.append(hit)

    def show_history(self, subject: Subject | None = None) -> None:
        self.told.append(subject)

    def go(self, target: Target) -> None:
        self.went.append(target)


@dataclass(frozen=True)
class Last:
    services: Services

    def __call__(self) -> Changes:
        return self.services.work.last


def import_plan(services: Services, **changes: object) -> str:
    """The small plan, as a draft unless told otherwise; its id."""
    made = small.plan(**({"status": PlanStatus.DRAFT} | changes))
    document = replace(small.document(), plan=(made,))
    files = {small.DIGEST: ("image/png", small.PICTURE)}
    return services.exchange.import_plan(dump(PlanFile(document, files))).plan_id


class EditorRobot(Robot):
    """Works the plan editor, with Check beside the chapter (the preview has its own tests)."""

    page: PlanPage

    def __init__(self, qtbot: QtBot, context: PageContext, width: int = 1400) -> None:
        page = PlanPage(context)
        if page.editor is not None:
            page.editor.side.tabs.setCurrentIndex(1)
        super().__init__(qtbot, page, width, 900)

    @property
    def editor(self) -> Editor:
        assert self.page.editor is not None
        return self.page.editor

    @property
    def dialogs(self) -> ScriptedDialogs:
        dialogs = self.page.context.dialogs
        assert isinstance(dialogs, ScriptedDialogs)
        return dialogs

    @property
    def shell(self) -> FakeShell:
        shell = self.page.context.shell
        assert isinstance(shell, FakeShell)
        return shell

    def go(self, words: str) -> None:
        """Choose the first chapter whose title has the words."""
        for section in self.editor.outline.sections():
            if section.key and words in section.title:
                self.editor.outline.choose(section.key)
                return
        raise LookupError(words)

    def go_kind(self, kind: BlockKind) -> BlockView:
        """Choose the chapter with a kind of block; the block."""
        self.go(f"Om {kind.value}")
        assert self.editor.chapter is not None
        view = self.editor.chapter.view_of(kind)
        assert view is not None
        return view

    def titles(self) -> list[str]:
        """The outline as it is read, indented, without the document information."""
        rows = self.editor.outline.sections()[1:]
        return ["  " * row.level + row.title for row in rows]

    def outline_key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key in the outline."""
        self.editor.outline.setFocus()
        self.bot.keyClick(self.editor.outline, key, modifier or Qt.KeyboardModifier.NoModifier)

    def grid(self, table: str) -> TableGrid:
        """The grid of a table, by the name of its records' table."""
        return self.find(TableGrid, f"grid_{table}")

    def write(self, grid: GrowingTable, row: int, column: int, words: str) -> None:
        """Type in a cell and press Enter."""
        grid.setCurrentIndex(grid.grid.index(row, column))
        grid.grid.setData(grid.grid.index(row, column), words)
        self.editor.flush()

    def paste(self, grid: GrowingTable, row: int, column: int, words: str) -> None:
        """Lay a block over the table."""
        grid.setCurrentIndex(grid.grid.index(row, column))
        grid.paste(words)
        self.editor.flush()

    def undo(self) -> None:
        """Take back the latest step, as the window does."""
        self.editor.flush()
        self.page.context.operations.run(self.page.context.services.work.undo)

    def redo(self) -> None:
        """Do it again."""
        self.page.context.operations.run(self.page.context.services.work.redo)

    def look(self) -> list[str]:
        """Wait for the check; its findings."""
        manuscript = self.editor.manuscript
        if not manuscript.is_settled():
            with self.bot.waitSignal(manuscript.looked):
                pass
        return [finding.message for finding in manuscript.findings]

    def choose_in(self, menu: QMenu, name: str) -> None:
        """Choose a thing in a menu, as a click does."""
        action = next(a for a in actions(menu) if a.objectName() == name)
        assert action.isEnabled(), name
        action.trigger()

    def drag(self, grip: QWidget, over: QWidget, share: float) -> None:
        """Drag by a grip to a share of the height of something else, down it."""
        self.bot.mousePress(grip, LEFT)
        place = over.mapToGlobal(QPoint(5, int(over.height() * share)))
        here = QPointF(grip.mapFromGlobal(place))
        moved = QMouseEvent(QEvent.Type.MouseMove, here, QPointF(place), LEFT, LEFT, NONE)
        QApplication.sendEvent(grip, moved)
        self.bot.mouseRelease(grip, LEFT)

    def middle_of(self, row: int, share: float) -> QPoint:
        """A point in a row of the outline, share of its height down."""
        rect = self.editor.outline.visualItemRect(self.editor.outline.item(row))
        return QPoint(rect.center().x(), rect.top() + int(rect.height() * share))


def actions(menu: QMenu):
    """A menu's actions with those of its sub-menus."""
    for action in menu.actions():
        yield action
        below = action.menu()
        if isinstance(below, QMenu):
            yield from actions(below)


def revise(robot: EditorRobot) -> None:
    """Open a decided plan again, as its next version."""
    robot.dialogs.answer("question", True)
    robot.press("revise")
