"""Every text that the program can show has its Swedish."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

TOOL = Path(__file__).resolve().parents[1] / "packaging" / "translations.py"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


def catalog(*entries: tuple[object, object]) -> Catalog:
    made = Catalog(locale="sv", fuzzy=False)
    for msgid, text in entries:
        made.add(msgid, text)  # type: ignore[arg-type]  # text, or singular and plural
    return made


def problems(msgid: object, swedish: object) -> list[str]:
    found: list[str] = tool.problems(catalog((msgid, "")), catalog((msgid, swedish)))
    return found


def test_the_swedish_is_complete() -> None:
    assert tool.problems(tool.in_code(), tool.in_swedish()) == []


def test_a_text_without_swedish_is_told() -> None:
    assert problems("Save", "") == ["missing: 'Save'"]


def test_a_text_that_the_catalogue_lacks_is_told() -> None:
    assert tool.problems(catalog(("Save", "")), catalog()) == ["not in sv.po: 'Save'"]


def test_swedish_for_a_text_that_is_gone_is_told() -> None:
    assert tool.problems(catalog(), catalog(("Save", "Spara"))) == ["obsolete: 'Save'"]


def test_a_lost_placeholder_is_told() -> None:
    assert problems("{name} is late", "namnet är sent") == ["placeholders differ: '{name} is late'"]


@pytest.mark.parametrize("singular", ["ett mål", "{count} mål"])
def test_the_singular_may_leave_the_count_out(singular: str) -> None:
    assert problems(("{count} goal", "{count} goals"), (singular, "{count} mål")) == []


def test_the_plural_may_not_leave_the_count_out() -> None:
    assert problems(("{count} goal", "{count} goals"), ("ett mål", "flera mål")) != []


def test_swedish_is_filled_in_by_msgid() -> None:
    made = catalog(("Save", ""), (("{count} goal", "{count} goals"), ("", "")))
    swedish = {
        "Save": "Spara",
        "{count} goal|{count} goals": ["ett mål", "{count} mål"],
        "Go": "Gå",
    }
    assert tool.fill(made, swedish) == ["Go"]
    assert made["Save"].string == "Spara"
    assert made["{count} goal"].string == ("ett mål", "{count} mål")


def test_no_text_stands_inside_an_f_string_where_the_tool_does_not_see_it() -> None:
    hidden = [
        str(path)
        for path in sorted(tool.SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if isinstance(part, ast.Call)
        and isinstance(part.func, ast.Name)
        and part.func.id in tool.KEYWORDS
        and any(isinstance(word, ast.Constant) for word in part.args)
    ]
    assert hidden == []
