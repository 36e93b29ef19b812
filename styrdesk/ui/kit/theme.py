"""The look that is on now: scheme, zoom, fonts and palette. Painting code reads `colours()`.

A change of scheme is palette + repaint. Zoom and language change sizes and texts that widgets took
when they were built, so the shell builds its pages again after those.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from styrdesk.base.paths import resource
from styrdesk.ui.kit.tokens import DARK, FAMILIES, LIGHT, TYPE, Colours

Scheme = Literal["light", "dark", "system"]
ZOOM_STEPS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_FIELD, _GROUP = QPalette.ColorRole, QPalette.ColorGroup


class _Now:
    """What the process shows at this moment: there is one screen and one reader."""

    colours: Colours = LIGHT
    zoom: float = 1.0


def colours() -> Colours:
    """The scheme that is on."""
    return _Now.colours


def colour(token: str, alpha: float = 1.0) -> QColor:
    """A token of the scheme that is on."""
    ink = QColor(_Now.colours.ink(token))
    ink.setAlphaF(alpha)
    return ink


def zoom() -> float:
    """The zoom that is on, 0.8 to 2.0."""
    return _Now.zoom


def px(size: float) -> int:
    """A size at zoom 1 in the pixels of the zoom that is on."""
    return round(size * _Now.zoom)


def font(role: str) -> QFont:
    """The font of a role of the type scale."""
    size, weight = TYPE[role]
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)  # figures of one width: columns of kronor line up
    if role in {"display", "h1"}:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
    return made


def palette(scheme: Colours) -> QPalette:
    """Qt's palette for a scheme."""
    made = QPalette()
    roles = {
        _FIELD.Window: scheme.canvas,
        _FIELD.WindowText: scheme.text,
        _FIELD.Base: scheme.surface,
        _FIELD.AlternateBase: scheme.sunken,
        _FIELD.Text: scheme.text,
        _FIELD.Button: scheme.surface,
        _FIELD.ButtonText: scheme.text,
        _FIELD.Highlight: scheme.accent,
        _FIELD.HighlightedText: scheme.onaccent,
        _FIELD.Link: scheme.accent,
        _FIELD.LinkVisited: scheme.accent,
        _FIELD.PlaceholderText: scheme.muted,
        _FIELD.ToolTipBase: scheme.text,
        _FIELD.ToolTipText: scheme.surface,
        _FIELD.BrightText: scheme.bad,
        _FIELD.Accent: scheme.accent,
        _FIELD.Mid: scheme.line,
        _FIELD.Light: scheme.surface,
        _FIELD.Dark: scheme.border,
        _FIELD.Midlight: scheme.hover,
        _FIELD.Shadow: scheme.line,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (_FIELD.WindowText, _FIELD.Text, _FIELD.ButtonText, _FIELD.HighlightedText):
        made.setColor(_GROUP.Disabled, role, QColor(scheme.disabled))
    return made


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the bundled text fonts; with none the system's take their place. Returns families."""
    families: list[str] = []
    folder = resource("fonts")
    for file in sorted(folder.glob("Inter*.ttf")) if folder.is_dir() else ():
        families += QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        )
    return tuple(families)


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
    from styrdesk.ui.kit.style import Style  # noqa: PLC0415  # style paints with this module

    load_fonts()
    _Now.colours = resolve(app, scheme)
    _Now.zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
    if not isinstance(app.style(), Style):
        app.setStyle(Style())
    app.setPalette(palette(_Now.colours))
    app.setFont(font("body"))
    for window in app.topLevelWidgets():
        window.update()
