"""The municipality itself: name, number, colour and logo, as they stand on prints."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.changes import Changes
from styrdesk.services.image import MAX_BYTES
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.piece import Page, PageContext, Subject, Target
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import RADIUS, S3, S4, S5
from styrdesk.ui.pieces.planning.municipality_form import MunicipalityForm

_WIDE, _TALL = 288, 96  # pixels at zoom 1 of the logo's place


class _Swatch(QWidget):
    """The colour beside its number."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setFixedSize(px(32), px(32))

    def show_colour(self, value: str) -> None:
        """Show a colour, or nothing."""
        self._shown = value
        self.setVisible(bool(value))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        rrect(QPainter(self), self.rect(), px(RADIUS), QColor(self._shown).name(), colours().border)


class MunicipalityPage(Page):
    """A form and a logo; both save themselves."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(_("Municipality"))
        self.form = MunicipalityForm(context)
        self.swatch = _Swatch()
        self.logo = QLabel()
        self.logo.setTextFormat(Qt.TextFormat.PlainText)
        self.logo.setObjectName("logo")
        self.choose = button(_("Choose logo"), glyph="image", name="choose_logo")
        self.remove = button(_("Remove logo"), "quiet", name="remove_logo")
        self.said = quiet(_("PNG or JPEG, at most 10 MB. It stands on every print."), wrap=True)
        self._build()
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        context.operations.subscribe(self, {"municipality"}, self.refresh)
        self.refresh()

    def _build(self) -> None:
        head = col(
            text(_("Municipality"), "h1"),
            quiet(_("As it stands on prints and in exported files."), "dense", wrap=True),
            gap=2,
        )
        card = Card(
            col(
                self.form,
                row(self.swatch, None),
                Rule(),
                text(_("Logo"), "h3"),
                self.logo,
                row(self.choose, self.remove, None),
                self.said,
                gap=S3,
            ),
            pad=S5,
        )
        card.setMaximumWidth(px(560))
        page = col(head, row((card, 1), None, gap=0), None, gap=S4, pad=(S5, S5, S5, S5))
        self.setLayout(col(scroller(box(page)), gap=0))
        self.setFocusProxy(self.form.form["name"])

    def refresh(self) -> None:
        """Show what the file holds now."""
        self.form.reload()
        municipality = self._context.services.organisation.municipality()
        self.swatch.show_colour(municipality.primary_colour)
        self.remove.setVisible(bool(municipality.logo))
        if not municipality.logo:
            self.logo.setPixmap(QPixmap())
            self.logo.setText(_("No logo chosen."))
            return
        self.logo.setText("")
        self._show_logo(self._context.services.organisation.image(municipality.logo))

    def _show_logo(self, content: bytes) -> None:
        picture = QPixmap()
        if not picture.loadFromData(content):
            self.logo.setText(_("The logo cannot be shown. Choose it again."))
            return
        ratio = self.devicePixelRatioF()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown = picture.scaled(px(_WIDE * ratio), px(_TALL * ratio), keep, smooth)
        shown.setDevicePixelRatio(ratio)
        self.logo.setPixmap(shown)
        name = self._context.services.organisation.municipality().name
        self.logo.setAccessibleName(_("The logo of {name}").format(name=name))

    def _choose(self) -> None:
        patterns = _("Images (*.png *.jpg *.jpeg)")
        path = self._context.dialogs.open_file(_("Choose logo"), patterns)
        if path is not None:
            self._context.operations.run(partial(self._set_logo, path))

    def _set_logo(self, path: Path) -> Changes:
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)  # one more is enough to be refused
        except OSError as error:
            message = _("{name} cannot be read.").format(name=path.name)
            advice = _("Choose another file. The logo is as it was.")
            raise FileProblem(FileFault.UNREADABLE, message, advice) from error
        return self._context.services.organisation.set_logo(content or b"\0")

    def _remove(self) -> None:
        organisation = self._context.services.organisation
        self._context.operations.run(partial(organisation.set_logo, b""))
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        return self.form.flush()

    def take_back(self) -> bool:
        return self.form.take_back()

    def is_wrong(self) -> bool:
        return self.form.is_wrong()

    def in_hand(self) -> Subject:
        return Subject("municipality", self._context.services.organisation.municipality().id)

    def show_record(self, target: Target) -> None:
        field = target.field or "name"
        if field in self.form.form:
            self.form.form[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        self.form.focus_first()
