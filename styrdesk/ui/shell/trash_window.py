"""The trash: what was deleted, found again and put back, or taken away for good.

Taking away is done on a thread over a connection of its own, and can be cancelled till it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.services.aside import aside
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState, framed
from styrdesk.ui.kit.header import Search
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import FlowLayout, box, col, row, scroller
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.shell.session import Session

if TYPE_CHECKING:
    from styrdesk.services.catalogue import Services
    from styrdesk.services.trash import Thrown, TrashList, TrashService

    Act = Callable[[TrashService, Look], Changes]

_PAUSE: Final = 150  # milliseconds after a key before the list follows
_TOPICS: Final = frozenset({*RECORDS, "trash"})


class TrashWindow(OverWindow):
    """A list of what was deleted, and under it what the row one stands on held.

    Attributes:
        work: Takes away for good.
        is_taking: Whether something is being taken away.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, _("Trash"), (820, 640))
        helped(self, "trash")
        self._session, self._trash = session, session.services.trash
        self._order, self._descending = "at", True
        self._source: TrashList = self._trash.rows()
        columns: list[Column[Thrown]] = [
            Column("name", _("Name")),
            Column("kind", _("Kind"), None, "quiet", 128, spare=1),
            Column("at", _("Deleted"), self._when, "date", 136),
            Column("person", _("By"), _who, "quiet", 152, spare=2),
        ]
        self.table = RegisterTable(columns, _id_of, _("What was deleted"))
        self.table.setObjectName("trash")
        self.search = Search(_("Words of what was deleted"))
        self.search.setObjectName("search_trash")
        self.days = QSpinBox()
        self.head, self.content = text("", "strong", wrap=True), quiet("", "dense", wrap=True)
        self.put_back = button(_("Put back"), "primary", "archive-restore", name="put_back")
        self.erase = button(_("Delete for good …"), name="erase")
        self.empty = button(_("Empty the trash …"), "quiet", "trash-2", name="empty_trash")
        self.stop = button(_("Cancel"), "quiet", name="stop_taking")
        self.note = Banner("info", "", "", [self.stop])
        self.work, self.is_taking = AsideWork(self), False
        self._nothing = EmptyState("", "")
        self._typing = QTimer(self)
        self._close = self._lay_out()
        self._connect()
        self.refresh()
        self._focus()

    def _lay_out(self) -> QPushButton:
        self.days.setRange(1, 3650)
        self.days.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # as all figures are written
        self.days.setObjectName("trash_days")
        self.days.setAccessibleName(_("Days that the trash keeps what is deleted"))
        self.days.setKeyboardTracking(False)
        self.days.setValue(self._trash.days)
        self.table.show_sort("at", descending=True)
        self.table.set_empty(self._nothing)
        why = _(
            "What is deleted lies here until its days are over. When the file is opened after "
            "that, its content is taken out of the file for good."
        )
        kept = row(quiet(_("Kept for"), "dense"), self.days, quiet(_("days"), "dense"), gap=6)
        self.search.setMinimumWidth(px(280))
        top = box(FlowLayout(self.search, box(kept)))
        self.note.hide()
        self.table.setMinimumHeight(px(180))
        held = scroller(box(col(self.head, self.content, None, gap=2)))
        held.setMinimumHeight(px(110))
        return self.hold(
            "trash",
            text(_("Trash"), "h2"),
            quiet(why, "dense", wrap=True),
            *(top, self.note, (framed(self.table), 3), (held, 2)),
            ways=(self.put_back, self.erase, self.empty),
        )

    def _focus(self) -> None:
        (self.table if self.table.rows.rowCount() else self._close).setFocus()

    def _connect(self) -> None:
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self.refresh)
        self.search.textChanged.connect(self._typing.start)
        self.search.left.connect(self._to_list)
        self.table.sort_wanted.connect(self._sorted)
        self.table.chosen.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._can)
        self.table.opened.connect(self._restore)
        self.put_back.clicked.connect(self._restore)
        self.erase.clicked.connect(self._erase)
        self.empty.clicked.connect(self._empty)
        self.days.valueChanged.connect(self._set_days)
        self.stop.clicked.connect(self.work.ask_to_stop)
        self.work.moved.connect(self._say_percent)
        self.work.done.connect(self._gone)
        self.work.failed.connect(self._failed)
        self.work.given_up.connect(self._given_up)
        self._session.operations.subscribe(self, _TOPICS, self.refresh)

    # ---- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the journal again; the row one stands on stays."""
        self._typing.stop()
        words = self.search.text().strip()
        self._source = self._trash.rows(words, self._order, descending=self._descending)
        self.table.show_source(self._source)
        head = _("Nothing fits the filter") if words else _("The trash is empty")
        body = "" if words else _("What you delete is found here by its name.")
        self._nothing.say(head, body)
        if not self.table.key():
            self.table.choose_row(0)
        self._show()

    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001  # a signal's value
        self._order, self._descending = key, descending
        self.refresh()

    def _to_list(self) -> None:
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _when(self, item: Thrown) -> str:
        words = moment(item.at, self._session.services.clock.now())
        return words[:1].upper() + words[1:]

    def _can(self) -> None:
        free = not self._session.read_only and not self.is_taking
        chosen = bool(self.table.keys())
        self.put_back.setEnabled(chosen and free)
        self.erase.setEnabled(chosen and free)
        self.empty.setEnabled(self.table.rows.rowCount() > 0 and free)
        self.days.setEnabled(free)

    def _show(self, _key: str = "") -> None:
        """What the row one stands on held."""
        self._can()
        at = self.table.currentIndex().row()
        found = self._source.rows(at, 1) if at >= 0 else ()
        self.head.setVisible(bool(found))
        self.content.setVisible(bool(found))
        if not found:
            return
        item = found[0]
        content = self._trash.content(item)
        self.head.setText(item.name)
        parts = ", ".join(f"{name} ({count})" for name, count in content.parts)
        lines = [f"{title}: {words}" for title, words in content.fields]
        lines += [_("With it: {parts}").format(parts=parts)] if parts else []
        lines += [_("It went because its making was undone.")] if item.undone else []
        self.content.setText("\n".join(lines))

    # ---- what is pressed ---------------------------------------------------------------------

    def _restore(self) -> None:
        keys = self.table.keys()
        if keys and self.put_back.isEnabled():
            self._session.operations.run(partial(self._trash.restore, *keys))

    def _erase(self) -> None:
        keys = self.table.keys()
        head = ngettext(
            "Delete {count} thing for good?", "Delete {count} things for good?", len(keys)
        )
        if keys and self._sure(head.format(count=len(keys)), _("Delete for good")):
            self._take_away(lambda trash, look: trash.erase(*keys, look=look))

    def _empty(self) -> None:
        if self._sure(_("Empty the whole trash?"), _("Empty the trash")):
            self._take_away(lambda trash, look: trash.empty(look))

    def _sure(self, head: str, yes: str) -> bool:
        body = _(
            "The content is taken out of the file and cannot be brought back. That something was "
            "deleted, when and by whom stays in the history. What was done before the latest of it "
            "was deleted can no longer be undone. Backups made earlier hold it until they go."
        )
        return self._session.dialogs.question(head, body, yes, _("Keep"), kind="bad")

    def _set_days(self, days: int) -> None:
        self._session.operations.run(partial(self._trash.set_days, days))
        self.refresh()

    # ---- taking away for good ----------------------------------------------------------------

    def _take_away(self, act: Act) -> None:
        self._stand(taking=True)
        self._say_percent(0)
        self.stop.setFocus()
        self.work.begin(partial(_taken, self._session.services, self._session.person(), act))

    def _say_percent(self, percent: int) -> None:
        head = _("Taking it out of the file: {percent} % …").format(percent=percent)
        self.note.say("info", head, _("Until it is done, nothing has gone. It can be cancelled."))

    def _stand(self, *, taking: bool) -> None:
        self.is_taking = taking
        self._typing.stop()
        for part in (self.table, self.search):  # the file is being written in: nothing is read
            part.setEnabled(not taking)
        self._can()
        self.note.setVisible(taking)
        if not taking:
            self._focus()

    def _gone(self, changes: Changes) -> None:
        operations, work = self._session.operations, self._session.services.work
        operations.run(work.notice)
        operations.tell(changes)
        self._stand(taking=False)

    def _given_up(self) -> None:
        self._stand(taking=False)

    def _failed(self, error: Exception) -> None:
        self._stand(taking=False)
        if not isinstance(error, RuleBroken | FileProblem):
            raise error
        self._session.operations.run(partial(_raised, error))

    def reject(self) -> None:
        """Closed while something is taken away, it gives that up first."""
        if self.is_taking:
            self.work.ask_to_stop()
        else:
            super().reject()


def _id_of(item: Thrown) -> str:
    return item.id


def _who(item: Thrown) -> str:
    return item.who


def _raised(error: Exception) -> None:
    raise error


def _taken(services: Services, person: str, act: Act, look: Look) -> Changes:
    """On the thread: all of it in one step."""
    with aside(services, lambda: person) as own:
        return act(own.trash, look)
