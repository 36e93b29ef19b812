"""An order to the press: what an export and a print on paper share, from question to answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.reports import printing
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import Made
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.press import Press

_TOLD = 8  # findings named in the question; Kontroll has them all


class Order(QWidget):
    """Says how it goes, over the buttons that began it. One at a time.

    Args:
        context: Of the page.
        spec: The report.
        choice: What it is printed for.
        name: Of its Cancel button: "export_cancel".
        more: Buttons of the banner beside Cancel.

    Attributes:
        done: It is finished, was refused, or was given up.
    """

    done = Signal()

    def __init__(
        self,
        context: PageContext,
        spec: ReportSpec[Any],
        choice: str,
        name: str,
        more: tuple[QPushButton, ...] = (),
    ) -> None:
        super().__init__()
        self._context = context
        self._spec, self._choice = spec, choice
        self._number = 0
        self._more = more
        self.stop = button(_("Cancel"), "quiet", name=name)
        self.stop.clicked.connect(self.cancel)
        self.said = Banner("info", "", "", [self.stop, *more])
        self.setLayout(row((self.said, 1), pad=(16, 8, 16, 0)))
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether it is being carried out."""
        return bool(self._number)

    @property
    def language(self) -> str:
        """Of the program's own words on prints, on this machine."""
        return self._context.settings.current.print_language

    def title(self) -> str:
        """What is printed."""
        titles = {choice.id: choice.title for choice in self._spec.choices(self._context.services)}
        return titles.get(self._choice) or _(self._spec.title)

    # ---- what a subclass tells ---------------------------------------------------------------

    def cancel(self) -> None:
        """Give it up."""
        raise NotImplementedError

    def _take(self, made: Made) -> None:
        """The PDF is laid out."""
        raise NotImplementedError

    # ---- on the way --------------------------------------------------------------------------

    def _hear(self, press: Press) -> None:
        press.made.connect(self._made)
        press.failed.connect(self._failed)

    def _data(self, go_on: str) -> Any:
        """What is to be laid out; None where it is gone, or its findings were thought better of."""
        collect = partial(printing.collect, self._spec, self._context.services, self._choice)
        data = self._context.operations.run(partial(collect, self.language))
        if data is None:
            return None
        found = self._spec.warnings(data)
        if not found:
            return data
        head = ngettext(
            "{count} thing to look at before it is printed",
            "{count} things to look at before it is printed",
            len(found),
        ).format(count=len(found))
        body = "\n".join(finding.message for finding in found[:_TOLD])
        return data if self._context.dialogs.question(head, body, go_on, kind="warn") else None

    def _made(self, made: Made) -> None:
        if made.number == self._number and made.number:
            self._take(made)

    def _failed(self, number: int) -> None:
        if number == self._number and number:
            said = _("Nothing has been written. What stands in the file is untouched.")
            self._end("bad", _("The PDF could not be made"), said)

    def _say(self, head: str, body: str = "") -> None:
        """It is going on."""
        self.said.say("info", head, body)
        self._offer(stop=True)

    def _end(self, kind: str, head: str, body: str = "", *, more: bool = False) -> None:
        """It has come to its end."""
        self._number = 0
        self.said.say(kind, head, body)
        self._offer(more=more)
        self.done.emit()

    def _drop(self) -> None:
        """It came to nothing, and nothing need be said."""
        self._number = 0
        self.hide()
        self.done.emit()

    def _offer(self, *, stop: bool = False, more: bool = False) -> None:
        self.stop.setVisible(stop)
        for one in self._more:
            one.setVisible(more)
        self.show()
