"""Three corrections of the PDF writer (reportlab 5.1), without which no file is PDF/A or PDF/UA."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_BLOCK: Final = 100
"""Entries a bfchar block may hold (Adobe technical note 5014)."""


def to_unicode(fontname: str, subset: list[int]) -> str:
    """The map from codes to characters.

    The writer's own maps unused codes to U+0000, exceeds 100 entries a block and cannot write
    characters beyond U+FFFF.
    """
    pairs = [
        (code, chr(letter).encode("utf-16-be").hex())
        for code, letter in enumerate(subset)
        if letter
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{letter.upper()}>" for code, letter in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _end_line(source: bytes) -> bytes:
    body = source.removesuffix(b"endstream\n")
    # Data that ends in CR must not merge with our LF, or a checker miscounts the length.
    return body + (b"\r\nendstream\n" if body.endswith(b"\r") else b"\nendstream\n")


@cache
def apply() -> None:
    """Put the corrections in place, once a process."""
    written = pdfdoc.PDFStream.format

    def stream(self: Any, document: Any) -> bytes:
        return _end_line(written(self, document))

    ttfonts.makeToUnicodeCMap = to_unicode
    pdfdoc.PDFStream.format = stream  # type: ignore[method-assign]  # the correction itself
    rl_config.useA85 = 0
