"""All that a session takes lies in one folder and one zip, and is what was built."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import pytest
from small_builds import NAME, Run


@pytest.fixture(scope="module")
def kit(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the kit of the small dossier once."""
    from small_builds import EXAMPLES

    folder = tmp_path_factory.mktemp("kit")
    done = run("session", "kit", EXAMPLES / "base", "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_kit_is_what_was_built(kit: Path) -> None:
    """Each built file is in it, byte for byte, and each checksum is right."""
    built, packed = kit / NAME, kit / f"{NAME}-kit"
    for path in built.iterdir():
        assert (packed / path.name).read_bytes() == path.read_bytes()
    lines = (packed / "SHA256SUMS").read_text("utf-8").splitlines()
    for digest, name in (line.split("  ") for line in lines):
        assert hashlib.sha256((packed / name).read_bytes()).hexdigest() == digest
    listed = {line.split("  ")[1] for line in lines} | {"SHA256SUMS"}
    assert listed == {path.name for path in packed.iterdir()}


def test_the_contents_page_names_every_file(kit: Path) -> None:
    """Each file is a link of the page, and each link is a file; it asks nothing of the network."""
    packed = kit / f"{NAME}-kit"
    page = (packed / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="([^"#]+)"', page))
    assert links == {path.name for path in packed.iterdir()} - {"index.html"}
    assert "default-src 'none'" in page


def test_the_zip_holds_the_folder_and_no_day(kit: Path) -> None:
    """The zip unpacks to the same folder; nothing in it says when or by whom it was made."""
    packed = kit / f"{NAME}-kit"
    with zipfile.ZipFile(kit / f"{NAME}-kit.zip") as opened:
        assert opened.testzip() is None
        names = [entry.filename for entry in opened.infolist()]
        assert names == sorted(f"{packed.name}/{path.name}" for path in packed.iterdir())
        for entry in opened.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert opened.read(entry) == (kit / entry.filename).read_bytes()


def test_a_dossier_with_faults_makes_none(altered: Path, run: Run, tmp_path: Path) -> None:
    """Problems are told and nothing is written."""
    done = run("session", "kit", altered, "-o", tmp_path / "build")
    assert done.returncode == 1
    assert "error " in done.stderr
    assert not (tmp_path / "build").exists()
