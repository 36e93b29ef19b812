"""The dialog that asks who sits here, at the moment when something is to be signed."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.domain.organisation import Person
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class SeatSheet(Sheet):
    """A person of the file, or a name that is not in it yet.

    Args:
        people: Of the file, as they are to stand.

    Attributes:
        person: Id of the one who was chosen, or whose name was written; empty for a new one.
        name: The name of a new one.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__(_("Who are you?"), _("Go on"))
        self._people = people
        self.person = self.name = ""
        offered = [(one.id, one.name) for one in people]
        self.listed: ChoiceField[str] = ChoiceField(
            _("Your name"), offered, name="person", width=W_MEDIUM, none=_("not in the list")
        )
        self.written = TextField(
            _("Your name, if it is not in the list"), name="name", width=W_MEDIUM
        )
        self.form.add(self.listed)
        self.form.add(self.written)
        self.form.finish()
        told = _(
            "What you sign bears your name. It is remembered on this computer; in the menu you "
            "see it and can choose another."
        )
        self.setLayout(col(text(told, wrap=True), self.form, gap=12))

    def focus_first(self) -> bool:
        self.listed.setFocus()
        return True

    def go_on(self) -> bool:
        self.name = self.written.value().strip()
        known = (one.id for one in self._people if fold(one.name) == fold(self.name))
        self.person = next(known, "") if self.name else self.listed.value() or ""
        lacks = not self.name and not self.person
        self.listed.set_error(_("Choose your name, or write it below.") if lacks else "")
        return not lacks
