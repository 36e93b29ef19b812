"""What the help holds and in which order: its pages, and the keys as the commands have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from styrdesk.base.i18n import _, language
from styrdesk.services.help import GENERAL, GUIDE, KEYBOARD, HelpPage, pages
from styrdesk.ui.kit.piece import PieceSpec
from styrdesk.ui.kit.text import key_words
from styrdesk.ui.shell.commands import Command

_FIRST = (GENERAL, GUIDE, KEYBOARD)


def help_pages(commands: Iterable[Command]) -> dict[str, HelpPage]:
    """Every page in the language shown; that of the keys with the keys there are."""
    held = pages(language())
    page = held[KEYBOARD]
    title, _end, rest = page.text.partition("\n")
    head = _("Everywhere")
    words = "\n".join([title, "", f"## {head}", "", *_keys(commands), "", rest.strip()])
    return held | {KEYBOARD: replace(page, text=words)}


def _keys(commands: Iterable[Command]) -> Iterable[str]:
    for command in commands:
        if command.keys:
            said = _(" or ").join(f"**{key_words(keys)}**" for keys in command.keys)
            yield f"- {said} {command.title.removesuffix(' …')}"


def contents(held: Iterable[str], pieces: Iterable[PieceSpec]) -> list[tuple[str, Sequence[str]]]:
    """The order of the help: the program as a whole, then each tab with its pages."""
    of_tabs = {
        spec.key: list(dict.fromkeys([spec.key, *(p.key for p in spec.pages())])) for spec in pieces
    }
    taken = {key for keys in of_tabs.values() for key in keys} | set(_FIRST)
    whole = [*_FIRST, *(key for key in held if key not in taken)]
    groups = [(_("The program"), whole)]
    groups += [(_(spec.title), of_tabs[spec.key]) for spec in pieces]
    there = set(held)
    kept = [(head, [key for key in keys if key in there]) for head, keys in groups]
    return [(head, keys) for head, keys in kept if keys]
