"""Files with many records, in words such as a municipality writes."""

from __future__ import annotations

import random
from pathlib import Path

from styrdesk.base.clock import SystemClock
from styrdesk.domain.organisation import Person
from styrdesk.services.catalogue import services_of
from styrdesk.storage.file import create

TEXT = (
    "årsredovisning budget nämnd förskola skola elev lärare plan mål uppdrag indikator kvalitet "
    "avvikelse klagomål synpunkt rutin checklista riktlinje ansvar enhet lokal måltid brandskydd "
    "äldreomsorg hemtjänst handläggning registrering diarium ärende upphandling avtal leverantör"
)
WORDS = TEXT.split()
COMPOUNDS = [first + second for first in WORDS for second in WORDS]
SELDOM = "registreringupphandling handläggningleverantör"  # of runs that stand everywhere
ASKED = (
    *("redovis", "äldreomsorg", "skola budget", "å", "diariumavtal", "leverantör 99", "xylofon"),
    *("leverantöravtal upphandling", SELDOM),
)
_PIECE = 10_000


def make(path: Path, count: int) -> None:
    """A file with so many records of about 25 words each."""
    chosen = random.Random(count)  # noqa: S311  # the same file each time
    services = services_of(create(path), SystemClock(), str)
    services.file.db.execute_sql("PRAGMA synchronous = OFF")  # it need not survive a power cut
    for first in range(0, count, _PIECE):
        with services.work.step("People"):
            for n in range(first, min(first + _PIECE, count)):
                name = " ".join(chosen.choices(WORDS + COMPOUNDS, k=4))
                title = " ".join(chosen.choices(COMPOUNDS, k=20))
                person = Person(f"{n:08}", name=f"{name} {n}", title=title)
                services.file.store.save(person)
    services.file.close()
