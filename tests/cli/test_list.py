"""`styrdesk list`: a register as a spreadsheet; and its print as a report."""

from __future__ import annotations

from pathlib import Path

from styrdesk.services.sheets.taking_in import read


def test_a_register_is_written_by_the_end_of_the_name(run, file: Path, tmp_path: Path) -> None:
    for name in ("ut.xlsx", "ut.csv"):
        answer = run("list", file, "committees", "--out", tmp_path / name)
        assert answer.code == 0, answer.err
        found = read(tmp_path / name)
        assert (found.heads[0], found.heads[-1]) == ("Namn", "Id")
        assert found.rows[0][1][0] == "Miljönämnden"


def test_an_unknown_register_is_told_with_those_there_are(run, file: Path, tmp_path: Path) -> None:
    answer = run("list", file, "nothing", "--out", tmp_path / "ut.csv")
    assert answer.code == 4
    assert "people" in answer.err
    assert not (tmp_path / "ut.csv").exists()


def test_neither_another_form_nor_a_file_of_plans_is_written(
    run, file: Path, tmp_path: Path
) -> None:
    before = file.read_bytes()
    assert run("list", file, "people", "--out", tmp_path / "ut.ods").code == 4
    assert run("list", file, "people", "--out", file).code == 4
    assert file.read_bytes() == before


def test_a_register_is_printed_as_a_report(run, file: Path, tmp_path: Path) -> None:
    keys = {(row["key"], row["id"]) for row in run("reports", file, "--json").json}
    assert ("list", "people") in keys
    out = tmp_path / "ut.pdf"
    assert run("print", file, "--report", "list:committees", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
