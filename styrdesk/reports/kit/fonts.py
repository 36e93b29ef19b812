"""The fonts of print: which font holds a letter, how wide it is, what no font has.

Source Sans 3 sets everything; DejaVu Sans the letters it lacks (Skolt Sámi Ǩ, Greek, ☒); a
character in neither is printed as a box and reported by `missing_glyphs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from styrdesk.base.i18n import _
from styrdesk.base.paths import resource
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.reports.kit.clean import pdf_text

REGULAR: Final = "Print"
BOX: Final = "\u25a1"
_FILES: Final = {
    "Print": "SourceSans3-Regular.ttf",
    "Print-Italic": "SourceSans3-Italic.ttf",
    "Print-Bold": "SourceSans3-SemiBold.ttf",
    "Print-BoldItalic": "SourceSans3-SemiBoldItalic.ttf",
    "Second": "DejaVuSans.ttf",
    "Second-Bold": "DejaVuSans-Bold.ttf",
}
_SET_BY_BREAKING = frozenset("\n\xad\xa0")  # never drawn as themselves


@cache
def font(name: str) -> TTFont:
    """A registered font.

    Raises:
        FileProblem: The font's file is missing or damaged: never print with another.
    """
    path = resource("fonts", _FILES[name])
    try:
        made = TTFont(name, str(path))
    except (TTFError, OSError) as error:
        message = _("The font {name} is missing, so nothing can be printed.")
        advice = _("Install Styrdesk again.")
        raise FileProblem(FileFault.MISSING, message.format(name=path.name), advice) from error
    pdfmetrics.registerFont(made)
    return made


@cache
def _held(name: str) -> frozenset[str]:
    return frozenset(map(chr, font(name).face.charToGlyph)) | _SET_BY_BREAKING


@cache
def _widths(name: str) -> tuple[dict[str, float], float]:
    face = font(name).face
    widths = {chr(code): width / 1000 for code, width in face.charWidths.items()}
    widths["\xad"] = 0.0  # drawn only where a line breaks, as HYPHEN
    return widths, face.defaultWidth / 1000


@lru_cache(maxsize=50_000)
def width(name: str, text: str) -> float:
    """How wide the text is in the font at size 1."""
    widths, default = _widths(name)
    return sum(widths.get(letter, default) for letter in text)


@cache
def hyphen_width(name: str) -> float:
    """How wide the hyphen at a line's end is at size 1."""
    return width(name, "-")


def name_of(*, bold: bool = False, italic: bool = False) -> str:
    """The first font for a look."""
    style = ("Bold" if bold else "") + ("Italic" if italic else "")
    return f"{REGULAR}-{style}" if style else REGULAR


def spread(text: str, first: str) -> Iterator[tuple[str, str]]:
    """The text in pieces (text, font name), each in a font that has its letters."""
    held = _held(first)
    if held.issuperset(text):
        yield text, first
        return
    others = ("Second-Bold", "Second") if "Bold" in first else ("Second", "Second-Bold")
    fonts = (first, *others)
    piece, current = "", first
    for letter in text:
        name, shown = _font_for(letter, fonts)
        if name != current and piece:
            yield piece, current
            piece = ""
        piece, current = piece + shown, name
    if piece:
        yield piece, current


def _font_for(letter: str, fonts: tuple[str, ...]) -> tuple[str, str]:
    """The first that has the letter: better one of another weight than a box."""
    name = next((name for name in fonts if letter in _held(name)), "")
    return (name, letter) if name else (fonts[0], BOX)


def missing_glyphs(text: str | Iterable[str]) -> tuple[str, ...]:
    """The characters no print font has, in order of appearance; each is printed as a box."""
    whole = pdf_text(text if isinstance(text, str) else "".join(text))
    held = _held("Print") | _held("Second") | _held("Second-Bold")
    return tuple(dict.fromkeys(letter for letter in whole if letter not in held))
