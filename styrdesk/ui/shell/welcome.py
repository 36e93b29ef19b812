"""The page before any file is open: begin a new file, open one, or look at the example."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import Rule, box, col, hide_unless, row, scroller
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.shell.choice_card import ChoiceCard
from styrdesk.ui.shell.mark import Mark
from styrdesk.ui.shell.new_file_form import NewFileForm
from styrdesk.ui.shell.recent_list import RecentList

_WIDTH = 576
NEW, OPEN, EXAMPLE = range(3)


class Welcome(QWidget):
    """Three ways to begin; the one chosen shows what it needs.

    Attributes:
        create_wanted: A new file: its Beginning and the year.
        open_wanted: Open a file (a Path), or ask which (an empty Path).
        demo_wanted: Open the example.
        left: Back to the file that is open.
        help_wanted: What this is.
        preferences_wanted: Another language, larger letters.
    """

    create_wanted = Signal(object, int)
    open_wanted = Signal(Path)
    demo_wanted = Signal()
    left = Signal()
    help_wanted = Signal()
    preferences_wanted = Signal()

    def __init__(self, kept: SettingsService, year: int, *, way: int, can_leave: bool) -> None:
        super().__init__()
        self.cards = [
            ChoiceCard(
                "file-plus",
                _("Begin with a new file"),
                _("The rubrics, chapters and texts of the styrmodell are there from the start."),
                name="way_new",
            ),
            ChoiceCard(
                "folder-open",
                _("Open a file"),
                _("A file you have worked in before, or one that a colleague has sent you."),
                name="way_open",
            ),
            ChoiceCard(
                "presentation",
                _("Look at an example"),
                _("A finished committee plan with invented figures. It is a file to play with."),
                name="way_example",
            ),
        ]
        self.more = QStackedWidget()
        self.go_on = button("", "primary", name="go_on")
        self.form = NewFileForm(year, self.go_on.click)
        self.recent = RecentList(kept)
        self.recent.wanted.connect(self.open_wanted)
        for part in (self.form, self._recent_part(), QWidget()):
            self.more.addWidget(part)
        self._cancel = button(_("Cancel"), name="leave_welcome")
        hide_unless(self._cancel, shown=can_leave)
        self._cancel.clicked.connect(self.left)
        self.go_on.clicked.connect(self._go_on)
        for card in self.cards:
            card.toggled.connect(self._way_chosen)
        self._lay_out()
        self.cards[way].setChecked(True)
        self._files_shown()
        self.recent.shown.connect(self._files_shown)

    def _lay_out(self) -> None:
        head = row(
            Mark(),
            box(
                col(
                    text(_("Welcome to Styrdesk"), "h1"),
                    quiet(
                        _("Planning, quality, leadership and core values in a file of yours."),
                        "body",
                        wrap=True,
                    ),
                    gap=2,
                )
            ),
            gap=16,
        )
        head.setStretch(1, 1)
        about = link(_("Help"), "circle-help", name="welcome_help")
        about.clicked.connect(self.help_wanted)
        look = link(_("Preferences …"), "settings", name="welcome_preferences")
        look.clicked.connect(self.preferences_wanted)
        foot = row(
            _Lock(), (quiet(_("Nothing is sent over the net."), "dense"), 1), self._cancel,
            self.go_on, gap=8,
        )  # fmt: skip
        inner = box(
            col(
                head,
                12,
                *self.cards,
                12,
                self.more,
                Rule(),
                4,
                foot,
                8,
                row(about, look, None, gap=24),
                gap=8,
                pad=(24, 32, 24, 24),
            )
        )
        inner.setMaximumWidth(px(_WIDTH + 48))
        middle = row(None, (inner, 100), None)
        page = box(col(middle, None, gap=0), self.backgroundRole().Base)
        area = scroller(page, self.backgroundRole().Base)
        self.setLayout(col((area, 1), gap=0))

    def _recent_part(self) -> QWidget:
        self._other = button(_("Another file …"), name="other_file")
        self._other.clicked.connect(self._ask_file)
        self._forget = button(_("Take off the list"), "quiet", name="forget_file")
        self._forget.clicked.connect(self.recent.forget_chosen)
        head = text(_("Used lately"), "dense_strong")
        self._of_files = (head, framed(self.recent), self._other, self._forget)
        buttons = row(self._other, self._forget, None)
        return box(col(head, self._of_files[1], buttons, None, gap=8))

    def _files_shown(self) -> None:
        """With no file left there is nothing to choose among."""
        some = self.recent.count() > 0
        for part in self._of_files:
            part.setVisible(some)
        self._name_go_on()

    # ---- what is pressed ---------------------------------------------------------------------

    def way(self) -> int:
        """NEW, OPEN or EXAMPLE."""
        return next(n for n, card in enumerate(self.cards) if card.isChecked())

    def choose_way(self, way: int) -> None:
        """Choose a way to begin."""
        self.cards[way].setChecked(True)

    def _way_chosen(self, on: bool) -> None:  # noqa: FBT001  # Qt
        if not on:
            return
        way = self.way()
        self.more.setCurrentIndex(way)
        for n in range(self.more.count()):  # only the part that is shown takes room
            part = self.more.widget(n)
            if part is not None:
                tall = QSizePolicy.Policy.Preferred if n == way else QSizePolicy.Policy.Ignored
                part.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._name_go_on()
        self.go_on.setDefault(True)

    def _name_go_on(self) -> None:
        words = {
            NEW: _("Make the file …"),
            OPEN: _("Open") if self.recent.count() else _("Choose a file …"),
            EXAMPLE: _("Open the example"),
        }
        self.go_on.setText(words[self.way()])
        self.go_on.setAccessibleName(words[self.way()])

    def _go_on(self) -> None:
        way = self.way()
        if way == NEW:
            self._create()
        elif way == EXAMPLE:
            self.demo_wanted.emit()
        elif self.recent.chosen() is not None:
            self.recent.open_chosen()
        else:
            self._ask_file()

    def _create(self) -> None:
        beginning = self.form.beginning()
        if beginning is not None:
            self.create_wanted.emit(beginning, self.form.year.value())

    def _ask_file(self) -> None:
        self.open_wanted.emit(Path())

    def focus_first(self) -> None:
        """Where one begins: the list of files, or the way that is chosen."""
        if self.way() == OPEN and self.recent.count():
            self.recent.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cards[self.way()].setFocus(Qt.FocusReason.OtherFocusReason)


class _Lock(QWidget):
    """A padlock before the words on the net."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(18), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), "lock", self.rect(), colours().muted)
