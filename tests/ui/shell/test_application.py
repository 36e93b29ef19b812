"""Starting: what is loaded, what is not, and that the whole of it comes up and goes down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from styrdesk.ui.shell.qt_texts import QtTexts

HEAVY = {"reportlab", "PIL", "pypdfium2", "babel.dates", "pyphen", "pikepdf", "filelock"}
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from styrdesk import bootstrap
from styrdesk.ui.shell import application
kept = bootstrap.settings()
app = application.application()
def look():
    assert any(w.isVisible() for w in app.topLevelWidgets())
    print(" ".join(sys.modules))
    app.closeAllWindows()
QTimer.singleShot(0, look)
path = Path(sys.argv[1]) if sys.argv[1:] else None
sys.exit(bootstrap.run_window(path, kept))
"""


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", START, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_window_on_a_file_loads_nothing_heavy(tmp_path: Path) -> None:
    from styrdesk import bootstrap

    path = tmp_path / "a.styrdesk"
    bootstrap.create_services(path, bootstrap.settings()).file.close()
    assert loaded(str(path)) & HEAVY == set()


def test_the_welcome_page_loads_nothing_heavy() -> None:
    assert loaded() & HEAVY == set()


def test_qts_own_words_follow_the_language(qapp: QCoreApplication) -> None:
    texts = QtTexts(qapp)
    texts.speak("sv")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QLocale().name() == "sv_SE"
    texts.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
