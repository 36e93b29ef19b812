"""The desktop's files: sound, in step with the program, put in and taken out again."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from styrdesk.base.paths import root
from styrdesk.storage.header import APPLICATION_ID
from styrdesk.ui.shell.files import SUFFIX

TOOL = root() / "packaging" / "desktop.py"
XML = "{http://www.freedesktop.org/standards/shared-mime-info}"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("desktop_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


def entry(path: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capitals
    parser.read_string(path.read_text(encoding="utf-8"))
    assert parser.sections() == ["Desktop Entry"]
    return dict(parser["Desktop Entry"])


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def run(word: str, home: Path) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    return subprocess.run(
        [sys.executable, TOOL, word], env=kept, check=False, capture_output=True, text=True
    )


def test_the_entry_says_what_a_desktop_asks_for() -> None:
    found = entry(tool.HERE / "styrdesk.desktop")
    assert found["Type"] == "Application"
    assert found["Exec"] == "@PROGRAM@ %f"
    assert found["Icon"] == "styrdesk"
    assert found["Terminal"] == "false"
    for key in ("GenericName", "Comment", "Keywords"):
        assert found[key] != found[f"{key}[sv]"]
    for key in ("Categories", "Keywords", "Keywords[sv]", "MimeType"):
        assert found[key].endswith(";")


def test_the_window_is_known_as_the_entrys_own(qapp: QApplication) -> None:
    found = entry(tool.HERE / "styrdesk.desktop")
    source = (root() / "styrdesk" / "ui" / "shell" / "application.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{found["StartupWMClass"]}")' in source


def test_the_files_kind_is_told_by_its_name_and_by_its_first_bytes() -> None:
    kind = ET.parse(tool.HERE / "styrdesk.xml").getroot().find(f"{XML}mime-type")  # noqa: S314  # ours
    assert kind is not None
    mime = kind.get("type")
    assert entry(tool.HERE / "styrdesk.desktop")["MimeType"] == f"{mime};"
    assert [glob.get("pattern") for glob in kind.iter(f"{XML}glob")] == [f"*{SUFFIX}"]
    inner = [match for match in kind.iter(f"{XML}match") if match.get("offset") == "68"]
    assert [int(match.get("value", ""), 16) for match in inner] == [APPLICATION_ID]
    assert f"{mime}".replace("/", "-") + ".svg" in tool.PLACES


@pytest.mark.parametrize("name", ["styrdesk.svg", "application-x-styrdesk.svg"])
@pytest.mark.parametrize("size", [16, 256])
def test_an_icon_is_drawn_at_every_size(qapp: QApplication, name: str, size: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    drawn = QSvgRenderer(str(tool.HERE / name))
    assert drawn.isValid()
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    hues = {image.pixelColor(x, y).hue() // 30 for x in range(size) for y in range(size)}
    assert len(hues) >= 4


@pytest.mark.parametrize(
    "path",
    ["/opt/styrdesk", "/home/åsa/mina program/styrdesk", '/a "b"/$c/`d`/50%/e\\f/styrdesk'],
)
def test_a_folder_of_any_name_is_started_from(path: str) -> None:
    value = tool.quoted(Path(path)).replace("\\\\", "\\")  # as a key's value is read
    inside = value.removeprefix('"').removesuffix('"').replace("%%", "%")
    assert not re.search(r'(?<!\\)(\\\\)*["`$]', inside)  # nothing that a quote lets through
    assert re.sub(r'\\(["`$\\])', r"\1", inside) == path


def test_it_is_put_in_for_this_user_alone_and_taken_out_without_a_trace(tmp_path: Path) -> None:
    done = run("install", tmp_path)
    assert done.returncode == 0, done.stderr
    ours = {Path("data", folder, name) for name, folder in tool.PLACES.items()}
    assert ours <= files(tmp_path)
    assert all(path.parts[0] == "data" for path in files(tmp_path))
    started = shlex.split(entry(tmp_path / "data/applications/styrdesk.desktop")["Exec"])
    assert started == [str(tool.PROGRAM), "%f"]
    assert run("install", tmp_path).returncode == 0  # again: over what is there
    assert run("uninstall", tmp_path).returncode == 0
    assert not [path for path in files(tmp_path) if "styrdesk" in path.name]
    assert run("uninstall", tmp_path).stdout == ""


def test_what_others_have_put_there_stays(tmp_path: Path) -> None:
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("[Desktop Entry]\n")
    tool.install(tmp_path, Path("/opt/styrdesk"))
    tool.uninstall(tmp_path)
    assert other.read_text() == "[Desktop Entry]\n"


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no shared MIME database")
def test_the_desktop_knows_a_styrdesk_file_by_its_name(tmp_path: Path) -> None:
    tool.install(tmp_path, Path("/opt/styrdesk"))
    known = (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")
    assert f"application/x-styrdesk:*{SUFFIX}" in known
    tool.uninstall(tmp_path)
    assert "styrdesk" not in (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-utils")
def test_the_desktops_own_check_finds_nothing(tmp_path: Path) -> None:
    tool.install(tmp_path, Path("/opt/styrdesk"))
    done = subprocess.run(
        ["desktop-file-validate", tmp_path / "applications/styrdesk.desktop"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_an_unknown_word_says_how_it_is_used(tmp_path: Path) -> None:
    done = run("remove", tmp_path)
    assert done.returncode == 2
    assert "uninstall" in done.stderr
