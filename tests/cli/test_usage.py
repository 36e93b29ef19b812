"""What is written wrongly is told in one line, in the user's language, with exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from styrdesk.base.i18n import _, use_language
from styrdesk.cli.arguments import Chosen, Usage, parse
from styrdesk.cli.grammar import COMMANDS, WINDOW, help_of

WRONG = [
    "plans",
    "plans a b",
    "plans a --jsn",
    "plans a --json --json",
    "plans a --json=1",
    "reports",
    "print",
    "print a",
    "print a --out",
    "print a --out=",
    "print a --out --plan x",
    "print a --out b --plan x --report y",
    "print a --out b --language fi",
    "print a --out b --langu sv",
    "check",
    "export a --plan x",
    "export a --plan x --version två --out y",
    "verify",
    "verify a b c",
    "export a --out x",
    "search",
    "search a",
    "extract a",
    "extract a b --json --out c.pdf",
    "list a people",
    "list a --out b.csv",
    "import",
    "import a",
    "import a b --as-new=1",
    "demo",
    "demo a b",
    "a b",
    "--nonsense",
    "-x",
    "--self-test a b",
]


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_is_one_line_and_code_2(run, line: str) -> None:
    answer = run(*line.split())
    assert answer.code == 2
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert "styrdesk" in answer.err


def test_the_words_of_help_and_errors_are_the_programs_own(run) -> None:
    """None of argparse's, which are English only."""
    texts = [run(*line.split()).err for line in WRONG]
    texts += [run(*words).out for words in (["--help"], ["print", "--help"], ["print", "-h"])]
    for text in texts:
        for english in ("usage:", "positional", "options:", "expected", "required:", "invalid"):
            assert english not in text


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_names_every_word_and_option(run, name: str) -> None:
    answer = run(*[name] * bool(name), "--help")
    command = COMMANDS.get(name, WINDOW)
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out == help_of(command) + "\n"
    for shown in [a.shown for a in command.arguments] + [o.shown for o in command.options]:
        assert shown in answer.out


def test_the_language_is_that_of_the_settings(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "styrdesk").mkdir()
    settings = tmp_path / "styrdesk" / "settings.json"
    for code in ("sv", "en"):
        settings.write_text(json.dumps({"language": code}), encoding="utf-8")
        answer = run("plans")
        use_language(code)
        assert answer.err.startswith(_("{name} is missing.").format(name="FILE"))
        assert code == "sv" or answer.err.startswith("FILE is missing.")


def test_words_are_read_as_they_stand() -> None:
    chosen = parse(["print", "a b.styrdesk", "--out=ö=.pdf", "--report", "namndplan:x"])
    assert chosen == Chosen("print", Path("a b.styrdesk"), Path("ö=.pdf"), report="namndplan:x")
    assert parse(["print", "--out", "o", "--language", "en", "f"]).language == "en"
    assert parse([]) == Chosen("window")
    assert parse(["plan.styrdesk"]) == Chosen("window", Path("plan.styrdesk"))
    assert parse(["--self-test"]) == Chosen("self-test")
    assert parse(["plans", "--", "--json"]) == Chosen("plans", Path("--json"))
    assert parse(["--", "plans"]).file == Path("plans")


def test_a_beginning_of_an_option_is_not_the_option() -> None:
    with pytest.raises(Usage):
        parse(["plans", "a", "--js"])
