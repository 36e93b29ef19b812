"""The history of a record: what happened, the latest first, and an earlier value put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.naming import kind_name
from styrdesk.services.history import Event, HistoryOf, HistoryService, Way, What
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState, framed
from styrdesk.ui.kit.comparison import Comparison
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

_SHORT, _NAME = 60, 32  # characters of a value and of a part's name in the list


class HistoryPanel(QWidget):
    """A list of what happened, and under it the line one stands on, before and after.

    Args:
        history: The service.
        operations: The door for writes.
        now: Tells the time, for "today" and "yesterday".
        subject: The record.
        read_only: Whether nothing may be put back.
    """

    def __init__(
        self,
        history: HistoryService,
        operations: Operations,
        now: Callable[[], datetime],
        subject: Subject,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        helped(self, "history")
        self._history, self._operations, self._now = history, operations, now
        self._subject, self._read_only = subject, read_only
        self._event: Event | None = None  # the line one stands on
        self._source: HistoryOf = history.of(subject.table, subject.record)
        columns: list[Column[Event]] = [
            Column("at", _("When"), self._when, "date", 132, sortable=False),
            Column("who", _("Who"), None, "quiet", 152, spare=1, sortable=False),
            Column("what", _("What"), self._what, sortable=False),
        ]
        self.table = RegisterTable(columns, _id_of, _("What has happened, the latest first"))
        self.table.setObjectName("history")
        self.table.set_empty(
            EmptyState(
                _("Nothing is known of what was here before"),
                _(
                    "Its history begins with the next change. A file that was saved without "
                    "history, or an import, begins anew."
                ),
            )
        )
        self.table.setMinimumHeight(px(120))
        self.head, self.said = text("", "strong", wrap=True), quiet("", "dense", wrap=True)
        self.values = Comparison()
        self.restore = button(_("Restore this value"), glyph="rotate-ccw", name="restore_value")
        self.restore.clicked.connect(self._restore)
        foot = row((self.said, 1), self.restore, gap=12)
        self.setLayout(col((framed(self.table), 3), self.head, (self.values, 2), foot, gap=8))
        self.table.chosen.connect(self._show)
        operations.subscribe(self, RECORDS, self.refresh)
        self.refresh()
        self.setFocusProxy(self.table)

    def name(self) -> str:
        """What the record is called."""
        return self._source.name

    def show_subject(self, subject: Subject) -> None:
        """Show the history of another record."""
        if subject != self._subject:
            self._subject = subject
            self.table.clearSelection()
            self.refresh()
            self.table.choose_row(0)

    def refresh(self) -> None:
        """Ask the journal again; the line one stands on stays."""
        self._source = self._history.of(self._subject.table, self._subject.record)
        self.table.show_source(self._source)
        if not self.table.key():
            self.table.choose_row(0)
        self._show()

    # ---- a line in words ---------------------------------------------------------------------

    def _when(self, event: Event) -> str:
        words = moment(event.at, self._now())
        return words[:1].upper() + words[1:]

    def _what(self, event: Event) -> str:
        """The line in a few words; what does not hold any more says so first."""
        return f"{_state(event)}{self._about(event)}{self._change(event)}"

    def _about(self, event: Event) -> str:
        part = _short(event.part, _NAME) if event.part else ""
        if part and event.table != "block":  # a block's name begins with its kind
            part = f"{kind_name(event.table)} {part}"
        return ", ".join(words for words in (part, event.title) if words)

    def _change(self, event: Event) -> str:
        words = {
            What.CREATED: _("was made"),
            What.DELETED: _("was deleted"),
        }.get(event.what)
        erased = _("the content has been taken away for good") if event.erased else ""
        if words is not None:
            said = f" {words}" if event.part else words.capitalize()
            return f"{said}, {erased}" if erased else said
        if erased:
            return f": {erased}"
        before, after = (_short(value) for value in self._source.told(event))
        return f": {before} → {after}"

    def _show(self, _key: str = "") -> None:
        at = self.table.currentIndex().row()
        event = next(iter(self._source.rows(at, 1)), None) if at >= 0 else None
        self._event = event
        changed = event is not None and bool(event.field) and not event.erased
        self.values.setVisible(changed)
        self.restore.setVisible(changed)
        self.head.setVisible(event is not None)
        self.said.setText(_step_of(event) if event is not None else "")
        if event is None:
            return
        self.head.setText(self._about(event) or self._change(event))
        if changed:
            self.values.show_values(*self._source.told(event))
        self.restore.setEnabled(event.may_restore and not self._read_only)
        self.restore.setAccessibleDescription(
            _("Puts back what stood before: {value}").format(
                value=_short(self._source.told(event)[0])
            )
        )

    def _restore(self) -> None:
        if self._event is None:
            return
        if self._operations.run(partial(self._history.restore, self._event.id)) is not None:
            self.table.choose_row(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _id_of(event: Event) -> str:
    return event.id


def _state(event: Event) -> str:
    words = {
        Way.TAKEN_BACK: _("Taken back later"),
        Way.UNDOING: _("Undone"),
        Way.REDOING: _("Done again"),
    }.get(event.way)
    return f"{words} · " if words else ""


def _step_of(event: Event) -> str:
    return _("{step}, by {name}").format(step=_(event.label), name=event.who)


def _short(value: str, most: int = _SHORT) -> str:
    words = " ".join(value.split())
    if not words:
        return _("empty")
    return words if len(words) <= most else words[: most - 1] + "…"
