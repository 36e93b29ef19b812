"""The child process that lays out: makes, paints, survives a report's faults, ends when told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from styrdesk.reports.catalogue import PLAN_REPORT
from styrdesk.reports.worker import Bench, Failed, Made, Make, Paint, Painted, Worker
from tests.reports import fake_reports
from tests.reports.namndplan import small

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def bench() -> Bench:
    """With the small plan made, in this process."""
    made = Bench()
    made.answer(Make(1, PLAN_REPORT.render, small.printable(small.document())))
    return made


def test_a_pdf_is_made_with_its_headings_and_sizes(worker: Worker) -> None:
    worker.send(Make(7, fake_reports.pages, 2))
    answer = worker.receive()
    assert isinstance(answer, Made)
    assert answer.number == 7
    assert answer.content.startswith(b"%PDF")
    assert answer.sizes == ((200.0, 300.0), (200.0, 300.0))
    assert answer.bookmarks == ((0, "1 Kapitel", 0), (0, "2 Kapitel", 1))


def test_a_page_is_painted_at_the_wanted_scale(worker: Worker) -> None:
    worker.send(Make(1, fake_reports.pages, 1))
    worker.receive()
    worker.send(Paint(2, 0, 2.0))
    answer = worker.receive()
    assert isinstance(answer, Painted)
    assert (answer.number, answer.page, answer.width, answer.height) == (2, 0, 400, 600)
    assert len(answer.pixels) == answer.stride * answer.height
    assert set(answer.pixels[:1200]) == {255}


def test_strips_of_a_page_join_to_the_whole_page(bench: Bench) -> None:
    whole = bench.answer(Paint(2, 2, 1.7))
    strips = [bench.answer(Paint(3 + n, 2, 1.7, (n, 5))) for n in range(5)]
    assert isinstance(whole, Painted)
    joined = b"".join(strip.pixels for strip in strips if isinstance(strip, Painted))
    assert len(joined) == len(whole.pixels)
    assert max(abs(one - other) for one, other in zip(joined, whole.pixels, strict=True)) < 16


def test_a_plan_is_laid_out_in_the_child_as_in_the_parent(worker: Worker) -> None:
    data = small.printable(small.document())
    worker.send(Make(1, PLAN_REPORT.render, data))
    answer = worker.receive()
    assert isinstance(answer, Made)
    assert answer.content == PLAN_REPORT.render(data)


def test_a_report_without_pages_is_no_pdf() -> None:
    answer = Bench().answer(Make(1, fake_reports.pages, 0))
    assert isinstance(answer, Failed)


def test_a_report_that_breaks_is_told_and_the_child_lives_on(worker: Worker) -> None:
    worker.send(Make(1, fake_reports.broken, None))
    answer = worker.receive()
    assert isinstance(answer, Failed)
    assert "the ink is out" in answer.trace
    worker.send(Make(2, fake_reports.pages, 1))
    assert isinstance(worker.receive(), Made)


def test_a_child_that_dies_is_noticed_and_another_takes_its_place(worker: Worker) -> None:
    before = worker.process_id
    worker.send(Make(1, fake_reports.dies, None))
    with pytest.raises((EOFError, OSError)):
        worker.receive()
    worker.stop()
    worker.start()
    assert worker.process_id != before
    worker.send(Make(2, fake_reports.pages, 1))
    assert isinstance(worker.receive(), Made)


def test_a_child_is_stopped_in_the_middle_of_its_work(worker: Worker, tmp_path: Path) -> None:
    worker.send(Make(1, fake_reports.endless, str(tmp_path / "began")))
    worker.stop()
    assert not worker.is_running
    with pytest.raises(EOFError):
        worker.receive()
    with pytest.raises(OSError):  # noqa: PT011  # whichever the system says
        worker.send(Make(2, fake_reports.pages, 1))


def test_painting_before_anything_is_made_is_told_and_not_a_crash() -> None:
    assert isinstance(Bench().answer(Paint(1, 0, 1.0)), Failed)


def test_a_page_that_is_not_there_is_told_and_not_a_crash() -> None:
    bench = Bench()
    bench.answer(Make(1, fake_reports.pages, 1))
    assert isinstance(bench.answer(Paint(2, 5, 1.0)), Failed)


PARENT = """
import os
from styrdesk.reports.worker import Make, Worker
from tests.reports import fake_reports
if __name__ == "__main__":
    worker = Worker()
    worker.start()
    worker.send(Make(1, fake_reports.pages, 1))
    worker.receive()
    print(worker.process_id, flush=True)
    os._exit(1)
"""


@pytest.mark.slow
def test_the_child_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    # The child holds its parent's output open: `run` only returns when the child is gone too.
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, env=env, timeout=120
    )
    assert done.returncode == 1
    assert int(done.stdout) > 0
