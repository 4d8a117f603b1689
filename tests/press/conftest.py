"""Fixtures of the press tests: the faces, made once a machine."""

import pytest

from report.press.fonts import FontFolder, prepare_fonts


@pytest.fixture(scope="session")
def faces() -> FontFolder:
    """Return our faces, from the user's cache if they are there."""
    return prepare_fonts()
