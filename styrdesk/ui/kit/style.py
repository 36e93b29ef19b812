"""Fusion's behaviour with our own drawing of the dozen things one sees all day.

Widgets tell the style what they are by properties: `kind` (primary, plain, quiet, danger), `flush`,
`field` (a text area), `bad` (holds an error), `pad_left`, `pad_right`, `flat_combo`, `on_canvas`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QStyleOptionToolButton,
    QWidget,
)

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.look import colour, colours, px
from styrdesk.ui.kit.paint import chevron, ring, rrect
from styrdesk.ui.kit.tokens import CONTROL, RADIUS

_P, _M, _T = QStyle.PrimitiveElement, QStyle.PixelMetric, QStyle.ContentsType
_E, _S, _C = QStyle.ControlElement, QStyle.StateFlag, QStyle.ComplexControl
_FIXED: Final = {
    _M.PM_ButtonShiftHorizontal: 0,
    _M.PM_ButtonShiftVertical: 0,
    _M.PM_SplitterWidth: 1,
    _M.PM_ScrollView_ScrollBarSpacing: 0,
}
_ZOOMED: Final = {
    _M.PM_ButtonMargin: 12,
    _M.PM_SmallIconSize: 16,
    _M.PM_ToolBarIconSize: 18,
    _M.PM_ButtonIconSize: 16,
    _M.PM_ScrollBarExtent: 12,
    _M.PM_IndicatorWidth: 18,
    _M.PM_IndicatorHeight: 18,
    _M.PM_ExclusiveIndicatorWidth: 18,
    _M.PM_ExclusiveIndicatorHeight: 18,
    _M.PM_CheckBoxLabelSpacing: 8,
    _M.PM_RadioButtonLabelSpacing: 8,
    _M.PM_MenuVMargin: 4,
}
_OFF: Final = frozenset(
    {
        QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons,
        QStyle.StyleHint.SH_EtchDisabledText,
        QStyle.StyleHint.SH_ComboBox_Popup,
    }
)
_INK: Final = {"primary": "onaccent", "quiet": "accent", "danger": "bad"}


def told(widget: QWidget | None, name: str) -> Any:  # a Qt property is anything
    """What a widget says of itself to the style."""
    return widget.property(name) if widget is not None else None


def _inside(widget: QWidget | None) -> bool:
    """Whether a line edit is a part of a combo or spin box, which draws the frame itself."""
    return widget is not None and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))


class Style(QProxyStyle):
    """The one style of the program."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == _M.PM_DefaultFrameWidth and told(widget, "field"):
            return 4  # room for the rounded corner outside the square viewport
        if metric in _ZOOMED:
            return px(_ZOOMED[metric])
        if metric in _FIXED:
            return _FIXED[metric]
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _OFF:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self,
        type: QStyle.ContentsType,  # Qt's own name
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        made = super().sizeFromContents(type, option, size, widget)  # type: ignore[arg-type]
        if type in {_T.CT_LineEdit, _T.CT_ComboBox, _T.CT_SpinBox, _T.CT_PushButton}:
            made.setHeight(max(made.height(), px(CONTROL)))
        if type == _T.CT_ComboBox:
            made.setWidth(size.width() + px(44))
        if type == _T.CT_PushButton:
            made.setWidth(size.width() + 6 if told(widget, "flush") else made.width() + 8)
        if type == _T.CT_MenuItem:
            made.setHeight(max(made.height(), px(30)))
        return made

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents and not _inside(widget):
            left, right = told(widget, "pad_left") or 8, told(widget, "pad_right") or 6
            return option.rect.adjusted(left, 2, -right, -2)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in {_P.PE_PanelLineEdit, _P.PE_FrameLineEdit}:
            if element == _P.PE_PanelLineEdit and not _inside(widget):
                _frame(option, painter, widget)
        elif element == _P.PE_Frame and widget is not None:
            if told(widget, "field"):
                _frame(option, painter, widget)
            else:
                rrect(painter, option.rect, RADIUS, None, colours().line)
        elif element in _DRAWN:
            _DRAWN[element](option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _E.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            option = _elided(option)
        elif element == _E.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            option = _inked(option, painter, widget)
        elif element == _E.CE_ShapedFrame and _is_panel(option):
            self.drawPrimitive(_P.PE_Frame, option, painter, widget)
            return
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _C.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _combo(option, painter, widget)
        elif control == _C.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(
                control, option, QStyle.SubControl.SC_ScrollBarSlider, widget
            )
            _scroll_bar(option, painter, widget, handle)
        elif control == _C.CC_ToolButton and isinstance(option, QStyleOptionToolButton):
            super().drawComplexControl(control, _unmarked(option), painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if cc == _C.CC_ComboBox and sc == QStyle.SubControl.SC_ComboBoxEditField:
            return opt.rect.adjusted(8, 1, -px(26), -1)
        return super().subControlRect(cc, opt, sc, widget)  # type: ignore[arg-type]


def _state(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Field: border; focus = accent, error = red line of double width and never the only sign."""
    now = colours()
    on, focus = _state(option, _S.State_Enabled), _state(option, _S.State_HasFocus)
    bad = bool(told(widget, "bad"))
    line = now.accent if focus else now.bad if bad else now.border if on else now.line
    fill = now.surface if on and not _state(option, _S.State_ReadOnly) else now.canvas
    rrect(painter, option.rect, RADIUS, fill, line, 2 if focus or bad else 1)


def _button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    now, kind = colours(), told(widget, "kind") or "plain"
    on = _state(option, _S.State_Enabled)
    lit = on and (_state(option, _S.State_MouseOver) or _state(option, _S.State_Sunken))
    if kind == "primary" and on:
        rrect(painter, option.rect, RADIUS, now.accent_hover if lit else now.accent)
    elif kind == "quiet":
        if lit and not told(widget, "flush"):
            rrect(painter, option.rect, RADIUS, now.hover)
    else:
        fill = now.hover if lit else now.surface
        rrect(painter, option.rect, RADIUS, fill, now.border if on else now.line)
    if _state(option, _S.State_HasFocus):
        ring(painter, option.rect)
        if kind == "primary":
            inner = option.rect.adjusted(2, 2, -2, -2)
            rrect(painter, inner, RADIUS - 2, None, now.onaccent, 1)


def _tool(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    lit = _state(option, _S.State_MouseOver) or _state(option, _S.State_Sunken)
    if _state(option, _S.State_On):
        rrect(painter, option.rect, RADIUS, colours().tint, colours().accent)
    elif lit and _state(option, _S.State_Enabled):
        rrect(painter, option.rect, RADIUS, colours().hover)
    if _state(option, _S.State_HasFocus):
        ring(painter, option.rect)


def _is_panel(option: QStyleOption) -> bool:
    return isinstance(option, QStyleOptionFrame) and option.frameShape == QFrame.Shape.StyledPanel


def _focus(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    ring(painter, option.rect)


def _arrow(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    chevron(painter, QRectF(option.rect).center(), colours().muted)


def _check(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    _indicator(option, painter, radio=False)


def _radio(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    _indicator(option, painter, radio=True)


def _indicator(option: QStyleOption, painter: QPainter, *, radio: bool) -> None:
    now, rect = colours(), QRectF(option.rect)
    ticked = _state(option, _S.State_On) and _state(option, _S.State_Enabled)
    radius = rect.width() / 2 if radio else 4
    fill, line = (now.accent, now.accent) if ticked else (now.surface, now.border)
    rrect(painter, rect, radius, fill, line, 1.5)
    inset = rect.width() * 0.3
    if _state(option, _S.State_On) and radio:
        ink = now.onaccent if ticked else now.disabled
        rrect(painter, rect.adjusted(inset, inset, -inset, -inset), inset, ink)
    elif _state(option, _S.State_On):
        ink = now.onaccent if ticked else now.disabled
        draw_icon(painter, "check", rect.adjusted(2, 2, -2, -2), ink, width=3.2)
    elif _state(option, _S.State_NoChange):
        draw_icon(painter, "minus", rect.adjusted(2, 2, -2, -2), now.accent, width=3.2)


def _elided(option: QStyleOptionComboBox) -> QStyleOptionComboBox:
    """Fusion cuts the last letters without an ellipsis."""
    made = QStyleOptionComboBox(option)
    room = option.rect.width() - px(34) - (0 if option.currentIcon.isNull() else px(22))
    made.currentText = option.fontMetrics.elidedText(
        option.currentText, Qt.TextElideMode.ElideRight, room
    )
    return made


def _unmarked(option: QStyleOptionToolButton) -> QStyleOptionToolButton:
    """An icon says by itself that it opens a menu; Fusion's arrow under it looks like dirt."""
    if option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly:
        return option
    made = QStyleOptionToolButton(option)
    made.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
    return made


def _inked(
    option: QStyleOptionButton, painter: QPainter, widget: QWidget | None
) -> QStyleOptionButton:
    kind = told(widget, "kind")
    if kind not in _INK:
        return option
    made = QStyleOptionButton(option)
    if told(widget, "flush") and _state(option, _S.State_MouseOver):
        line = QFont(painter.font())
        line.setUnderline(True)
        painter.setFont(line)
    if _state(option, _S.State_Enabled):
        made.palette.setColor(QPalette.ColorRole.ButtonText, colour(_INK[kind]))
    return made


def _combo(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    now, rect = colours(), option.rect
    focus = _state(option, _S.State_HasFocus)
    if not told(widget, "flat_combo"):
        _frame(option, painter, widget)
    elif _state(option, _S.State_MouseOver) or focus:
        rrect(painter, rect, RADIUS, now.hover, now.accent if focus else None, 2)
    chevron(painter, QPointF(rect.right() - px(13), QRectF(rect).center().y()), now.muted)


def _scroll_bar(
    option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None, handle: QRect
) -> None:
    across = option.orientation == Qt.Orientation.Horizontal
    if widget is not None and told(widget, "on_canvas"):
        painter.fillRect(option.rect, widget.palette().window())
    rect = (
        QRectF(handle).adjusted(2, 4, -2, -4) if across else QRectF(handle).adjusted(4, 2, -4, -2)
    )
    lit = bool(option.activeSubControls & QStyle.SubControl.SC_ScrollBarSlider)
    ink = colour("border", 1.0 if lit else 0.55)
    rrect(painter, rect, 2, ink.name(ink.NameFormat.HexArgb))


_DRAWN: Final[
    dict[QStyle.PrimitiveElement, Callable[[QStyleOption, QPainter, QWidget | None], None]]
] = {
    _P.PE_PanelButtonCommand: _button,
    _P.PE_PanelButtonTool: _tool,
    _P.PE_FrameFocusRect: _focus,
    _P.PE_IndicatorCheckBox: _check,
    _P.PE_IndicatorRadioButton: _radio,
    _P.PE_IndicatorArrowDown: _arrow,
}
