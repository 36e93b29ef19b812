"""Imports go one way, and the rules that say so can tell a breach."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINT = Path(sys.executable).with_name("lint-imports")
THREAD = re.compile(r"\bThread\(|\(Thread\)")
SENT = re.compile(r"\.emit\b(?!\()")
DOORS = re.compile(r"\b(connect|posted|beside)\(")
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA) ")

HOUSE = [
    *("__init__", "__main__", "bootstrap", "cli/__init__"),
    *("ui/__init__", "ui/pieces/__init__"),
    *("ui/pieces/quality/__init__", "ui/pieces/planning/__init__"),
    *("reports/__init__", "reports/plan", "reports/kit/__init__"),
    *("services/__init__", "services/goal", "storage/__init__"),
    *("storage/migrations/__init__", "storage/connection", "storage/header"),
    *("domain/__init__", "domain/goal", "base/__init__", "base/clock"),
]

ALLOWED = {
    "storage/connection": "import peewee",
    "reports/kit/__init__": "import reportlab, PIL, pyphen, pikepdf",
    "ui/__init__": "import PySide6",
    "services/goal": "import styrdesk.domain.goal",
}

# One breach for each contract, in the order of pyproject.toml.
BREACHES = {
    "Imports go one way": {"base/clock": "import styrdesk.services"},
    "Only ui knows Qt": {"domain/goal": "import PySide6.QtCore"},
    "Only storage knows peewee": {"services/goal": "import peewee"},
    "Only the report kit knows": {"reports/plan": "import reportlab"},
    "Tables are private": {"services/goal": "import styrdesk.storage.connection"},
    "never storage": {"ui/pieces/quality/__init__": "import styrdesk.storage"},
    "Pieces do not know": {"ui/pieces/quality/__init__": "import styrdesk.ui.pieces.planning"},
    "No cycles": {
        "reports/plan": "import styrdesk.reports.kit",
        "reports/kit/__init__": "import styrdesk.reports.plan",
    },
}


def lint(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [LINT, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "200"},
    )
    return done.returncode, done.stdout + done.stderr


def build(folder: Path, *layers: dict[str, str]) -> Path:
    """A house with our rooms, empty but for the given imports."""
    contents: dict[str, list[str]] = {name: [] for name in HOUSE}
    for layer in layers:
        for name, code in layer.items():
            contents[name].append(code)
    for name, lines in contents.items():
        path = folder / "styrdesk" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return folder


def test_no_wall_is_broken() -> None:
    code, told = lint(ROOT)
    assert code == 0, told


def test_each_room_may_use_what_it_is_for(tmp_path: Path) -> None:
    code, told = lint(build(tmp_path, ALLOWED))
    assert code == 0, told


def test_every_wall_notices_its_breach(tmp_path: Path) -> None:
    _code, told = lint(build(tmp_path, *BREACHES.values()))
    verdicts = [line for line in told.splitlines() if line.endswith((" KEPT", " BROKEN"))]
    assert len(verdicts) == len(BREACHES), told
    assert [line for line in verdicts if line.endswith(" KEPT")] == []


def sql_in(code: str) -> list[str]:
    """Texts of the code that begin as a statement does."""
    texts = [n.value for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and STATEMENT.match(text)]


def test_sql_stands_in_storage_alone() -> None:
    rooms = [path for path in (ROOT / "styrdesk").glob("*/") if path.name != "storage"]
    found = {
        str(path.relative_to(ROOT)): told
        for room in rooms
        for path in room.rglob("*.py")
        if (told := sql_in(path.read_text(encoding="utf-8")))
    }
    assert not found, f"ask `Store.rows`, or write it in storage: {found}"


def test_sql_would_be_noticed() -> None:
    assert sql_in('db.asked("SELECT 1"); _("Delete law"); db.run(f"""\n UPDATE {x} SET y""")') == [
        "SELECT 1",
        "\n UPDATE ",
    ]


def test_what_a_thread_tells_the_window_goes_by_the_post() -> None:
    texts = {p: p.read_text(encoding="utf-8") for p in (ROOT / "styrdesk" / "ui").rglob("*.py")}
    threaded = {path.name for path, text in texts.items() if THREAD.search(text)}
    posting = {path.name for path, text in texts.items() if "posted(" in text}
    assert threaded, "none would be noticed"
    assert threaded <= posting, "a signal sent on a thread crashes the program (decisions/0029)"


def test_what_sends_a_signal_is_handed_on_by_the_post_alone() -> None:
    lines = [
        (path.name, line.strip())
        for path in (ROOT / "styrdesk" / "ui").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if SENT.search(line)
    ]
    assert lines, "none would be noticed"
    raw = [(name, line) for name, line in lines if not DOORS.search(line)]
    assert not raw, f"it may be called on a thread, and crash the program (decisions/0029): {raw}"


def test_a_new_room_must_be_given_its_floor(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "styrdesk" / "attic.py").touch()
    code, told = lint(tmp_path)
    assert code != 0
    assert "attic" in told


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    asked = "import sys, styrdesk.__main__; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"PySide6", "reportlab", "PIL", "babel"} & set(loaded) == set()
