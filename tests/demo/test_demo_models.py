"""The demo's shared models: some of each standing, with files that anybody can read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.base.paths import resource
from styrdesk.domain.attachment import PDF
from styrdesk.domain.edition import Standing
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import validator_findings


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    with demo_services() as made:
        yield made


def test_every_standing_is_there_to_be_seen(services: Services) -> None:
    models = services.shared_models.rows()
    assert len(models) >= 5
    assert {one.standing for one in models} == set(Standing) - {Standing.WITHDRAWN}
    assert len({one.kind for one in models}) >= 5


def test_every_file_is_a_models_and_conforms(services: Services) -> None:
    held = [
        one
        for model in services.shared_models.rows()
        for one in services.attachments.of("shared_model", model.id)
    ]
    assert len(held) == len(list(resource("demo", "models").iterdir())) == 2
    for one in held:
        content = services.attachments.content(one)
        assert (one.media_type, one.size) == (PDF, len(content))
        assert validator_findings(content) == []
