"""The one door for text on its way to paper: what may not be printed is taken out here.

There is no markup language between the kit and the page, so `<`, `&` and quotes are letters like
any other and nothing a user writes can become a tag, a font size, an image or an address.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REFUSED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible, and those that turn text
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"  # half characters, and those no XML may hold
    "\ufe00-\ufe0f\U000e0000-\U000e0fff]"  # choosers of a glyph's variant, invisible tags
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")


@lru_cache(maxsize=4096)
def pdf_text(text: str) -> str:
    """Text as it may be printed.

    Control characters, lone surrogates, invisible and direction-changing characters go; every
    kind of line end becomes a newline, every breaking space an ordinary one; letters are
    composed (NFC). No-break spaces and soft hyphens stay. Nothing else is touched.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = _SPACE.sub(" ", _LINE_END.sub("\n", _REFUSED.sub("", text)))
    return unicodedata.normalize("NFC", plain)


def one_line(text: str) -> str:
    """Text for a place with room for one line: a heading, a bookmark, metadata."""
    return " ".join(pdf_text(text).replace("\xad", "").split("\n")).strip()
