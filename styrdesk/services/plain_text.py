"""Text as it is kept on disk: told by its marks, else UTF-8, else as Windows wrote it before."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLDER: Final = "cp1252"
_NEVER: Final = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]")  # a program's, never a text's
_NO_LETTER: Final = "\ufffd"  # stands where what Windows has no letter for was


def decoded(content: bytes) -> str | None:
    """The text; None where it is none."""
    marked = next((code for mark, code in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(marked)
    except UnicodeDecodeError:
        if marked != "utf-8":
            return None
        text = content.decode(_OLDER, errors="replace")
    return None if "\0" in text else text


def is_text(content: bytes) -> bool:
    """Whether a file holds text alone, in letters that there are."""
    text = decoded(content)
    if text is None or _NEVER.search(text):
        return False
    return _NO_LETTER not in text or _NO_LETTER.encode() in content
