"""What the window looks like at this moment: scheme, zoom, fonts. Painting code reads it here."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette

from styrdesk.ui.kit.tokens import FAMILIES, LIGHT, TYPE, Colours

ZOOM_STEPS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_FIELD, _GROUP = QPalette.ColorRole, QPalette.ColorGroup


class _Now:
    """What the process shows at this moment: there is one screen and one reader."""

    colours: Colours = LIGHT
    zoom: float = 1.0


def set_look(scheme: Colours, zoom: float) -> None:
    """Change the look; only `theme.apply` does."""
    _Now.colours = scheme
    _Now.zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])


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


def font(role: str, *, figures: bool = False) -> QFont:
    """The font of a role of the type scale.

    Args:
        role: Its name in TYPE.
        figures: All figures of one width, so that columns of kronor line up. Not for words:
            Inter then sets a hyphen as wide as a figure.
    """
    size, weight = TYPE[role]
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
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
