"""A register: filter, chips, list, and the form beside it or over it. One pattern everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.ui.kit.buttons import button, tool
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.form_panel import FormPanel
from styrdesk.ui.kit.header import Search
from styrdesk.ui.kit.layout import FlowLayout, box, col, hide_unless, row, scroller
from styrdesk.ui.kit.list_spec import ListSpec, Query
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.register_empty import RegisterEmpty
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.status import Chip
from styrdesk.ui.kit.text import key_words, quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S4, S5

_PAUSE: Final = 150  # milliseconds after a key before the list follows
_LIST: Final = 320  # pixels at zoom 1 the list keeps beside a form
_HINT: Final = 440  # a list narrower than this shows no hint on copying


class RegisterPage(QWidget):
    """The page of a register spec.

    Args:
        spec: The register.
        operations: The door for writes.
    """

    def __init__(self, spec: ListSpec[Any], operations: Operations) -> None:
        super().__init__()
        self.spec, self._operations = spec, operations
        self.setObjectName(spec.name)
        self.setAccessibleName(_(spec.title))
        self._sort, self._descending = spec.sort, spec.descending
        self._deleting: frozenset[str] = frozenset()
        self.table = RegisterTable(spec.columns, spec.key, _(spec.title))
        self.table.setObjectName("table")
        self.search = Search(_(spec.hint) if spec.hint else _("Filter"))
        self.search.setObjectName("search")
        self.chips = {f.key: Chip(_(f.title)) for f in spec.filters}
        self.panel = FormPanel()
        self.panel.hide()
        hide_unless(self.panel.history, shown=spec.history is not None)
        self._count, self._hint = quiet(""), quiet("")
        new = _(spec.new) if spec.new else _("New")
        self._new = button(new, "primary", "plus", name="new")
        self._duplicate = button(_("Duplicate"), name="duplicate")
        self._more = tool("ellipsis", _("More choices"), name="more")
        self._nothing = RegisterEmpty(spec, new)
        self._parts: QHBoxLayout = row(gap=S4)
        self._timers()
        self._build()
        self._bind()
        operations.subscribe(self, spec.topics, self.refresh)
        self.refresh()

    # ---- building ----------------------------------------------------------------------------

    def _timers(self) -> None:
        self._typing, self._following = QTimer(self), QTimer(self)
        for timer, what in ((self._typing, self.refresh), (self._following, self._follow)):
            timer.setSingleShot(True)
            timer.setInterval(_PAUSE)
            timer.timeout.connect(what)

    def _build(self) -> None:
        spec = self.spec
        explain = quiet(_(spec.explain), "dense", wrap=True)
        hide_unless(explain, shown=bool(spec.explain))
        titles = box(col(text(_(spec.title), "h1"), explain, gap=2))
        head = row((titles, 1), self._duplicate, self._new, self._more, gap=8)
        for made in (self._duplicate, self._new, self._more):
            head.setAlignment(made, Qt.AlignmentFlag.AlignTop)
        hide_unless(self._new, shown=spec.create is not None and spec.need is None)
        self.search.setFixedWidth(px(192))
        self._seek = row(self.search, gap=4)
        self._beside = FlowLayout(box(self._seek), *self.chips.values())
        self._above = col(box(self._beside), gap=0)
        self._top = box(col(box(head), box(self._above), gap=S4))
        self.list_card = framed(self.table)
        foot = row((self._count, 1), self._hint, pad=(0, 6, 0, 0))
        self.table.setMinimumHeight(px(180))
        self.panel.setMinimumHeight(px(160))
        self._list = box(col((self.list_card, 1), foot, gap=0))
        self._parts.addWidget(self._list, 1)
        self._parts.addWidget(self.panel)
        page = col(self._top, gap=S4, pad=(S5, S5, S5, 12))
        page.addLayout(self._parts, 1)
        self.setLayout(col(scroller(box(page)), gap=0))
        self.table.set_empty(self._nothing)
        if spec.sort:
            self.table.show_sort(spec.sort, descending=spec.descending)

    def _bind(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.left.connect(self._to_list)
        for chip in self.chips.values():
            chip.toggled.connect(self.refresh)
        self.table.sort_wanted.connect(self._sorted)
        self.table.opened.connect(self._opened)
        self.table.chosen.connect(self._chosen)
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().selectionChanged.connect(self._say_count)
        self.panel.closed.connect(self.close_form)
        self.panel.history.clicked.connect(self.show_history)
        self._new.clicked.connect(self.create_record)
        self._nothing.create_wanted.connect(self.create_record)
        self._nothing.all_wanted.connect(self.show_all)
        self._duplicate.clicked.connect(self.duplicate_record)
        self._more.clicked.connect(self._show_menu)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, what in (
            (QKeySequence.StandardKey.New, self.create_record),
            ("Ctrl+D", self.duplicate_record),
            (QKeySequence.StandardKey.Find, self._to_search),
        ):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(what)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_records)

    # ---- the list ----------------------------------------------------------------------------

    def put_above(self, widget: QWidget) -> None:
        """Put something between the filter and the list, such as how a print goes."""
        self._above.addWidget(widget)

    def put_beside(self, widget: QWidget) -> None:
        """Put something after the chips, such as a way on of this list alone."""
        self._beside.addWidget(widget)

    def put_at_search(self, widget: QWidget) -> None:
        """Put something beside the field of the filter, where it never wraps alone."""
        self._seek.addWidget(widget)

    def apply(self, query: Query) -> None:
        """Filter and sort so; of what this list has not, nothing becomes of it."""
        with QSignalBlocker(self.search):
            self.search.setText(query.search)
        for key, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(key in query.filters)
            chip.set_count(None)
        if any(column.key == query.sort and column.sortable for column in self.spec.columns):
            self._sort, self._descending = query.sort, query.descending
            self.table.show_sort(query.sort, descending=query.descending)
        self.refresh()

    def query(self) -> Query:
        """What the list asks for now."""
        on = frozenset(key for key, chip in self.chips.items() if chip.isChecked())
        return Query(self.search.text().strip(), on, self._sort, self._descending)

    def refresh(self) -> None:
        """Ask the source again; the chosen row and the open form stay."""
        self._typing.stop()
        query = self.query()
        self.table.show_source(self.spec.load(query))
        counts = self.spec.counts() if self.spec.counts is not None else {}
        for key, chip in self.chips.items():
            chip.set_count(counts.get(key))
        self._nothing.tell(filtered=bool(query.search or query.filters))
        self._say_count()
        form = self.panel.form
        if form is None:
            return
        if form.reload():
            self.panel.show_title()
            return
        typed = () if self.panel.key in self._deleting else form.unsaved()
        if form.autosave is not None:
            form.autosave.forget()
        self._shut()
        self._operations.show_lost(typed)

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_count(self) -> None:
        count, chosen = self.table.rows.rowCount(), len(self.table.keys())
        words = ngettext("{count} row", "{count} rows", count).format(count=count)
        if chosen > 1:
            more = ngettext("{count} chosen", "{count} chosen", chosen).format(count=chosen)
            words = f"{words} · {more}"
        self._count.setText(words if count else "")
        self._hint.setText(_("Ctrl+C copies the rows to a spreadsheet") if count else "")
        self._duplicate.setEnabled(bool(self.table.key()))

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001  # a signal's value
        self._sort, self._descending = key, descending
        self.refresh()

    def _to_list(self) -> None:
        self.refresh()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on a row, or where there is none on what makes the first."""
        if not self.table.key():
            self.table.choose_row(0)
        first = self._nothing.offer() if not self.table.rows.rowCount() else None
        (first or self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # ---- the form ----------------------------------------------------------------------------

    def open_record(self, key: str, *, focus: bool = False) -> bool:
        """Show a record's form. False when the form that is open cannot be left."""
        if self.spec.form is None or not key:
            return False
        if key != self.panel.key:
            if not self.panel.leave():
                return False
            self.panel.show_form(key, self.spec.form(key))
        self.panel.show()
        self._arrange()
        if focus and self.panel.form is not None:
            self.panel.form.focus_first()
        return True

    def close_form(self) -> None:
        """Save, close the form, and give the focus back to its row."""
        key = self.panel.key
        if self.panel.leave():
            self._shut()
            self.table.choose(key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self) -> None:
        self.panel.clear()
        self.panel.hide()
        self._arrange()

    def _opened(self, key: str) -> None:
        self.open_record(key, focus=True)

    def _clicked(self, _index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.open_record(self.table.key())

    def _chosen(self, key: str) -> None:
        self._duplicate.setEnabled(bool(key))
        if self.panel.isVisible() and key and key != self.panel.key:
            self._following.start()

    def _follow(self) -> None:
        if self.panel.isVisible() and len(self.table.keys()) == 1:
            self.open_record(self.table.key())

    # ---- what can be done --------------------------------------------------------------------

    def create_record(self) -> None:
        """Make a record and open its form; where something must be there first, point at that."""
        if self.spec.need is not None:
            self._nothing.point_at_need()
        elif self.spec.create is not None and self.panel.leave():
            self._show_made(self._operations.run(self.spec.create))

    def duplicate_record(self) -> None:
        """Copy the current record and open the copy."""
        key = self.table.key()
        if self.spec.duplicate is not None and key and self.panel.leave():
            self._show_made(self._operations.run(partial(self.spec.duplicate, key)))

    def _show_made(self, key: str | None) -> None:
        if not key:
            return
        self.refresh()
        if not self.table.choose(key):
            self.show_all()
            self.table.choose(key)
        self.open_record(key, focus=True)

    def delete_records(self) -> None:
        """Move the chosen records to the trash. Nothing is asked: undo brings them back.

        Where it is refused, the rows and the open form stay as they were.
        """
        keys, row = self.table.keys(), self.table.currentIndex().row()
        self._deleting = frozenset(keys)
        done = bool(keys) and self._operations.run(partial(self._delete, keys))
        self._deleting = frozenset()
        if not done:
            return
        form = self.panel.form
        if form is not None and self.panel.key in keys:
            if form.autosave is not None:
                form.autosave.forget()
            self._shut()
        self.refresh()
        self.table.choose_row(row)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, keys: Sequence[str]) -> bool:
        if self.spec.delete is not None:
            self.spec.delete(keys)
        return self.spec.delete is not None

    def menu(self) -> QMenu:
        """Everything that can be done with the chosen rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = bool(self.table.keys())
        for may, label, keys, what in (
            (self.spec.create, _("New"), "Ctrl+N", self.create_record),
            (self.spec.duplicate, _("Duplicate"), "Ctrl+D", self.duplicate_record),
            (self.spec.delete, _("Delete"), "Del", self.delete_records),
        ):
            if may is not None:
                action = menu.addAction(f"{label}\t{key_words(keys)}", what)
                action.setEnabled(chosen or may is self.spec.create)
        if self.spec.history is not None:
            action = menu.addAction(_("History …") + "\t" + key_words("Ctrl+H"), self.show_history)
            action.setEnabled(chosen)
        if self.spec.actions:
            menu.addSeparator()
        for extra in self.spec.actions:
            words = "\t".join(part for part in (_(extra.title), key_words(extra.keys)) if part)
            action = menu.addAction(words, partial(self._run_extra, extra.run))
            action.setEnabled(chosen or not extra.rows)
        return menu

    def show_history(self) -> None:
        """What has happened to the record of the open form, or of the current row."""
        key = self.panel.key or self.table.key()
        if self.spec.history is not None and key:
            self.spec.history(key)

    def _run_extra(self, run: Any) -> None:  # what a ListAction holds
        run(tuple(self.table.keys()))

    def _show_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # ---- width -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The form stands beside the list where both have room, otherwise over it."""
        room, wide = self.width() - 2 * px(S5), px(self.spec.form_width)
        over = room - wide - px(S4) < px(_LIST)
        opened = self.panel.key != ""
        self.panel.set_over(on=over)
        if over:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth((1 << 24) - 1)
        else:
            self.panel.setFixedWidth(wide)
        for part in (self._list, self._top):
            part.setVisible(not (opened and over))
        beside = opened and not over
        width = room - wide - px(S4) if beside else room
        self._hint.setVisible(width >= px(_HINT))
        self._duplicate.setVisible(self.spec.duplicate is not None and room >= px(520))
