"""Every command on a dossier full of names: none in anything that is said or handed out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from planted import GUARD, PERSONS
from small_dossier import SAID, lay_out, replaced

from report.__main__ import main
from report.commands.scanning import scan_file

Capture = pytest.CaptureFixture[str]
# What the dossier itself may hold names in: its documents, what is quoted of them, the list.
_HOLDING = ("findings.yaml", "protected.yaml", ".txt", ".docx", ".html")


def _run(capsys: Capture, *words: object) -> tuple[int, str]:
    """Run a command and return its exit code and all that it said, which must name no one."""
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    said = told.out + told.err
    assert not GUARD.named_in(said), (words, GUARD.named_in(said))
    plain = said.casefold()
    for person in PERSONS:
        for name in (*person.names, *person.spellings, *person.also):
            assert not [one for one in name.casefold().split() if one in plain and len(one) > 6]
    return code, said


def _nobody_named(folder: Path, *, but: tuple[str, ...] = ()) -> list[str]:
    """Return the files of a folder that name a person, in their name or within."""
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.name.endswith(but or ("\0",))
        and scan_file(GUARD, path.name, path.read_bytes()).leaks
    ]


def test_a_document_that_states_a_name(tmp_path: Path, capsys: Capture) -> None:
    """A file named after a person, with the name in its title and author, gets a record without."""
    dossier = lay_out(tmp_path / "d")
    file = tmp_path / "Interview_Jonathan_Smithson.docx"
    document = docx.Document()
    document.core_properties.title = "Interview with Zhuldyz Yermukhanova"
    document.add_paragraph("Interview with Zhuldyz Yermukhanova")
    document.add_paragraph("They were held in the yard for nine hours, she said to us in Olmar.")
    document.save(file)
    code, said = _run(capsys, "add", file, "--dossier", dossier, "--json")
    assert code == 0, said
    problem = json.loads(said)["problems"][0]
    assert problem["code"] == "stated-name"
    assert "title, described title, file name" in problem["message"]
    added = dossier / json.loads(said)["outputs"][0]["path"]
    assert not GUARD.named_in(added.name)
    assert not GUARD.named_in(added.read_text())
    assert "Witness 4" in added.read_text()
    assert _nobody_named(dossier / "documents", but=_HOLDING) == []


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Return a dossier with names in each kind of text, and in the names of files and keys."""
    dossier = lay_out(tmp_path / "Dossier of Smithson")
    replaced(dossier / "dossier.yaml", "title: The march", "title: J. Smithson at the march")
    replaced(dossier / "dossier.yaml", "to: Police of", "to: Горемыкскому, police of")
    replaced(dossier / "dossier.yaml", "measures:", "unknown_smithson: 1\nmeasures:")
    replaced(dossier / "findings.yaml", "attributed_to: a teacher", "attributed_to: Ермуханова Ж.")
    replaced(dossier / "findings.yaml", "id: lawyers", "id: toksabaeva")
    replaced(dossier / "findings.yaml", "was beaten by", "was not beaten by")
    replaced(dossier / "translations" / "ru.po", "Марш в", "Марш Смитсона в")
    record = dossier / "documents" / "olmar-gazette.yaml"
    author = "author: [{family: Smithson, given: J}]"
    replaced(record, "container-title:", f"{author}\ncontainer-title:")
    replaced(record, "unknown: [author, URL]", "unknown: [Smithson]")
    (dossier / "glossary.yaml").write_text(
        "- term: Smithson case\n  in: {ru: {words: [дело Смитсона], source: a, verified: true}}\n"
    )
    record.rename(dossier / "documents" / "smithson-interview.yaml")
    return dossier


def test_problems_are_told_without_names(full: Path, tmp_path: Path, capsys: Capture) -> None:
    """Whatever is wrong in whatever file, no message, place, subject or hint names anybody."""
    for words in (
        ("check", full),
        ("check", full, "--json"),
        ("build", full, "-o", tmp_path / "b"),
        ("build", full, "-o", tmp_path / "b", "--draft"),
        ("passages", full),
        ("translate", "status", full),
        ("translate", "check", full),
        ("translate", "export", full, "-o", tmp_path / "t"),
        ("references", "export", full, "-o", tmp_path / "r.json"),
        ("references", "export", full),
        ("glossary", "export", full),
        ("glossary", "export", full, "-o", tmp_path / "g.csv"),
        ("suggest", "--dossier", full),
        ("accept", "q0000000", "--dossier", full),
        ("scan", full, "--dossier", full),
        ("check", full / "Toksabaeva", "--protected", full / "protected.yaml"),
        ("verify", full / "smithson.pdf", "--protected", full / "protected.yaml"),
        ("add", tmp_path / "Смитсон.txt", "--dossier", full),
    ):
        code, said = _run(capsys, *words)
        assert said or code == 0
    made = [tmp_path / name for name in ("b", "t", "r.json", "g.csv") if (tmp_path / name).exists()]
    assert [found for one in made if one.is_dir() for found in _nobody_named(one)] == []


def test_what_is_handed_out_names_no_one(tmp_path: Path, capsys: Capture) -> None:
    """Exports, suggestions, passages and annotations of a sound dossier hold no name."""
    dossier, out = lay_out(tmp_path / "d"), tmp_path / "out"
    assert _run(capsys, "suggest", "--dossier", dossier)[0] == 0
    assert _run(capsys, "passages", dossier)[0] == 0
    assert "[…] and […] saw that […]" in (dossier / "documents/olmar-gazette.yaml").read_text()
    (dossier / "documents" / "olmar-gazette.txt").rename(tmp_path / "olmar-gazette.txt")
    code, said = _run(capsys, "check", dossier)  # by its passages alone
    assert code == 0, said
    for kind in ("po", "xliff", "docx", "csv"):
        assert _run(capsys, "translate", "export", dossier, "--to", kind, "-o", out)[0] == 0
    for kind in ("csl", "bibtex", "ris"):
        words = ("references", "export", dossier, "--to", kind, "-o", out / kind)
        assert _run(capsys, *words)[0] == 0
    assert _run(capsys, "annotations", "export", dossier, "-o", out / "a.json")[0] == 0
    assert _run(capsys, "glossary", "export", dossier, "-o", out / "g.csv")[0] == 0
    assert _nobody_named(out) == []
    assert _nobody_named(dossier, but=_HOLDING) == []


def test_a_returned_translation_with_a_name_is_not_taken(tmp_path: Path, capsys: Capture) -> None:
    """A unit that names a person is left, and told by its key; the others are taken."""
    dossier, out = lay_out(tmp_path / "d"), tmp_path / "out"
    assert _run(capsys, "translate", "export", dossier, "--lang", "ru", "-o", out)[0] == 0
    returned = next(out.glob("*.po"))
    replaced(returned, "Марш в Олмаре", "Марш Смитсона в Олмаре")
    _, said = _run(capsys, "translate", "import", returned, "--dossier", dossier)
    assert "“title” was not taken: it names a protected person (w1)" in said
    assert not GUARD.named_in((dossier / "translations/ru.po").read_text())


def test_a_suggestion_is_taken_with_its_true_words(tmp_path: Path, capsys: Capture) -> None:
    """What was proposed with marks is checked and taken by the words of the document."""
    dossier = lay_out(tmp_path / "d")
    text = dossier / "documents" / "ombudsman-report.txt"
    said = "“The police held Zhuldyz Yermukhanova in the yard for a day,” the Ombudsman said."
    text.write_text(f"{text.read_text().rstrip()}\n\n{said}\n")
    import hashlib
    import re

    record = dossier / "documents" / "ombudsman-report.yaml"
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    changed = re.sub(r"sha256: \w+", f"sha256: {digest}", record.read_text())
    record.write_text(re.sub(r"bytes: \d+", f"bytes: {text.stat().st_size}", changed))
    assert _run(capsys, "suggest", "ombudsman-report", "--dossier", dossier)[0] == 0
    found = (dossier / "suggestions.yaml").read_text()
    assert "The police held […] in the yard" in found
    name = re.search(r'"id": "(q[0-9a-f]{7})"', found)
    assert name is not None, found
    code, told = _run(capsys, "accept", name.group(1), "--dossier", dossier)
    assert code == 0, told
    assert "Zhuldyz Yermukhanova" in (dossier / "findings.yaml").read_text()
    assert _run(capsys, "check", dossier)[0] == 0


def test_a_file_printed_to_the_terminal_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Bytes on standard output are a file too: one with a name in it is not printed at all."""
    dossier = lay_out(tmp_path / "d")
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stdout", stream)
    from report.commands.guarding import guarded

    class Options:
        pass

    options = Options()
    options.dossier = dossier  # type: ignore[attr-defined]
    from report.model.problem import Stop

    with pytest.raises(Stop) as stopped, guarded(options):  # type: ignore[arg-type]
        import sys

        sys.stdout.buffer.write(f"a,b\n{SAID},c\n".encode())
    assert [one.code for one in stopped.value.problems] == ["leak"]
    stream.flush()
    assert stream.buffer.getvalue() == b""  # type: ignore[attr-defined]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_fault_of_the_program_shows_no_name(
    as_json: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """What the program fails on may hold a name: modules and lines are told, no value of any."""
    dossier = lay_out(tmp_path / "Smithson")

    def fail(*_: object) -> None:
        raise KeyError(SAID)

    monkeypatch.setattr("report.commands.chain.check_evidence", fail)
    code, said = _run(capsys, "check", dossier, *(["--json"] if as_json else []))
    assert code == 70
    assert "KeyError" in said
    assert "Traceback" not in said
    assert str(tmp_path) not in said
    assert "report/commands/chain.py" in said or as_json
    if as_json:
        assert [one["code"] for one in json.loads(said)["problems"]] == ["program-fault"]


def test_names_of_folders_are_told_of_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Where folders bear the name of a person, no command says it, nor any file in them."""
    dossier = lay_out(tmp_path / "Smithson")
    protected = (dossier / "protected.yaml").rename(tmp_path / "list.yaml")
    monkeypatch.setenv("REPORT_PROTECTED", str(protected))
    out = tmp_path / "for Zhuldyz Yermukhanova"
    code, said = _run(capsys, "build", dossier, "-e", "factsheet", "-o", out)
    assert code == 0, said
    sheet = out / "olmar-march" / "olmar-march-factsheet.en.pdf"
    for words in (("verify", sheet), ("diff", sheet, sheet), ("scan", out), ("completion", "bash")):
        code, said = _run(capsys, *words)
        assert code == 0, said
    assert _run(capsys, "build", dossier, "-e", "factsheet", "-o", sheet)[0] == 4
