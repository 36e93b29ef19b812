"""Fusion's behaviour with our own drawing of the dozen things one sees all day.

Widgets tell the style what they are by properties: `kind` (primary, plain, quiet, danger), `flush`,
`field` (a text area), `bad` (holds an error), `pad_left`, `pad_right`, `flat_combo`, `on_canvas`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette
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
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QStyleOptionToolButton,
    QWidget,
)

from styrdesk.ui.kit.button_style import (
    EDGE,
    button,
    button_label,
    button_size,
    is_on,
    told,
    tool,
)
from styrdesk.ui.kit.icons import draw_icon, icon
from styrdesk.ui.kit.look import colour, colours, px
from styrdesk.ui.kit.paint import LEFT, chevron, elide, ring, rrect
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
    _M.PM_FocusFrameHMargin: 7,  # before the words of a list's row, as in a field
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
_PAD: Final = 9  # pixels at zoom 1 from a field's edge to what is written in it


def _inside(widget: QWidget | None) -> bool:
    """Whether a line edit is a part of a combo or spin box, which draws the frame itself."""
    return widget is not None and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))


def _pops_up(widget: QWidget | None) -> bool:
    """Whether a list is the open one of a drop-down."""
    return widget is not None and widget.window().windowType() == Qt.WindowType.Popup


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
            return px(_PAD) - 4  # the document has 4 too; the rounded corner needs them
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
        if hint == QStyle.StyleHint.SH_Menu_Scrollable:
            return 1  # in large letters it is taller than the screen; a second column is cut off
        return super().styleHint(hint, option, widget, returnData)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # Qt's own name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if standardIcon == QStyle.StandardPixmap.SP_LineEditClearButton:
            return icon("x")  # Qt's own is black on black in the dark
        return super().standardIcon(standardIcon, option, widget)

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
        if type == _T.CT_PushButton and isinstance(option, QStyleOptionButton):
            made = button_size(option, size, made, flush=bool(told(widget, "flush")))
        if type == _T.CT_ItemViewItem and _pops_up(widget):
            made.setHeight(max(made.height(), px(28)))
        if type == _T.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            line = option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator
            made.setHeight(px(9) if line else max(made.height(), px(30)))
            made.setWidth(made.width() + px(16))  # Fusion's margins do not grow with the letters
        return made

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents and not _inside(widget):
            left = told(widget, "pad_left") or px(_PAD) - 2  # the line adds 2 of its own
            right = told(widget, "pad_right") or px(6)
            return option.rect.adjusted(left, 2, -right, -2)
        if element == QStyle.SubElement.SE_PushButtonLayoutItem and told(widget, "flush"):
            return option.rect.adjusted(EDGE, 0, -EDGE, 0)  # layouts see the words alone
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
                rrect(painter, option.rect, px(RADIUS), None, colours().line)
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
            if not option.editable:  # its line draws the words of one that takes typing
                _combo_label(self, option, painter)
            return
        if element == _E.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            button_label(self, option, painter, widget)
            return
        if element == _E.CE_ShapedFrame and _is_panel(option):
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
        elif control == _C.CC_SpinBox:
            _frame(option, painter, widget)  # its arrows are never shown
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
            return opt.rect.adjusted(px(_PAD) - 1, 1, -px(26), -1)  # Fusion adds 1
        return super().subControlRect(cc, opt, sc, widget)  # type: ignore[arg-type]


def _frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Field: border; focus = accent, error = red line of double width and never the only sign."""
    now = colours()
    on, focus = is_on(option, _S.State_Enabled), is_on(option, _S.State_HasFocus)
    bad = bool(told(widget, "bad"))
    line = now.accent if focus else now.bad if bad else now.border if on else now.line
    fixed = is_on(option, _S.State_ReadOnly) or bool(told(widget, "readOnly"))
    fill = now.surface if on and not fixed else now.canvas
    rrect(painter, option.rect, px(RADIUS), fill, line, 2 if focus or bad else 1)


def _is_panel(option: QStyleOption) -> bool:
    return isinstance(option, QStyleOptionFrame) and option.frameShape == QFrame.Shape.StyledPanel


def _focus(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    ring(painter, option.rect)


def _arrow(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    chevron(painter, QRectF(option.rect).center(), colours().muted)


def _arrow_right(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    chevron(painter, QRectF(option.rect).center(), colours().muted, turned=-90)


def _check(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    _indicator(option, painter, radio=False)


def _radio(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    _indicator(option, painter, radio=True)


def _indicator(option: QStyleOption, painter: QPainter, *, radio: bool) -> None:
    now, rect = colours(), QRectF(option.rect)
    ticked = is_on(option, _S.State_On) and is_on(option, _S.State_Enabled)
    radius = rect.width() / 2 if radio else 4
    fill, line = (now.accent, now.accent) if ticked else (now.surface, now.border)
    rrect(painter, rect, radius, fill, line, 1.5)
    inset = rect.width() * 0.3
    if is_on(option, _S.State_On) and radio:
        ink = now.onaccent if ticked else now.disabled
        rrect(painter, rect.adjusted(inset, inset, -inset, -inset), inset, ink)
    elif is_on(option, _S.State_On):
        ink = now.onaccent if ticked else now.disabled
        draw_icon(painter, "check", rect.adjusted(2, 2, -2, -2), ink, width=3.2)
    elif is_on(option, _S.State_NoChange):
        draw_icon(painter, "minus", rect.adjusted(2, 2, -2, -2), now.accent, width=3.2)


def _combo_label(style: QStyle, option: QStyleOptionComboBox, painter: QPainter) -> None:
    """Icon and chosen words. Fusion lets them touch, and cuts the last letters without a dot."""
    room = option.rect.adjusted(px(_PAD), 0, -px(26), 0)
    on, icon = is_on(option, _S.State_Enabled), option.currentIcon
    if not icon.isNull():
        side = option.iconSize.width()
        top = room.top() + (room.height() - side) // 2
        mode = QIcon.Mode.Normal if on else QIcon.Mode.Disabled
        icon.paint(painter, QRect(room.left(), top, side, side), mode=mode)
        room.setLeft(room.left() + side + px(6))
    words = elide(option.fontMetrics, option.currentText, room.width())
    pens, role = option.palette, QPalette.ColorRole.Text
    style.drawItemText(painter, room, int(LEFT), pens, on, words, role)


def _unmarked(option: QStyleOptionToolButton) -> QStyleOptionToolButton:
    """An icon says by itself that it opens a menu; Fusion's arrow under it looks like dirt."""
    if option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly:
        return option
    made = QStyleOptionToolButton(option)
    made.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
    return made


def _combo(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    now, rect = colours(), option.rect
    focus = is_on(option, _S.State_HasFocus)
    if not told(widget, "flat_combo"):
        _frame(option, painter, widget)
    elif is_on(option, _S.State_MouseOver) or focus:
        rrect(painter, rect, px(RADIUS), now.hover, now.accent if focus else None, 2)
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
    _P.PE_PanelButtonCommand: button,
    _P.PE_PanelButtonTool: tool,
    _P.PE_FrameFocusRect: _focus,
    _P.PE_IndicatorCheckBox: _check,
    _P.PE_IndicatorRadioButton: _radio,
    _P.PE_IndicatorArrowDown: _arrow,
    _P.PE_IndicatorArrowRight: _arrow_right,
}
