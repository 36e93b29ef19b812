"""A process is told in words as its picture shows it."""

from __future__ import annotations

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.process import Process, ProcessStep, check_process, check_process_step, told

STEPS = (
    ProcessStep("1", title="Registrera", who="registrator", takes="brevet", gives="ett ärende"),
    ProcessStep("2", title="Svara"),
)


def test_a_process_in_words_has_its_beginning_its_steps_and_its_end() -> None:
    process = Process("p", title="Besvara brev", begins="ett brev", ends="ett svar")
    assert told(process, STEPS) == (
        "Börjar med ett brev. Steg 1: Registrera (registrator). Behöver brevet. Ger ett ärende. "
        "Steg 2: Svara. Slutar med ett svar."
    )


def test_what_is_not_written_is_not_told() -> None:
    assert told(Process("p"), ()) == ""


def test_a_process_and_a_step_must_be_called_something() -> None:
    with pytest.raises(RuleBroken):
        check_process(Process("p"))
    with pytest.raises(RuleBroken):
        check_process_step(ProcessStep("s"))
