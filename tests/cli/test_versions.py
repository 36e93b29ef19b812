"""A paper's code and the check sums of what was decided, from the command line."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.services.settings import SettingsService
from styrdesk.storage.triggers import drop, install
from tests.cli.conftest import plan_json
from tests.helpers.files import PRINT
from tests.reports.namndplan import small


def test_a_code_tells_the_version_in_force(run, file: Path) -> None:
    (row,) = run("verify", file, "--json").json
    answer = run("verify", file, row["code"].lower())
    assert answer.code == 0
    assert "version 1: Beslutad" in answer.out
    assert f"Kontrollkod {row['code']}" in answer.out
    assert row["content_sha256"] in answer.out
    assert (row["origin"], row["content"], row["pdf"]) == ("imported", "intact", "none")


def test_a_code_of_a_replaced_version_says_so_and_fails(run, revised: Path) -> None:
    second, first = run("verify", revised, "--plan", small.PLAN, "--json").json
    assert (second["version"], first["status"]) == (2, "replaced")
    answer = run("verify", revised, first["code"])
    assert answer.code == 1
    assert "Ersatt" in answer.out
    assert "version 2" in answer.out
    assert run("verify", revised, second["code"]).code == 0
    assert run("verify", revised).code == 0


@pytest.mark.parametrize("code", ["K7QM", "2222-2222-2222"])
def test_what_is_no_code_or_no_versions_is_refused(run, file: Path, code: str) -> None:
    answer = run("verify", file, code)
    assert answer.code == 4
    assert answer.err


def test_a_file_without_decisions_says_so(run, tmp_path: Path) -> None:
    source, file = tmp_path / "p.json", tmp_path / "f.styrdesk"
    source.write_text(plan_json(status="draft"), encoding="utf-8")
    run("import", file, source)
    answer = run("verify", file)
    assert (answer.code, answer.out) == (0, "Inget i filen är beslutat.\n")


def test_bytes_that_have_changed_are_told(run, revised: Path, tmp_path: Path) -> None:
    services = bootstrap.open_services(revised, SettingsService(tmp_path / "settings"))
    db = services.file.db
    drop(db)
    db.execute_sql("UPDATE blob SET content = x'00' WHERE media_type = 'application/pdf'")
    install(db)
    services.file.close()
    answer = run("verify", revised)
    assert answer.code == 1
    assert "Utskrift: inte det som beslutades" in answer.out


def test_an_earlier_version_is_printed_and_exported_by_its_number(
    run, revised: Path, tmp_path: Path
) -> None:
    rows = run("verify", revised, "--json").json
    for row in rows:
        out = tmp_path / f"{row['version']}.json"
        words = ("--plan", small.PLAN, "--version", row["version"])
        assert run("export", revised, *words, "--out", out).code == 0
        assert hashlib.sha256(out.read_bytes()).hexdigest() == row["content_sha256"]
    out = tmp_path / "plan.pdf"
    assert run("print", revised, "--version", 1, "--out", out).code == 0
    assert out.read_bytes() != PRINT
    assert run("print", revised, "--plan", small.PLAN, "--version", 3, "--out", out).code == 4


def test_a_print_without_a_choice_is_of_the_version_in_force_while_it_is_revised(
    run, file: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    assert run("print", file, "--out", before).code == 0
    services = bootstrap.open_services(file, SettingsService(tmp_path / "settings"))
    services.revisions.begin(small.PLAN)
    services.plans.save(replace(services.plans.get(small.PLAN), title="Ett utkast"))
    services.file.close()
    assert run("print", file, "--out", after).code == 0
    assert after.read_bytes() == before.read_bytes()
    assert "version 1 gäller" in run("plans", file).out


def test_the_demo_is_decided_with_its_print_and_all_is_well(run, tmp_path: Path) -> None:
    file, out = tmp_path / "demo.styrdesk", tmp_path / "plan.pdf"
    assert run("demo", file).code == 0
    rows = run("verify", file, "--json").json
    assert [row["kind"] for row in rows] == ["internal_control", "plan"]
    for row in rows:
        assert (row["origin"], row["content"], row["pdf"]) == ("decided", "intact", "intact")
    assert run("verify", file).code == 0
    assert run("print", file, "--out", out).code == 0
    assert hashlib.sha256(out.read_bytes()).hexdigest() == rows[-1]["pdf_sha256"]
