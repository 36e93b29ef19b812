"""Letters from templates: words with fields in braces, filled in from a case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.case_type import LetterTemplate
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required

# What may stand in braces, and what it becomes. The words are Swedish, as the letters are.
FIELDS: Final[Mapping[str, str]] = {
    "nummer": N_("the case's number"),
    "dnr": N_("registration number, or the case's number while it has none"),
    "rubrik": N_("what the case is about"),
    "inkom": N_("the day it arrived"),
    "svar_senast": N_("the last day of the answer"),
    "handläggare": N_("who handles it, with title and e-mail"),
    "enhet": N_("the unit it concerns"),
    "nämnd": N_("the committee"),
    "kommun": N_("the municipality"),
    "namn": N_("who wrote in"),
    "idag": N_("today's date"),
}
_FIELD: Final = re.compile(r"\{([^{}\n]*)\}")


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with each field's value in its place; an empty one leaves no double space."""

    def value(found: re.Match[str]) -> str:
        return values.get(found[1].strip().lower(), found[0])

    lines = (
        re.sub(r"(?<=\S) {2,}", " ", line).rstrip() for line in _FIELD.sub(value, words).split("\n")
    )
    return "\n".join(lines)


def check_template(template: LetterTemplate) -> None:
    """Rules of a template: a name, and no field that there is not.

    Raises:
        RuleBroken: With the field where it stands.
    """
    required(template.name, "name", _("Write what the template is called."))
    for field in ("title", "body"):
        for word in _FIELD.findall(getattr(template, field)):
            if word.strip().lower() not in FIELDS:
                message = _("There is no field {{{word}}}. Choose among: {fields}.")
                known = ", ".join(f"{{{name}}}" for name in FIELDS)
                raise RuleBroken(message.format(word=word, fields=known), field)
