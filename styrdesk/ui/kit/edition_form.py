"""The form of a version: where it stands, what it says, its files, and who has read it."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import OVER, Edition
from styrdesk.domain.naming import field_name
from styrdesk.services.edition import EditionService
from styrdesk.services.register import Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.attachment_list import AttachmentList
from styrdesk.ui.kit.edition_card import EditionCard
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.receipt_list import ReceiptList
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import SentenceField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM

E = TypeVar("E", bound=Edition)


class EditionForm(SavedForm[E]):
    """What the forms of editions have in common; a subclass lays it out with what is its own.

    Args:
        context: Of the page.
        register: The service of the records.
        service: Of their versions.
        key: The record's id.
        page: Key of the page.
    """

    def __init__(
        self,
        context: PageContext,
        register: Register[E],
        service: EditionService[E],
        key: str,
        page: str,
    ) -> None:
        super().__init__(register, context.operations, key)
        self.context, self._kind = context, register.spec.kind
        self.card = EditionCard(context, service, page, self.flush)
        self.files = AttachmentList(context, TABLE_OF[register.spec.kind], key)
        self.readers: ReceiptList | None = None
        self.form.add_widget(self.card)

    def add_title(self, label: str) -> None:
        """What it is called."""
        self.form.add(SentenceField(label, name="title", required=True))

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
        self.form.add_head(_("Adoption"))
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
        self.form.add(
            DateField(_("Valid from"), today, name="valid_from"),
            DateField(_("Valid to"), today, name="valid_to"),
            DateField(_("To be reviewed"), today, name="review_due"),
        )

    def add_files(self) -> None:
        """The files that are kept with it."""
        self.form.add_head(_("Files"))
        self.form.add_widget(self.files)

    def add_readers(self) -> None:
        """Who has read it."""
        self.readers = ReceiptList(self.context)
        self.form.add_head(_("Read and understood"))
        self.form.add_widget(self.readers)

    def called(self, record: E) -> str:
        return record.title

    def shown(self, record: E) -> None:
        self.card.show_edition(record)
        if self.readers is not None:
            self.readers.show_edition(record)
        over = record.standing in OVER
        for field in self.form:
            field.set_read_only(on=over)
        for part in self.parts:
            if isinstance(part, OwnedGrid):
                part.reload()
                part.setEnabled(not over)
        self.files.reload()
        self.files.set_locked(on=over)
