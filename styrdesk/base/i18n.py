"""The one door to gettext: English is the source language, Swedish the first language shown."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from styrdesk.base.paths import translations

NAMES: Final = {"sv": "Svenska", "en": "English"}  # each as it calls itself
LANGUAGES: Final = tuple(NAMES)
PSEUDO: Final = "xx"


class _Pseudo(_gettext.NullTranslations):
    """Doubles every text, so that a layout that cannot grow shows itself in a test."""

    def gettext(self, message: str) -> str:
        return f"[{message} {message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


_catalogues: dict[str, _gettext.NullTranslations] = {
    "en": _gettext.NullTranslations(),
    PSEUDO: _Pseudo(),
}
_current = "sv"


def _catalogue() -> _gettext.NullTranslations:
    if _current not in _catalogues:
        _catalogues[_current] = _read(_current)
    return _catalogues[_current]


def _read(code: str) -> _gettext.NullTranslations:
    """The compiled catalogue of a language, without gettext's search for one by the locale."""
    file = translations() / code / "LC_MESSAGES" / "styrdesk.mo"
    if not file.is_file():
        return _gettext.NullTranslations()
    with file.open("rb") as compiled:
        return _gettext.GNUTranslations(compiled)


def use_language(code: str) -> None:
    """Switch the language of every text shown from now on ("sv", "en")."""
    global _current  # noqa: PLW0603  # one process speaks one language at a time
    _current = code


def language() -> str:
    """The language code texts are shown in."""
    return _current


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Texts are in this language inside; empty is the language that is on."""
    before = _current
    use_language(code or before)
    try:
        yield
    finally:
        use_language(before)


def _(message: str) -> str:
    """The text in the chosen language."""
    return _catalogue().gettext(message) if message else ""


def in_each(message: str) -> tuple[str, ...]:
    """A text in every language that the program speaks, whichever is on; safe on any thread."""
    for code in LANGUAGES:
        if code not in _catalogues:
            _catalogues[code] = _read(code)
    return tuple(_catalogues[code].gettext(message) if message else "" for code in LANGUAGES)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for a mark without translation
    """Mark a text for translation; it is translated with `_` where it is shown."""
    return message


def ngettext(singular: str, plural: str, n: int) -> str:
    """The singular or plural text for n things."""
    return _catalogue().ngettext(singular, plural, n)
