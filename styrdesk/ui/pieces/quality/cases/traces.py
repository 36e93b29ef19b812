"""Where a person stands, kind by kind: each place with its words, a tick, and a way to it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.services.personal_data import Trace
from styrdesk.services.personal_scan import PLACES, Place
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.choice_fields import CheckField
from styrdesk.ui.kit.layout import box, col, empty, row
from styrdesk.ui.kit.piece import Shell
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

_AT_ONCE: Final = 30  # rows made at a time: more would hold up the window


class TraceRow(QWidget):
    """One place: what it is, what it says, and who else is named there."""

    def __init__(self, trace: Trace, shell: Shell) -> None:
        super().__init__()
        self.trace = trace
        where = trace.where
        self.tick = CheckField(f"{where} · {trace.title}", name="tick")
        said = "".join(words for words, _hit in trace.passage) or _("points at the person")
        self.tick.check_box.setAccessibleName(f"{trace.kind}: {where}, {trace.title}. {said}")
        lines: list[QWidget] = [text(said, "dense", wrap=True)]
        about = ". ".join(_about(trace))
        if about:
            lines.append(quiet(about, wrap=True))
        if trace.others:
            told = _("Names others: {names}").format(names=", ".join(trace.others))
            lines.append(StatusMark("warn", told, tinted=False))
        under = box(col(*lines, gap=2, pad=(26, 0, 0, 4)))
        self.show_it = link(_("Show"), "arrow-right", name="show_trace")
        self.show_it.setAccessibleDescription(where)
        self.show_it.setVisible(trace.hit is not None and shell.shows(trace.hit))
        if trace.hit is not None:
            self.show_it.clicked.connect(partial(shell.show_hit, trace.hit))
        self.setLayout(row((box(col(self.tick, under, gap=0)), 1), self.show_it, gap=8))


def _about(trace: Trace) -> list[str]:
    """What is told of a place besides its words."""
    told = []
    if trace.spot.place is not Place.NOW:
        told.append(_(PLACES[trace.spot.place]))
    elif trace.spot.earlier:
        told.append(
            ngettext(
                "Also in {count} line of the history",
                "Also in {count} lines of the history",
                trace.spot.earlier,
            ).format(count=trace.spot.earlier)
        )
    if trace.spot.about:
        told.append(_("Told of, since the person wrote in"))
    if trace.spot.file:
        told.append(_("Stands in a file that is kept, which is not changed"))
    if trace.archived:
        told.append(_("Archived: it is given out, and never changed"))
    return told


class TraceList(QWidget):
    """All places, some rows at a time.

    Attributes:
        ticked: What is left out has changed.
        left: Keys of the places that are left out.
    """

    ticked = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._traces: tuple[Trace, ...] = ()
        self.left: set[str] = set()
        self.rows: list[TraceRow] = []
        self.flips: dict[str, QPushButton] = {}
        self._cards: dict[str, QVBoxLayout] = {}
        self._lay = QVBoxLayout()
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(px(12))
        self.more = link("", "chevron-down", name="more_traces")
        self.more.clicked.connect(self._go_on)
        self.setLayout(col(self._lay, row(self.more, None), gap=12))
        self.show_found(())

    def show_found(self, traces: tuple[Trace, ...]) -> None:
        """Show what was found; all of it is ticked."""
        empty(self._lay)
        self._traces, self.left, self.rows = traces, set(), []
        self.flips, self._cards = {}, {}
        self._go_on()

    def _go_on(self) -> None:
        at = len(self.rows)
        for trace in self._traces[at : at + _AT_ONCE]:
            made = TraceRow(trace, self._shell)
            made.tick.set_value(trace.key not in self.left)
            made.tick.changed.connect(partial(self._tick, made))
            self.rows.append(made)
            self._card(trace.kind).addWidget(made)
        if at and at < len(self.rows):
            self.rows[at].tick.check_box.setFocus()
        waiting = len(self._traces) - len(self.rows)
        self.more.setVisible(bool(waiting))
        self.more.setText(_("Show more ({count} left)").format(count=waiting))

    def _card(self, kind: str) -> QVBoxLayout:
        """Where the rows of a kind stand, under its name and a way to tick all of them."""
        if kind not in self._cards:
            count = Counter(trace.kind for trace in self._traces)[kind]
            flip = self.flips[kind] = link("", name="tick_kind")
            flip.setAccessibleDescription(kind)
            flip.clicked.connect(partial(self._flip, kind))
            inside = self._cards[kind] = QVBoxLayout()
            inside.setSpacing(px(8))
            head = row((text(f"{kind} ({count})", "h2", wrap=True), 1), flip)
            self._lay.addWidget(Card(col(head, inside, gap=12)))
            self._word(kind)
        return self._cards[kind]

    def _keys(self, kind: str) -> set[str]:
        return {trace.key for trace in self._traces if trace.kind == kind}

    def _word(self, kind: str) -> None:
        is_out = self._keys(kind) <= self.left
        self.flips[kind].setText(_("Tick all") if is_out else _("Untick all"))

    def _tick(self, one: TraceRow) -> None:
        (self.left.discard if one.tick.value() else self.left.add)(one.trace.key)
        self._word(one.trace.kind)
        self.ticked.emit()

    def _flip(self, kind: str) -> None:
        """Leave all of a kind out, or none of it where all are."""
        keys = self._keys(kind)
        on = keys <= self.left
        self.left = self.left - keys if on else self.left | keys
        for one in self.rows:
            if one.trace.kind == kind:
                one.tick.set_value(on)
        self._word(kind)
        self.ticked.emit()
