"""The form of a version, which is read first: where it stands, who has read it, what it says.

Its fields stand behind a button, and are not made before they are asked for. Of a version in force
only what keeps it up to date can be changed; a draft with nothing in it has nothing to read, and is
written in at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import KEPT_UP, OVER, Edition, Standing
from styrdesk.domain.naming import field_name
from styrdesk.domain.richtext import RichText
from styrdesk.services.edition import EditionService
from styrdesk.services.register import Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.attachment_list import AttachmentList
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import become, button
from styrdesk.ui.kit.edition_card import EditionCard
from styrdesk.ui.kit.edition_reading import EditionReading, Said
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.receipt_list import ReceiptList
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.sight import lead_to
from styrdesk.ui.kit.text import key_words, text, tip
from styrdesk.ui.kit.text_fields import SentenceField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM

E = TypeVar("E", bound=Edition)


class EditionForm(SavedForm[E]):
    """What the forms of editions have in common; a subclass tells what is its own.

    Args:
        context: Of the page.
        register: The service of the records.
        service: Of their versions.
        key: The record's id.
        page: Key of the page.
        read: Whether such are read and understood.
        acts: What else can be done with one.

    Attributes:
        turn: Goes to the fields, and back to what is read.
        adopted: Parts of the form that hold nothing but what is locked when it is adopted.
    """

    def __init__(  # noqa: PLR0913, RUF100  # what one kind is made of
        self,
        context: PageContext,
        register: Register[E],
        service: EditionService[E],
        key: str,
        page: str,
        *,
        read: bool = True,
        acts: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__(register, context.operations, key)
        self.context, self._kind = context, register.spec.kind
        self.turn = button(_("Edit"), glyph="pencil", name="edit")
        self.turn.setToolTip(tip(key_words("F2")))
        self.turn.clicked.connect(self._turn)
        self._f2 = QShortcut(QKeySequence("F2"), self)
        self._f2.activated.connect(self._turn)
        self.card = EditionCard(context, service, page, self.flush, (self.turn, *acts))
        self.readers = ReceiptList(context) if read else None
        self.reading = EditionReading()
        self.files = AttachmentList(context, TABLE_OF[self._kind], key)
        self._locked = Banner("locked", "")
        self._files = box(col(text(_("Files"), "h3"), self.files, gap=8))
        self.adopted: list[QWidget] = []
        self._standing: Standing | None = None
        self._editing = self._made = False

    def fields(self) -> None:
        """Make the fields, in order, and what stands among them."""
        raise NotImplementedError

    def laid_out(self) -> QLayout:
        self._written = box(col(self._locked, self.form, gap=16))
        column = col(self.card, gap=16)
        if self.readers is not None:
            column.addWidget(self.readers)
        for part in (self.reading, self._written, self._files):
            column.addWidget(part)
        return column

    # ---- the fields --------------------------------------------------------------------------

    def add_title(self, label: str) -> None:
        """What it is called."""
        self.form.add(SentenceField(label, name="title", required=True))

    def add_adopted(self, words: str = "") -> None:
        """From here on, until the next part, stands what is locked when it is adopted."""
        self.adopted.append(self.form.section(words))

    def add_owners(self) -> None:
        """Whose it is, and who keeps it up to date."""
        services = self.context.services
        self.form.add(
            self.choice(
                _("Committee"),
                partial(offers.committees, services),
                name="committee_id",
                none=_("the whole municipality"),
            )
        )
        self.form.add(
            self.choice(_("Unit"), partial(offers.units, services), name="unit_id", none=_("none"))
        )
        people = partial(offers.people, services)
        self.form.add(
            self.choice(_("Responsible"), people, name="responsible_id", none=_("nobody"))
        )

    def add_decision(self, *, minutes: bool) -> None:
        """Who adopted it, and when; with a paragraph where there are minutes."""
        today, table = self.context.services.clock.today, TABLE_OF[self._kind]
        self.add_adopted(_("Adoption"))
        by, on = (field_name(table, field) for field in ("decided_by", "decided_on"))
        self.form.add(TextField(by, name="decided_by", width=W_MEDIUM))
        day = DateField(on, today, name="decided_on")
        if minutes:
            self.form.add(
                day, TextField(_("Paragraph (§)"), name="paragraph", width=W_NUM, hint="§ 112")
            )
        else:
            self.form.add(day)

    def add_validity(self) -> None:
        """From when, until when, and when it is to be looked at again."""
        today = self.context.services.clock.today
        self.form.section()
        self.form.add(
            DateField(_("Valid from"), today, name="valid_from"),
            DateField(_("Valid to"), today, name="valid_to"),
            DateField(_("To be reviewed"), today, name="review_due"),
        )

    # ---- what is read ------------------------------------------------------------------------

    def facts(self, record: E) -> Sequence[tuple[str, str]]:
        """What is known of a version, by name, in order; a subclass adds what is its own."""
        services, table = self.context.services, TABLE_OF[self._kind]
        committees = services.committees.rows({"id": record.committee_id or ""})
        units = services.units.rows({"id": record.unit_id or ""})
        people = services.people.rows({"id": record.responsible_id or ""})
        whose = [*(one.name for one in committees), *(one.name for one in units)]
        draft = record.standing is Standing.DRAFT
        adopted = (record.decided_by, _day(record.decided_on), getattr(record, "paragraph", ""))
        return (
            (
                _("To be adopted by") if draft else field_name(table, "decided_by"),
                ", ".join(part for part in adopted if part),
            ),
            (_("Valid from"), _day(record.valid_from)),
            (_("Valid to"), _day(record.valid_to)),
            (_("Responsible"), people[0].name if people else _("nobody")),
            (_("To be reviewed"), _day(record.review_due)),
            (_("Committee"), " · ".join(whose) or _("the whole municipality")),
        )

    def texts(self, record: E) -> Sequence[tuple[str, str, RichText]]:
        """What it says: field, heading and text, in order."""
        raise NotImplementedError

    def called(self, record: E) -> str:
        return record.title

    # ---- reading and editing -----------------------------------------------------------------

    def shown(self, record: E) -> None:
        said = Said(tuple(self.facts(record)), tuple(self.texts(record)))
        self.files.reload()
        for part in self.parts:
            if isinstance(part, OwnedGrid):
                part.reload()
        if record.standing is not self._standing:  # it is opened, or has been adopted
            self._standing = record.standing
            blank = said.is_blank() and self.files.is_empty()
            self._editing = blank and record.standing is Standing.DRAFT and self._may_edit()
            if self._editing:
                self._make()
        self.card.show_edition(record)
        self.reading.show_said(said)
        if self.readers is not None:
            self.readers.show_edition(record)
        self._lock(record)
        self._lay()

    def _may_edit(self) -> bool:
        return self._standing not in OVER and not self.context.services.file.read_only

    def _is_free(self, field: str) -> bool:
        """Whether a field can be changed now."""
        kept_up = field in KEPT_UP or field not in self.form
        return self._may_edit() and (self._standing is Standing.DRAFT or kept_up)

    def _lock(self, record: E) -> None:
        """Leave of the form what can be changed, and say why."""
        locked = record.standing is not Standing.DRAFT
        for field in self.form:
            free = self._is_free(field.objectName())
            field.set_read_only(on=not free)
            field.setVisible(free)
        for part in self.adopted:
            part.setVisible(not locked)
        self._locked.setVisible(locked)
        if locked:
            head = _("Version {number} is in force, and is locked as it was adopted")
            body = _(
                "It is read as it was adopted. What keeps it up to date can be changed here; "
                "to change what it says, make a new version."
            )
            self._locked.say("locked", head.format(number=record.version), body)

    def _lay(self) -> None:
        """Show the fields, or what is read."""
        editing, may = self._editing, self._may_edit()
        self._written.setVisible(editing)
        self.reading.setVisible(not editing)
        if self.readers is not None:
            self.readers.setVisible(not editing and self._standing is not Standing.DRAFT)
        self.turn.setVisible(may)
        words = _("Done") if editing else _("Edit")
        self.turn.setText(words)
        self.turn.setAccessibleName(words)
        become(self.turn, "plain", "book-open" if editing else "pencil")
        self._f2.setEnabled(may and not editing)  # in a table of the form it opens a cell
        draft = self._standing is Standing.DRAFT
        self.files.set_locked(on=not (editing and draft), grows=editing)
        self._files.setVisible(editing or not self.files.is_empty())

    def edit(self) -> None:
        """Show the fields; of what is over there are none to show."""
        self._editing = self._may_edit()
        if self._editing:
            self._make()
        self._lay()

    def _make(self) -> None:
        """Make the fields, the first time they are asked for, and show in them what is kept."""
        if self._made:
            return
        self._made = True
        self.fields()
        if self.autosave is not None:
            self.autosave.watch(*self.form)
        self.reload()

    def _turn(self) -> None:
        if not self._editing:
            self.edit()
        elif self.flush():
            self._editing = False
            self.reload()
        self.focus_first()

    def focus_first(self) -> None:
        free = (field for field in self.form if self._is_free(field.objectName()))
        first = None if self.is_wrong() else next(free, None)
        if not self._editing:
            read = next(iter(self.reading.texts.values()), self.card)
            (self.turn if self._may_edit() else read).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._standing is not Standing.DRAFT and first is not None:
            lead_to(first)
        else:
            super().focus_first()

    def show_field(self, field: str, part: str = "") -> None:
        """What stands under a heading is read there; any other field is one to write in."""
        if not self._editing and (not (field or part) or self.reading.show_text(field)):
            return
        self.edit()
        if self._editing and self._is_free(field):
            super().show_field(field, part)


def _day(day: object) -> str:
    return str(day) if day else ""
