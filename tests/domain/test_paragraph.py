"""However the paragraph of a decision is typed, it is shown one way."""

from __future__ import annotations

from datetime import date

import pytest

from styrdesk.domain.paragraph import decision, paragraph


@pytest.mark.parametrize("typed", ["87", "§87", "§ 87", " § 87 ", "§\u00a087", "§§ 87"])
def test_one_paragraph_has_one_sign_on_the_line_of_its_number(typed: str) -> None:
    assert paragraph(typed) == "§\u00a087"


@pytest.mark.parametrize("typed", ["87-88", "87–88", "§ 87–88", "§§ 87–88", "§§87 - 88"])
def test_several_paragraphs_have_two_signs(typed: str) -> None:
    assert paragraph(typed) == "§§\u00a087–88"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("12 a", "§\u00a012 a"),
        ("KS § 4, bilaga 2", "KS §\u00a04, bilaga 2"),
        ("paragraf 87", "paragraf 87"),
    ],
)
def test_what_is_more_than_a_number_is_kept_as_it_was_written(typed: str, shown: str) -> None:
    assert paragraph(typed) == shown


def test_what_is_shown_can_be_typed_again() -> None:
    for typed in ("87", "§§ 87–88", "KS § 4, bilaga 2"):
        assert paragraph(paragraph(typed)) == paragraph(typed)


def test_a_decision_is_told_as_far_as_it_is_known() -> None:
    assert decision(date(2025, 12, 10), "112") == "2025-12-10 §\u00a0112"
    assert decision(None, "112") == "§\u00a0112"
    assert decision(None, "") == ""
