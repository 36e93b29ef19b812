"""The dialog that notes the decision: the plan is laid out as decided, and kept with its print."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Thread

from PySide6.QtCore import Signal

from styrdesk.base.i18n import _, ngettext
from styrdesk.reports import deciding as printing
from styrdesk.reports.worker import Made
from styrdesk.services.decision import Outlook, Ready
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_sheets import DecisionSheet
from styrdesk.ui.preview.press import Press


class DecidingSheet(DecisionSheet):
    """Going on lays the plan out in the child process; only then is it decided, or not at all.

    The backup before it is made on a thread meanwhile: neither holds up the window.
    """

    _secured = Signal()

    def __init__(self, manuscript: Manuscript) -> None:
        decisions = manuscript.services.decisions
        super().__init__(
            manuscript,
            (_("Note the committee's decision"), _("Note the decision")),
            _(
                "Text, tables and amounts are then frozen as they stand, with their print, and "
                "undo stops here. What is written below can be corrected later, and the approval "
                "is filled in when it is made."
            ),
            decisions.ready,
        )
        self._press: Press | None = None
        self._ready: Ready | None = None
        self._content = b""
        self._backup: Thread | None = None
        self._secured.connect(self._backed_up)
        self.note = Banner("info", "")
        self.note.hide()
        self.column.addWidget(self.note)

    @property
    def is_working(self) -> bool:
        return self._press is not None

    @property
    def _language(self) -> str:
        return self.manuscript.context.settings.current.print_language

    def take(self, answer: Ready) -> bool:
        """Lay it out; it is decided when the print is there."""
        self._ready, self._content = answer, b""
        if self._backup is None:
            self._backup = Thread(target=self._secure, name="backup", daemon=True)
            self._backup.start()
        data = printing.collect(self.manuscript.services, answer, self._language)
        self._press = Press(self)
        self._press.made.connect(self._made)
        self._press.failed.connect(self._failed)
        self._press.make(printing.RENDER, data, self._language, order=True)
        self.note.say("info", _("The decided plan is being laid out …"))
        self.note.show()
        self.form.setEnabled(False)  # what was written is what is decided
        self.working.emit(True)  # noqa: FBT003  # Qt
        return False

    def _secure(self) -> None:
        """On the thread. What stops a backup is told by its state, and stops no decision."""
        try:
            self.manuscript.services.decisions.secure()
        finally:
            with suppress(RuntimeError):  # the window is gone
                self._secured.emit()

    def _backed_up(self) -> None:
        self._backup = None
        self._decide()

    def _made(self, made: Made) -> None:
        self._content = made.content
        self._decide()

    def _decide(self) -> None:
        """Once both are there: the print and the backup."""
        if self._ready is None or not self.is_working or not self._content or self._backup:
            return
        self.give_up()
        decide = self.manuscript.services.decisions.decide
        act = partial(decide, self._ready, self._content, self._language, secured=True)
        if self.manuscript.operations.run(act, broken=self.form.show_broken) is not None:
            self.done.emit()
        else:
            self.focus_first()

    def _failed(self, _number: int) -> None:
        self.give_up()
        said = _("Nothing has been decided. The plan itself is untouched.")
        self.note.say("bad", _("The PDF could not be made"), said)
        self.note.show()

    def give_up(self) -> None:
        press, self._press = self._press, None
        if press is not None:
            press.close()
            press.deleteLater()
            self.note.hide()
            self.form.setEnabled(True)
            self.working.emit(False)  # noqa: FBT003  # Qt


def deciding(manuscript: Manuscript, outlook: Outlook) -> DecidingSheet:
    """The dialog that notes the decision, with what still stands out."""
    sheet = DecidingSheet(manuscript)
    remarks = list(_remarks(outlook))
    if remarks:
        show = button(_("Show in Check"), "quiet", name="decide_show")
        show.clicked.connect(manuscript.check_wanted)
        show.clicked.connect(sheet.shut)
        head = _("This still stands out, and does not stop the decision")
        sheet.column.addWidget(Banner("warn", head, "\n".join(remarks), [show]))
    return sheet


def _remarks(outlook: Outlook) -> list[str]:
    said = []
    if outlook.unready:
        words = ngettext(
            "{unready} chapter of {count} is not noted as ready.",
            "{unready} chapters of {count} are not noted as ready.",
            outlook.unready,
        )
        said.append(words.format(unready=outlook.unready, count=outlook.chapters))
    if outlook.warnings:
        words = ngettext(
            "Check has {count} warning.", "Check has {count} warnings.", outlook.warnings
        )
        said.append(words.format(count=outlook.warnings))
    return said
