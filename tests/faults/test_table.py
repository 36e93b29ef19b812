"""The table of scenarios and the tests agree: each number has a test, or a written reason."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
NUMBERS = {*range(1, 36), *range(44, 57)}
_ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_TEST = re.compile(r"^def test_fault_((?:\d\d_)+)", re.MULTILINE)


def rows() -> dict[int, str]:
    """Number → which files hold it, or why none does."""
    table = (TESTS / "faults" / "README.md").read_text(encoding="utf-8")
    found = [(int(number), held.strip()) for number, _what, held in _ROW.findall(table)]
    assert len(dict(found)) == len(found)
    return dict(found)


def held() -> dict[int, set[str]]:
    """Number → files with a test that bears it in its name."""
    found: dict[int, set[str]] = defaultdict(set)
    for path in TESTS.rglob("test_*.py"):
        for numbers in _TEST.findall(path.read_text(encoding="utf-8")):
            for number in numbers.strip("_").split("_"):
                found[int(number)].add(path.relative_to(TESTS).as_posix())
    return dict(found)


def test_every_scenario_has_a_row_and_no_other_has() -> None:
    assert set(rows()) == NUMBERS


def test_a_row_names_the_files_where_its_tests_are_or_says_why_there_is_none() -> None:
    tests = held()
    for number, words in rows().items():
        named = {name for name in re.findall(r"`([^`]+)`", words) if name.endswith(".py")}
        if number in tests:
            assert named == tests[number], number
        else:
            assert words.startswith("Reason: "), number
    assert set(tests) <= NUMBERS
