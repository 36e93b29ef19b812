"""Läst och förstått: a receipt of one's own, who has read a version, and who has not."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.organisation import Person
from styrdesk.services.receipt import Reader
from styrdesk.ui.kit.buttons import become, button, link
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px

_ROW: Final = 28
_MOST: Final = 6  # rows that are seen at a time
_NAMED: Final = 4  # names of those who have not read it; the list has the rest


class ReceiptList(QWidget):
    """What who sits here has said, how many have read it, and when it is asked for each of them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._edition: Edition | None = None
        self._lacking: list[Person] = []
        self.read = button(_("I have read and understood it"), "primary", "check", name="read")
        self.read.clicked.connect(self._read)
        self._own = StatusMark("ok", "")
        self._own.setObjectName("own_receipt")
        self._count = text("", wrap=True)
        self._count.setObjectName("have_read")
        self.each = link(_("Show who has read it"), "chevron-down", name="each_reader")
        self.each.setCheckable(True)
        self.each.toggled.connect(self._unfold)
        self.remind = link(_("Copy a reminder"), "copy", name="remind")
        self.remind.clicked.connect(self._remind)
        self.list = QListWidget()
        self.list.setObjectName("readers")
        self.list.setAccessibleName(_("Read and understood"))
        self.list.hide()
        head = text(_("Read and understood"), "h3")
        mine = box(FlowLayout(self.read, self._own))
        ways = box(FlowLayout(self.each, self.remind, gap=16))
        self.setLayout(col(head, mine, self._count, ways, self.list, gap=8))
        context.operations.subscribe(self, ("receipt", "role", "person", "unit"), self.reload)

    def show_edition(self, edition: Edition) -> None:
        """Show the receipts of a version."""
        self._edition = edition
        self.reload()

    def reload(self) -> None:
        """Show the receipts as they are now."""
        if self._edition is None:
            return
        receipts = self._context.services.receipts
        readers = sorted(receipts.readers(self._edition), key=_has_read)  # those who lack first
        self._lacking = [one.person for one in readers if one.receipt is None]
        own = receipts.own(self._edition)
        when = own.read_on.isoformat() if own is not None and own.read_on else ""
        self._own.show_status("ok", _("You read it on {day}").format(day=when))
        self._own.setVisible(own is not None)
        may = not self._context.services.file.read_only and receipts.may_read(self._edition)
        self.read.setVisible(may)
        self._count.setText(self._told(readers))
        self.list.clear()
        for reader in readers:
            QListWidgetItem(_line(reader), self.list).setSizeHint(QSize(0, px(_ROW)))
        self.list.setFixedHeight(min(len(readers), _MOST) * px(_ROW) + 4)
        self.each.setVisible(bool(readers))
        self._unfold()
        self.remind.setVisible(self._is_in_force() and bool(self._lacking))

    def _is_in_force(self) -> bool:
        return self._edition is not None and self._edition.standing is Standing.IN_FORCE

    def _told(self, readers: list[Reader]) -> str:
        """How many have read it, and who has not."""
        if not readers:
            return _("It concerns nobody who has a role in the file.")
        said = _("{read} of {all} concerned have read and understood it.")
        count = said.format(read=len(readers) - len(self._lacking), all=len(readers))
        if not self._lacking or not self._is_in_force():
            return count
        names = ", ".join(person.name for person in self._lacking[:_NAMED])
        if more := len(self._lacking[_NAMED:]):
            others = ngettext("and {count} more", "and {count} more", more).format(count=more)
            names = f"{names} {others}"
        lacking = _("Not yet: {names}.").format(names=names)
        return f"{count}\n{lacking}"

    def _unfold(self) -> None:
        become(self.each, "quiet", "chevron-up" if self.each.isChecked() else "chevron-down")
        self.list.setVisible(self.each.isChecked() and bool(self.list.count()))

    def _remind(self) -> None:
        """What to send those who have not read it: whom to, and what."""
        edition = self._edition
        if edition is None:
            return
        addresses = "; ".join(person.email or person.name for person in self._lacking)
        words = _("Read {title}, version {number}. Note in Styrdesk that you have understood it.")
        said = words.format(title=edition.title, number=edition.version)
        QGuiApplication.clipboard().setText(f"{addresses}\n\n{said}")
        self._count.setText(_("Copied. Paste it into a letter: the addresses stand first."))

    def _read(self) -> None:
        if self._edition is not None:
            read = self._context.services.receipts.read
            self._context.operations.run(partial(read, self._edition))
            self.reload()


def _has_read(reader: Reader) -> bool:
    return reader.receipt is not None


def _line(reader: Reader) -> str:
    when = reader.receipt.read_on if reader.receipt is not None else None
    said = when.isoformat() if when else _("not yet")
    return f"{reader.person.name} · {said}"
