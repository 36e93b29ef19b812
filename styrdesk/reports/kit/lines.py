"""Breaking text into lines: runs of one look in, lines of measured pieces out.

Time is linear in the length of the text, and nothing is lost: a word that no line can hold is
divided where the line ends. Spaces stay at the line's end, so that the words stand apart when
the text is read from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from styrdesk.domain.richtext import Text
from styrdesk.reports.kit import fonts, hyphens
from styrdesk.reports.kit.clean import pdf_text
from styrdesk.reports.kit.theme import TextStyle
from styrdesk.reports.kit.words import Short

SOFT_HYPHEN: Final = "\xad"
ELLIPSIS: Final = "\u2026"
BOX: Final = "\N{BALLOT BOX}"
_HALF: Final = 0.35
"""Half the height of a capital letter, as a share of the size."""
_SMALL: Final = 0.66
_TOKEN = re.compile(
    r"((?:[^ \n]+|(?<=§) (?=\d)|(?<=\d) (?=%|\d{3}(?!\d)|(?:tkr|mnkr|kr|år|m²|°C)\b))*)( *)(\n?)"
)
"""A word, its spaces, a line end. «§ 112», «30 %», «1 450 100 tkr» are words however typed."""
_JOINT = re.compile(r"(?<=[^\W\d_]{3}[-–/])(?=[^\W\d_]{3})|(?<=[a-zåäö][@._])(?=[^\W_])")
"""Where a word may be divided without a sign: «tid-/punkt», an address; never «HR-/partner»."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BREAKS = re.compile("[\n\xad]| $")
_SLACK: Final = 0.01
_LONG_LINE: Final = 250.0
_GAPS: Final = (0.22, 0.12)
"""A line so nearly full, of short and of long ones, needs no divided word."""
_FEWEST: Final = 2
_LONE: Final = 0.2
"""A last line of one word, shorter than this share of the width, is not left alone."""
_NARROWER: Final = (0.985, 0.97, 0.955, 0.94, 0.92, 0.9)
_BALANCED: Final = 4
"""A title of more lines is text, and is filled line by line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of a line is drawn, and what it belongs to.

    Attributes:
        rise: Points above the line.
        link: Number of the link in its paragraph, 0 for none.
        whole: What an abbreviation stands for.
    """

    font: str
    size: float
    color: str
    rise: float = 0
    underline: bool = False
    href: str = ""
    link: int = 0
    language: str = ""
    whole: str = ""


class Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    look: Look

    def width(self) -> float:
        """Width in points."""
        return fonts.width(self.look.font, self.text) * self.look.size


class Line(NamedTuple):
    """One line: its pieces and its width without spaces at the end."""

    pieces: tuple[Piece, ...]
    width: float


class _Word(NamedTuple):
    pieces: tuple[Piece, ...]
    width: float
    space: tuple[Piece, ...] = ()
    ends: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def shortened(text: str, look: Look, room: float) -> str:
    """As much of the text as the room holds on one line, with an ellipsis for the rest."""
    if Piece(text, look).width() <= room:
        return text
    while len(text) > 1 and Piece(text + ELLIPSIS, look).width() > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def pieces_of(runs: Iterable[Text], style: TextStyle, link_color: str) -> list[Piece]:
    """The runs with their fonts, letters that no font has replaced by a box."""
    made: list[Piece] = []
    links = 0
    for run in runs:
        links += bool(run.href)
        look = _look(run, style, link_color, links)
        for text, name in fonts.spread(pdf_text(run.text), look.font):
            piece = Piece(text, look if name == look.font else replace(look, font=name))
            made.extend(_boxes(piece, style.box) if style.box else (piece,))
    return made


def _boxes(piece: Piece, size: float) -> Iterator[Piece]:
    """The piece with its boxes to tick in a size of their own, down to the foot of the line."""
    box = replace(piece.look, size=size, rise=(piece.look.size - size) * _HALF)
    for text in filter(None, re.split(f"({BOX})", piece.text)):
        yield Piece(text, box if text == BOX else piece.look)


def _look(run: Text, style: TextStyle, link_color: str, links: int) -> Look:
    small = run.sub or run.sup
    size = max(style.size * _SMALL, 6.0) if small else style.size
    rise = style.size * (0.34 if run.sup else -0.16) if small else 0.0
    return Look(
        font=fonts.name_of(bold=style.bold or run.bold, italic=style.italic or run.italic),
        size=size,
        color=link_color if run.href else style.color,
        rise=rise,
        underline=run.underline or bool(run.href),
        href=run.href,
        link=links if run.href else 0,
        language=run.lang if _LANGUAGE.fullmatch(run.lang) else "",
        whole=run.whole if isinstance(run, Short) else "",
    )


def break_lines(
    pieces: Sequence[Piece], width: float, language: str = "", *, hyphenate: bool = False
) -> list[Line]:
    """The text in lines no wider than the width (points). There is always at least one.

    Without hyphenation only a word that no line can hold is divided, by its language's patterns.
    """
    whole = _width(pieces)
    if whole <= width and not any(_BREAKS.search(piece.text) for piece in pieces):
        return [Line(_merged(pieces), whole)]
    setter = _Setter(width, language, hyphenate=hyphenate)
    words = list(_words(pieces))
    for number, word in enumerate(words, 1):
        setter.add(word, closing=word.ends or number == len(words))
    return setter.finish()


def filled_lines(pieces: Sequence[Piece], width: float, language: str = "") -> list[Line]:
    """Running text. One short word alone on the last line gets company where room is found.

    The lines before it give a word each: the text is set a little narrower, in as many lines.
    """
    lines = break_lines(pieces, width, language, hyphenate=True)
    if len(lines) < _FEWEST or not _is_lone(lines[-1], width):
        return lines
    for share in _NARROWER:
        tried = break_lines(pieces, share * width, language, hyphenate=True)
        if len(tried) == len(lines) and not _is_lone(tried[-1], width):
            return tried
    return lines


def _is_lone(line: Line, width: float) -> bool:
    text = "".join(piece.text for piece in line.pieces).strip()
    return line.width < _LONE * width and len(text.split(" ")) == 1


def balanced_lines(pieces: Sequence[Piece], width: float, language: str = "") -> list[Line]:
    """A title in as few lines as `break_lines` gives it, but lines of about the same length."""
    lines = break_lines(pieces, width, language)
    least = max(measured(pieces)[0], width / 2)
    if not 1 < len(lines) <= _BALANCED or least >= width:
        return lines
    most = width
    while most - least > 1:
        middle = (least + most) / 2
        tried = break_lines(pieces, middle, language)
        if len(tried) > len(lines):
            least = middle
        else:
            lines, most = tried, middle
    return lines


def measured(pieces: Sequence[Piece]) -> tuple[float, tuple[float, ...]]:
    """The widest stretch that no line break can divide (hyphens apart), and the paragraphs.

    Paragraphs are told by their widths, each on one line.
    """
    found = []
    widest = line = 0.0
    for word in _words(pieces):
        widest = max(widest, word.width)
        line += word.width
        if word.ends:
            found.append(line)
            line = 0.0
        elif word.space:
            line += _width(word.space)
    return widest, (*found, line)


def _width(pieces: Iterable[Piece]) -> float:
    return sum(piece.width() for piece in pieces)


def _words(pieces: Sequence[Piece]) -> Iterator[_Word]:
    whole = "".join(piece.text for piece in pieces)
    cut = _Cutter(pieces)
    for match in _TOKEN.finditer(whole):
        if not match.group():
            continue
        start, end = match.span(1)
        joints = [start, *(start + joint.start() for joint in _JOINT.finditer(match[1])), end]
        for one, two in pairwise(joints[:-1]):
            inner = cut.slice(one, two)
            yield _Word(inner, _width(inner))
        last = cut.slice(joints[-2], end)
        yield _Word(last, _width(last), cut.slice(*match.span(2)), bool(match[3]))


class _Cutter:
    """Cuts the joined text of pieces, asked in rising order."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._at = 0  # the piece that holds the last place asked for
        self._start = 0  # where that piece starts

    def slice(self, start: int, end: int) -> tuple[Piece, ...]:
        made: list[Piece] = []
        while start < end:
            piece = self._pieces[self._at]
            stop = self._start + len(piece.text)
            if start >= stop:
                self._at, self._start = self._at + 1, stop
                continue
            upto = min(end, stop)
            made.append(Piece(piece.text[start - self._start : upto - self._start], piece.look))
            start = upto
        return tuple(made)


class _Setter:
    """Fills lines greedily."""

    def __init__(self, width: float, language: str, *, hyphenate: bool) -> None:
        self._width = width + _SLACK
        self._language = language
        self._hyphenate = hyphenate
        # Ragged lines that are nearly full need no hyphen: fewer divided words, calmer page.
        self._gap = width * _GAPS[width > _LONG_LINE]
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._x = 0.0
        self._inked = 0.0

    def add(self, word: _Word, *, closing: bool) -> None:
        """Set a word, over as many lines as it needs; a paragraph's last is not divided to fit."""
        rest: _Word | None = word
        while rest is not None:
            rest = self._place(rest, closing=closing)

    def _place(self, word: _Word, *, closing: bool) -> _Word | None:
        if self._x + word.width <= self._width:
            self._put(word.pieces, word.width)
            self._inked = self._x if word.width else self._inked
            self._put(word.space, _width(word.space))
            if word.ends:
                self._end(word)
            return None
        fits = self._x > 0 and word.width <= self._width
        whole = closing and fits and SOFT_HYPHEN not in word.text
        head = None if whole else self._divided(word)
        if head is None and self._x > 0:
            self._new_line()
            return word
        count = head[0] if head else self._most(word)
        mark = SOFT_HYPHEN if head and head[1] else ""
        first, second = _cut(word.pieces, count)
        if mark:
            last = first[-1]
            first = (*first[:-1], Piece(last.text + mark, last.look))
        self._put(first, _width(first) + self._hyphen(first, mark))
        self._inked = self._x
        self._new_line()
        return _Word(second, _width(second), word.space, word.ends)

    def _end(self, word: _Word) -> None:
        if word.pieces and not word.space:  # the next line's word must not be read together with it
            self._pieces.append(Piece(" ", word.pieces[-1].look))
        self._new_line()

    def _hyphen(self, pieces: tuple[Piece, ...], mark: str) -> float:
        look = pieces[-1].look
        return fonts.hyphen_width(look.font) * look.size if mark else 0.0

    def _put(self, pieces: tuple[Piece, ...], width: float) -> None:
        self._pieces.extend(pieces)
        self._x += width

    def _new_line(self) -> None:
        self._lines.append(Line(_merged(self._pieces), self._inked))
        self._pieces, self._x, self._inked = [], 0.0, 0.0

    def _divided(self, word: _Word) -> tuple[int, bool] | None:
        """How many letters stay on this line, by a soft hyphen or the patterns."""
        text = word.text
        room = self._width - self._x
        soft = [i + 1 for i, letter in enumerate(text) if letter == SOFT_HYPHEN]
        if not soft and self._x > 0 and (not self._hyphenate or room < self._gap):
            return None
        language = word.pieces[0].look.language or self._language
        for place in reversed(soft or hyphens.places(text, language)):
            head, _rest = _cut(word.pieces, place)
            if _width(head) + self._hyphen(head, SOFT_HYPHEN) <= room:
                return place, not soft
        return None

    def _most(self, word: _Word) -> int:
        """How many letters an empty line holds, at least one; up to a no-break space if any."""
        room, count, kept = self._width, 0, 0
        for text, look in word.pieces:
            for letter in text:
                room -= fonts.width(look.font, letter) * look.size
                if room < 0:
                    return kept or max(count, 1)
                count += 1
                kept = count if letter.isspace() else kept
        return max(count, 1)

    def finish(self) -> list[Line]:
        """The lines; an empty text is one empty line."""
        if self._pieces or not self._lines:
            self._new_line()
        return self._lines


def _cut(pieces: tuple[Piece, ...], count: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    first: list[Piece] = []
    for i, (text, look) in enumerate(pieces):
        if len(text) > count:
            head = (Piece(text[:count], look),) if count else ()
            return (*first, *head), (Piece(text[count:], look), *pieces[i + 1 :])
        first.append(Piece(text, look))
        count -= len(text)
    return tuple(first), ()


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one look joined; soft hyphens inside the line, where none is seen, gone."""
    made: list[Piece] = []
    last = len(pieces) - 1
    for i, (text, look) in enumerate(pieces):
        shown = text
        if SOFT_HYPHEN in text:
            tail = SOFT_HYPHEN if i == last and text.endswith(SOFT_HYPHEN) else ""
            shown = text.replace(SOFT_HYPHEN, "") + tail
        if made and made[-1].look == look:
            made[-1] = Piece(made[-1].text + shown, look)
        elif shown:
            made.append(Piece(shown, look))
    return tuple(made)
