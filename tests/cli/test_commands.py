"""Every command, its answer and its exit code."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest

from styrdesk import bootstrap
from styrdesk.base.i18n import _
from tests.cli.conftest import plan_json
from tests.reports.namndplan import small


def words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join(" ".join(texts).split())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---- plans and reports ---------------------------------------------------------------------
def test_plans_are_listed_with_committee_year_title_and_status(run, file: Path) -> None:
    answer = run("plans", file, "--json")
    assert answer.code == 0
    assert answer.json == [
        {
            "id": small.PLAN,
            "committee": "Miljönämnden",
            "year": 2026,
            "title": "Nämndplan 2026 med plan 2027–2028",
            "status": "decided",
            "version": 1,
            "code": run("verify", file, "--json").json[0]["code"],
        }
    ]
    told = run("plans", file).out
    assert "Nämndplan 2026 med plan 2027–2028" in told
    assert small.PLAN in told


def test_plans_stand_newest_first(run, file: Path, tmp_path: Path) -> None:
    for year in (2029, 2024):
        other = tmp_path / f"{year}.json"
        other.write_text(plan_json(year=year, status="draft"), encoding="utf-8")
        assert run("import", file, other, "--as-new").code == 0
    assert [row["year"] for row in run("plans", file, "--json").json] == [2029, 2026, 2024]


def test_reports_are_listed_and_each_can_be_printed(run, file: Path, tmp_path: Path) -> None:
    rows = run("reports", file, "--json").json
    assert {"key", "id", "title"} == set(rows[0])
    for number, row in enumerate(rows):
        out = tmp_path / f"{number}.pdf"
        report = f"{row['key']}:{row['id']}"
        assert run("print", file, "--report", report, "--out", out).code == 0
        assert row["title"] in words_of(out)
    assert f"{rows[0]['key']}:{rows[0]['id']}" in run("reports", file).out


# ---- print ---------------------------------------------------------------------------------
def test_print_without_a_choice_takes_the_newest_decided_plan(
    run, file: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text(plan_json(year=2030, title="Ett utkast", status="draft"), encoding="utf-8")
    assert run("import", file, draft, "--as-new").code == 0
    out = tmp_path / "plan.pdf"
    answer = run("print", file, "--out", out)
    assert answer.code == 0
    assert str(out) in answer.out
    assert "Nämndplan 2026" in words_of(out)
    assert run("print", file, "--report", "namndplan", "--out", out).code == 0
    assert "Nämndplan 2026" in words_of(out)


def test_print_takes_the_plan_that_is_named(run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert run("print", file, "--plan", small.PLAN, "--out", out).code == 0
    assert "Nämndplan 2026" in words_of(out)


def test_a_file_without_a_decided_plan_wants_a_choice(run, tmp_path: Path) -> None:
    source, file = tmp_path / "p.json", tmp_path / "f.styrdesk"
    source.write_text(plan_json(status="draft"), encoding="utf-8")
    run("import", file, source)
    answer = run("print", file, "--out", tmp_path / "p.pdf")
    assert answer.code == 4
    assert not (tmp_path / "p.pdf").exists()


def test_print_in_english_leaves_the_messages_in_swedish(run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    answer = run("print", file, "--out", out, "--language", "en")
    assert answer.code == 0
    assert "Document information" in words_of(out)
    assert (
        answer.out
        == _("Printed to {name}, {pages} pages.").format(
            name=out, pages=len(pypdfium2.PdfDocument(out))
        )
        + "\n"
    )


@pytest.mark.parametrize(("chosen", "head"), [("sv", "Dokumentinformation"), ("en", "Document")])
def test_print_follows_the_language_of_prints_and_not_of_the_window(
    run, file: Path, tmp_path: Path, chosen: str, head: str
) -> None:
    bootstrap.settings().change(language="en", print_language=chosen)
    out = tmp_path / "plan.pdf"
    assert run("print", file, "--out", out).code == 0
    assert head in words_of(out)


def test_print_lists_characters_that_become_a_box(run, tmp_path: Path) -> None:
    source, file = tmp_path / "p.json", tmp_path / "f.styrdesk"
    source.write_text(plan_json(title="Plan 漢"), encoding="utf-8")
    run("import", file, source)
    answer = run("print", file, "--out", tmp_path / "p.pdf")
    assert answer.code == 0
    assert "U+6F22" in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["print", "export"])
def test_no_output_is_written_over_the_file_of_plans(run, file: Path, command: str) -> None:
    before = digest(file)
    answer = run(command, file, "--plan", small.PLAN, "--out", file)
    assert answer.code == 4
    assert digest(file) == before
    elsewhere = file.with_name("annan.styrdesk")
    assert run(command, file, "--plan", small.PLAN, "--out", elsewhere).code == 4


@pytest.mark.parametrize("command", ["print", "export"])
def test_an_output_that_is_a_folder_or_in_none_is_a_file_problem(
    run, file: Path, tmp_path: Path, command: str
) -> None:
    for out in (tmp_path, tmp_path / "ingen" / "ut"):
        answer = run(command, file, "--plan", small.PLAN, "--out", out)
        assert answer.code == 3
        assert len(answer.err.splitlines()) == 1


# ---- check ---------------------------------------------------------------------------------
def test_check_tells_findings_and_answers_1_when_there_are_errors(
    run, file: Path, tmp_path: Path
) -> None:
    good = run("check", file, "--plan", small.PLAN, "--json")
    source = tmp_path / "bad.json"
    source.write_text(plan_json(year=2031, registration_number=""), encoding="utf-8")
    added = run("import", file, source, "--as-new")
    assert added.code == 0
    bad = run("check", file, "--json")
    assert (good.code, bad.code) == (int(any_error(good.json)), 1)
    assert any_error(bad.json)
    assert {"severity", "code", "message", "table", "record", "field", "chapter"} == set(
        bad.json[0]
    )
    told = run("check", file).out.splitlines()
    assert len(told) == len(bad.json)
    assert all(f["message"] in line for f, line in zip(bad.json, told, strict=True))


def any_error(findings) -> bool:
    return any(finding["severity"] == "error" for finding in findings)


# ---- export and import ---------------------------------------------------------------------
def test_an_exported_plan_is_the_imported_one(run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut.json"
    assert run("export", file, "--plan", small.PLAN, "--out", out).code == 0
    assert out.read_text(encoding="utf-8") == plan_json()


def test_the_same_plan_is_refused_unless_it_comes_as_new(run, file: Path, source: Path) -> None:
    before = digest(file)
    assert run("import", file, source).code == 4
    assert digest(file) == before
    assert run("import", file, source, "--as-new").code == 0
    assert len(run("plans", file, "--json").json) == 2


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda data: data["budget_line"][0].update(cost="mycket"), "budget_line[0].cost"),
        (lambda data: data["risk"][0].update(likelihood=9), "risk[0].likelihood"),
        (lambda data: data["activity"][0].update(committee_goal_id="x"), "committee_goal_id"),
        (lambda data: data["chapter"][0].update(okant=1), "chapter[0]"),
        (lambda data: data["block"][0].update(body="<script>x</script>"), "block[0].body"),
        (lambda data: data["files"].clear(), "files."),
        (lambda data: data.update(skräp=[]), "skräp"),
        (lambda data: data.pop("plan"), ""),
    ],
)
def test_a_plan_that_is_wrong_is_refused_whole_and_the_place_is_named(
    run, file: Path, tmp_path: Path, spoil, place: str
) -> None:
    data = json.loads(plan_json())
    spoil(data)
    source, new = tmp_path / "bad.json", tmp_path / "new.styrdesk"
    source.write_text(json.dumps(data), encoding="utf-8")
    before = digest(file)
    for target in (file, new):
        answer = run("import", target, source, "--as-new")
        assert answer.code == 4
        assert place in answer.err
        assert len(answer.err.splitlines()) == 1
    assert digest(file) == before
    assert not new.exists()
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 4), (b"{", 4), (b"\xff\xfe", 4), (b"[]", 4), (b'{"a":NaN}', 4), (b"[" * 99999, 4)],
    ids=["empty", "half", "binary", "list", "nan", "deep"],
)
def test_what_is_no_plan_makes_no_file(run, tmp_path: Path, content: bytes, code: int) -> None:
    source, new = tmp_path / "bad.json", tmp_path / "new.styrdesk"
    source.write_bytes(content)
    answer = run("import", new, source)
    assert answer.code == code
    assert len(answer.err.splitlines()) == 1
    assert not new.exists()


def test_a_plan_that_differs_in_shared_registers_says_what_was_kept(
    run, file: Path, tmp_path: Path
) -> None:
    source = tmp_path / "p.json"
    source.write_text(plan_json().replace("En grön kommun", "En blå kommun"), encoding="utf-8")
    answer = run("import", file, source, "--as-new")
    assert answer.code == 0
    assert "goal[0]" in answer.err


# ---- faults --------------------------------------------------------------------------------
@pytest.mark.parametrize("command", ["plans", "reports", "check"])
@pytest.mark.parametrize(
    "content", [None, b"", b"Detta ar text", b"SQLite format 3\x00" + b"x" * 200]
)
def test_a_file_that_is_none_is_a_file_problem(
    run, tmp_path: Path, command: str, content: bytes | None
) -> None:
    path = tmp_path / "x.styrdesk"
    if content is not None:
        path.write_bytes(content)
    answer = run(command, path)
    assert answer.code == 3
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert path.exists() == (content is not None)


@pytest.mark.parametrize(
    "words",
    [
        ("print", "{file}", "--plan", "ingen", "--out", "{out}"),
        ("print", "{file}", "--report", "ingen", "--out", "{out}"),
        ("print", "{file}", "--report", "namndplan:ingen", "--out", "{out}"),
        ("check", "{file}", "--plan", "ingen"),
        ("export", "{file}", "--plan", "ingen", "--out", "{out}"),
    ],
)
def test_what_is_not_in_the_file_is_refused(run, file: Path, tmp_path: Path, words) -> None:
    out = tmp_path / "ut"
    answer = run(*(word.format(file=file, out=out) for word in words))
    assert answer.code == 4
    assert len(answer.err.splitlines()) == 1
    assert not out.exists()


def test_a_bug_is_told_in_one_line_without_a_traceback(run, file: Path, monkeypatch) -> None:
    from styrdesk.services.plan import PlanService

    def broken(self: object, *_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(PlanService, "plans", broken)
    answer = run("plans", file)
    assert answer.code == 70
    assert "ZeroDivisionError" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_demo_is_never_written_over_a_file(run, file: Path) -> None:
    before = digest(file)
    assert run("demo", file).code == 3
    assert digest(file) == before


def test_a_damaged_picture_is_refused_with_its_place(run, tmp_path: Path, monkeypatch):
    from styrdesk.services.organisation import OrganisationService

    source, file = tmp_path / "p.json", tmp_path / "f.styrdesk"
    source.write_text(plan_json(status="draft"), encoding="utf-8")
    assert run("import", file, source).code == 0
    cut = small.PICTURE[:60]
    monkeypatch.setattr(OrganisationService, "image", lambda _self, _digest: cut)
    answer = run("print", file, "--plan", small.PLAN, "--out", tmp_path / "p.pdf")
    assert answer.code == 4
    assert "Bild 1" in answer.err
    assert not (tmp_path / "p.pdf").exists()
