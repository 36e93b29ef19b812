"""xlsx and CSV: what is written is read back the same, and nothing hostile gets in or out."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.cells import Cell, Formula, as_words
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.services.sheets import csv_form, grid, taking_in, xlsx_form

HEADS = ("Namn", "Antal", "Dag")
# What a cell of a spreadsheet can hold: no control characters, which the file has none of either.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)
DANGERS = st.sampled_from(["=1+1", "+46 243", "-ja", "@SUM(A1)", "\tx", "'=1", "''-", "'", "a;b"])
TEXTS = WORDS | DANGERS | st.sampled_from(['"citat"', "två\nrader", " mellanslag ", "1;2,3"])
NUMBERS = st.integers(-(10**14), 10**14) | st.decimals(-(10**6), 10**6, places=3)
ROWS = st.lists(st.tuples(TEXTS, NUMBERS, st.dates(min_value=date(1900, 3, 1))), max_size=6)


def written(form: grid.Form, rows: Any, heads: tuple[str, ...] = HEADS) -> bytes:
    if form is grid.Form.CSV:
        return csv_form.write(heads, rows)
    return xlsx_form.write(heads, rows, "Lista")


def read(form: grid.Form, content: bytes) -> grid.Grid:
    reader = csv_form.read if form is grid.Form.CSV else xlsx_form.read
    return reader(content, "a")


both = pytest.mark.parametrize("form", list(grid.Form))


@both
@settings(max_examples=40)
@given(rows=ROWS)
def test_what_is_written_is_read_back(form: grid.Form, rows: list[tuple[Cell, ...]]) -> None:
    found = read(form, written(form, rows))
    assert found.heads == HEADS
    told = [[as_words(cell) for cell in row] for _number, row in found.rows]
    number = [[as_words(cell) for cell in row] for row in rows]
    for one, other in zip(told, number, strict=True):
        assert (one[0], one[2]) == (other[0], other[2])
        assert Decimal(one[1].replace(",", ".")) == Decimal(other[1].replace(",", "."))


@both
@given(text=DANGERS)
def test_no_text_is_a_formula_on_its_way_out(form: grid.Form, text: str) -> None:
    content = written(form, [(text, 1, None)])
    if form is grid.Form.CSV:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert rows[1][0][0] not in "=+-@\t\r"
        return
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text


def test_numbers_and_days_are_numbers_and_days_in_xlsx_and_swedish_in_csv() -> None:
    row: tuple[Cell, ...] = (True, Decimal("-1.5"), date(2026, 12, 1))
    content = written(grid.Form.XLSX, [row])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert (sheet["B2"].value, sheet["C2"].is_date) == (-1.5, True)
    text = written(grid.Form.CSV, [row])
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").splitlines()[1] == "ja;-1,5;2026-12-01"


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whichever_mark_and_letters_it_has(mark: str, code: str) -> None:
    text = mark.join(["Namn", "Ort"]) + "\r\n" + mark.join(["Åsa Öberg", "Malmö"]) + "\r\n"
    found = csv_form.read(text.encode(code), "a.csv")
    assert found == grid.Grid(("Namn", "Ort"), ((2, ("Åsa Öberg", "Malmö")),))


def test_rows_before_and_between_may_be_empty_and_keep_their_numbers() -> None:
    found = csv_form.read(b"\n;;\nNamn;Ort\n\nAnna\n", "a.csv")
    assert found == grid.Grid(("Namn", "Ort"), ((5, ("Anna", None)),))
    assert csv_form.read(b"", "a.csv") == grid.Grid(())


# ---- hostile files --------------------------------------------------------------------------


def workbook(fill: Callable[[Any], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_formulas_and_errors_are_told_apart_and_never_worked_out() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Namn", "Antal"])
        book.active.append(["=HYPERLINK(1)", "#REF!"])
        book.active["B2"].data_type = "e"

    ((_number, row),) = xlsx_form.read(workbook(fill), "a").rows
    assert row == (Formula("=HYPERLINK(1)"), Formula("#REF!"))


def test_only_the_first_sheet_that_is_shown_is_read() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Dold"])
        book.active.sheet_state = "hidden"
        book.create_sheet("Synlig").append(["Namn"])
        book.create_sheet("Nästa").append(["Annat"])

    assert xlsx_form.read(workbook(fill), "a").heads == ("Namn",)


def test_merged_cells_are_read_as_the_first_of_them() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Namn", "Ort"])
        book.active.append(["Anna", "Borlänge"])
        book.active.append(["Bo", "Malmö"])
        book.active.merge_cells("B2:B3")

    assert xlsx_form.read(workbook(fill), "a").rows == (
        (2, ("Anna", "Borlänge")),
        (3, ("Bo", None)),
    )


def test_a_cell_far_away_does_not_make_the_sheet_large() -> None:
    def fill(book: Any) -> None:
        book.active.append(["Namn"])
        book.active["A300000"] = "Sist"

    assert xlsx_form.read(workbook(fill), "a").rows == ((300000, ("Sist",)),)


def repacked(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            held = old.read(part)
            new.writestr(part, change(held) if part.filename == name else held)
    return out.getvalue()


SMALL = written(grid.Form.XLSX, [("Anna", 1, None)])
SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 not a zip",
        b"Namn;Ort\n",
        SMALL[: len(SMALL) // 2],
        repacked(SMALL, SHEET, lambda held: held.replace(b"<worksheet", ENTITY + b"<worksheet", 1)),
        repacked(SMALL, SHEET, lambda held: held[:100]),
        repacked(SMALL, "xl/workbook.xml", lambda _held: b"<workbook/>"),
    ],
    ids=["empty", "half a head", "csv", "cut", "entities", "cut sheet", "no sheets"],
)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(RuleBroken, match="kan inte läsas"):
        xlsx_form.read(content, "a.xlsx")


def test_a_zip_that_swells_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_form, "_MOST_UNPACKED", 5_000)
    with pytest.raises(RuleBroken, match="för stor"):
        xlsx_form.read(SMALL, "a.xlsx")


@both
def test_more_columns_or_rows_than_are_read_are_refused(
    form: grid.Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = tuple(str(n) for n in range(grid.MOST_COLUMNS + 1))
    with pytest.raises(RuleBroken, match="för stor"):
        read(form, written(form, [], wide))
    module = csv_form if form is grid.Form.CSV else xlsx_form
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    with pytest.raises(RuleBroken, match="för stor"):
        read(form, written(form, [("a", 1, None)] * 3))


def test_a_text_too_long_for_a_cell_is_told_before_it_is_cut() -> None:
    long = "a" * 32_768
    with pytest.raises(RuleBroken, match="CSV"):
        written(grid.Form.XLSX, [(long, 1, None)])
    ((_number, row),) = read(grid.Form.CSV, written(grid.Form.CSV, [(long, 1, None)])).rows
    assert row[0] == long


def test_a_csv_that_is_no_text_is_refused() -> None:
    with pytest.raises(RuleBroken, match="kan inte läsas"):
        csv_form.read(b"Namn\n\0\0", "a.csv")
    with pytest.raises(RuleBroken, match="kan inte läsas"):
        csv_form.read(b"Namn\n" + b"x" * 500_000, "a.csv")


def test_a_file_is_read_by_the_end_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.CSV"
    path.write_bytes(b"Namn\nAnna\n")
    assert taking_in.read(path).heads == ("Namn",)
    with pytest.raises(RuleBroken, match="xlsx"):
        taking_in.read(tmp_path / "a.ods")
    with pytest.raises(FileProblem) as told:
        taking_in.read(tmp_path / "b.csv")
    assert told.value.fault is FileFault.UNREADABLE
    monkeypatch.setattr(taking_in, "MOST_BYTES", 3)
    with pytest.raises(RuleBroken, match="för stor"):
        taking_in.read(path)
