"""What several tests of the pages share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline import Case
from tests.web.deciding import Reader


@pytest.fixture
def reader(case: Case) -> Iterator[Reader]:
    """Somebody who has the case of the test open."""
    made = Reader(case)
    made.enter()
    yield made
    made.close()
