"""Läst och förstått: who has read a version and who has not, and a receipt of one's own."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.organisation import Person
from styrdesk.services.receipt import Reader
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import px

_ROW: Final = 28
_MOST: Final = 6  # rows that are seen at a time


class ReceiptList(QWidget):
    """Those concerned by a version, and the day each has read it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._edition: Edition | None = None
        self._lacking: list[Person] = []
        self._count = quiet("", "dense", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("readers")
        self.list.setAccessibleName(_("Read and understood"))
        self.read = button(_("I have read and understood it"), glyph="check", name="read")
        self.read.clicked.connect(self._read)
        self.remind = link(_("Copy a reminder"), "copy", name="remind")
        self.remind.clicked.connect(self._remind)
        ways = row(self.read, self.remind, None, gap=16)
        self.setLayout(col(self._count, self.list, ways, gap=8))
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
        read = sum(reader.receipt is not None for reader in readers)
        said = _("{read} of {all} concerned have read and understood it.")
        drafted = self._edition.standing is Standing.DRAFT
        none = _("It is read and understood when it is in force.")
        self._count.setText(none if drafted else said.format(read=read, all=len(readers)))
        self.list.clear()
        for reader in readers:
            QListWidgetItem(_told(reader), self.list).setSizeHint(QSize(0, px(_ROW)))
        self.list.setFixedHeight(min(len(readers), _MOST) * px(_ROW) + 4)
        self.list.setVisible(bool(readers) and not drafted)
        may = not self._context.services.file.read_only and receipts.may_read(self._edition)
        self.read.setVisible(may)
        in_force = self._edition.standing is Standing.IN_FORCE
        self.remind.setVisible(in_force and bool(self._lacking))

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


def _told(reader: Reader) -> str:
    when = reader.receipt.read_on if reader.receipt is not None else None
    said = when.isoformat() if when else _("not yet")
    return f"{reader.person.name} · {said}"
