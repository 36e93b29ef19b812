"""The people of the file who have been made anonymous: when, by whom and why."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.anonymisation import Anonymisation
from styrdesk.services.personal_data import PersonalDataService
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import col, empty
from styrdesk.ui.kit.text import quiet, text

_SHOWN: Final = 20


class AnonymisedCard(Card):
    """The latest of them; hidden while there are none."""

    def __init__(self, service: PersonalDataService) -> None:
        self._service = service
        self._lines = QVBoxLayout()
        super().__init__(col(text(_("Made anonymous earlier"), "h2"), self._lines, gap=8))
        self.refresh()

    def refresh(self) -> None:
        """Read them anew."""
        empty(self._lines)
        found = self._service.log()
        for one in found[:_SHOWN]:
            self._lines.addLayout(col(text(one.name, "dense"), quiet(_told(one), wrap=True), gap=0))
        if len(found) > _SHOWN:
            count = len(found) - _SHOWN
            self._lines.addWidget(
                quiet(ngettext("{count} earlier", "{count} earlier", count).format(count=count))
            )
        self.setVisible(bool(found))


def _told(one: Anonymisation) -> str:
    count = ngettext("{count} place", "{count} places", one.number).format(count=one.number)
    return " · ".join(part for part in (one.at[:10], one.by, count, one.reason) if part)
