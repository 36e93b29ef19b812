"""How rich text looks: heading sizes, links, protected words, live figures. Never in the text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat

from styrdesk.ui.kit.richtext_document import REF, SECRET
from styrdesk.ui.kit.theme import colour, font


class RichLook(QSyntaxHighlighter):
    """Lays looks over the formats that carry meaning, so a change of scheme is a repaint."""

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        level = block.blockFormat().headingLevel()
        if level:
            look = QTextCharFormat()
            face = font("h2" if level == 2 else "h3")  # noqa: PLR2004  # h2 and h3
            look.setProperty(QTextCharFormat.Property.FontPixelSize, face.pixelSize())
            look.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(0, len(text), look)
        self._fragments(block)

    def _fragments(self, block: QTextBlock) -> None:
        place = block.begin()
        while not place.atEnd():
            piece = place.fragment()
            look = _look(piece.charFormat())
            if look is not None:
                if block.blockFormat().headingLevel():
                    look.merge(self.format(piece.position() - block.position()))
                self.setFormat(piece.position() - block.position(), piece.length(), look)
            place += 1


def _look(meaning: QTextCharFormat) -> QTextCharFormat | None:
    line = QTextCharFormat.UnderlineStyle
    look = QTextCharFormat()
    if meaning.property(SECRET):
        look.setForeground(colour("text"))
        look.setBackground(colour("warn_tint"))
        look.setUnderlineStyle(line.DashUnderline)
        look.setUnderlineColor(colour("warn"))
        return look
    if meaning.property(REF):
        look.setBackground(colour("hover"))
        look.setUnderlineStyle(line.DotLine)
        look.setUnderlineColor(colour("accent"))
        return look
    if meaning.isAnchor():
        look.setForeground(colour("accent"))
        look.setUnderlineStyle(line.SingleUnderline)
        look.setUnderlineColor(colour("accent", 0.6))
        return look
    return None
