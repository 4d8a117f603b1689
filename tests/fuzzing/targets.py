"""Every reader of files from anywhere, as a function of bytes: a problem is fine, an error is not.

What must hold is said by the readers themselves: `Problems`, `Stop`, and the refusals that become
problems. Readers that run in a process of their own in the program run here without one.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from report.dossier.folder import MemoryFolder
from report.model.problem import Problems, Stop

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "problems" / "base"
SEED = ROOT / "seeds" / "kazakhstan-january-2022"
Target = Callable[[bytes], None]


@dataclass(frozen=True)
class Parser:
    """A reader with files that it reads, from which others are made."""

    read: Target
    seeds: Callable[[], list[bytes]]


def _base() -> dict[str, bytes]:
    files = (path for path in BASE.rglob("*") if path.is_file())
    return {str(path.relative_to(BASE)): path.read_bytes() for path in files}


def _files(*patterns: str) -> list[bytes]:
    return [path.read_bytes() for one in patterns for path in sorted(ROOT.glob(one))][:12]


# A dossier's own files


def dossier(data: bytes) -> None:
    """The two files of a dossier and a record, each read as the other two would be."""
    from report.dossier.reader import read_dossier

    for name in ("dossier.yaml", "findings.yaml", "documents/olmar-gazette.yaml"):
        read_dossier(MemoryFolder({**_base(), name: data}))


def further_yaml(data: bytes) -> None:
    """A glossary, a profile, a list of protected persons."""
    from report.dossier.glossary import read_glossary
    from report.dossier.profiles import read_profiles
    from report.protection.protected_file import read_persons

    problems = Problems()
    read_glossary(MemoryFolder({"glossary.yaml": data}), problems)
    read_profiles(MemoryFolder({"profiles/own.yaml": data}), problems)
    persons = read_persons(data, "protected.yaml", problems)
    if persons and not problems.errors:
        from report.protection.guard import Guard
        from report.protection.protected_file import check_persons

        check_persons(Guard(persons[:5]), problems)


def catalogue(data: bytes) -> None:
    """A catalogue of the dossier."""
    from report.translation.catalogue import read_catalogue

    read_catalogue(MemoryFolder({"translations/ru.po": data}), "ru", {}, Problems())


# What comes back, and what other programs write


def _sheet(ending: str) -> Target:
    def read(data: bytes) -> None:
        from report.translation.exchange.formats import read_sheet

        problems = Problems()
        assert read_sheet(data, f"a{ending}", problems) is not None or problems.errors

    return read


def _sheets(to: str) -> list[bytes]:
    import datetime

    from report.translation.catalogue import State
    from report.translation.exchange.formats import write_sheet
    from report.translation.exchange.sheet import Sheet, SheetUnit

    units = (
        SheetUnit("title", "The <b>dead[@a]", "Қаза «тапқандар»[@a]", State.APPROVED),
        SheetUnit("list/1", "- one\n- two", "- бір\n- екі", State.STALE, previous="It was 6."),
    )
    day = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    return [write_sheet(Sheet("sample", "en", "kk", units), to, day)]


def references(data: bytes) -> None:
    """BibTeX, RIS and CSL-JSON."""
    from report.citations.exchange.bibtex import read_bibtex
    from report.citations.exchange.csl import read_csl
    from report.citations.exchange.entries import Unreadable
    from report.citations.exchange.ris import read_ris

    text = data.decode("utf-8", "replace")
    for reader in (read_bibtex, read_ris, read_csl):
        try:
            reader(text)
        except Unreadable:
            continue


def _references() -> list[bytes]:
    return [
        b'@string{g = {Gazette}}\n@article{a, title = {{M\\"u}ller}, journal = g # { of Olmar},'
        b" year = 2021, month = mar, author = {Berg, Anna and {Desk}}}\n",
        b"TY  - NEWS\nTI  - A march\nAU  - Berg, Anna\nPY  - 2021/03/04\nER  - \n",
        json.dumps(
            [
                {
                    "id": "a",
                    "type": "report",
                    "title": "A",
                    "author": [{"family": "B", "given": "C"}],
                    "issued": {"date-parts": [[2021, 3, 4]], "circa": True},
                }
            ]
        ).encode(),
    ]


def annotations(data: bytes) -> None:
    """W3C annotations and exports of Hypothesis."""
    from report.suggest.annotations import Unreadable, read_annotations

    try:
        read_annotations(data.decode("utf-8", "replace"))
    except Unreadable:
        return


def _annotations() -> list[bytes]:
    selector = [
        {"type": "TextQuoteSelector", "exact": "held for nine hours", "prefix": "were "},
        {"type": "TextPositionSelector", "start": 4, "end": 23},
        {"type": "FragmentSelector", "value": "char=4,23", "refinedBy": {"type": "x"}},
    ]
    row = {"target": {"source": {"id": "https://a.example"}, "selector": selector}, "body": "x"}
    rows = [{"uri": "https://a.example", "text": "x", "target": [row["target"]]}]
    return [json.dumps({"first": {"items": [row]}}).encode(), json.dumps({"rows": rows}).encode()]


# Documents, pictures, finished files


def _document(module: str, name: str, **options: bool) -> Target:
    def read(data: bytes) -> None:
        from importlib import import_module

        from report.documents.parsed import Refused

        try:
            getattr(import_module(f"report.documents.{module}"), name)(data, **options)
        except (Refused, RecursionError):
            return

    return read


def _pages() -> list[bytes]:
    from made_documents import PAGE

    archive = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
    return [PAGE.encode(), f"{archive}Content-Type: text/html\n\n{PAGE}\n--B--\n".encode()]


def _word() -> list[bytes]:
    from made_documents import paragraph, word_document

    return [word_document(paragraph("Words of a document.") + paragraph("x", "Title"))]


def _pdf() -> list[bytes]:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(200, 200))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        words = b"/Span <</ActualText (W)>> BDC BT /F 12 Tf 9 99 Td [(Wor) -20 (ds)] TJ ET EMC"
        page.Contents = document.make_stream(words)
        document.attachments["a.json"] = pikepdf.AttachedFileSpec(document, b"{}", filename="a")
        document.docinfo["/Title"] = "A title"
        document.save(made, compress_streams=False)
    return [made.getvalue()]


def picture(data: bytes) -> None:
    """A logo."""
    from report.editions.logo import _picture
    from report.model.place import Place

    try:
        _picture(data, "logo.png", Place("dossier.yaml"))
    except Stop:
        return


def _pictures() -> list[bytes]:
    from PIL import Image

    found = []
    for kind, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")):
        made = io.BytesIO()
        Image.new(mode, (24, 16)).save(made, kind)
        found.append(made.getvalue())
    return found


def profile(data: bytes) -> None:
    """The profile of a printer."""
    from report.model.place import Place
    from report.press.output_intent import checked_profile

    try:
        checked_profile(data, Place("shop.icc"))
    except Stop:
        return


def _profiles() -> list[bytes]:
    from made_up_profile import cmyk_profile

    return [cmyk_profile()]


def scanned(data: bytes) -> None:
    """The search of finished files, over every kind."""
    from report.commands.scanning import READERS
    from report.protection.guard import NO_GUARD
    from report.protection.scan import Scan

    for _ in Scan(NO_GUARD, READERS).parts(data):
        pass


def _scanned() -> list[bytes]:
    return [*_pdf(), *_word(), *_pictures(), *_pages()[:1], *_sheets("xliff")]


def carried(data: bytes) -> None:
    """What a brief carries: evidence, printed words, seal, manifest, each read as any of them."""
    from report.commands.verifying import (
        carried_of,
        check_attachments,
        check_document,
        check_manifest,
        check_pages,
        check_quotations,
        check_texts,
    )
    from report.evidence.rechecking import recheck_evidence, recheck_texts
    from report.press.brief_reader import Brief, ShownPage

    name, _, content = data.partition(b"\n")
    whole = dict(_attachments())
    kind = name.decode("ascii", "replace")
    if kind not in whole:
        return
    whole[kind] = content
    brief = Brief(whole, (ShownPage("w", "d", "letters"),), ())
    try:
        found = carried_of(brief, "brief.pdf")
    except Stop:
        return
    for check in (check_pages, check_document, check_attachments, check_texts, check_quotations):
        list(check(found))
    recheck_evidence(found.dossier, {}, found.place)
    for one in found.printed:
        recheck_texts(found.dossier, one.texts, one.lang, found.place)
    check_manifest(content, Path("manifest.json"), Path("brief.pdf"), {"0" * 64})


def _attachments() -> dict[str, bytes]:
    """Return what a brief on the small dossier carries."""
    if not _KEPT:
        from report.commands.chain import World, check
        from report.commands.evidence_file import evidence_json

        checked = check(World(MemoryFolder(_base())), (), Problems())
        assert checked is not None
        printed = {
            "edition": "brief",
            "lang": "en",
            "original": True,
            "texts": [{"key": "summary/1", "text": "Police detained 43 people.[1]"}],
            "quotations": ["We were held for nine hours and could not call a lawyer"],
        }
        seal = {
            "format": 1,
            "pages": [{"page": 1, "words": "w", "drawing": "d"}],
            "document": {"rest": "x"},
            "attachments": [{"path": "evidence.json", "sha256": "0" * 64}],
        }
        _KEPT["evidence.json"] = evidence_json(checked).encode()
        _KEPT["printed.json"] = json.dumps(printed).encode()
        _KEPT["seal.json"] = json.dumps(seal).encode()
    return _KEPT


_KEPT: dict[str, bytes] = {}


def web_page(data: bytes) -> None:
    """A brief for the web."""
    from report.press.brief_process import read

    read(b"<!doctype html>" + data, b"")


def _web_pages() -> list[bytes]:
    files = [
        f'<a download="{name}" href="data:application/json;base64,'
        f'{base64.b64encode(content).decode()}">a</a>'
        for name, content in _attachments().items()
    ]
    return [f'<meta name="seal" content="{"0" * 64}"><p>Words.</p>{"".join(files)}'.encode()]


def brief(data: bytes) -> None:
    """A brief in PDF or Word."""
    from report.press.brief_process import read

    read(data, b"")


PARSERS: dict[str, Parser] = {
    "dossier": Parser(dossier, lambda: _files("tests/problems/base/*.yaml")),
    "further-yaml": Parser(
        further_yaml,
        lambda: [
            b"- {id: w1, names: [Anna Berg], also: [Ann], pseudonym: {en: Witness 1}}\n",
            *_files("seeds/*/glossary.yaml", "templates/profiles/*.yaml")[:3],
        ],
    ),
    "catalogue": Parser(catalogue, lambda: _files("tests/problems/base/translations/*.po")),
    "po": Parser(_sheet(".po"), lambda: _sheets("po")),
    "xliff": Parser(_sheet(".xlf"), lambda: _sheets("xliff")),
    "csv": Parser(_sheet(".csv"), lambda: _sheets("csv")),
    "returned-docx": Parser(_sheet(".docx"), lambda: _sheets("docx")),
    "references": Parser(references, _references),
    "annotations": Parser(annotations, _annotations),
    "html": Parser(_document("html", "parse_html"), _pages),
    "pdf": Parser(_document("pdf", "parse_pdf"), _pdf),
    "docx": Parser(_document("docx", "parse_docx"), _word),
    "picture": Parser(picture, _pictures),
    "profile": Parser(profile, _profiles),
    "scan": Parser(scanned, _scanned),
    "carried": Parser(
        carried, lambda: [f"{n}\n".encode() + data for n, data in _attachments().items()]
    ),
    "web-brief": Parser(web_page, _web_pages),
    "brief": Parser(brief, lambda: [*_pdf(), *_word()]),
}
