"""Documents that several tests read."""

from __future__ import annotations

import pytest
from made_documents import PAGE, paged_pdf


@pytest.fixture
def page() -> bytes:
    return PAGE.encode()


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return paged_pdf()
