"""Letters: fields in braces, filled in from a case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from styrdesk.base.paths import resource
from styrdesk.domain.case_type import LetterTemplate
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.letters import FIELDS, check_template, filled
from styrdesk.services.styrmodell import load


def test_a_field_is_filled_in_and_the_rest_is_left() -> None:
    words = "Hej {namn}\n\nÄrende {Nummer}, {okänt} {oavslutat"
    assert filled(words, {"namn": "Åsa", "nummer": "2026-001"}) == (
        "Hej Åsa\n\nÄrende 2026-001, {okänt} {oavslutat"
    )


def test_an_empty_field_leaves_no_gap() -> None:
    assert filled("Hej {namn}\nVi på {enhet} tackar", {"namn": "", "enhet": ""}) == (
        "Hej\nVi på tackar"
    )


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert filled("{namn}", {"namn": "{dnr}", "dnr": "1"}) == "{dnr}"


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_template_with_a_field_that_is_none_is_refused(field: str) -> None:
    changed: dict[str, Any] = {field: "Hej {namm}"}
    wrong = replace(LetterTemplate("1", "Svar"), **changed)
    with pytest.raises(RuleBroken) as broken:
        check_template(wrong)
    assert broken.value.field == field
    assert "{namm}" in broken.value.message


def test_the_shipped_templates_are_sound() -> None:
    for one in load(resource("cases", "types.toml"))["letter"]:
        check_template(LetterTemplate("1", one["name"], title=one["title"], body=one["body"]))


def test_every_field_can_be_written() -> None:
    check_template(LetterTemplate("1", "Alla", body=" ".join(f"{{{name}}}" for name in FIELDS)))
