"""Options of the whole test suite, and the editions that several tests look at, printed once."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ScreenEdition = Callable[..., Path]

# The same examples in every run, and none judged by the clock of a busy machine, so that a failure
# belongs to the change that it is told of;
# HYPOTHESIS_PROFILE=default draws new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden pictures anew instead of comparing pages with them",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether golden pictures are to be written."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def screen_edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> ScreenEdition:
    """Return a function from an edition of the bundled dossier and its language to its PDF.

    It is printed at the first asking in the whole run, whichever process asks. A third argument
    names the standards that it keeps.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "editions"
    folder.mkdir(exist_ok=True)

    def printed(edition: str, lang: str, conformance: str = "a3a-ua1") -> Path:
        from bundled import made, material, pdf_of

        path = folder / f"{edition}.{lang}.{conformance}.pdf"
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                aside = path.with_suffix(".part")
                aside.write_bytes(pdf_of(made(edition, material(lang), conformance)))
                aside.rename(path)
        return path

    return printed


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser without a window.

    It goes with the module: while it is open its event loop runs, and no other can in the process.
    """
    from playwright.sync_api import sync_playwright

    chrome = shutil.which("chromium") or shutil.which("google-chrome")
    if chrome is None:
        pytest.skip("no Chromium is installed here: script/setup --tests installs it")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chrome, args=arguments)
        yield opened
        opened.close()
