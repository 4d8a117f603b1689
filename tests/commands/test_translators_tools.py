"""What is exported, through the tools that translators have: edited there, taken back, printed.

Each test says which tool it needs; `script/setup --tests` installs them all.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import polib
import pypdfium2
import pytest
from office import convert, needs_office

from report.__main__ import main

SEED = Path(__file__).resolve().parent.parent.parent / "seeds" / "kazakhstan-january-2022"
SOURCE = "Kazakhstan, January 2022: the case for an independent inquiry"
OLD = "Қазақстан, 2022 жылғы қаңтар: тәуелсіз тергеп-тексеру не үшін қажет"
NEW = "Қазақстан, 2022 жылғы қаңтар: тәуелсіз тергеу керек"
NAME = "kazakhstan-january-2022.kk"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the bundled dossier."""
    return shutil.copytree(SEED, tmp_path / "dossier")


def exported(dossier: Path, to: str, folder: Path) -> Path:
    command = ["translate", "export", str(dossier), "--to", to, "-l", "kk", "-o", str(folder)]
    assert main(command) == 0
    (file,) = folder.glob(f"{NAME}.*")
    return file


def taken(file: Path, dossier: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Take a file back and return what was told of it."""
    capsys.readouterr()
    assert main(["translate", "import", str(file), "--dossier", str(dossier)]) == 0
    return capsys.readouterr().out


def entries(dossier: Path) -> dict[str, tuple[object, ...]]:
    """Return all that the catalogue says of each unit, and its header under the empty key."""
    file = polib.pofile(str(dossier / "translations" / "kk.po"))
    found: dict[str, tuple[object, ...]] = {
        str(one.msgctxt): (one.msgid, one.msgstr, one.flags, one.tcomment, one.previous_msgid)
        for one in file
    }
    return found | {"": (file.header, file.metadata)}


def assert_one_change(file: Path, dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Assert that the edit of one unit is all that came back."""
    before = entries(dossier)
    told = taken(file, dossier, capsys)
    assert told.endswith("taken: 1 unit\n"), told
    after = entries(dossier)
    assert after == before | {"title": (*before["title"][:1], NEW, *before["title"][2:])}


# gettext

needs_gettext = pytest.mark.skipif(
    not (shutil.which("msgfmt") and shutil.which("msgmerge")),
    reason="gettext is not installed: script/setup --tests",
)


@needs_gettext
def test_gettext_reads_what_is_exported(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Msgfmt finds no error, and what msgmerge wrote anew changes nothing."""
    file = exported(dossier, "po", tmp_path / "out")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", file], check=True, capture_output=True)
    merged = tmp_path / f"{NAME}.po"
    command = ["msgmerge", "-q", "--no-fuzzy-matching", "-o", merged, file, file]
    subprocess.run(command, check=True, capture_output=True)
    assert taken(merged, dossier, capsys) == "taken: 0 units\n"
    merged.write_text(merged.read_text("utf-8").replace(OLD, NEW), encoding="utf-8")
    assert_one_change(merged, dossier, capsys)


# The Translate Toolkit, which Virtaal, Pootle and Weblate read with


@pytest.mark.parametrize("to", ["po", "xliff"])
def test_the_translate_toolkit_reads_and_writes(
    to: str, dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It finds every unit with its text and state; what it writes is the same but for its edit."""
    factory = pytest.importorskip("translate.storage.factory", reason="needs translate-toolkit")
    catalogue = dossier / "translations" / "kk.po"
    text = catalogue.read_text(encoding="utf-8")
    stale = text.replace('msgid "The Report project"', 'msgid "The older project"')
    catalogue.write_text(stale, encoding="utf-8")
    file = exported(dossier, to, tmp_path / "out")
    store = factory.getobject(str(file))
    units = [unit for unit in store.units if not unit.isheader()]
    assert len(units) == text.count("\nmsgctxt ")
    open_units = [unit for unit in units if state_of(unit) != "translated"]
    assert [str(unit.source) for unit in open_units] == ["The Report project"]
    (title,) = [unit for unit in units if str(unit.source) == SOURCE]
    assert str(title.target) == OLD
    title.target = NEW
    store.save()
    told = taken(file, dossier, capsys)
    assert told.endswith("taken: 1 unit\n"), told


def state_of(unit: Any) -> str:
    """Return the state of a unit as the toolkit has it in its own terms."""
    if hasattr(unit, "xmlelement"):  # to it every unit that is not approved is fuzzy
        return str(unit.xmlelement.find("{*}target").get("state"))
    return "fuzzy" if unit.isfuzzy() else "translated"


# OmegaT

needs_omegat = pytest.mark.skipif(
    shutil.which("omegat") is None, reason="OmegaT is not installed: script/setup --tests"
)
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>KK</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US"
 datatype="plaintext" creationtoolversion="3.6" segtype="paragraph" srclang="EN"/>
<body>{}</body></tmx>"""
PAIR = '<tu><tuv lang="EN"><seg>{}</seg></tuv><tuv lang="KK"><seg>{}</seg></tuv></tu>'


def through_omegat(files: list[Path], edits: dict[str, str], folder: Path) -> list[Path]:
    """Return the files as an OmegaT project writes them in which some segments were translated."""
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT, encoding="utf-8")
    pairs = "".join(PAIR.format(escape(old), escape(new)) for old, new in edits.items())
    (folder / "omegat" / "project_save.tmx").write_text(MEMORY.format(pairs), encoding="utf-8")
    for file in files:
        shutil.copy(file, folder / "source")
    options = ["--mode=console-translate", "--disable-project-locking", "--disable-location-save"]
    command = ["omegat", folder, *options, "--no-team", "--quiet", f"--config-dir={folder}/config"]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [folder / "target" / file.name for file in files]


@needs_omegat
def test_omegat_takes_po_and_xliff_through_a_project(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A segment translated there is the one unit that comes back; an open unit is open there."""
    catalogue = dossier / "translations" / "kk.po"
    whole = catalogue.read_text(encoding="utf-8")
    files = [exported(dossier, to, tmp_path / to) for to in ("po", "xliff")]
    catalogue.write_text(whole.replace(f'msgstr "{OLD}"', 'msgstr ""'), encoding="utf-8")
    opened = exported(dossier, "xliff", tmp_path / "opened")
    files.append(opened.rename(opened.with_name(f"open.{opened.name}")))
    # OmegaT's own reader of XLIFF edits what stands in the target.
    back = through_omegat(files, {SOURCE: NEW, OLD: NEW}, tmp_path / "project")
    assert "title: {→ " in taken(back[2], dossier, capsys)
    assert NEW in catalogue.read_text(encoding="utf-8")
    for file in back[:2]:
        catalogue.write_text(whole, encoding="utf-8")
        assert_one_change(file, dossier, capsys)


# LibreOffice


@needs_office
def test_libreoffice_edits_the_table_and_the_page_prints_it(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Opened, changed in one cell and saved as Word by LibreOffice; taken back; built; printed."""
    file = exported(dossier, "docx", tmp_path / "out")
    opened = convert(file.read_bytes(), "fodt").decode()
    assert opened.count(OLD) == 1
    file.write_bytes(convert(opened.replace(OLD, NEW).encode(), "docx", "fodt"))
    assert_one_change(file, dossier, capsys)
    built = ["build", str(dossier), "-e", "factsheet", "-l", "kk", "-o", str(tmp_path / "build")]
    assert main(built) == 0
    (pdf,) = (tmp_path / "build").rglob("*.pdf")
    with pypdfium2.PdfDocument(pdf) as document:
        words = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert NEW in words
    assert OLD not in words
