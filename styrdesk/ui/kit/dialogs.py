"""The one door to everything modal: questions, messages, files, the crash. Tests answer here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,  # noqa: TID251  # this is the door
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import as_field, box, col, row, scroller
from styrdesk.ui.kit.paint import STATUS
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import colours, px

if TYPE_CHECKING:  # only a print on paper needs the one, and only what fills in a sheet the other
    from PySide6.QtPrintSupport import QPrinter

    from styrdesk.ui.kit.sheet import Sheet

CANCELLED: Final = -1
_LEAST, _MOST = 420, 640  # of a question


class Dialogs(Protocol):
    """What a page may ask. Texts are translated."""

    def question(self, head: str, body: str, yes: str, no: str = "", *, kind: str = "info") -> bool:
        """Yes or no; closing it is no. `yes` and `no` are the buttons' words ("Delete")."""
        ...

    def choose(self, head: str, body: str, choices: Sequence[str], *, kind: str = "info") -> int:
        """One of several ways on: its index, or CANCELLED."""
        ...

    def message(self, head: str, body: str, *, kind: str = "info") -> None:
        """Say what happened, what is safe, what to do."""
        ...

    def words(self, head: str, body: str, words: str) -> None:
        """Say what happened, with words to copy."""
        ...

    def enter(self, head: str, label: str, value: str = "", *, secret: bool = False) -> str | None:
        """A line of words, or None when cancelled. `secret` hides them as they are typed."""
        ...

    def fill(self, sheet: Sheet) -> bool:
        """Fields to fill in. True once what they are for is done; cancelled is False."""
        ...

    def open_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        """An existing file. Patterns as in "Styrdesk (*.styrdesk);;All (*)"."""
        ...

    def save_file(self, title: str, suggestion: Path, patterns: str) -> Path | None:
        """Where to write; the desktop has asked before an existing file is named."""
        ...

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """An existing folder."""
        ...

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """A printer made ready by its user for a print of so many pages, or None."""
        ...

    def crash(self, report: str) -> None:
        """A bug: say that nothing is lost, and show what to send."""
        ...


def _has_printer() -> bool:
    """Whether the system knows of a printer; without its library for them (CUPS) it has none."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  # only for a print
    except ImportError:
        return False
    return bool(QPrinterInfo.availablePrinterNames())


class _Sign(QWidget):
    """The message's symbol."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(px(32), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        name, ink, _ground = STATUS[self._kind]
        painter = QPainter(self)
        draw_icon(painter, name, QRectF(0, 0, px(24), px(24)), colours().ink(ink))


class _Asking(QDialog):
    """Symbol, head, body, perhaps an input, and buttons; the last button is the default."""

    def __init__(
        self,
        parent: QWidget | None,
        kind: str,
        words: tuple[str, str],
        buttons: Sequence[QPushButton],
        inside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        head, body = words
        self.setWindowTitle(head)
        self.setModal(True)
        self.answer = CANCELLED
        self._buttons = list(buttons)
        said = col(text(head, "h2", wrap=True), text(body, "body", wrap=True), gap=8)
        if inside is not None:
            said.addWidget(inside)
        sign = _Sign(kind)
        top = row(sign, (box(said), 1), gap=12)
        top.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        foot = _foot(buttons)
        self.setLayout(col(top, foot, gap=24, pad=(24, 24, 24, 16)))
        self.setMinimumWidth(max(px(_LEAST), foot.minimumSize().width() + px(2 * 24)))
        self.setMaximumWidth(px(_MOST))
        for made in buttons:
            made.clicked.connect(self._pressed)
        if buttons:
            buttons[-1].setDefault(True)
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its words are at its width; Qt's own guess is of a narrower dialog."""
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.answer = self._buttons.index(sender)
        self.accept()


def _foot(buttons: Sequence[QPushButton]) -> QBoxLayout:
    """The buttons beside each other; under each other where their words have no room for that."""
    for made in buttons:
        made.ensurePolished()
        made.setMinimumWidth(made.sizeHint().width())  # the dialog is never too narrow for them
    if sum(made.minimumWidth() + px(8) for made in buttons) <= px(_MOST - 2 * 24):
        return row(None, *buttons, gap=8)
    return col(*(row(None, made) for made in buttons), gap=8)


class _Filling(QDialog):
    """Fields, and two buttons that one has to reach: Enter in a field only goes to the next."""

    def __init__(self, parent: QWidget | None, sheet: Sheet) -> None:
        super().__init__(parent)
        self.setWindowTitle(sheet.head)
        self.setModal(True)
        self._sheet = sheet
        cancel, go_on = button(_("Cancel"), name="cancel"), button(sheet.yes, "primary", name="yes")
        cancel.clicked.connect(self.reject)
        go_on.clicked.connect(self._go_on)
        sheet.shut.connect(self.reject)
        sheet.done.connect(self.accept)
        sheet.working.connect(go_on.setDisabled)
        sheet.bound.connect(partial(cancel.setDisabled, True))  # noqa: FBT003  # Qt
        go_on.setDisabled(sheet.is_working)
        self.rejected.connect(sheet.give_up)
        head = text(sheet.head, "h2", wrap=True)
        inside = box(col(head, sheet, None, gap=12, pad=(24, 24, 24, 8)))
        foot = box(row(None, cancel, go_on, gap=8, pad=(24, 8, 24, 16)))
        self._inside, self._foot = inside, foot
        self._area = scroller(inside)
        self.setLayout(col((self._area, 1), foot, gap=0))
        room = self.screen().availableGeometry().size() * 0.9
        width = min(px(sheet.wide), room.width())
        self.setFixedWidth(width)
        self.resize(width, self._tall())
        self._area.verticalScrollBar().rangeChanged.connect(self._grow)
        if not sheet.focus_first():
            cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Cancel, Escape and the window's own cross."""
        if self._sheet.may_shut():
            super().reject()

    def _go_on(self) -> None:
        if self._sheet.go_on():
            self.accept()

    def _tall(self) -> int:
        """As tall as what it holds, where the screen is."""
        room = round(self.screen().availableGeometry().height() * 0.9)
        held = self._inside.heightForWidth(self.width()) + self._foot.sizeHint().height()
        return min(held, room)

    def _grow(self, _least: int, _over: int) -> None:
        """Also when a field says more, or another is asked for."""
        self.resize(self.width(), max(self.height(), self._tall()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            self._next()

    def _next(self) -> None:
        """The next field, and after the last the safe button: never one that leads elsewhere."""
        self.focusNextChild()
        here = self.focusWidget()
        while isinstance(here, QPushButton) and self._sheet.isAncestorOf(here):
            self.focusNextChild()
            here = self.focusWidget()


def _reading(words: str, name: str) -> QPlainTextEdit:
    """Words to read and to copy."""
    area = QPlainTextEdit(words)
    area.setReadOnly(True)
    as_field(area)
    area.setAccessibleName(name)
    area.setMinimumHeight(px(160))
    return area


class QtDialogs:
    """Real dialogs over the window that is on.

    Args:
        window: The window to lie over, asked for each time.
    """

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        self._window = window

    def _ask(
        self,
        kind: str,
        words: tuple[str, str],
        buttons: Sequence[QPushButton],
        inside: QWidget | None = None,
    ) -> int:
        asking = _Asking(self._window(), kind, words, buttons, inside)
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
        asking.exec()
        asking.deleteLater()
        return asking.answer

    def question(self, head: str, body: str, yes: str, no: str = "", *, kind: str = "info") -> bool:
        danger = kind == "bad"
        buttons = [button(no or _("Cancel")), button(yes, "danger" if danger else "primary")]
        return self._ask(kind, (head, body), buttons[::-1] if danger else buttons) == int(
            not danger
        )

    def choose(self, head: str, body: str, choices: Sequence[str], *, kind: str = "info") -> int:
        buttons = [button(_("Cancel")), *map(button, choices)]
        return max(CANCELLED, self._ask(kind, (head, body), buttons) - 1)

    def message(self, head: str, body: str, *, kind: str = "info") -> None:
        self._ask(kind, (head, body), [button(_("OK"), "primary")])

    def enter(self, head: str, label: str, value: str = "", *, secret: bool = False) -> str | None:
        line = QLineEdit(value)
        line.setAccessibleName(label)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        buttons = [button(_("Cancel")), button(_("OK"), "primary")]
        answer = self._ask("info", (head, label), buttons, line)
        return line.text() if answer == 1 else None

    def filling(self, sheet: Sheet) -> QDialog:
        """The dialog around a sheet."""
        return _Filling(self._window(), sheet)

    def fill(self, sheet: Sheet) -> bool:
        filling = self.filling(sheet)
        done = filling.exec() == QDialog.DialogCode.Accepted
        filling.deleteLater()
        return done

    def open_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        name, _used = QFileDialog.getOpenFileName(
            self._window(), title, str(folder or Path.home()), patterns
        )
        return Path(name) if name else None

    def save_file(self, title: str, suggestion: Path, patterns: str) -> Path | None:
        name, _used = QFileDialog.getSaveFileName(self._window(), title, str(suggestion), patterns)
        path = Path(name) if name else None
        return path.with_suffix(suggestion.suffix) if path and not path.suffix else path

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window(), title, str(folder or Path.home()))
        return Path(name) if name else None

    def printer(self, title: str, pages: int) -> QPrinter | None:
        if not _has_printer():
            self.message(
                _("There is no printer on this computer"),
                _("Save it as a PDF, and print that file where there is one."),
                kind="warn",
            )
            return None
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # as above

        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        asking = QPrintDialog(made, self._window())
        asking.setWindowTitle(_("Print {title}").format(title=title))
        asking.setMinMax(1, pages)
        asking.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        done = asking.exec() == QDialog.DialogCode.Accepted
        asking.deleteLater()
        return made if done else None

    def words(self, head: str, body: str, words: str) -> None:
        area = _reading(words, _("What you wrote"))
        copy, close = button(_("Copy the text"), name="copy_words"), button(_("Close"), "primary")
        if self._ask("warn", (head, body), [copy, close], area) == 0:
            QGuiApplication.clipboard().setText(words)

    def crash(self, report: str) -> None:
        from styrdesk.ui.kit.crash_report import CrashReport  # noqa: PLC0415  # never, one hopes

        head = _("Something went wrong in Styrdesk")
        body = _(
            "What you have written is saved. Close the program and open the file again. "
            "The report holds nothing that you have written, no names and no folders of yours. "
            "Send it with a word on what you did."
        )
        inside = CrashReport(report, self.save_file)
        self._ask("bad", (head, body), [button(_("Close"), "primary")], inside)
