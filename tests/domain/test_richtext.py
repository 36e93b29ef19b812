"""Rich text: what is written is read, and what we cannot keep is refused by name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import (
    MAX_DEPTH,
    Block,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    RichText,
    Runs,
    Text,
    clean,
    from_plain,
    is_blank,
    is_link,
    merge,
    parse,
    plain,
    runs_of,
    word_count,
    write,
)
from tests.domain.trees import RICH_TEXTS, WORDS

P = "<p>{}</p>"


def normal(text: RichText) -> RichText:
    """What a tree is after a visit to the file: runs merged, only what can be kept."""
    return tuple(map(_block, text))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return replace(block, runs=_runs(runs))
        case Note(paragraphs):
            kept = tuple(Paragraph(_runs(p.runs)) for p in paragraphs)
            return Note(kept or (Paragraph(),))
        case ListBlock(ordered, items):
            return ListBlock(ordered, tuple(map(_item, items)))


def _item(item: ListItem) -> ListItem:
    children = tuple(ListBlock(c.ordered, tuple(map(_item, c.items))) for c in item.children)
    return ListItem(_runs(item.runs), children)


def _runs(runs: Runs) -> Runs:
    return merge(
        replace(
            run,
            text=clean(run.text).replace("\t", " "),
            href=run.href if is_link(run.href) else "",
            lang="" if "<" in run.lang else run.lang,
            ref=run.ref.replace("\n", " "),
        )
        for run in runs
    )


@given(RICH_TEXTS)
@example((Note(()),))
@example((Paragraph((Text("a\tb"), Text("\t\n", bold=True))),))
@example((ListBlock(ordered=False, items=(ListItem(),)),))
@example((Paragraph((Text("\x01", bold=True), Text("a"), Text("\x02", bold=True), Text("b"))),))
def test_what_is_written_is_read(text: RichText) -> None:
    stored = write(text)
    assert parse(stored) == normal(text)
    assert write(parse(stored)) == stored


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ul>",
                "</ul>",
                "<li>",
                "</li>",
                "<b>",
                "</b>",
                "<note>",
                "</note>",
                "<br/>",
                "a",
                " ",
                "\n",
                "&amp;",
                "&#9;",
                "&#x7f;",
                '<span lang="en">',
                "</span>",
            ]
        )
    ).map("".join)
)
def test_any_markup_is_read_or_refused_and_reading_it_again_changes_nothing(markup: str) -> None:
    try:
        found = parse(markup)
    except RuleBroken:
        return
    assert parse(write(found)) == found


@given(WORDS)
def test_plain_words_come_out_as_they_went_in(words: str) -> None:
    assert plain(parse(write(from_plain(words)))) == clean(words).replace("\t", " ")


HOSTILE = {
    '<!DOCTYPE r [<!ENTITY a "b">]><p>&a;</p>': "<!",
    "<![CDATA[<p>x</p>]]>": "<!",
    "<p><!-- x --></p>": "<!",
    "<?php x ?>": "<!",
    "<script>alert(1)</script>": "<script>",
    "<p><script>alert(1)</script></p>": "<script>",
    "<p><img src='https://x'/></p>": "<img src>",
    "<h1>x</h1>": "<h1>",
    "<table/>": "<table>",
    "<p><a href='javascript:alert(1)'>x</a></p>": "javascript:alert(1)",
    "<p><a href='JaVaScRiPt:alert(1)'>x</a></p>": "JaVaScRiPt",
    "<p><a href='file:///etc/passwd'>x</a></p>": "file:",
    "<p><a href='data:text/html,x'>x</a></p>": "data:",
    "<p><a href='https://a b'>x</a></p>": "a b",
    "<p><a>x</a></p>": "<a",
    "<p onclick='x'>y</p>": "<p onclick>",
    "<p><b style='color:red'>y</b></p>": "<b style>",
    "<p><a href='#x' target='_blank'>y</a></p>": "<a target>",
    "<p><span class='red'>y</span></p>": "<span red>",
    "<p><span lang='e n'>y</span></p>": "<span e n>",
    "<p xmlns='http://x'>y</p>": "{http://x}p",
    "<p><p>y</p></p>": "<p>",
    "<p><ul><li>x</li></ul></p>": "<ul>",
    "<ul><p>x</p></ul>": "<ul><p>",
    "<ul><li><p>x</p></li></ul>": "<p>",
    "<li>x</li>": "<li>",
    "<note><ul/></note>": "<note><ul>",
    "<note><h2>x</h2></note>": "<note><h2>",
    "<note><note/></note>": "<note><note>",
    "<note><b>x</b></note>": "<note><b>",
    "<p><br>x</br></p>": "<br>",
    "<p><br><b/></br></p>": "<br>",
}


@pytest.mark.parametrize(("markup", "named"), HOSTILE.items())
def test_what_the_subset_has_not_is_refused_by_name(markup: str, named: str) -> None:
    use_language("en")
    with pytest.raises(RuleBroken, match="not allowed") as refused:
        parse(markup)
    assert named in refused.value.message


DAMAGED = [
    "<p>x",
    "</p>",
    "</r><r>",
    "x",
    "<p>x</p>y",
    "<p>&nbsp;</p>",
    "<p>&#0;</p>",
    "<p>&#xD800;</p>",
    '<p><a href="<">x</a></p>',
    "<p>a & b</p>",
    # Words that no block would have kept.
    "<ul>x<li>y</li></ul>",
    "<ul><li>y</li>x</ul>",
    "<ul><li>a<ul><li>b</li></ul>c</li></ul>",
    "<ul><li>a<ul><li>b</li></ul><b>c</b></li></ul>",
    "<note>x</note>",
    "<note><p>x</p>y</note>",
]


@pytest.mark.parametrize("markup", DAMAGED)
def test_damaged_markup_is_refused_and_no_word_of_it_lost(markup: str) -> None:
    use_language("en")
    with pytest.raises(RuleBroken, match="damaged"):
        parse(markup)


@pytest.mark.parametrize("tag", ["b", "ul><li", "note", "span", "p", "x"])
def test_deep_nesting_is_refused_and_not_a_crash(tag: str) -> None:
    close = "></".join(reversed(tag.split("><")))
    with pytest.raises(RuleBroken):
        parse(f"<p>{f'<{tag}>' * 30_000}{f'</{close}>' * 30_000}</p>")
    with pytest.raises(RuleBroken):
        parse(f"<{tag}>" * 30_000 + f"</{close}>" * 30_000)


@pytest.mark.parametrize(("depth", "fits"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_lists_nest_so_deep_and_no_deeper(depth: int, fits: bool) -> None:
    markup = "<ol><li>" * depth + "</li></ol>" * depth
    if fits:
        assert write(parse(markup)) == markup
    else:
        with pytest.raises(RuleBroken):
            parse(markup)


def test_marks_and_spans_add_up() -> None:
    markup = (
        '<p><span lang="en" class="secret"><b>a<span data-ref="x"><i>b</i></span></b></span>'
        '<a href="#k"><u>c</u></a></p>'
    )
    assert parse(markup) == (
        Paragraph(
            (
                Text("a", bold=True, lang="en", secret=True),
                Text("b", bold=True, italic=True, lang="en", secret=True, ref="x"),
                Text("c", underline=True, href="#k"),
            )
        ),
    )


def test_line_ends_of_the_markup_are_spaces_and_br_is_a_line_end() -> None:
    assert parse("<p>a\n\tb<br/>c&#10;d</p>") == (Paragraph((Text("a b\nc d"),)),)


def test_no_break_spaces_and_soft_hyphens_are_kept() -> None:
    words = "1\u00a0450\u00a0100 arbets\u00admarknad"
    assert plain(parse(write(from_plain(words)))) == words


def test_control_characters_and_halves_of_characters_are_left_out() -> None:
    assert parse("<p>a\x00b\x1f\ud83dc&#x7f;</p>") == (Paragraph((Text("abc"),)),)


def test_an_empty_remark_has_room_for_words() -> None:
    assert parse("<note/>") == (Note((Paragraph(),)),)
    assert write((Note(()),)) == "<note><p></p></note>"


@pytest.mark.parametrize("href", ["https://a.se", "HTTP://a", "mailto:a@b", "tel:1", "#a"])
def test_web_mail_telephone_and_place_are_links(href: str) -> None:
    assert is_link(href)


@pytest.mark.parametrize(
    "href", ["", "#", "https://", "a.se", "javascript:x", " https://a", "https://a\n", "#\x01"]
)
def test_other_addresses_are_no_links(href: str) -> None:
    assert not is_link(href)


def test_reading_order_goes_down_into_lists_and_remarks() -> None:
    markup = "<h2>a</h2><ul><li>b<ol><li>c</li></ol></li><li>d</li></ul><note><p>e f</p></note>"
    text = parse(markup)
    assert ["".join(run.text for run in runs) for runs in runs_of(text)] == [*"abcd", "e f"]
    assert plain(text) == "a\nb\nc\nd\ne f"
    assert word_count(text) == 6


@pytest.mark.parametrize("markup", ["", "<p></p>", "<p> \u00a0<br/></p>", "<ul><li/></ul>"])
def test_a_text_without_a_letter_is_blank(markup: str) -> None:
    assert is_blank(parse(markup))
    assert not is_blank(parse(markup + "<p>a</p>"))
