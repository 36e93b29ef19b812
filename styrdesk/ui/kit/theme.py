"""Dresses the program: scheme, zoom, fonts, style. The rest of the window imports the look here.

A change of scheme is palette + repaint. Zoom and language change sizes and texts that widgets took
when they were built, so the shell builds its pages again after those.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from styrdesk.base.paths import resource
from styrdesk.ui.kit.look import ZOOM_STEPS, colour, colours, font, palette, px, set_look, zoom
from styrdesk.ui.kit.tokens import DARK, LIGHT, Colours

__all__ = [
    "ZOOM_STEPS",
    "apply",
    "colour",
    "colour_in",
    "colours",
    "font",
    "px",
    "zoom",
]

Scheme = Literal["light", "dark", "system"]


@cache
def load_font(name: str) -> tuple[str, ...]:
    """Load a bundled font; where it is missing the system's take its place. Returns families."""
    number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
    return tuple(QFontDatabase.applicationFontFamilies(number))


def resolve(app: QApplication, scheme: Scheme) -> Colours:
    """The colours of a choice; "system" asks the desktop and takes light where it does not say."""
    if scheme == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def apply(app: QApplication, scheme: Scheme = "light", zoom: float = 1.0) -> None:
    """Dress the whole program. May be called again at any time.

    Args:
        app: The application.
        scheme: "light", "dark" or "system".
        zoom: 0.8 to 2.0; other values are brought inside.
    """
    from styrdesk.ui.kit.style import Style  # noqa: PLC0415  # the frame is painted before

    if not isinstance(app.style(), Style):
        app.setStyle(Style())
    for name in ("Inter-Italic", "Inter-SemiBoldItalic"):
        load_font(name)
    colour_in(app, scheme, zoom)


def colour_in(app: QApplication, scheme: Scheme, zoom: float) -> None:
    """Colours, fonts and size without the style: right for what draws itself, and soon done."""
    for name in ("Inter-Regular", "Inter-SemiBold"):
        load_font(name)
    set_look(resolve(app, scheme), zoom)
    app.setPalette(palette(colours()))
    app.setFont(font("body"))
    for window in app.topLevelWidgets():
        window.update()
