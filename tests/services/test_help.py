"""The help: what is found in it, and that every link in it leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrdesk.base.paths import document, resource
from styrdesk.services.help import GUIDE, HelpPage, find, pages, plain

LANGUAGES = ("sv", "en")
FILES = sorted(resource("help").glob("*/*.md"))
GOALS = HelpPage("goals", "# Mål\n\nFullmäktiges mål.\n\n## Ordning\n\n- Dra en **rad**.\n")
FRAMES = HelpPage("frames", "# Budgetramar\n\nEn ram per nämnd. Se [mål](goals.md).\n")
HELD = {"goals": GOALS, "frames": FRAMES}


def test_a_page_has_a_title_and_parts() -> None:
    assert GOALS.title == "Mål"
    assert list(GOALS.sections()) == [("", "Fullmäktiges mål."), ("Ordning", "Dra en rad.")]
    assert FRAMES.links() == ["goals.md"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mål", [("goals", ""), ("frames", "")]),  # the page whose title it is stands first
        ("MÅL fullmäktige", [("goals", "")]),
        ("mal", []),  # å is no a
        ("ram", [("frames", "")]),  # inside a word
        ("rad dra", [("goals", "Ordning")]),
        ("rad nämnd", []),
        ("  ", []),
        ("**", []),
    ],
)
def test_words_are_found_the_swedish_way(words: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.page, hit.heading) for hit in find(HELD, words)] == found


def test_words_that_stand_together_come_before_the_same_words_apart() -> None:
    apart = HelpPage("a", "# Anteckna\n\nSkriv dagen. Räkna ut summan.\n")
    together = HelpPage("b", "# Papper\n\nHär kan du skriva ut.\n")
    split = HelpPage("c", "# Utskrift\n\nDu **skriv ut**.\n")
    found = find({page.key: page for page in (apart, together, split)}, "skriv  ut")
    assert [hit.page for hit in found] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- **Ctrl+Z** ångrar", "Ctrl+Z ångrar"),
        ("2. Se [målen](goals.md).", "Se målen."),
        ("| F1 | hjälp |", "F1 hjälp"),
        ("## Räkna med 3 * 4", "Räkna med 3 4"),
    ],
)
def test_marks_are_no_words(line: str, words: str) -> None:
    assert plain(line) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_read_and_searched_like_any_page(language: str) -> None:
    held = pages(language)
    assert held[GUIDE].title == "Användarguide"
    heads = {hit.heading for hit in find(held, "säkerhetskopior halvtimme") if hit.page == GUIDE}
    assert heads == {"Säkerhetskopior"}


def test_the_titles_are_in_swedish_order() -> None:
    titles = [page.title for page in pages("sv").values()]
    assert titles.index("Uppdrag") < titles.index("Våra tre satser")
    assert titles.index("Personer") < titles.index("Start")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_page_has_one_title_and_its_links_lead_to_files(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    assert words.startswith("# ")
    assert words.count("\n# ") == 0
    for link in HelpPage(path.stem, words).links():
        assert (path.parent / link).resolve().is_file(), link


def test_both_languages_have_the_same_pages_with_the_same_parts() -> None:
    swedish, english = (
        {
            path.stem: (
                len(list(page.sections())),
                [Path(link).name for link in page.links()],
            )
            for path in FILES
            if path.parent.name == language
            for page in [HelpPage(path.stem, path.read_text(encoding="utf-8"))]
        }
        for language in LANGUAGES
    )
    assert swedish == english


def test_no_link_of_the_guide_leads_to_nowhere() -> None:
    for link in HelpPage(GUIDE, document(f"{GUIDE}.md").read_text(encoding="utf-8")).links():
        assert (document("x").parent / link).is_file(), link
