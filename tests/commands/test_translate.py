"""`report translate`: a translator's round through every format, with the bundled dossier."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.translation.gate import units_in
from report.translation.locales import load_language

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "seeds" / "kazakhstan-january-2022"
TITLE = "Қазақстан, 2022 жылғы қаңтар: тәуелсіз тергеу керек"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the bundled dossier."""
    return shutil.copytree(SEED, tmp_path / "dossier")


def _run(*words: object) -> int:
    return main(["translate", *map(str, words)])


def _title(dossier: Path) -> str:
    import polib

    entry = polib.pofile(str(dossier / "translations" / "kk.po")).find("title", by="msgctxt")
    assert entry is not None
    return str(entry.msgstr)


def _states(dossier: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    capsys.readouterr()
    _run("status", dossier, "-l", "kk", "--json")
    counts: dict[str, int] = json.loads(capsys.readouterr().out)["checked"]["kk"]
    return counts


@pytest.mark.parametrize("to", ["po", "xliff", "docx", "csv"])
def test_a_changed_unit_comes_back_through_each_format(
    to: str, dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One edit in the exported file is one edit in the catalogue; the file before stays."""
    assert _run("export", dossier, "--to", to, "-l", "kk", "-o", tmp_path / "out") == 0
    [file] = (tmp_path / "out").iterdir()
    before = (dossier / "translations" / "kk.po").read_text(encoding="utf-8")
    old = _title(dossier)
    _edit(file, old, TITLE)
    capsys.readouterr()
    assert _run("import", file, "--dossier", dossier) == 0
    assert "title: " in (told := capsys.readouterr().out)
    assert "taken: 1 unit\n" in told
    assert _title(dossier) == TITLE
    kept = dossier / "translations" / "kk.po.old-1"
    assert kept.read_text(encoding="utf-8") == before
    assert _run("import", file, "--dossier", dossier) == 0
    assert "taken: 0 units" in capsys.readouterr().out


def _edit(file: Path, old: str, new: str) -> None:
    if file.suffix != ".docx":
        text = file.read_bytes().decode()
        assert text.count(old) == 1, file
        file.write_bytes(text.replace(old, new).encode())
        return
    import docx

    document = docx.Document(str(file))
    [cell] = [row.cells[2] for row in document.tables[0].rows if row.cells[2].text == old]
    cell.text = new
    document.save(str(file))


def test_an_export_of_an_untouched_catalogue_takes_nothing(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What went out and came back unread changes no file."""
    before = (dossier / "translations" / "ru.po").read_bytes()
    for to in ("po", "xliff", "docx", "csv"):
        assert _run("export", dossier, "--to", to, "-o", tmp_path) == 0
    for file in sorted(tmp_path.glob("*.ru.*")):
        assert _run("import", file, "--dossier", dossier) == 0
    assert (dossier / "translations" / "ru.po").read_bytes() == before
    assert not list((dossier / "translations").glob("*.old-*"))


def test_a_new_language_begins_with_an_export(dossier: Path, tmp_path: Path) -> None:
    """A language without a catalogue goes out untranslated, and its first import makes one."""
    (dossier / "translations" / "kk.po").unlink()
    assert _run("export", dossier, "-l", "kk", "-o", tmp_path) == 0
    file = tmp_path / "kazakhstan-january-2022.kk.po"
    text = file.read_text(encoding="utf-8")
    head = 'msgctxt "speakers/un-watch-95978c"\nmsgid "UN Watch"\nmsgstr "'
    assert f'{head}"' in text
    file.write_text(text.replace(f'{head}"', f'{head}UN Watch"'), encoding="utf-8")
    assert _run("import", file, "--dossier", dossier) == 0
    assert "UN Watch" in (dossier / "translations" / "kk.po").read_text(encoding="utf-8")


def test_faults_of_what_was_taken_are_told(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong number is taken, for it is the translator's work, and named at once."""
    file = tmp_path / "back.csv"
    source = "Kazakhstan, January 2022: the case for an independent inquiry"
    target = TITLE.replace("2022", "2021")
    file.write_text(f'key,en,kk,state\ntitle,"{source}","{target}",translated\n', encoding="utf-8")
    assert _run("import", file, "--dossier", dossier) == 1
    assert "error numbers-differ" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["pipe.po", "/dev/zero", "."])
def test_what_is_no_file_is_refused_at_once(
    name: str, dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe that nobody writes to does not hold the program."""
    os.mkfifo(tmp_path / "pipe.po")
    assert _run("import", tmp_path / name, "--dossier", dossier) == 2
    assert "error file-unreadable: " in capsys.readouterr().err


def test_a_changed_source_makes_exactly_its_units_stale(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed sentence turns its own unit stale, and no other."""
    path = dossier / "dossier.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("They turned violent at times.") == 1
    path.write_text(text.replace("They turned violent at times.", "They turned violent."))
    assert _states(dossier, capsys)["stale"] == 1
    assert _run("check", dossier, "-l", "kk") == 1
    assert "error stale: " in capsys.readouterr().err


def test_a_changed_figure_stops_the_build_of_every_language(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly the units that print the figure are stale, in each language, and each is named."""
    path = dossier / "findings.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("value: 9900\n") == 1
    path.write_text(text.replace("value: 9900\n", "value: 9800\n"), encoding="utf-8")
    capsys.readouterr()
    out = tmp_path / "out"
    assert main(["build", str(dossier), "-l", "ru", "-l", "kk", "-o", str(out), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    stale = {(p["path"], p["subject"]) for p in problems if p["code"] == "stale"}
    read = read_dossier(DiskFolder(SEED)).dossier
    assert read is not None
    units = units_in(read, load_language("en")).values()
    printing = {unit.key for unit in units if "{arrests-9900}" in unit.written}
    assert len(printing) == 2
    assert stale == {(f"translations/{lang}.po", key) for lang in ("ru", "kk") for key in printing}
    assert not out.exists()


def test_a_language_of_the_summary_alone_is_not_told_to_be_whole(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--lang` what is missing is told as far as the language is printed."""
    assert _run("check", dossier) == 0
    assert "13 in fr" in capsys.readouterr().out
    assert _run("check", dossier, "-l", "fr") == 1
    assert "error untranslated: " in capsys.readouterr().err


def test_the_name_of_the_organisation_may_stand_as_it_is(dossier: Path) -> None:
    """No other name is asked for, and the same name is no fault."""
    path = dossier / "translations" / "kk.po"
    text = path.read_text(encoding="utf-8")
    assert text.count("Report жобасы") == 1
    path.write_text(text.replace("Report жобасы", "The Report project"), encoding="utf-8")
    assert _run("check", dossier, "-l", "kk") == 0
    path.write_text(text.replace("Report жобасы", ""), encoding="utf-8")
    assert _run("check", dossier, "-l", "kk") == 0


def test_an_approval_holds_until_a_text_changes(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Approvals are bound to both texts: an edit voids them, and says so."""
    assert _run("approve", "title", "--dossier", dossier, "-l", "kk", "--by", "legal reader") == 0
    argv = ("approve", "summary/", "--dossier", dossier, "-l", "kk", "--by", "АБ", "--reviewed")
    assert _run(*argv) == 0
    states = _states(dossier, capsys)
    assert states["approved"] == 1
    assert states["reviewed"] >= 8
    catalogue = dossier / "translations" / "kk.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace(_title(dossier), TITLE), encoding="utf-8")
    assert _states(dossier, capsys)["approved"] == 0
    assert _run("check", dossier, "-l", "kk") == 0
    assert "warning approval-void: " in capsys.readouterr().err


@pytest.mark.parametrize("by", ["Aigul Bekova", "Reader Иван", "bekova@example.org"])
def test_no_person_approves_by_name(
    by: str, dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Translators can be at risk: a name is refused."""
    assert _run("approve", "title", "--dossier", dossier, "-l", "kk", "--by", by) == 1
    assert "error approver-named: " in capsys.readouterr().err
    assert not (dossier / "translations" / "approvals.yaml").exists()


def test_only_finished_units_are_approved(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft, a unit with errors and a key that is none are refused, and then nothing is."""
    catalogue = dossier / "translations" / "kk.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace('msgctxt "title"', '#, fuzzy\nmsgctxt "title"', 1))
    keys = ("title", "subtitle", "no/such")
    assert _run("approve", *keys, "--dossier", dossier, "-l", "kk", "--by", "reader") == 1
    told = capsys.readouterr().err
    assert "“title” cannot be approved: it is draft" in told
    assert "“no/such” cannot be approved: there is no such unit" in told
    assert not (dossier / "translations" / "approvals.yaml").exists()


def test_a_file_in_another_language_is_refused(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file names its language; it is never guessed."""
    file = tmp_path / "back.csv"
    file.write_text("key,en,es,state\ntitle,a,b,translated\n", encoding="utf-8")
    assert _run("import", file, "--dossier", dossier) == 1
    assert "error exchange-language: the file is in “es”" in capsys.readouterr().err


def test_files_and_folders_that_are_not_there(
    tmp_path: Path, dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage is told without a traceback."""
    assert _run("status", tmp_path / "none") == 2
    assert _run("import", tmp_path / "none.po", "--dossier", dossier) == 2
    assert _run("export", dossier, "-l", "xx") == 1
    told = capsys.readouterr().err
    assert "no-folder" in told
    assert "file-missing" in told
    assert "language-unknown" in told


def test_the_status_table(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row a language, with the words that are still to be translated."""
    assert _run("status", dossier) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["language", "untranslated", "stale"]
    assert {row.split()[0] for row in rows} == {"ru", "kk", "fr"}
