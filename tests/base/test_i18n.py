"""Texts follow the chosen language from the moment it is chosen."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from styrdesk.base import i18n
from styrdesk.base.i18n import N_, PSEUDO, _, language, ngettext, use_language

MARKED = N_("Save")


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    catalog = Catalog(locale="sv")
    catalog.add("Save", "Spara")
    catalog.add(("{count} goal", "{count} goals"), ("{count} mål", "{count} mål i plural"))
    body = BytesIO()
    write_mo(body, catalog)
    body.seek(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(i18n._catalogues, "sv", gettext.GNUTranslations(body))
        yield


def goals(n: int) -> str:
    return ngettext("{count} goal", "{count} goals", n).format(count=n)


def test_swedish_comes_first() -> None:
    assert language() == "sv"
    assert _(MARKED) == "Spara"
    assert [goals(n) for n in (0, 1, 2)] == ["0 mål i plural", "1 mål", "2 mål i plural"]


def test_a_switch_changes_texts_that_were_marked_before() -> None:
    use_language("en")
    assert _(MARKED) == "Save"
    assert [goals(n) for n in (0, 1, 2)] == ["0 goals", "1 goal", "2 goals"]
    use_language("sv")
    assert _(MARKED) == "Spara"


def test_the_pseudo_language_doubles_every_text_and_keeps_its_placeholders() -> None:
    use_language(PSEUDO)
    assert _(MARKED) == "[Save Save]"
    assert goals(1) == "[1 goal 1 goal]"
    assert goals(2) == "[2 goals 2 goals]"


@pytest.mark.parametrize("code", ["sv", "en", PSEUDO, "fi"])
def test_an_empty_text_stays_empty(code: str) -> None:
    use_language(code)
    assert _("") == ""


def test_a_language_without_a_catalogue_shows_the_source() -> None:
    use_language("fi")
    assert _(MARKED) == "Save"
