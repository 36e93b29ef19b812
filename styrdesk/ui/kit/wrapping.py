"""Words in a cell: on as many lines as they need, up to a bound; none of them cut in silence."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from styrdesk.ui.kit.paint import elide

_LANGUAGE: Final = "sv"  # what plans and registers are written in
MOST_LINES: Final = 6  # of a cell; the whole text is its tool tip, and stands under the table


_SOFT: Final = "\u00ad"


def _dividable(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words with a soft hyphen wherever one that is too wide may be divided."""
    found = words.replace(_SOFT, "").split(" ")
    if all(metrics.horizontalAdvance(word) <= width for word in found):
        return " ".join(found)
    from styrdesk.reports.kit.hyphens import softened  # noqa: PLC0415  # reads its patterns

    wide = (metrics.horizontalAdvance(word) > width for word in found)
    return " ".join(
        softened(word, _LANGUAGE, _SOFT) if over else word
        for word, over in zip(found, wide, strict=True)
    )


def _line(words: str) -> str:
    """A line as it is drawn: with a hyphen where a word goes on."""
    goes_on = words.endswith(_SOFT)
    return words.replace(_SOFT, "").rstrip() + "-" * goes_on


def wrapped(words: str, face: QFont, width: int, most: int = MOST_LINES) -> list[str]:
    """The lines that words fill in a width; a long word is divided, and rather broken than cut.

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
    words = _dividable(words, metrics, width)
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
            lines.append(elide(metrics, rest.replace(_SOFT, ""), width))
            break
        end = start + line.textLength() * 2
        lines.append(_line(units[start:end].decode("utf-16-le", "replace")))
    layout.endLayout()
    return lines
