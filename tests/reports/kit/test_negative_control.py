"""A good file is damaged in many ways; the checks must see every one, or they prove nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from styrdesk.reports import kit
from styrdesk.reports.kit.textblocks import TextBlock
from tests.helpers.pdf_checks import Reading, validator_findings
from tests.helpers.pdf_places import misplaced
from tests.reports.kit import edge

Damage = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    parts: list[kit.Part] = [
        kit.Title("Titel"),
        kit.Heading("Kapitel", key="ekonomi"),
        kit.Prose(edge.rich()),
        edge.long_table(5),
        kit.Picture(edge.picture(), "En blå ruta", "Figur 1"),
        kit.Heading("Underskrift", 2),
        kit.Signatures((kit.SignatureRow("Ordförande"),), fields=True),
    ]
    return kit.build(edge.META, parts)


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, Array):
            waiting = [*one, *waiting]
        elif isinstance(one, Dictionary) and "/S" in one:
            if Name("/" + role) == one.S:
                found.append(one)
            waiting.insert(0, one.get("/K", Array()))
    return found


def noted(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    every = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    return [note for note in every if note.Subtype == Name("/" + kind)]


def stream(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    source = page.Contents.read_bytes()
    assert old in source
    page.Contents = pdf.make_stream(source.replace(old, new, 1))


def retag(role: str, new: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        for one in elements(pdf, role):
            one.S = Name("/" + new)

    return damage


def strip(role: str, key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        for one in elements(pdf, role):
            if key in one:
                del one[key]

    return damage


def drop(key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return damage


def note_without(kind: str, key: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        del noted(pdf, kind)[0][key]

    return damage


def rewrite(old: bytes, new: bytes) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        source = pdf.Root.Metadata.read_bytes()
        assert old in source
        pdf.Root.Metadata.write(source.replace(old, new))

    return damage


def fonts_without(key: str, *, descriptor: bool = False) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
        del (font.FontDescriptor if descriptor else font)[key]

    return damage


def no_page_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def no_tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def wrong_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String("En annan titel")


def ownerless_mark(pdf: pikepdf.Pdf) -> None:
    stream(pdf, b"/MCID 3>>", b"/MCID 999>>")


def untagged_stroke(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + b"\n0 0 9 9 re f")


def text_in_artifact(pdf: pikepdf.Pdf) -> None:
    stream(pdf, b"/P <</MCID", b"/Artifact <</MCID")


def wrong_owner(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def empty_alt(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String(" ")


def opens_something(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def title_not_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def missing_cell(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[3]
    del row.K[1]


def not_embedded(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.BaseFont = Name.Helvetica


def no_such_language(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].Lang = String("svenska språket")


def last_read_first(pdf: pikepdf.Pdf) -> None:
    chapter = elements(pdf, "Sect")[0].K
    chapter.insert(1, chapter[-2])  # the last paragraph; after it stands a field, without marks
    del chapter[-2]


def links_to_nothing(pdf: pikepdf.Pdf) -> None:
    inside = [note for note in noted(pdf, "Link") if "/Dest" in note]
    inside[0].Dest = String("ingenstans")


def alt_of_caption(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String("Figur 1")


def bookmark_misnamed(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Annat"


def bookmark_to_nothing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Dest = String("ingenstans")


def unknown_scope(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TH")[0].A.Scope = Name.Kolumn


def short_for_nothing(pdf: pikepdf.Pdf) -> None:
    (unit,) = [span for span in elements(pdf, "Span") if "/E" in span]
    unit.E = String(" ")


DAMAGES: dict[str, Damage] = {
    "no mark info": drop("/MarkInfo"),
    "no language": drop("/Lang"),
    "passage in no language": no_such_language,
    "no output intent": drop("/OutputIntents"),
    "no metadata": drop("/Metadata"),
    "no viewer preferences": drop("/ViewerPreferences"),
    "title not shown": title_not_shown,
    "no PDF/UA mark": rewrite(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no PDF/A level": rewrite(b"<pdfaid:conformance>A</pdfaid:conformance>", b""),
    "XMP title differs": rewrite(b"N\xc3\xa4mndplan &lt;2027&gt;", b"Annan"),
    "Info title differs": wrong_title,
    "page without parents": no_page_parents,
    "page without tab order": no_tabs,
    "mark nobody owns": ownerless_mark,
    "mark with another owner": wrong_owner,
    "stroke outside tags": untagged_stroke,
    "text made decoration": text_in_artifact,
    "figure without alt": strip("Figure", "/Alt"),
    "figure with empty alt": empty_alt,
    "heads without scope": strip("TH", "/A"),
    "heads with unknown scope": unknown_scope,
    "table without heads": retag("TH", "TD"),
    "table without caption": retag("Caption", "P"),
    "row with a cell too few": missing_cell,
    "headings as paragraphs": retag("H1", "P"),
    "level skipped": retag("H2", "H4"),
    "unknown role": retag("P", "Stycke"),
    "list point outside a list": retag("L", "Sect"),
    "link without contents": note_without("Link", "/Contents"),
    "link without parent": note_without("Link", "/StructParent"),
    "field without tip": note_without("Widget", "/TU"),
    "font without unicode": fonts_without("/ToUnicode"),
    "font not in the file": fonts_without("/FontFile2", descriptor=True),
    "font by name only": not_embedded,
    "last paragraph read first": last_read_first,
    "link to no place": links_to_nothing,
    "alt that says the caption again": alt_of_caption,
    "abbreviation of nothing": short_for_nothing,
    "no bookmarks": drop("/Outlines"),
    "bookmark of another name": bookmark_misnamed,
    "bookmark to no place": bookmark_to_nothing,
    "runs when opened": opens_something,
}


def test_text_upon_other_text_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (kit.Title("Titel"), kit.Prose("Ett stycke."), kit.Prose("Ett till."))
    assert misplaced(kit.build(edge.META, parts)) == []
    monkeypatch.setattr(TextBlock, "height", lambda *_each: 0.0)
    assert any("upon another" in one for one in misplaced(kit.build(edge.META, parts)))


@pytest.mark.parametrize(("move", "where"), [((60, 0), "margin"), ((0, -800), "paper")])
def test_text_that_has_left_its_place_is_seen(
    good: bytes, move: tuple[int, int], where: str
) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        first = pdf.pages[0]
        source = b"1 0 0 1 %d %d cm\n%s" % (*move, first.Contents.read_bytes())
        first.Contents = pdf.make_stream(source)
        assert any(where in one for one in misplaced(saved(pdf)))


def findings(data: bytes) -> list[str]:
    try:
        return validator_findings(data) + Reading(data).findings()
    except (AttributeError, KeyError) as error:  # the file lacks what every file of ours has
        return [repr(error)]


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def test_saving_alone_does_no_damage(good: bytes) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        assert findings(saved(pdf)) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_seen(good: bytes, name: str) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        DAMAGES[name](pdf)
        assert findings(saved(pdf)) != []
