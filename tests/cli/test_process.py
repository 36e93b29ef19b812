"""The command line as a process: streams, locales, other processes, rights, and no Qt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, process
from tests.helpers.rights import see_that_others_may_read
from tests.reports.namndplan import small

NO_QT = """
import sys
import tempfile
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
from styrdesk.__main__ import main
code = main(sys.argv[1:])
of_the_window = ("PySide6", "shiboken6", "styrdesk.ui")
assert code == 70 or not [name for name in sys.modules if name.startswith(of_the_window)]
sys.exit(code)
"""


def without_qt(*words: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", NO_QT, *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def test_no_command_needs_qt(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    for words in (
        ("plans", file),
        ("reports", file, "--json"),
        ("print", file, "--out", out),
        ("check", file),
        ("export", file, "--plan", small.PLAN, "--out", out),
        ("import", tmp_path / "ny.styrdesk", out),
        ("--help",),
    ):
        done = without_qt(*words)
        assert done.returncode in (0, 1), done.stderr
        assert b"Traceback" not in done.stderr


SEEN = """
import gc, json, sys
from styrdesk.__main__ import program
swept = []
gc.callbacks.append(lambda phase, told: swept.append(phase))
program()
print(json.dumps([len(swept), gc.get_freeze_count(), *sys.modules]))
"""
OF_OTHERS = {  # of the window, of a print, of other commands
    "PIL",
    "babel",
    "filelock",
    "reportlab",
    "styrdesk.cli.comparing",
    "styrdesk.domain.compared",
    "tomllib",
    "xml.etree.ElementTree",
}


def test_a_command_loads_nothing_for_others_and_is_not_looked_through_for_garbage(
    file: Path,
) -> None:
    command = [sys.executable, "-c", SEEN, "plans", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)
    swept, frozen, *modules = json.loads(done.stdout.splitlines()[-1])
    assert not OF_OTHERS & set(modules)
    assert swept == 0
    assert frozen > 0  # nor is it at its end


@pytest.mark.parametrize("locale", ["C", "POSIX", "sv_SE.ISO-8859-1"])
def test_answers_are_utf8_in_every_locale(file: Path, locale: str) -> None:
    clean = {name: "" for name in os.environ if name.startswith(("LC_", "LANG"))}
    env = clean | {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = process("plans", file, "--json", **env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))[0]["committee"] == "Miljönämnden"


def test_an_encoding_that_lacks_a_letter_loses_no_answer(file: Path) -> None:
    done = process("plans", file, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert rb"Milj\xf6n\xe4mnden" in done.stdout


def test_a_name_with_bytes_that_are_no_text_is_told(tmp_path: Path) -> None:
    done = process("plans", os.fsdecode(os.fsencode(tmp_path) + b"/\xff.styrdesk"))
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_sees_no_traceback(file: Path) -> None:
    command = [sys.executable, "-m", "styrdesk", "plans", str(file)]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120
        )
    finally:
        os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_answer_that_cannot_be_written_is_a_file_problem(file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "styrdesk", "plans", file],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_commands_work_while_another_process_has_the_file_open(
    run, file: Path, source: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from styrdesk import bootstrap;"
        "s = bootstrap.open_services(Path(sys.argv[1]), bootstrap.settings());"
        "s.plans.document(sys.argv[2]); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, file, small.PLAN],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert run("plans", file).code == 0
        assert run("print", file, "--out", tmp_path / "p.pdf").code == 0
        assert run("export", file, "--plan", small.PLAN, "--out", tmp_path / "p.json").code == 0
        assert run("check", file).code in (0, 1)
        assert run("import", file, source, "--as-new").code == 0
        other.communicate(b"")


def test_a_file_that_another_process_is_writing_in_is_a_file_problem(
    run, file: Path, source: Path, monkeypatch
) -> None:
    import sqlite3

    from styrdesk.storage import connection

    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    other = sqlite3.connect(file)
    try:
        other.execute("BEGIN EXCLUSIVE")
        answer = run("import", file, source, "--as-new")
        assert answer.code == 3
        assert len(answer.err.splitlines()) == 1
    finally:
        other.close()
    assert run("import", file, source, "--as-new").code == 0


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_a_read_only_file_in_a_read_only_folder_can_be_read_and_not_changed(
    file: Path, source: Path, open_folder: Path
) -> None:
    see_that_others_may_read(ROOT)
    out, folder = open_folder / "p.pdf", open_folder / "skyddad"
    given = shutil.copy(source, open_folder)
    folder.mkdir()
    kept = folder / "planer.styrdesk"
    kept.write_bytes(file.read_bytes())
    kept.chmod(0o444)
    folder.chmod(0o555)
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    prefix = as_nobody if os.geteuid() == 0 else []

    def run(*words: object) -> subprocess.CompletedProcess[bytes]:
        command = [*prefix, sys.executable, "-m", "styrdesk", *map(str, words)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)

    try:
        assert run("plans", kept).returncode == 0
        printed = run("print", kept, "--out", out)
        assert printed.returncode == 0, printed.stderr
        changed = run("import", kept, given, "--as-new")
        assert changed.returncode == 3
        assert len(changed.stderr.splitlines()) == 1
        made = run("print", kept, "--out", folder / "p.pdf")
        assert made.returncode == 3
        assert run("demo", folder / "ny.styrdesk").returncode == 3
        assert sorted(folder.iterdir()) == [kept]
    finally:
        folder.chmod(0o755)


def test_a_window_without_qt_says_so_in_one_line(file: Path) -> None:
    done = without_qt(file)
    assert done.returncode == 70
    assert len(done.stderr.splitlines()) == 1
    assert b"Traceback" not in done.stderr
