"""Bullet and numbered lists, nested as they are written: L > LI > Lbl and LBody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from styrdesk.domain.richtext import ListBlock, Runs
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.lines import Look
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import ItemBlock
from styrdesk.reports.kit.theme import Theme

_INDENT = 16.0
_SIGNS = ("\u2022", "\u2013", "\u25e6")
_SIGN_SIZE = (14.0, 10.5, 12.0)


class Lists:
    """Makes a list's blocks."""

    def __init__(self, theme: Theme, language: str, open_runs: Callable[[Runs], Runs]) -> None:
        self._theme = theme
        self._language = language
        self._open = open_runs

    def blocks(self, lists: ListBlock, parent: Element) -> list[ItemBlock]:
        """The points of the list and the lists in it, in reading order."""
        made = list(self._level(lists, parent, 0))
        if made:
            made[-1].after = self._theme.body.after
        return made

    def _level(self, lists: ListBlock, parent: Element, depth: int) -> Iterator[ItemBlock]:
        numbering = "Decimal" if lists.ordered else "Disc"
        owner = parent.child("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
        widest = len(str(len(lists.items)))
        for number, item in enumerate(lists.items, 1):
            point = owner.child("LI")
            label, body = point.child("Lbl"), point.child("LBody")
            text = body.child("P") if item.children else body
            block = ItemBlock(
                self._open(item.runs), self._theme.item, self._theme, text, self._language
            )
            block.label = label
            block.indent = _INDENT * (depth + 1) + max(0, widest - 1) * 5.5 * lists.ordered
            self._sign(block, number, depth, ordered=lists.ordered)
            yield block
            for child in item.children:
                yield from self._level(child, body, depth + 1)

    def _sign(self, block: ItemBlock, number: int, depth: int, *, ordered: bool) -> None:
        if ordered:
            block.mark = f"{number}."
            block.mark_look = Look(fonts.name_of(), self._theme.item.size, self._theme.ink)
            return
        kind = min(depth, len(_SIGNS) - 1)
        block.mark = _SIGNS[kind]
        block.mark_look = Look(fonts.name_of(), _SIGN_SIZE[kind], self._theme.primary)
