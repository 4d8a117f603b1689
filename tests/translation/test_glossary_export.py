"""The glossary for other tools: whole, over the shipped vocabulary, and read back as it was."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from report.__main__ import main
from report.dossier.folder import DiskFolder, MemoryFolder
from report.dossier.glossary import read_glossary
from report.dossier.vocabulary import rights
from report.model.problem import Problems
from report.translation.glossary_export import COLUMNS, TBX, glossary_csv, glossary_tbx
from report.translation.term_base import Concept, Status, Wording, term_base

BUNDLED = Path(__file__).parents[2] / "seeds" / "kazakhstan-january-2022"
NS = {"t": TBX}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# TBX-Basic: what each data category may be (ISO 30042:2019, the dialect's own schema).
TYPES = {
    "termNote": {"administrativeStatus"},
    "descrip": {"subjectField"},
    "admin": {"source"},
}
STATUS = {
    "preferredTerm-admn-sts": Status.PREFERRED,
    "admittedTerm-admn-sts": Status.ADMITTED,
    "deprecatedTerm-admn-sts": Status.FORBIDDEN,
}


def bundled() -> tuple[Concept, ...]:
    problems = Problems()
    glossary = read_glossary(DiskFolder(BUNDLED), problems)
    assert not problems.errors
    return term_base(glossary, "en", rights())


def told(concepts: tuple[Concept, ...]) -> list[tuple[str, str, str, Status, str, bool]]:
    """Return every wording as a flat row."""
    return [
        (one.id, lang, w.words, w.status, w.source, w.verified)
        for one in concepts
        for lang, wordings in one.wordings.items()
        for w in wordings
    ]


def from_csv(data: bytes) -> list[tuple[str, str, str, Status, str, bool]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)

    def bare(text: str) -> str:
        return text[1:] if text[:1] == "'" else text

    return [
        (
            row["id"],
            row["language"],
            bare(row["term"]),
            Status(row["status"]),
            bare(row["source"]),
            row["verified"] == "yes",
        )
        for row in rows
    ]


def from_tbx(data: bytes) -> Iterator[tuple[str, str, str, Status, str, bool]]:
    root = etree.fromstring(data)
    for entry in root.iterfind(".//t:conceptEntry", NS):
        for section in entry.iterfind("t:langSec", NS):
            for term in section.iterfind("t:termSec", NS):
                status = STATUS[term.findtext("t:termNote", "", NS)]
                source = term.findtext("t:admin", "", NS)
                verified = term.findtext("t:note", "", NS) == "verified: yes"
                words = term.findtext("t:term", "", NS)
                yield entry.get("id"), section.get(XML_LANG), words, status, source, verified


def test_both_formats_read_back() -> None:
    """No word, source or status of the bundled glossary is lost in either format."""
    concepts = bundled()
    rows = told(concepts)
    assert len(rows) > 250
    assert from_csv(glossary_csv(concepts)) == rows
    assert list(from_tbx(glossary_tbx(concepts, "en", "test"))) == rows


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_characters="\x7f"), min_size=1
).filter(lambda text: text.strip() == text and text.isprintable())
WORDING = st.builds(
    Wording,
    WORDS,
    st.sampled_from([Status.PREFERRED, Status.ADMITTED]),
    WORDS,
    st.booleans(),
)
CONCEPT = st.builds(
    Concept,
    st.just("term-1"),
    st.just("dossier"),
    st.dictionaries(st.sampled_from(["en", "ru", "kk", "fr"]), st.tuples(WORDING), min_size=1),
    st.just({}),
)


@given(CONCEPT)
def test_any_word_reads_back(concept: Concept) -> None:
    """Quotation marks, commas, angle brackets and formulas come back as they were."""
    rows = told((concept,))
    assert from_csv(glossary_csv((concept,))) == rows
    assert list(from_tbx(glossary_tbx((concept,), "en", "x"))) == rows


def test_csv_is_rfc_4180() -> None:
    """Lines end in CR LF, a header names the columns, and the mark stands only where asked for."""
    data = glossary_csv(bundled())
    assert data.startswith(",".join(COLUMNS).encode() + b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert glossary_csv(bundled(), mark=True) == b"\xef\xbb\xbf" + data


def test_a_formula_is_no_formula() -> None:
    """A text that a spreadsheet would run goes out behind an apostrophe."""
    concept = Concept("c", "dossier", {"en": (Wording("=1+1", Status.PREFERRED),)}, {})
    assert b",'=1+1," in glossary_csv((concept,))


def test_tbx_keeps_to_the_dialect() -> None:
    """Only data categories of TBX-Basic stand in it, each where it may; ids are unique."""
    root = etree.fromstring(glossary_tbx(bundled(), "en", "test"))
    assert (root.tag, root.get("type"), root.get("style")) == (f"{{{TBX}}}tbx", "TBX-Basic", "dca")
    for element in root.iter(f"{{{TBX}}}*"):
        if "type" in element.attrib and element is not root:
            assert element.get("type") in TYPES[etree.QName(element).localname]
    ids = [entry.get("id") for entry in root.iterfind(".//t:conceptEntry", NS)]
    assert len(ids) == len(set(ids)) > 70
    subjects = root.xpath("//t:descrip[@type='subjectField']/..", namespaces=NS)
    assert {etree.QName(element).localname for element in subjects} == {"conceptEntry"}


def test_tbx_is_valid() -> None:
    """The file keeps to the core structure of ISO 30042:2019."""
    schema = os.environ.get("TBX_RNG")
    if not schema:
        pytest.skip("TBX_RNG names no TBXcoreStructV03.rng")
    relax_ng = etree.RelaxNG(etree.parse(schema))
    relax_ng.assertValid(etree.fromstring(glossary_tbx(bundled(), "en", "test")))


GLOSSARY = """\
- term: right to life
  note: as in the Covenant
  in:
    ru: {words: [жизни право], source: a text, verified: false, forbidden: [живучесть]}
"""


def test_the_dossier_stands_over_the_vocabulary() -> None:
    """A language that the dossier says is its own; the others come from the vocabulary."""
    glossary = read_glossary(MemoryFolder({"glossary.yaml": GLOSSARY}), Problems())
    first, *rest = term_base(glossary, "en", rights())
    assert first.origin == "dossier"
    assert [w.words for w in first.wordings["ru"]] == ["жизни право", "живучесть"]
    assert [w.words for w in first.wordings["fr"]] == ["droit à la vie"]
    assert "iccpr-6" not in [one.id for one in rest]
    assert len(rest) == len(rights()) - 1


def test_every_shipped_right_has_every_language() -> None:
    """The vocabulary says each right in all four languages, and whether it was seen."""
    for right in rights().values():
        assert set(right.name) == set(right.reference) == {"en", "fr", "kk", "ru"}
        assert right.unverified <= {"fr", "kk", "ru"}


@pytest.mark.parametrize("to", ["csv", "tbx"])
def test_the_command_writes_a_file(
    to: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`report glossary export` writes the file, or prints the same bytes."""
    path = tmp_path / f"terms.{to}"
    assert main(["glossary", "export", str(BUNDLED), "--to", to, "-o", str(path)]) == 0
    capfdbinary.readouterr()
    assert main(["glossary", "export", str(BUNDLED), "--to", to]) == 0
    assert capfdbinary.readouterr().out == path.read_bytes()
    assert "Біріккен Ұлттар Ұйымы".encode() in path.read_bytes()


def test_no_dossier_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is none, or holds no dossier, is a problem and no traceback."""
    assert main(["glossary", "export", str(tmp_path / "none")]) == 2
    assert main(["glossary", "export", str(tmp_path)]) == 1
    assert "error" in capsys.readouterr().err
