"""Generated rich text: any tree our own writer can be given."""

from __future__ import annotations

from hypothesis import strategies as st

from styrdesk.domain.richtext import (
    MAX_DEPTH,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    RichText,
    Runs,
    Text,
)

HREFS = [
    "",
    'https://www.borlange.se/?a=1&b="2"\'<',
    "mailto:a@b.se",
    "tel:+46243740 00".replace(" ", ""),
    "#k1",
]
WORDS = st.text(max_size=12) | st.text("ab <>&\"'\t\n\r\x00\x7f\ud800\u00a0\u2028]", max_size=12)

TEXTS = st.builds(
    Text,
    WORDS,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    sub=st.booleans(),
    sup=st.booleans(),
    href=st.sampled_from([*HREFS, "javascript:alert(1)", "https://a b"]),
    lang=st.sampled_from(["", "en", "sv-FI", "<not one>"]),
    secret=st.booleans(),
    ref=st.sampled_from(["", "frame.2026", 'a "b" <c>\n']),
)
RUNS: st.SearchStrategy[Runs] = st.lists(TEXTS, max_size=4).map(tuple)


def _lists(depth: int) -> st.SearchStrategy[ListBlock]:
    below = (
        st.just(()) if depth == MAX_DEPTH else st.lists(_lists(depth + 1), max_size=1).map(tuple)
    )
    items = st.lists(st.builds(ListItem, RUNS, below), max_size=3).map(tuple)
    return st.builds(ListBlock, st.booleans(), items)


PARAGRAPHS = st.builds(Paragraph, RUNS)
BLOCKS = st.one_of(
    PARAGRAPHS,
    st.builds(Heading, st.sampled_from([2, 3]), RUNS),
    st.deferred(lambda: _lists(1)),
    st.builds(Note, st.lists(PARAGRAPHS, max_size=3).map(tuple)),
)
RICH_TEXTS: st.SearchStrategy[RichText] = st.lists(BLOCKS, max_size=4).map(tuple)
