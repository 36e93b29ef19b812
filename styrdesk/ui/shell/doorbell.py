"""Rings at the window that has a file open, so that a second start brings the first one forward.

Between programs of one user on one machine only. Which window has the file, the file's lock says.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE: Final = 3_000  # milliseconds: the first window may still be loading
_AGAIN: Final = 100
_SHOWN: Final = b"shown"
_LONGEST: Final = 1 << 16  # bytes of a call


def _call(path: Path) -> bytes:
    return os.fsencode(path.resolve())


def _name(path: Path) -> str:
    """The same for all that one user starts on one file."""
    home = os.fsencode(Path.home())
    return f"styrdesk-{hashlib.sha256(home + b'|' + _call(path)).hexdigest()[:24]}"


class Doorbell(QObject):
    """Listens for other starts on the file that is open. Needs the file's lock.

    Attributes:
        rung: Somebody wants to see the file.
    """

    rung = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        self.listen(path)

    def listen(self, path: Path) -> None:
        """Listen for starts on the file, also when it lies in another place than before."""
        self._server.close()
        self._path = path
        QLocalServer.removeServer(_name(path))  # left by a crash, for we have the lock
        self._server.listen(_name(path))  # where it cannot, the next start is offered to read

    def _open(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.setReadBufferSize(_LONGEST)
        caller.readyRead.connect(self._hear)
        caller.disconnected.connect(caller.deleteLater)

    def _hear(self) -> None:
        caller = self.sender()
        wanted = _call(self._path)
        if isinstance(caller, QLocalSocket) and caller.bytesAvailable() >= len(wanted):
            if caller.readAll().data() == wanted:
                self.rung.emit()
                caller.write(_SHOWN)
            caller.disconnectFromServer()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()


class _Caller(QObject):
    """Calls until it is answered; a window that is being opened listens in a moment."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._loop = path, QEventLoop(self)
        self.is_answered = False
        self._again, self._end = QTimer(self), QTimer(self)
        for timer in (self._again, self._end):
            timer.setSingleShot(True)
        self._again.timeout.connect(self._ring)
        self._end.timeout.connect(self._loop.quit)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._speak)
        self._socket.readyRead.connect(self._hear)
        self._socket.disconnected.connect(self._wait)
        self._socket.errorOccurred.connect(self._wait)

    def ask(self, patience: int) -> bool:
        """Call for so many milliseconds. The window is painted meanwhile, and hears no key."""
        self._end.start(patience)
        self._ring()
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._end.stop()
        self._again.stop()
        self._socket.abort()
        return self.is_answered

    def _ring(self) -> None:
        self._socket.connectToServer(_name(self._path))

    def _speak(self) -> None:
        self._socket.write(_call(self._path))

    def _hear(self) -> None:
        self.is_answered = self._socket.readAll().data() == _SHOWN
        if self.is_answered:
            self._loop.quit()

    def _wait(self) -> None:
        if self._end.isActive() and not self.is_answered:
            self._again.start(_AGAIN)


def ring(path: Path, patience: int = PATIENCE) -> bool:
    """Whether the window that has the file open has come forward.

    Args:
        path: The file.
        patience: Milliseconds to wait for it.
    """
    caller = _Caller(path)
    answered = caller.ask(patience)
    caller.deleteLater()
    return answered
