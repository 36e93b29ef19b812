"""What differs between versions, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.services.settings import SettingsService
from tests.reports.namndplan import small


def test_the_last_two_versions_are_compared(run, revised: Path) -> None:
    answer = run("compare", revised)
    assert (answer.code, answer.err) == (0, "")
    first, _empty, head, *told = answer.out.splitlines()
    assert first == "Reviderad nämndplan: Version 1 → Version 2"
    assert head == "Dokumentinformation"
    at = told.index("  Ändrat: Dokumentnamn")
    assert told[at + 2] == "    + Reviderad nämndplan"


def test_json_has_the_values_themselves(run, revised: Path) -> None:
    found = run("compare", revised, "--plan", small.PLAN, "--from", "1", "--to", "2", "--json").json
    assert (found["plan"], found["from"], found["to"]) == (small.PLAN, 1, 2)
    by_field = {row["field"]: row for row in found["changes"]}
    assert by_field["decided_on"]["after"] == "2026-02-03"
    row = by_field["title"]
    assert (row["change"], row["table"], row["record"]) == ("changed", "plan", small.PLAN)
    assert row["after"] == "Reviderad nämndplan"


def test_one_version_is_compared_with_its_neighbour(run, revised: Path) -> None:
    both = run("compare", revised, "--json").json
    assert run("compare", revised, "--from", "1", "--json").json == both
    assert run("compare", revised, "--to", "2", "--json").json == both
    turned = run("compare", revised, "--from", "2", "--to", "1", "--json").json
    assert len(turned["changes"]) == len(both["changes"])


def test_what_is_alike_says_so(run, revised: Path) -> None:
    answer = run("compare", revised, "--from", "2", "--to", "2")
    assert (answer.code, answer.out.splitlines()[1:]) == (0, ["Inga skillnader."])


def test_what_is_written_now_has_no_number(run, revised: Path, tmp_path: Path) -> None:
    services = bootstrap.open_services(revised, SettingsService(tmp_path / "settings"))
    services.revisions.begin(small.PLAN)
    services.file.close()
    found = run("compare", revised, "--json").json
    assert (found["from"], found["to"]) == (2, None)


@pytest.mark.parametrize(
    "words", [("--from", "7"), ("--to", "1"), ("--plan", "no-such-plan"), ("--from", "-1")]
)
def test_what_is_not_there_is_refused(run, revised: Path, words: tuple[str, ...]) -> None:
    answer = run("compare", revised, *words)
    assert (answer.code, answer.out) == (4, "")
    assert answer.err


def test_a_plan_with_one_version_is_refused(run, file: Path) -> None:
    assert run("compare", file).code == 4


def test_a_number_is_asked_for(run, revised: Path) -> None:
    assert run("compare", revised, "--from", "one").code == 2
