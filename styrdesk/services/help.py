"""The help that is shipped: pages of Markdown, found by their name and by the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Final

from styrdesk.base.collation import fold, sort_key
from styrdesk.base.paths import document, resource

GENERAL: Final = "window"
KEYBOARD: Final = "keyboard"
GUIDE: Final = "anvandarguide"
_SOURCE: Final = "sv"  # the language that every page is written in
_LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_MARKS: Final = re.compile(r"[*`|]+|^#+ |^- |^\d+\. ")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of help.

    Attributes:
        key: The name of its file without the suffix: a page of the program, or a subject.
        text: Markdown; its first line is `# ` and the title.
    """

    key: str
    text: str

    @property
    def title(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0].removeprefix("# ").strip()

    def sections(self) -> Iterator[tuple[str, str]]:
        """Its parts in order: (heading, or empty before the first; words without marks)."""
        heading, words = "", list[str]()
        for line in self.text.splitlines()[1:]:
            if line.startswith("## "):
                yield heading, " ".join(words)
                heading, words = plain(line), []
            elif line.strip() and not set(line) <= set("|- "):
                words.append(plain(line))
        yield heading, " ".join(words)

    def links(self) -> list[str]:
        """Where its links lead, as they are written."""
        return [link for _words, link in _LINK.findall(self.text)]


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a page in which all the words looked for stand."""

    page: str
    title: str
    heading: str


def plain(line: str) -> str:
    """A line of Markdown without its marks."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", line).strip()).split())


def pages(language: str) -> dict[str, HelpPage]:
    """Every page by its key, in the language asked for where it is written in it.

    In Swedish order of the titles. The user guide is one of them, in Swedish alone.
    """
    found = {path.stem: path for code in (_SOURCE, language) for path in _files(code)}
    guide = document(f"{GUIDE}.md")
    if guide.is_file():
        found[GUIDE] = guide
    read = (HelpPage(key, path.read_text(encoding="utf-8")) for key, path in found.items())
    return {page.key: page for page in sorted(read, key=lambda page: sort_key(page.title))}


def _files(language: str) -> Iterable[Path]:
    return sorted(resource("help", language).glob("*.md"))


def find(held: Mapping[str, HelpPage], words: str) -> tuple[Hit, ...]:
    """The parts of pages in which every word stands, those with all of them in a head first.

    The guide comes after the pages, which say it in fewer words; where the words stand together
    as they were typed comes before where they stand apart.

    A word may stand inside another, as "ram" in "budgetram". Case and accents are nothing, but
    å, ä and ö are letters of their own: "mal" does not find "mål".
    """
    wanted = fold(words).split()
    if not wanted:
        return ()
    together = " ".join(wanted)
    ranked = []
    for page in held.values():
        for heading, body in page.sections():
            head = f"{page.title} {heading}"
            said = f"{heading} {body}" if heading else f"{page.title} {body}"
            if _all_in(wanted, said):
                apart = not _all_in([together], said)
                rank = (not _all_in(wanted, head), page.key == GUIDE, apart)
                ranked.append((rank, Hit(page.key, page.title, heading)))
    return tuple(hit for _rank, hit in sorted(ranked, key=itemgetter(0)))


def _all_in(wanted: Iterable[str], words: str) -> bool:
    folded = fold(words)
    return all(word in folded for word in wanted)
