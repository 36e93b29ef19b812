"""What holds for every test: no network, no real home, no screen, Swedish."""

from __future__ import annotations

import gc
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is no fault of the example. The examples are the same in every run, so that what
# is red is red because of the change; `make search` looks for new ones, many of each.
_EITHER: Final[dict[str, Any]] = {
    "deadline": None,
    "print_blob": True,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("styrdesk", derandomize=True, **_EITHER)
settings.register_profile("search", max_examples=2_000, **_EITHER)
settings.load_profile(os.environ.get("STYRDESK_EXAMPLES", "styrdesk"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program promises to make no network call unasked, so no test makes one."""
    real = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            message = f"a test tried to reach {address}"
            raise AssertionError(message)
        real(self, address)  # type: ignore[arg-type]  # what the caller gave

    def no_names(host: object, *_args: object, **_kwargs: object) -> None:
        message = f"a test looked up {host!r}"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", no_names)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, backups and logs of a test are its own, never the developer's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Another user can write in it. Not a `tmp_path`: a second pytest that starts shuts those."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.fixture(autouse=True)
def _in_swedish() -> Iterator[None]:
    """Each test begins and ends in the language the program begins in."""
    from styrdesk.base.i18n import use_language

    use_language("sv")
    yield
    use_language("sv")


@pytest.fixture(autouse=True)
def _swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where there is a window, garbage is looked for on its thread alone (decisions/0029)."""
    if "qapp" not in request.fixturenames:
        gc.enable()
        yield
        return
    gc.disable()
    yield
    gc.collect(1)  # all that the test has made, and what held the one before


def pytest_sessionfinish() -> None:
    """What a test copied goes before Qt does: offscreen it is let go of too late, and crashes."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
