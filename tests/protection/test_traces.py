"""No quotation, checksum, title or address of a confidential document in any finished file."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from held import hold, paraphrase
from planted_files import FILE_PLACES
from planted_pdf import PDF_PLACES
from small_dossier import lay_out, replaced

from report.__main__ import main
from report.commands.scanning import scan_file
from report.documents.store import DocumentText
from report.documents.text import ExtractedText
from report.model.document import Custody, Document
from report.model.place import Place
from report.protection.traces import Traces

Capture = pytest.CaptureFixture[str]
DIGEST = "3f" * 8 + "0123456789abcdef" * 3
SECRET = (
    "The officers of the third division are told to keep the people who were taken on the square "
    "in the yard of the depot, and to write none of their names into the book of the station."
)
COMMON = "Everyone has the right to liberty and security of person, and no one shall be taken."


class _Dossier:
    """What is asked of a dossier: its documents and its evidence."""

    def __init__(self) -> None:
        self.documents = (_document("held-1", held=True), _document("open", held=False))
        self.all_evidence = ()


def _document(name: str, *, held: bool) -> Document:
    return Document(
        id=name,
        place=Place(f"documents/{name}.yaml"),
        type="document",
        language="en",
        custody=Custody(DIGEST if held else "0" * 64),
        title="Order on the keeping of persons" if held else "A public paper",
        number="17-44/2021-dsp" if held else "",
        confidential=held,
    )


def _text(name: str, text: str) -> DocumentText:
    return DocumentText(name, ExtractedText(text, ((0, len(text)),)))


TRACES = Traces(
    _Dossier(),  # type: ignore[arg-type]
    {
        "held-1": _text("held-1", f"{COMMON}\n\n{SECRET}"),
        "open": _text("open", f"It says: {COMMON}"),
    },
)
WORDS = "told to keep the people who were taken on the square in the yard of the depot"
SHOWING = {
    "its words": WORDS,
    "its checksum": DIGEST,
    "its title": "Order on the keeping of persons",
}
PLACES = {**{f"PDF: {name}": make for name, make in PDF_PLACES.items()}, **FILE_PLACES}


@pytest.mark.parametrize("place", PLACES)
def test_what_shows_a_document_is_found_in_each_place(place: str) -> None:
    """Its words, checksum and title are found wherever a finished file may have them."""
    for what, said in SHOWING.items():
        found = scan_file(TRACES, "a", PLACES[place](said)).leaks
        assert {f"held-1: {what}"} == {one for leak in found for one in leak.named}, what


@pytest.mark.parametrize("place", PLACES)
def test_other_words_show_nothing(place: str) -> None:
    """Words that a public document has too, and a paraphrase, are in no place taken for it."""
    assert scan_file(TRACES, "a", PLACES[place](COMMON[:84])).leaks == ()
    assert scan_file(TRACES, "a", PLACES[place]("People were kept in a yard.")).leaks == ()


@pytest.mark.parametrize(
    "said",
    [
        WORDS.upper(),
        WORDS.replace(" ", "\n"),
        WORDS.replace("people", "peo-\nple").replace("square", "squ\u00adare"),
        WORDS.replace(" ", "\u00a0"),
        f"“{WORDS}”",
        DIGEST.upper(),
        " ".join(DIGEST[n : n + 4] for n in range(0, 64, 4)),
        DIGEST[:16],
        "No. 17-44/2021-DSP",
        base64.b64encode(WORDS.encode()).decode(),
        json.dumps({"quote": WORDS}),
    ],
)
def test_each_way_to_write_it_is_found(said: str) -> None:
    """Capitals, broken lines, grouped digits, a shortened checksum and codes hide nothing."""
    assert TRACES.named_in(said)


def _built(dossier: Path, out: Path, capsys: Capture, *more: str) -> tuple[int, str]:
    code = main(["build", str(dossier), "-o", str(out), "-e", "handout", *more])
    return code, capsys.readouterr().err


def test_a_build_that_would_show_it_is_refused(tmp_path: Path, capsys: Capture) -> None:
    """A title in a text that no check of the dossier reads as a quotation stops the build."""
    dossier, out = lay_out(tmp_path / "d"), tmp_path / "b"
    hold(dossier)
    paraphrase(dossier)
    assert _built(dossier, out, capsys)[0] == 0
    replaced(dossier / "dossier.yaml", "Keep a record", "As police hold marchers in Olmar, keep")
    code, told = _built(dossier, out, capsys)
    assert code == 1
    shown = r"error confidential-shown: \S+ shows what is confidential \(held-1: its title\): \w+"
    assert re.search(shown, told), told
    assert "for nine hours" not in told


def test_an_earlier_output_that_shows_it_is_told(tmp_path: Path, capsys: Capture) -> None:
    """What was built before the document became confidential is not left beside what is new."""
    dossier, out = lay_out(tmp_path / "d"), tmp_path / "b"
    assert main(["build", str(dossier), "-o", str(out), "-e", "factsheet"]) == 0
    hold(dossier)
    paraphrase(dossier)
    code, told = _built(dossier, out, capsys)
    assert code == 1
    assert (
        "error confidential-earlier: olmar-march-factsheet.en.pdf, which was made earlier" in told
    )


def test_files_are_searched_for_what_shows_it(tmp_path: Path, capsys: Capture) -> None:
    """`report scan` looks for confidential documents of the dossier, with or without persons."""
    dossier, file = lay_out(tmp_path / "d"), tmp_path / "page.html"
    hold(dossier)
    (dossier / "protected.yaml").unlink()
    said = (
        "saw that they were held for nine hours and could not call a lawyer,” said one of the mar"
    )
    file.write_text(f"<p>{said}<b>chers</b>, a teacher.</p>")
    code = main(["scan", str(file), "--dossier", str(dossier)])
    told = capsys.readouterr()
    assert code == 1
    assert "(held-1: its words): text" in told.err
    assert (
        "searched: 1 file for 1 confidential document; 1 place with a name or a trace" in told.out
    )


def test_a_document_is_taken_in_as_confidential(tmp_path: Path, capsys: Capture) -> None:
    """`report add --confidential`: an id that tells nothing, the mark, no name of the file."""
    dossier = lay_out(tmp_path / "d")
    file = tmp_path / "order-of-the-third-division.txt"
    file.write_text(f"Order on the keeping of persons\n\n{SECRET}\n")
    assert main(["add", "--confidential", str(file), "--dossier", str(dossier)]) == 0
    assert "held-1: confidential, nothing of it is printed: " in capsys.readouterr().out
    record = (dossier / "documents" / "held-1.yaml").read_text()
    assert "\nconfidential: true  # " in record
    assert "third-division" not in record
    assert (dossier / "documents" / "held-1.txt").read_bytes() == file.read_bytes()
    assert main(["check", str(dossier)]) == 0
    capsys.readouterr()
    known = dossier / "documents" / "ombudsman-report.txt"
    assert main(["add", "--confidential", str(known), "--dossier", str(dossier)]) == 0
    assert "warning confidential-known: “ombudsman-report”" in capsys.readouterr().err
    translators = ["translate", "export", str(dossier), "--to", "po", "-o", str(tmp_path / "out")]
    replaced(dossier / "findings.yaml", "A teacher said: ", f"A teacher said that {WORDS}. Also: ")
    assert main(translators) == 1
    assert "error confidential-shown" in capsys.readouterr().err
