"""Lets the desktop know Styrdesk: its place in the menu, its files and their icon.

    python packaging/desktop.py install      for the user who runs it, nobody else
    python packaging/desktop.py uninstall    takes away what install put there, and nothing more

The files of `packaging/desktop/` go under $XDG_DATA_HOME (~/.local/share where it is not set). The
program that is started is the one of this folder's own .venv: move the folder, and install again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent / "desktop"
PROGRAM: Final = HERE.parents[1] / ".venv" / "bin" / "styrdesk"
PLACES: Final = {
    "styrdesk.desktop": "applications",
    "styrdesk.xml": "mime/packages",
    "styrdesk.svg": "icons/hicolor/scalable/apps",
    "application-x-styrdesk.svg": "icons/hicolor/scalable/mimetypes",
}
TOLD: Final = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)


def data_home() -> Path:
    """Where this user's own desktop files lie."""
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def quoted(program: Path) -> str:
    """A program as Exec wants it: inside quotes, what means something there escaped."""
    words = str(program)
    for sign in '\\"`$':
        words = words.replace(sign, f"\\{sign}")
    # The value of a key is unescaped once before the command is read.
    return '"{}"'.format(words.replace("\\", "\\\\").replace("%", "%%"))


def install(home: Path, program: Path = PROGRAM) -> list[Path]:
    """Put the files there. Returns where they lie."""
    made = []
    for name, folder in PLACES.items():
        text = (HERE / name).read_text(encoding="utf-8")
        target = home / folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{name}.new")
        partial.write_text(text.replace("@PROGRAM@", quoted(program)), encoding="utf-8")
        partial.replace(target)
        made.append(target)
    tell(home)
    return made


def uninstall(home: Path) -> list[Path]:
    """Take the files away. Returns those that were there."""
    there = [home / folder / name for name, folder in PLACES.items()]
    gone = [path for path in there if path.exists()]
    for path in gone:
        path.unlink()
    if gone:
        tell(home)
    return gone


def tell(home: Path) -> None:
    """Have the desktop read its folders anew, where it has the tools; else it does later."""
    for tool, folder in TOLD:
        found = shutil.which(tool)
        if found and (home / folder).is_dir():
            done = subprocess.run(  # noqa: S603  # our own words
                [found, str(home / folder)], check=False, capture_output=True
            )
            if done.returncode and tool != "gtk-update-icon-cache":  # wants an index of its own
                print(f"{tool}: {done.stderr.decode(errors='replace').strip()}", file=sys.stderr)


def main(arguments: list[str]) -> int:
    """What the command line asks."""
    if arguments == ["install"]:
        if not PROGRAM.exists():
            print(f"{PROGRAM} is not there. Run make setup first.", file=sys.stderr)
            return 1
        made = install(data_home())
    elif arguments == ["uninstall"]:
        made = uninstall(data_home())
    else:
        print(__doc__, file=sys.stderr)
        return 2
    for path in made:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
