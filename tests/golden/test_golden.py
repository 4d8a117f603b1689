"""The bundled dossier's pages against their golden pictures.

Pictures are compared only where the same versions of the text engine made them; elsewhere letters
stand some hundredths of a millimetre apart, and a comparison would tell nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from compare import difference
from differing import Differing, write_page
from pages import GOLDENS, PICTURES, VERSIONS, pictures, save, versions
from PIL import Image

from report.__main__ import main

BUNDLED = Path(__file__).parents[2] / "seeds" / "kazakhstan-january-2022"


def test_each_golden_picture_has_its_page() -> None:
    """No picture lies about that nothing is compared with."""
    expected = {
        one.path(edition, lang).name
        for lang, editions in GOLDENS.items()
        for edition, wanted in editions.items()
        for one in wanted
    }
    assert {path.name for path in PICTURES.glob("*")} <= expected


@pytest.mark.parametrize("lang", GOLDENS)
def test_pages_look_as_they_did(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    """A reader who lays the page over its picture sees no difference."""
    if not update_golden:
        _skip_on_other_versions()
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    now = dict(_printed(lang, tmp_path))
    if update_golden:
        for path, picture in now.items():
            save(picture, path)
        VERSIONS.write_text(json.dumps(versions(), indent=2) + "\n", encoding="utf-8")
        return
    differing = [found for path, picture in now.items() if (found := _compared(path, picture))]
    if differing:
        told = "".join(f"\n  {one.name}: {one.reason}" for one in differing)
        pytest.fail(f"pages look different; see {write_page(differing)}{told}", pytrace=False)


def _skip_on_other_versions() -> None:
    if not VERSIONS.exists():
        pytest.skip("there are no golden pictures; write them with --update-golden")
    recorded = json.loads(VERSIONS.read_text(encoding="utf-8"))
    if recorded != versions():
        pytest.skip(f"the pictures were made with {recorded}, here are {versions()}")


def _printed(lang: str, folder: Path) -> Iterator[tuple[Path, Image.Image]]:
    """Yield the path of each golden picture of a language with the page as it is now."""
    asked = [word for edition in GOLDENS[lang] for word in ("-e", edition)]
    assert main(["build", str(BUNDLED), *asked, "-l", lang, "-o", str(folder)]) == 0
    for edition, wanted in GOLDENS[lang].items():
        (path,) = folder.glob(f"*/*-{edition}.{lang}.pdf")
        for one, picture in zip(wanted, pictures(path.read_bytes(), wanted), strict=True):
            yield one.path(edition, lang), picture


def _compared(path: Path, now: Image.Image) -> Differing | None:
    if not path.exists():
        return Differing(path.name, "has no golden picture yet", None, now, None)
    with Image.open(path) as opened:
        golden = opened.convert("RGB")
    found = difference(golden, now)
    return Differing(path.name, found.reason, golden, now, found.marked) if found else None
