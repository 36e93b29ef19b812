"""The look keeps its promises: contrast, zoom, schemes, icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from styrdesk.base.paths import resource
from styrdesk.ui.kit import theme
from styrdesk.ui.kit.icons import icon
from styrdesk.ui.kit.paint import STATUS
from styrdesk.ui.kit.tokens import DARK, LIGHT, PAIRS, TYPE, Colours, contrast


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(scheme: Colours) -> None:
    low = {
        (fore, back): round(contrast(scheme.ink(fore), scheme.ink(back)), 2)
        for fore, back, needed in PAIRS
        if contrast(scheme.ink(fore), scheme.ink(back)) < needed
    }
    assert low == {}


def test_black_on_white_has_contrast_21() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0


def test_nothing_is_written_smaller_than_12() -> None:
    assert min(size for size, _weight in TYPE.values()) == 12


def test_the_scheme_can_be_switched_while_running(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.colours().dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    theme.apply(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.canvas)


def test_a_desktop_that_does_not_say_gets_the_light_scheme(qapp: QApplication) -> None:
    assert theme.resolve(qapp, "system") in {LIGHT, DARK}


def test_zoom_is_one_number_and_stays_within_bounds(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.5)
    assert (theme.px(32), theme.font("body").pixelSize()) == (48, 21)
    theme.apply(qapp, "light", 9)
    assert theme.zoom() == 2.0
    theme.apply(qapp, "light", 0.1)
    assert theme.zoom() == 0.8


def test_the_bundled_font_is_used() -> None:
    assert theme.load_font("Inter-Regular") == ("Inter",)


def test_every_status_has_a_shape_of_its_own() -> None:
    shapes = {kind: name for kind, (name, _ink, _ground) in STATUS.items() if kind != "done"}
    assert len(set(shapes.values())) == len(shapes)


def test_every_bundled_icon_draws_something() -> None:
    for file in resource("icons").glob("*.svg"):
        image = icon(file.stem).pixmap(QSize(24, 24)).toImage()
        inked = any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert inked, file.stem


def test_an_icon_follows_the_scheme(qapp: QApplication) -> None:
    made = icon("minus", "accent")
    theme.apply(qapp, "dark")
    middle = made.pixmap(QSize(24, 24), QIcon.Mode.Normal).toImage().pixelColor(12, 12)
    assert middle.name().upper() == DARK.accent
