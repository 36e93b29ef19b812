"""Characters of a plan that no print font has: each is printed as a box, so each is told of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.checks.finding import Place
from styrdesk.reports import kit
from styrdesk.reports.namndplan.data import PlanPrint
from styrdesk.reports.namndplan.render import parts

_CODE = "P1"


def unprintable(data: PlanPrint) -> tuple[Finding, ...]:
    """A warning for each chapter with such characters, and for what stands before the chapters."""
    chapters = {chapter.id: chapter for chapter in data.document.chapter}
    found: dict[str, dict[str, None]] = {}
    at = ""
    for part in parts(data):
        if isinstance(part, kit.Heading):
            at = part.key
        letters = dict.fromkeys(kit.missing_glyphs(kit.texts_of(part)))
        found.setdefault(at, {}).update(letters)
    plan = data.document.the_plan
    return tuple(
        Finding(
            Severity.WARNING,
            _CODE,
            _message(chapters[key].title if key else plan.title, letters),
            Place("chapter", key, chapter=key) if key else Place("plan", plan.id),
        )
        for key, letters in found.items()
        if letters
    )


def _message(where: str, letters: dict[str, None]) -> str:
    told = ", ".join(_names(letters))
    message = _("«{where}»: no print font has {letters}. It is printed as a box.")
    return message.format(where=where, letters=told)


def _names(letters: dict[str, None]) -> Iterator[str]:
    for letter in letters:
        name = unicodedata.name(letter, "").lower()
        code = f"U+{ord(letter):04X}"
        yield f"{letter} ({code} {name})" if name else code
