"""The program as a process beside others: killed, and read by the command line while it is open."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import CTRL, Secretary

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
CHAPTER = "Ordföranden har ordet"
WORDS = "Tre minuter före sammanträdet höjs avgiften till 1 450 kronor. "


def in_chapter(secretary: Secretary) -> Secretary:
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose(CHAPTER)
    return secretary


def test_what_was_told_as_saved_outlives_a_killed_program(office: Office) -> None:
    path = office.demo()
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests/e2e/driver.py"), str(path), CHAPTER, WORDS]
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        told = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        assert told == b"saved\n", process.stderr.read().decode()
    assert process.returncode == -signal.SIGKILL
    secretary = in_chapter(office.start(path))
    assert secretary.text.startswith(WORDS)
    assert _("Write in chapter") in secretary.tip("undo")
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(path.name)] == [
        path.name
    ]


def styrdesk(*words: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "styrdesk", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def test_the_command_line_reads_a_file_that_is_open_in_the_window(office: Office) -> None:
    path, out = office.demo(), office.folder / "ut.pdf"
    secretary = in_chapter(office.start(path))
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, CTRL)
    secretary.type(WORDS)
    secretary.wait_saved()

    listed = styrdesk("plans", path, "--json")
    assert listed.returncode == 0, listed.stderr
    plans = json.loads(listed.stdout)
    assert [plan["year"] for plan in plans] == [2027, 2026]
    found = styrdesk("check", path, "--plan", plans[0]["id"])
    assert "2 000 tkr" in found.stdout.decode().replace("\u00a0", " ")
    printed = styrdesk("print", path, "--report", f"namndplan:{plans[0]['id']}", "--out", out)
    assert printed.returncode == 0, printed.stderr
    assert WORDS.strip() in text_of(out)

    secretary.key(Qt.Key.Key_End, CTRL)
    secretary.type(" Slut.")
    secretary.wait_saved()
    assert secretary.text.endswith(" Slut.")


FIRST = """
import sys
from styrdesk.__main__ import main
from styrdesk.ui.shell.desk import Desk

def open_at(self, place, known=Desk.open_at):
    known(self, place)
    print("open", flush=True)

def come_forward(self, known=Desk.come_forward):
    known(self)
    print("forward", flush=True)

Desk.open_at, Desk.come_forward = open_at, come_forward
sys.exit(main([sys.argv[1]]))
"""


SECOND = """
import sys
from functools import partial
from styrdesk.__main__ import main
from styrdesk.ui.shell import doorbell

doorbell.ring = partial(doorbell.ring, patience=45_000)  # on a busy machine too
sys.exit(main([sys.argv[1]]))
"""


def test_a_second_start_brings_the_first_forward_and_ends_well(office: Office) -> None:
    path = office.demo()
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", FIRST, str(path)]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        try:
            assert first.stdout.readline() == b"open\n"
            again = [sys.executable, "-c", SECOND, str(path)]
            second = subprocess.run(again, cwd=ROOT, env=env, capture_output=True, check=False)
            assert (second.returncode, second.stderr) == (0, b"")
            assert first.stdout.readline() == b"forward\n"
            assert styrdesk("plans", path).returncode == 0
        finally:
            first.kill()
    secretary = office.start(path)  # and what was killed asks no questions
    assert secretary.window.session is not None
    assert not secretary.window.session.read_only
