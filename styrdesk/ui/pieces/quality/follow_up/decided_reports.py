"""What is decided of a report already: a line for each, with its code, and the way to its print."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.decided import DecidedKind, DecidedLine
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import box, col, empty, row
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px


class DecidedReports(QWidget):
    """The newest first; hidden while nothing is decided.

    Args:
        context: Of the page.
        kind: What kind of report it is.
    """

    def __init__(self, context: PageContext, kind: DecidedKind) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self._shown: tuple[DecidedLine, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_of(self, subject: str) -> None:
        """Show what is decided of a plan's controls, or of a report on quality."""
        lines = self._context.services.decided.lines(kinds=(self._kind,), subject=subject)
        found = lines.rows(0, -1) if subject else ()
        if found != self._shown:
            self._shown = found
            empty(self._rows)
            for place, line in enumerate(found, 1):
                self._rows.addWidget(self._row(place, line))
        self.setVisible(bool(found))

    def _row(self, place: int, line: DecidedLine) -> QWidget:
        lead = link(_("Show among the results"), name=f"decided_{place}")
        lead.setAccessibleDescription(version_words.called(line))
        lead.clicked.connect(partial(self._lead, line.id))
        code = _("Control code {code}").format(code=line.code)
        words = col(
            text(version_words.called(line), "strong", wrap=True),
            quiet(f"{version_words.decided(line)} · {code}", "dense", wrap=True),
            gap=2,
        )
        mark = StatusMark(*version_words.standing(line), tinted=False)
        return box(row((box(words), 1), mark, lead, gap=12))

    def _lead(self, key: str) -> None:
        self._context.shell.go(Target("quality", "results", record=key))
