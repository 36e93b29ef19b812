"""`styrdesk search`: in words and as JSON, beside a window that has the file open."""

from __future__ import annotations

from pathlib import Path

from styrdesk import bootstrap
from styrdesk.services.settings import SettingsService


def test_words_and_parts_of_words_are_found_and_where_they_stand_is_told(run, file: Path) -> None:
    answer = run("search", file, "nämnd", "plan")
    assert answer.code == 0
    assert "Nämndplan:" in answer.out
    assert "Nämndplan 2026 med plan 2027–2028" in answer.out
    assert "träff" in answer.out.splitlines()[-1]


def test_the_answer_as_json_names_table_and_id(run, file: Path) -> None:
    found = run("search", file, "miljönäm", "--json").json
    assert found["all"]
    assert found["count"] == len(found["hits"]) > 0
    first = found["hits"][0]
    assert set(first) == {"table", "id", "kind", "name", "inside", "field", "snippet"}
    assert (first["table"], first["name"]) == ("committee", "Miljönämnden")


def test_what_is_not_there_is_no_fault(run, file: Path) -> None:
    answer = run("search", file, "xylofon")
    assert answer.code == 0
    assert answer.out == "Inget hittades.\n"
    assert run("search", file, "xylofon", "--json").json["hits"] == []


def test_a_file_that_is_open_in_a_window_is_searched(run, file: Path, tmp_path: Path) -> None:
    kept = SettingsService(tmp_path / "other")
    services = bootstrap.open_services(file, kept, owned=True)
    try:
        assert run("search", file, "miljö").code == 0
    finally:
        services.file.close()
