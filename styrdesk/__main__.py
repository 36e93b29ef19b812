"""`styrdesk`: the command line, and the window when no command is given."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code."""
    from styrdesk.bootstrap import (  # nothing heavy before it is needed
        create_services,
        open_services,
        run_window,
        settings,
    )
    from styrdesk.cli.doors import Doors
    from styrdesk.cli.main import run

    doors = Doors(settings, open_services, create_services, run_window)
    return run(sys.argv[1:] if arguments is None else arguments, doors)


def program() -> int:
    """The program as a process of its own.

    What it loads stays till it ends, so it is looked through for garbage neither on the way nor at
    the end: a sixth of a short command's time. The window begins with that once it has been seen.
    """
    gc.disable()
    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(program())
