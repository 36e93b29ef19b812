"""Modules stay small, and none is a drawer for leftovers."""

from __future__ import annotations

from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "styrdesk"
LONGEST = 400
LEFTOVERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def test_no_module_is_over_400_lines() -> None:
    lengths = {
        str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_module_is_named_for_what_it_holds() -> None:
    words = {
        str(path.relative_to(SOURCE)): LEFTOVERS & set(path.stem.lower().split("_"))
        for path in [*modules(), *(each for each in SOURCE.rglob("*") if each.is_dir())]
    }
    assert {name: found for name, found in words.items() if found} == {}
