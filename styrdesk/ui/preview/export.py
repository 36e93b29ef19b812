"""Export of a print: asks where, lays out, writes it whole or not at all, offers to open it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.errors import FileProblem
from styrdesk.reports import printing
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import Made
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Banner
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.desktop import Desktop
from styrdesk.ui.preview.press import Press

PATTERNS: Final = N_("PDF (*.pdf)")
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST: Final = 100  # characters of a suggested file name


class Export(QWidget):
    """Says how it goes, over the button that began it.

    Attributes:
        done: The PDF lies in its place, or it was given up.
    """

    done = Signal()

    def __init__(
        self,
        context: PageContext,
        press: Press,
        spec: ReportSpec[Any],
        choice: str,
        desktop: Desktop,
    ) -> None:
        super().__init__()
        self._context, self._press = context, press
        self._spec, self._choice = spec, choice
        self.desktop = desktop
        self.path: Path | None = None
        self._number = 0
        self.stop = button(_("Cancel"), "quiet", name="export_cancel")
        self.show_it = button(_("Open"), "quiet", name="export_open")
        self.said = Banner("info", "", "", [self.stop, self.show_it])
        self.setLayout(row((self.said, 1), pad=(16, 8, 16, 0)))
        self.hide()
        self.stop.clicked.connect(self._cancel)
        self.show_it.clicked.connect(self._open)
        press.made.connect(self._made)
        press.failed.connect(self._failed)

    def suggestion(self) -> Path:
        """A file name from what is printed, beside the file it comes from."""
        services = self._context.services
        titles = {choice.id: choice.title for choice in self._spec.choices(services)}
        title = titles.get(self._choice) or _(self._spec.title)
        name = _FORBIDDEN.sub(" ", title).strip(" .")[:_LONGEST] or self._spec.key
        return services.file.path.resolve().parent / f"{name}.pdf"

    def begin(self) -> None:
        """Ask where, and lay out."""
        data = self._context.operations.run(
            partial(self._spec.collect, self._context.services, self._choice)
        )
        if data is None or not self._goes_on(data):
            return
        path = self._context.dialogs.save_file(_("Export PDF"), self.suggestion(), _(PATTERNS))
        if path is None:
            return
        self.path = path
        self._number = self._press.make(self._spec.render, data, order=True)
        self.said.say("info", _("Exporting {name} …").format(name=path.name))
        self._offer(stop=True)

    def _goes_on(self, data: object) -> bool:
        found = self._spec.warnings(data)
        if not found:
            return True
        head = ngettext(
            "{count} thing to look at before it is printed",
            "{count} things to look at before it is printed",
            len(found),
        ).format(count=len(found))
        body = "\n".join(finding.message for finding in found[:8])
        return self._context.dialogs.question(head, body, _("Export anyway"), kind="warn")

    def _offer(self, *, stop: bool = False, opens: bool = False) -> None:
        self.stop.setVisible(stop)
        self.show_it.setVisible(opens)
        self.show()

    def _made(self, made: Made) -> None:
        if made.number != self._number or self.path is None:
            return
        self._number = 0
        try:
            printing.write(made.content, self.path)
        except FileProblem as problem:
            self.hide()
            self._context.operations.show_problem(problem)
        else:
            pages = len(made.sizes)
            words = ngettext("{count} page", "{count} pages", pages).format(count=pages)
            said = _("{name} is exported").format(name=self.path.name)
            self.said.say("ok", said, words)
            self._offer(opens=True)
        self.done.emit()

    def _failed(self, number: int) -> None:
        if number == self._number and number:
            self._number = 0
            said = _("Nothing has been written. The plan itself is untouched.")
            self.said.say("bad", _("The PDF could not be made"), said)
            self._offer()
            self.done.emit()

    def _cancel(self) -> None:
        number, self._number = self._number, 0
        self.hide()
        self._press.cancel(number)
        self.done.emit()

    def _open(self) -> None:
        if self.path is not None and not self.desktop.open_file(self.path):
            message = _("There is no program for PDF files. The file lies here: {path}")
            self._context.dialogs.message(
                _("The PDF could not be opened"), message.format(path=self.path), kind="warn"
            )
