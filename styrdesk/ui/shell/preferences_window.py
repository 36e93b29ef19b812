"""The preferences in one place: how the program looks and speaks here, and who sits here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.base.collation import sort_key
from styrdesk.base.i18n import NAMES, _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import box, col, hide_unless, row, scroller
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import ZOOM_STEPS, px
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.shell.preferences import SCHEMES, Preferences
from styrdesk.ui.shell.seat import Seat
from styrdesk.ui.shell.session import Session


class Window(Protocol):
    """What the preferences need of the window."""

    session: Session | None
    preferences: Preferences
    seat: Seat


class PreferencesWindow(QDialog):
    """Over the window until it is closed; each choice is seen at once, also here."""

    def __init__(self, window: Window, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        helped(self, "preferences")
        self._window, self._dialogs = window, dialogs
        self._inside: QWidget | None = None
        self._lay = col(gap=0)
        self.setLayout(self._lay)
        self.build()
        window.preferences.rebuild_wanted.connect(self.build, Qt.ConnectionType.QueuedConnection)

    # ---- what is seen ------------------------------------------------------------------------

    def build(self) -> None:
        """All of it anew, in the language and size that hold now; the focus stays where it was."""
        here: QWidget | None = self.focusWidget()
        name = here.objectName() if here is not None else ""
        if self._inside is not None:
            self._lay.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.setWindowTitle(_("Preferences"))
        self.form = Form()
        self._looks()
        self._who()
        self._second_place()
        self.form.finish()
        close = button(_("Close"), "primary", name="close_preferences")
        close.clicked.connect(self.close)
        head = text(_("Preferences"), "h2")
        said = quiet(_("They hold on this computer and are seen at once."), "dense", wrap=True)
        inside = box(col(head, said, 8, self.form, gap=4, pad=(24, 24, 24, 8)))
        foot = box(row(None, close, pad=(24, 8, 24, 16)))
        self._inside = box(col((scroller(inside), 1), foot, gap=0))
        self._lay.addWidget(self._inside)
        room = self.screen().availableSize() * 0.9
        self.resize(min(px(520), room.width()), min(px(700), room.height()))
        found = self.findChildren(QWidget, name) if name else []
        again = next((one for one in found if self._inside.isAncestorOf(one)), None)
        (again or self.form["language"].editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, field: Field[Any], value: object, run: Callable[[Any], object]) -> None:
        field.set_value(value)
        field.changed.connect(partial(self._chosen, field, run))  # never when it is merely left
        self.form.add(field)

    def _chosen(self, field: Field[Any], run: Callable[[Any], object]) -> None:
        run(field.value())

    def _looks(self) -> None:
        preferences, now = self._window.preferences, self._window.preferences.now
        speech = ChoiceField(
            _("Language of the window"), NAMES.items(), name="language", width=W_MEDIUM
        )
        self._add(speech, now.language, preferences.set_language)
        prints = ChoiceField(
            _("Language of the print"), NAMES.items(), name="print_language", width=W_MEDIUM,
            help=_("Of the program's own words. What you have written is not translated."),
        )  # fmt: skip
        self._add(prints, now.print_language, preferences.set_print_language)
        schemes = [(key, _(words)) for key, words in SCHEMES]
        scheme = ChoiceField(_("Colours"), schemes, name="scheme", width=W_MEDIUM)
        self._add(scheme, now.scheme, preferences.set_scheme)
        sizes = sorted({round(step * 100) for step in ZOOM_STEPS} | {now.zoom})
        zoom = ChoiceField(_("Size"), [(s, f"{s} %") for s in sizes], name="zoom", width=W_MEDIUM)
        self._add(zoom, now.zoom, preferences.set_zoom)
        shown = CheckField(_("Show instructions"), name="instructions")
        self._add(shown, now.show_instructions, preferences.set_instructions)

    def _who(self) -> None:
        session = self._window.session
        if session is None:
            return
        people = sorted(session.services.people.rows(), key=lambda one: sort_key(one.name))
        who = ChoiceField(
            _("Who sits here"), [(one.id, one.name) for one in people], name="who", width=W_MEDIUM,
            help=_("The name that changes are made in, in the file that is open."),
        )  # fmt: skip
        self._add(who, session.person() or None, self._window.seat.take)
        other = button(_("Somebody else …"), name="somebody_else")
        other.setEnabled(not session.read_only)
        other.clicked.connect(self._somebody_else)
        self.form.add_widget(row(other, None))

    def _somebody_else(self) -> None:
        self._window.seat.ask()
        self.build()

    def _second_place(self) -> None:
        place = self._window.preferences.now.backup_place
        none = _(
            "None chosen. A folder on another disk or the network saves you if this one fails."
        )
        choose = button(_("Choose a folder …"), name="choose_place")
        forget = button(_("No second place"), name="forget_place")
        hide_unless(forget, shown=bool(place))
        choose.clicked.connect(self._choose_place)
        forget.clicked.connect(self._forget_place)
        self.form.add_head(_("A second place for backups"))
        self.form.add_widget(quiet(place or none, "dense", wrap=True))
        self.form.add_widget(row(choose, forget, None))

    def _choose_place(self) -> None:
        place = self._window.preferences.now.backup_place
        title = _("Where shall backups be put as well?")
        folder = self._dialogs.choose_folder(title, Path(place) if place else None)
        if folder is not None:
            self._window.preferences.set_backup_place(str(folder))
            if self._window.session is not None:
                self._window.session.keeper.back_up_now()
            self.build()

    def _forget_place(self) -> None:
        self._window.preferences.set_backup_place("")
        self.build()
