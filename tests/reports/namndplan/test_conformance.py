"""Every printed plan is PDF/UA-1 and PDF/A-2a, by validators and by our own checks."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from styrdesk.base.i18n import _
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Approval, BlockKind, PlanStatus
from styrdesk.reports import namndplan
from tests.helpers.pdf_checks import validator_findings
from tests.helpers.pdf_places import misplaced
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import PRINTS, Printed, document_print, printed, tool


def sound(made: Printed) -> None:
    assert validator_findings(made.data) == []
    assert made.reading.findings() == []


@pytest.mark.parametrize(("year", "language"), PRINTS)
def test_the_demo_conforms(year: int, language: str, tmp_path: Path) -> None:
    made = printed(year, language)
    sound(made)
    assert misplaced(made.data) == []
    path = tmp_path / "plan.pdf"
    path.write_bytes(made.data)
    done = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def empty() -> PlanDocument:
    """A plan with a title and nothing else."""
    return PlanDocument(
        committee=small.document().committee,
        plan=(replace(small.plan(strategic_plan_id=None), decided_by="", paragraph=""),),
    )


@pytest.mark.parametrize(
    "document",
    [small.document(), small.bare(), empty()],
    ids=["every block", "no rows", "nothing at all"],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_small_plans_conform(document: PlanDocument, language: str) -> None:
    sound(document_print(document, language))


def test_every_kind_of_block_is_in_the_small_plan() -> None:
    assert {block.kind for block in small.document().block} == set(BlockKind)


@pytest.mark.parametrize("approval", list(Approval))
def test_every_kind_of_approval_conforms(approval: Approval) -> None:
    plan = small.plan(
        approval=approval,
        approval_date=small.plan().decided_on,
        approval_names="Anna Ås och Bo Ek",
        approval_reference="0192-af",
        approval_method="Freja eID+",
    )
    made = document_print(replace(small.document(), plan=(plan,)))
    sound(made)
    assert ("Anna Ås och Bo Ek" in made.words) is (approval is not Approval.SIGNATURES)


def test_a_plan_without_chapters_has_no_empty_page() -> None:
    made = document_print(replace(small.document(), chapter=(), block=()))
    sound(made)
    assert len(made.reading.pdf.pages) == 2


def test_a_draft_that_nobody_is_to_sign_says_so() -> None:
    plan = small.plan(approval=Approval.SIGNATURES, status=PlanStatus.DRAFT)
    blocks = tuple(b for b in small.document().block if b.kind is BlockKind.SIGNATURES)
    document = replace(small.document(), plan=(plan,), signatory=(), block=blocks)
    chapters = tuple(c for c in document.chapter if c.id == blocks[0].chapter_id)
    made = document_print(replace(document, chapter=chapters))
    assert _("Nothing is written here yet.") in made.reading.text("P")


def test_a_very_long_title_is_printed_whole() -> None:
    long = "Kompetensförsörjningsplanering och arbetsmarknadsintroduktionsenheten " * 9
    chapters = (replace(small.document().chapter[0], title=long), *small.document().chapter[1:])
    plan = small.plan(title=long)
    made = document_print(replace(small.document(), chapter=chapters, plan=(plan,)))
    sound(made)
    assert any(" ".join(long.split()) in heading for heading in made.reading.text("H2"))
    assert " ".join(long.split()) in made.reading.text("H1")


def test_a_damaged_picture_is_refused_with_its_name() -> None:
    data = replace(small.printable(small.document()), images={small.DIGEST: small.PICTURE[:70]})
    with pytest.raises(RuleBroken, match="Bild 1"):
        namndplan.SPEC.render(data)
