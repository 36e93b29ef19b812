"""Starting: what is loaded, what is not, and that the whole of it comes up and goes down.

What the frame alone may load is told in test_opening.py.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from styrdesk.ui.shell.qt_texts import QtTexts

HEAVY = {"reportlab", "PIL", "pypdfium2", "babel.dates", "pyphen", "pikepdf"}
START = """
import sys
from functools import partial
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from styrdesk.__main__ import main
from styrdesk.ui.shell.main_window import MainWindow

begin = MainWindow.begin

def begin_and_look(self, path):
    begin(self, path)
    QTimer.singleShot(0, partial(look, self))

def look(window):
    QApplication.processEvents()  # it paints
    page = window.welcome if window.desk is None else window.desk.page()
    print(type(page).__name__, page.isVisible(), *sys.modules)
    window.close()

MainWindow.begin = begin_and_look
sys.exit(main(sys.argv[1:]))
"""


def loaded(page: str, *arguments: str) -> set[str]:
    """What is loaded once a page is seen."""
    done = subprocess.run(
        [sys.executable, "-c", START, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    name, visible, *modules = done.stdout.split()
    assert (name, visible) == (page, "True")
    return set(modules)


def test_the_window_on_a_file_loads_nothing_heavy(tmp_path: Path) -> None:
    from styrdesk import bootstrap

    path = tmp_path / "a.styrdesk"
    bootstrap.create_services(path, bootstrap.settings()).file.close()
    assert loaded("StartPage", str(path)) & HEAVY == set()


def test_the_welcome_page_loads_nothing_heavy() -> None:
    assert loaded("Welcome") & HEAVY == set()


def test_qts_own_words_follow_the_language(qapp: QCoreApplication) -> None:
    texts = QtTexts(qapp)
    texts.speak("sv")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QLocale().name() == "sv_SE"
    texts.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
