"""`report references`: out to reference managers and back, nothing overwritten unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from report.__main__ import main
from report.citations.exchange.bibtex import read_bibtex, write_bibtex
from report.citations.exchange.csl import read_csl, write_csl
from report.citations.exchange.entries import Entry, Unreadable, entry_of
from report.citations.exchange.ris import read_ris, write_ris
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_documents
from report.model.dates import PartialDate
from report.model.document import Name
from report.model.problem import Problems

Capture = pytest.CaptureFixture[str]
BUNDLED = Path(__file__).resolve().parent.parent.parent / "seeds" / "kazakhstan-january-2022"
ENDINGS = {"csl": "json", "bibtex": "bib", "ris": "ris"}
ROUNDS = [(write_csl, read_csl), (write_bibtex, read_bibtex), (write_ris, read_ris)]


def entries(dossier: Path) -> list[Entry]:
    return [entry_of(one) for one in read_documents(DiskFolder(dossier), Problems())]


@pytest.mark.parametrize(("write", "read"), ROUNDS, ids=ENDINGS)
def test_references_come_back_as_they_went(write, read) -> None:
    """Every field of every record survives each format; an inferred date comes back as one."""
    given = entries(BUNDLED)
    back = read(write(given))
    kinds = {one.type for one in back}
    assert "article-newspaper" in kinds
    assert [(e.id, e.texts, e.author, e.issued, e.inferred, e.sha256) for e in back] == [
        (e.id, e.texts, e.author, e.issued, e.inferred, e.sha256) for e in given
    ]
    assert sum(one.inferred for one in back) == 4


@pytest.mark.parametrize(("write", "read"), ROUNDS, ids=ENDINGS)
@pytest.mark.parametrize(
    "title",
    ["100 % of Ömer's #1 & “more”_less", "Ұлт пен еркіндік: 5 $", "AU - no tag", "@misc, = x"],
)
def test_no_sign_of_a_format_changes_a_title(title: str, write, read) -> None:
    """Signs that mean something in a format are only signs in a title."""
    given = Entry("a", "report", {"title": title}, (Name(literal="A and B, Ltd"), Name("Ö", "Ä")))
    [back] = read(write([given]))
    assert back.texts["title"] == title
    if read is not read_ris:  # RIS has no mark for the name of an organisation
        assert back.author == given.author


@pytest.mark.parametrize("to", ENDINGS)
def test_a_record_gets_what_it_lacks(
    to: str, dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A reference manager's file fills the fields listed as unknown; remarks stay."""
    record = dossier / "documents" / "olmar-gazette.yaml"
    record.write_text("# kept\n" + record.read_text(encoding="utf-8"), encoding="utf-8")
    file = tmp_path / f"refs.{ENDINGS[to]}"
    assert main(["references", "export", str(dossier), "--to", to, "-o", str(file)]) == 0
    data = file.read_text(encoding="utf-8")
    address = "https://gazette.example/march_1"
    data = {
        "csl": lambda: data.replace('"id": "olmar-gazette"', f'"id": "x", "URL": "{address}"'),
        "bibtex": lambda: data.replace("{olmar-gazette,", f"{{x, url = {{{address}}},"),
        "ris": lambda: data.replace("ID  - olmar-gazette", f"ID  - x\nUR  - {address}"),
    }[to]()
    file.write_text(data, encoding="utf-8")
    capsys.readouterr()
    assert main(["references", "import", str(file), "--dossier", str(dossier)]) == 0
    said = capsys.readouterr().out
    assert f"olmar-gazette: URL: {address}" in said
    assert said.endswith("changed: 1 record\n")
    text = record.read_text(encoding="utf-8")
    assert text.startswith("# kept\n")
    assert "unknown: [author]" in text
    assert main(["check", str(dossier)]) == 0


def test_what_is_stated_stays(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """reference-differs, reference-unmatched: nothing stated is replaced unless asked."""
    file = tmp_path / "refs.json"
    other = {"id": "olmar-gazette", "publisher": "Another", "issued": {"date-parts": [[2020]]}}
    file.write_text(json.dumps([other, {"id": "nobody", "title": "Unknown work"}]))
    record = dossier / "documents" / "olmar-gazette.yaml"
    before = record.read_bytes()
    words = ["references", "import", str(file), "--dossier", str(dossier)]
    assert main(words) == 0
    said = capsys.readouterr()
    assert record.read_bytes() == before
    assert said.err.count("warning reference-differs: ") == 2
    assert "“Unknown work”" in said.err
    assert "warning reference-unmatched: " in said.err
    assert main([*words, "--replace"]) == 0
    assert "publisher: Olmar Gazette → Another" in capsys.readouterr().out
    [made] = [d for d in read_documents(DiskFolder(dossier), Problems()) if d.id == record.stem]
    assert (made.publisher, str(made.issued)) == ("Another", "2020")
    assert made.issued_basis == "imported reference"


def test_what_cannot_stand_in_a_record_is_refused(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """reference-refused: an address that is none is not written."""
    file = tmp_path / "refs.json"
    file.write_text(json.dumps([{"id": "olmar-gazette", "URL": "javascript:alert(1)"}]))
    before = (dossier / "documents" / "olmar-gazette.yaml").read_bytes()
    assert main(["references", "import", str(file), "--dossier", str(dossier)]) == 1
    assert "error reference-refused: " in capsys.readouterr().err
    assert (dossier / "documents" / "olmar-gazette.yaml").read_bytes() == before


def test_a_date_of_an_inferred_day_stays_inferred(tmp_path: Path) -> None:
    """An approximate date from elsewhere never prints as one that the document states."""
    dossier = Path(shutil.copytree(BUNDLED, tmp_path / "dossier"))
    record = dossier / "documents" / "un-watch-2025.yaml"
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [line for line in lines if not line.startswith("issued")]
    record.write_text("".join(lines).replace("unknown: [", "unknown: [issued, "), encoding="utf-8")
    for to, ending in ENDINGS.items():
        file = tmp_path / f"refs.{ending}"
        assert main(["references", "export", str(BUNDLED), "--to", to, "-o", str(file)]) == 0
        kept = record.read_bytes()
        assert main(["references", "import", str(file), "--dossier", str(dossier)]) == 0
        found = {d.id: d for d in read_documents(DiskFolder(dossier), Problems())}["un-watch-2025"]
        assert str(found.issued) == "2025"
        assert found.issued_basis.startswith("inferred: ")
        record.write_bytes(kept)


BROKEN = {
    "refs.json": ["{", "5", "[" * 100_000, "\x00"],
    "refs.bib": ["", "@article{a, title = {x", "@article{a, title = }", '@misc{a, x = "y}', "@a{"],
    "refs.ris": ["", "TY  - NEWS\nTI  - x\n", "nothing"],
    "refs.txt": ["TY  - NEWS\nER  - \n"],
}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in BROKEN.items() for t in texts])
def test_a_broken_file_is_refused(
    name: str, text: str, dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """references-unread: a file that is not whole is refused whole."""
    (tmp_path / name).write_text(text)
    code = main(["references", "import", str(tmp_path / name), "--dossier", str(dossier)])
    assert code == (2 if name == "refs.txt" else 1)
    assert "error references-unread: " in capsys.readouterr().err


def test_no_reference_can_steer_the_terminal(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Escapes and marks of direction are no part of a title, however they are written."""
    hostile = [{"id": "olmar-gazette", "number": "7\x1b[31m\u202e"}, {"title": "a\x1bb\u202ec"}]
    (tmp_path / "refs.json").write_text(json.dumps(hostile))
    words = ["references", "import", str(tmp_path / "refs.json"), "--dossier", str(dossier)]
    assert main(words) == 0
    said = "".join(capsys.readouterr())
    assert not {"\x1b", "\u202e"} & set(said)
    assert "“a b c”" in said


def test_bibtex_as_others_write_it() -> None:
    """Accents, months, joined strings, quotation marks, remarks and two forms of names are read."""
    text = r"""
    @comment{ignored} @string{gaz = "The Gazette"}
    @Article{berg2021, author = "Anna Berg and Garc{\'\i}a, Jos\'e and {Human Rights Desk}",
      title = {{M\"uller} \& the {\"O}lmar -- march}, journal = gaz # " of " # {Olmar},
      year = 2021, month = mar, day = 4, url = {https://a.example/x_y%20z} }
    @techreport(r1, title={B}, institution={I}, year={2020})
    """
    first, second = read_bibtex(text)
    assert first.author == (
        Name("Berg", "Anna"),
        Name("García", "José"),
        Name(literal="Human Rights Desk"),
    )
    assert first.texts["title"] == "Müller & the Ölmar – march"
    assert first.texts["container-title"] == "The Gazette of Olmar"
    assert first.texts["URL"] == "https://a.example/x_y%20z"
    assert first.issued == PartialDate(2021, 3, 4)
    assert (second.id, second.type, second.texts["publisher"]) == ("r1", "report", "I")


def test_bibtex_of_great_length_is_read_at_once() -> None:
    """A field without end costs no more than its bound."""
    import time

    start = time.monotonic()
    [entry] = read_bibtex("@misc{a, author = {" + "and " * 200_000 + "}}")
    assert time.monotonic() - start < 5
    assert entry.id == "a"


def test_ris_as_others_write_it() -> None:
    """Windows line ends, lines that go on, dates with slashes and names of both forms are read."""
    text = "TY  - NEWS\nT1  - A march\n in Olmar\nA1  - Berg, Anna\nA1  - UN Watch\n"
    text += "Y1  - 2021/03/04/\nUR  - https://a.example/\nER  - \n"
    [entry] = read_ris(text)
    assert entry.texts == {"title": "A march in Olmar", "URL": "https://a.example/"}
    assert entry.author == (Name("Berg", "Anna"), Name(literal="UN Watch"))
    assert entry.issued == PartialDate(2021, 3, 4)
    with pytest.raises(Unreadable):
        read_ris("TY  - NEWS\n")
