"""Words in a cell: on as many lines as they need, up to a bound; none of them cut in silence."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from styrdesk.ui.kit.paint import elide

MOST_LINES: Final = 6  # of a cell; the whole text is its tool tip, and stands under the table


def wrapped(words: str, face: QFont, width: int, most: int = MOST_LINES) -> list[str]:
    """The lines that words fill in a width; a long word is broken rather than cut.

    Args:
        words: Of one paragraph.
        face: What they are drawn with.
        width: Pixels.
        most: Lines at the most; the last one then ends with an ellipsis.
    """
    metrics = QFontMetrics(face)
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, face)
    layout.setTextOption(option)
    units = words.encode("utf-16-le")  # Qt counts in these
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start = line.textStart() * 2
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "replace")
            lines.append(elide(metrics, rest, width))
            break
        end = start + line.textLength() * 2
        lines.append(units[start:end].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines
