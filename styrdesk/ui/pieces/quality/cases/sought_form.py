"""Who is looked for, and whether secret cases are looked in too."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain.sought import Sought, asked_for, lines_of
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.kit.tokens import W_LONG, W_MEDIUM


class SoughtForm(Form):
    """Somebody in the register, words, and the reason that secret cases ask for.

    Attributes:
        people: Who in the register is chosen.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.people = ChoiceField(
            _("Somebody in the register"), offers.people(services), name="person",
            none=_("nobody in the register"), width=W_MEDIUM,
        )  # fmt: skip
        self.add(self.people)
        self.add(
            LongTextField(
                _("Names, addresses and numbers"), name="words", lines=(2, 6), width=W_LONG,
                help=_("Each on its own line: name, e-mail, telephone, personnummer."),
            )
        )  # fmt: skip
        self.add(CheckField(_("Look in secret cases too"), name="secret"))
        self.add(
            LongTextField(
                _("Why you need to see them"), name="reason", lines=(2, 4), width=W_LONG,
                help=_("It is noted in each secret case where the person is found."),
            )
        )  # fmt: skip
        self["reason"].hide()
        self.people.changed.connect(self._choose)
        self["secret"].changed.connect(self._ask_why)

    def offer(self) -> None:
        """Somebody in the register was added, renamed or taken away."""
        self.people.set_choices(offers.people(self._services))

    def _choose(self) -> None:
        """What somebody in the register is looked for by, to be added to."""
        for person in self._services.people.rows({"id": self.people.value()}):
            self["words"].set_value(lines_of(person))

    def _ask_why(self) -> None:
        self["reason"].setVisible(self["secret"].value())

    def sought(self) -> Sought:
        """Who is looked for.

        Raises:
            RuleBroken: Nothing is written, or what stands everywhere.
        """
        chosen = self.people.value()
        return asked_for(self["words"].value(), [chosen] if chosen else [])

    def reason(self) -> str | None:
        """Why secret cases are looked in too; None where they are not."""
        return self["reason"].value() if self["secret"].value() else None
