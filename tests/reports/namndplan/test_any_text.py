"""Ten thousand texts in every place a user writes: all of them come back from the page."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from styrdesk.domain import free_table, richtext
from styrdesk.domain.assignment import AssignmentAnswer
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.free_table import FreeColumn, FreeRow, FreeTable
from styrdesk.domain.plan import Activity, BlockKind, CycleEvent, Signatory
from styrdesk.domain.richtext import Paragraph, Text
from styrdesk.domain.risk import Control, Risk
from styrdesk.reports import kit
from styrdesk.reports.kit.fonts import BOX
from styrdesk.reports.namndplan.unprintable import unprintable
from tests.helpers.pdf_checks import spoken, validator_findings
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import document_print

DOCUMENTS = 4
TEXTS = 2_500
PIECES = (
    *"abcdefghijklmnopqrstuvwxyzåäöÅÄÖéüÉÜ0123456789<>&\"'()[]{}\\/%$#@!?.,;:-–—−_+=*~^|`",
    *("\xa0", "\xad", "\t", "\n", "\r\n", "\u2028", "\u202e", "\u200b", "\ufeff", "\x00", "\x1b"),
    *("Ǩ", "č", "ŧ", "Ω", "Ж", "א", "ع", "漢", "😀", "\U0001d400", "\ue000", "\u0378", "\ufffd"),
    *("e\u0301", "a\u030a", "\ud800", "☐", "☑", "✓", "→", "≤", "½", "§", "€", "\ufdd0"),
    *("<b>", "</p>", "&amp;", "<img src=x>", "%s", "{0}", "BT ET", "]]>", "arbetsmarknads", " "),
    *(" och ", " nämnden ", " ", " ", "samhällsbyggnadsförvaltningens"),
)


def some_text(random_: random.Random, number: int) -> str:
    """A text that is known again by the number it begins with."""
    if number % 3 == 0:
        made = "".join(
            chr(random_.choice((random_.randrange(32, 0x250), random_.randrange(0x11_0000))))
            for _each in range(random_.randrange(12))
        )
    else:
        made = "".join(random_.choices(PIECES, k=random_.randrange(1, 14)))
    return f"n{number}n{made}"


# Control characters, half characters, and signs without a body: invisible, or turning the text.
BODILESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)


def kept(text: str) -> str:
    """What of a text may be asked to come back: all that has a body, as a box where no font can."""
    plain = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    shown = unicodedata.normalize("NFC", BODILESS.sub("", plain))
    for letter in kit.missing_glyphs(shown):
        shown = shown.replace(letter, BOX)
    return spoken(shown)


def cell(texts: list[str]) -> str:
    return richtext.clean(texts.pop())


def rows_of(texts: list[str], count: int) -> PlanDocument:
    """The small plan with texts from the list in every place where a user writes one line."""
    made, p = small.document(), small.PLAN
    tables: dict[str, list[Any]] = {
        "activity": [
            Activity(f"a{n}", p, None, None, cell(texts), cell(texts), None, None, cell(texts))
            for n in range(count)
        ],
        "assignment_answer": [
            AssignmentAnswer("x", p, made.assignment[0].id, cell(texts), cell(texts))
        ],
        "risk": [
            Risk(f"r{n}", p, cell(texts), cell(texts), cell(texts), cell(texts), cell(texts))
            for n in range(count)
        ],
        "control": [
            Control(
                f"c{n}", p, "r0", cell(texts), cell(texts), cell(texts), cell(texts), cell(texts)
            )
            for n in range(count)
        ],
        "cycle_event": [
            CycleEvent(f"e{n}", p, n % 13, cell(texts), cell(texts), cell(texts))
            for n in range(count)
        ],
        "signatory": [Signatory(f"s{n}", p, cell(texts), cell(texts)) for n in range(3)],
        "goal": [replace(g, title=cell(texts), code=cell(texts)) for g in made.goal],
        "indicator": [
            replace(i, title=cell(texts), source=cell(texts), unit=cell(texts))
            for i in made.indicator
        ],
        "budget_line": [replace(b, title=cell(texts)) for b in made.budget_line * count],
        "category_line": [replace(b, title=cell(texts)) for b in made.category_line * count],
        "frame_item": [replace(b, title=cell(texts)) for b in made.frame_item * count],
        "investment": [replace(b, title=cell(texts)) for b in made.investment * count],
        "volume": [replace(b, title=cell(texts), unit="") for b in made.volume * count],
        "committee": [replace(made.the_committee, name=cell(texts))],
        "chapter": [replace(c, title=cell(texts)) for c in made.chapter],
        "plan": [replace(made.the_plan, title=cell(texts), document_owner=cell(texts))],
    }
    rows = dict(made.tables()) | {name: tuple(given) for name, given in tables.items()}
    captioned = tuple(
        replace(b, caption=cell(texts)) if b.kind is not BlockKind.TEXT else b for b in made.block
    )
    return PlanDocument.of(rows | {"block": captioned})


def with_running_text(document: PlanDocument, texts: list[str]) -> PlanDocument:
    """The rest of the texts in paragraphs and in a free table."""
    half = len(texts) // 2
    table = FreeTable(
        tuple(FreeColumn(f"c{n}", "Kolumn") for n in range(4)),
        tuple(
            FreeRow(f"r{n}", tuple(map(richtext.clean, texts[n : n + 4])))
            for n in range(0, half, 4)
        ),
    )
    prose = tuple(Paragraph((Text(richtext.clean(text)),)) for text in texts[-(-half // 4) * 4 :])
    bodies = {
        BlockKind.TEXT: richtext.write(prose),
        BlockKind.FREE_TABLE: free_table.write(table),
    }
    blocks = tuple(replace(b, body=bodies.get(b.kind, b.body)) for b in document.block)
    return replace(document, block=blocks)


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_every_text_comes_back_whole_wherever_it_is_written(seed: int) -> None:
    random_ = random.Random(seed)  # noqa: S311  # the same texts each time
    texts = [some_text(random_, number) for number in range(TEXTS)]
    left = list(texts)
    document = rows_of(left, 30)
    document = with_running_text(document, left)
    made = document_print(document)
    said = made.words.replace(" ", "")
    lost = [t for t in texts if kept(richtext.clean(t)).replace(" ", "") not in said]
    assert [ascii(text) for text in lost] == []
    assert made.reading.findings() == []
    assert validator_findings(made.data) == []


def test_characters_that_become_a_box_are_listed_where_they_stand() -> None:
    made = small.document()
    chapters = (replace(made.chapter[0], title="Om 漢字 och 漢"), *made.chapter[1:])
    risk = (replace(made.risk[0], cause="Ett \U0001d400 fel"),)
    plan = replace(made.the_plan, title="Plan \ue000")
    data = small.printable(replace(made, chapter=chapters, risk=risk, plan=(plan,)))
    found = unprintable(data)
    at = {finding.place.chapter: finding.message for finding in found}
    risks = next(b.chapter_id for b in made.block if b.kind is BlockKind.RISKS)
    assert Counter(f.severity.value for f in found) == {"warning": 3}
    assert "U+6F22" in at[chapters[0].id]
    assert "U+5B57" in at[chapters[0].id]
    assert "mathematical bold capital a" in at[risks]
    assert "U+E000" in at[""]
    assert at[chapters[0].id].count("U+6F22") == 1


def test_a_plan_of_known_letters_has_nothing_to_list() -> None:
    assert unprintable(small.printable(small.document())) == ()
