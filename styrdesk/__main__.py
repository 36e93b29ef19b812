"""`styrdesk`: the command line, and the window when no command is given."""

from __future__ import annotations

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


if __name__ == "__main__":
    sys.exit(main())
