"""Where a PDF of ours has its text: between the margins, and nothing upon anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from styrdesk.reports.kit.theme import Theme

_WATERMARK = 60.0
"""Taller than this is only the word across a draft, which is to lie under all else. Points."""
_MOST = 0.2
"""Two lines may share so much of the smaller: their boxes are a little taller than the letters."""

Box = tuple[float, float, float, float]


def misplaced(data: bytes) -> list[str]:
    """What is written in a margin, beyond the paper, or upon other words."""
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            every = (text.get_rect(place) for place in range(text.count_rects()))
            boxes = sorted(box for box in every if box[3] - box[1] < _WATERMARK)
            wrong = (*_outside(boxes, page.get_size()), *_upon(boxes))
            found += [f"page {number}: {why} {text.get_text_bounded(*box)}" for why, box in wrong]
    return found


def _outside(boxes: list[Box], size: tuple[float, float]) -> Iterator[tuple[str, Box]]:
    theme, (wide, high) = Theme(), size
    for box in boxes:
        if box[0] < theme.left - 1 or box[2] > wide - theme.right + 1:
            yield "in the margin", box
        if box[1] < 0 or box[3] > high:
            yield "beyond the paper", box


def _upon(boxes: list[Box]) -> Iterator[tuple[str, Box]]:
    """The boxes that lie upon another; they are sorted from the left."""
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[0] >= one[2]:
                break
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
            if wide > 1 and high > 0 and wide * high > _MOST * least:
                yield "upon another", other
