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
from report.dossier.reader import read_documents, read_dossier
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


# What Zotero 6 and 7 and Better BibTeX write, with invented references.
ZOTERO_BIBLATEX = r"""
@article{berg_forty_2021,
	title = {Forty held in {Olmar} \& what came after},
	url = {https://post.example/a\_b?x=1\&y=2},
	abstract = {Police \textit{in Olmar} held forty people.},
	journaltitle = {The Olmar Post},
	author = {Berg, Anna and {{Post Staff}}},
	urldate = {2021-03-06},
	date = {2021-03-04T20:26:06},
	langid = {english},
	entrysubtype = {newspaper},
	file = {Snapshot:/home/user/Zotero/storage/ABCD1234/a.html:text/html},
}

@online{noauthor_experts_2021,
	title = {{UN} experts call for \emph{inquiry}},
	url = {https://body.example/{\textasciitilde}press},
	titleaddon = {{UN} Body},
	author = {{{United Nations}}},
	date = {2021-03},
}

@report{holm_water_2020,
	title = {Water},
	author = {{Holm}, {Ida}},
	institution = {Clean Water Watch},
	type = {Briefing},
	number = {CWW/2020/1},
	date = {2020/2021},
}
"""
ZOTERO_RIS = """\
TY  - NEWS\r
TI  - Forty held in Olmar\r
AU  - Berg, Anna\r
T2  - The Olmar Post\r
AB  - Police held forty people.\r
They were released.\r
CY  - Olmar\r
DA  - 2021/03/04/\r
PY  - 2021\r
DP  - www.post.example\r
LA  - en-GB\r
SE  - World news\r
SN  - 0261-3077\r
UR  - https://post.example/a\r
Y2  - 2021/03/06/20:11:12\r
L2  - https://post.example/a\r
KW  - water\r
ER  - \r
\r
TY  - ELEC\r
TI  - UN experts call for inquiry\r
AU  - United Nations\r
T2  - UN Body\r
DA  - 2021/03//\r
ER  - \r
"""
ZOTERO_CSL = """[
  {"id": "http://zotero.org/users/1/items/ABCD1234", "type": "article-newspaper",
   "container-title": "The Olmar Post", "event-place": "Olmar", "language": "en-GB",
   "note": "shared on 4 March", "publisher-place": "Olmar", "section": "World news",
   "title": "Forty held in <i>Olmar</i>: <span class=\\"nocase\\">what</span> came after",
   "URL": "https://post.example/a", "author": [{"family": "Berg", "given": "Anna"}],
   "accessed": {"date-parts": [["2021", 3, 6]]}, "issued": {"date-parts": [["2021", 3, 4]]}},
  {"id": "k2", "type": "webpage", "title": "No date", "author": [{"literal": "United Nations"}],
   "issued": {"literal": "n.d."}},
  {"id": "k3", "type": "report", "title": "Season", "number": 7,
   "issued": {"date-parts": [["2020"]], "season": "3"}}
]"""


def test_what_zotero_writes_as_biblatex() -> None:
    """Times in dates, sites, braces of two kinds round authors, backslashes in addresses."""
    news, page, report = read_bibtex(ZOTERO_BIBLATEX)
    assert news.texts["title"] == "Forty held in Olmar & what came after"
    assert news.texts["URL"] == "https://post.example/a_b?x=1&y=2"
    assert news.author == (Name("Berg", "Anna"), Name(literal="Post Staff"))
    assert (news.issued, news.accessed) == (PartialDate(2021, 3, 4), PartialDate(2021, 3, 6))
    assert (page.texts["container-title"], page.author) == (
        "UN Body",
        (Name(literal="United Nations"),),
    )
    assert page.texts["title"] == "UN experts call for inquiry"
    assert page.texts["URL"] == "https://body.example/~press"
    assert page.issued == PartialDate(2021, 3)
    assert report.author == (Name("Holm", "Ida"),)
    assert (report.texts["genre"], report.texts["number"]) == ("Briefing", "CWW/2020/1")
    assert report.issued is None  # an interval is no day of issue


def test_what_zotero_writes_as_ris() -> None:
    """A section of a paper is no number of it; a day may be missing between its slashes."""
    news, page = read_ris(ZOTERO_RIS)
    assert "number" not in news.texts
    assert (news.issued, news.accessed) == (PartialDate(2021, 3, 4), PartialDate(2021, 3, 6))
    assert news.texts["container-title"] == "The Olmar Post"
    assert (page.author, page.issued) == ((Name(literal="United Nations"),), PartialDate(2021, 3))


def test_what_zotero_writes_as_csl() -> None:
    """Years in quotation marks, marks of italics, words for dates, seasons."""
    news, page, report = read_csl(ZOTERO_CSL)
    assert news.texts["title"] == "Forty held in Olmar: what came after"
    assert (news.issued, news.accessed) == (PartialDate(2021, 3, 4), PartialDate(2021, 3, 6))
    assert (page.issued, page.author) == (None, (Name(literal="United Nations"),))
    assert (report.issued, report.texts["number"]) == (PartialDate(2020), "7")


@pytest.mark.parametrize(
    ("name", "text"),
    [("z.bib", ZOTERO_BIBLATEX), ("z.ris", ZOTERO_RIS), ("z.json", ZOTERO_CSL)],
)
def test_a_library_fills_a_record(name: str, text: str, dossier: Path, tmp_path: Path) -> None:
    """From each format a record gets author, day, address, paper and day of access."""
    title = "Forty held in Olmar: what came after" if name == "z.json" else "Forty held in Olmar"
    title += " & what came after" if name == "z.bib" else ""
    (tmp_path / "a.txt").write_text(f"{title}\n\nThe police held forty people in Olmar.\n")
    assert main(["add", str(tmp_path / "a.txt"), "--dossier", str(dossier)]) == 0
    (tmp_path / name).write_bytes(text.encode())
    assert main(["references", "import", str(tmp_path / name), "--dossier", str(dossier)]) == 0
    read = read_dossier(DiskFolder(dossier))
    assert read.dossier is not None
    assert not read.problems.errors
    [made] = [d for d in read.dossier.documents if d.title == title]
    assert made.author[0] == Name("Berg", "Anna")
    assert (made.issued, made.accessed) == (PartialDate(2021, 3, 4), PartialDate(2021, 3, 6))
    assert made.issued_basis == "imported reference"
    assert made.url.startswith("https://post.example/a")
    assert made.container_title == "The Olmar Post"
