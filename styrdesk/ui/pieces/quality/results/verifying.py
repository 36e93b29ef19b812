"""Every decided document recounted, one at a time, so that the window is never held up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.decided import DecidedLine
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.piece import PageContext


class VerifyAll(Banner):
    """Tells how far it has come, and then what it found: hidden until it is asked for."""

    def __init__(self, context: PageContext) -> None:
        self.stop = button(_("Stop"), name="stop_verifying")
        super().__init__("info", "", "", [self.stop])
        self.stop.clicked.connect(self.cancel)
        self._context = context
        self._waiting: list[DecidedLine] = []
        self._count = 0
        self._wrong: list[str] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._one)
        self.hide()

    def begin(self) -> None:
        """Recount them all."""
        self._waiting = list(self._context.services.decided.every())
        self._count, self._wrong = len(self._waiting), []
        self.stop.show()
        self._one()

    def cancel(self) -> None:
        """Leave it there; nothing is said of what was not recounted."""
        self._next.stop()
        self._waiting = []
        self.hide()

    def _one(self) -> None:
        if not self._waiting:
            self._tell()
            return
        line = self._waiting.pop(0)
        decided = self._context.services.decided
        verdict = self._context.operations.run(partial(decided.verify, line))
        if verdict is None:
            self.cancel()
            return
        if not verdict.is_sound:
            _kind, _head, found = version_words.recounted(verdict)
            words = " · ".join(found.splitlines())
            self._wrong.append(f"{version_words.called(line)} ({line.code}): {words}")
        done = self._count - len(self._waiting)
        self.say("info", _("Verifying {row} of {count} …").format(row=done, count=self._count))
        self._next.start()

    def _tell(self) -> None:
        self.stop.hide()
        if self._wrong:
            head = ngettext(
                "{wrong} document of {count} is not what was decided",
                "{wrong} documents of {count} are not what was decided",
                len(self._wrong),
            )
            said = head.format(wrong=len(self._wrong), count=self._count)
            self.say("bad", said, "\n".join(self._wrong))
            return
        head = ngettext(
            "{count} document is what was decided",
            "All {count} documents are what was decided",
            self._count,
        )
        body = _("The SHA-256 of what each says, and of its print, is the one that was kept.")
        self.say("ok", head.format(count=self._count), body)
