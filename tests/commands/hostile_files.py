"""Files that attack or break whoever reads them: how each is given, and what must be said of it.

Each row: the kind of file, which command reads it and where it lies; a name; the bytes; the codes,
one of which must be among the errors. No code: the file is read, and nothing of it does harm.
"""

from __future__ import annotations

import bz2
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
from hostile_documents import HOSTILE as DOCUMENTS
from made_documents import paragraph, word_document
from made_up_profile import cmyk_profile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

Make = Callable[[], bytes]
Row = tuple[str, Make, str]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(members: dict[str, bytes], comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _picture(kind: str, size: tuple[int, int] = (600, 200), **options: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size).save(made, kind, **options)  # type: ignore[arg-type]
    return made.getvalue()


def _huge_png(width: int, height: int) -> bytes:
    """Return a small file that claims a great many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(2_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _png_of_text() -> bytes:
    """Return a picture with a compressed remark of six million letters."""
    info = PngInfo()
    info.add_text("Comment", "a" * 6_000_000, zip=True)
    return _picture("PNG", pnginfo=info)


# PDF


def pdf(change: Callable[[pikepdf.Pdf], object] | None = None, **saved: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        if change:
            change(document)
        document.save(made, **saved)  # type: ignore[arg-type]
    return made.getvalue()


def _content(document: pikepdf.Pdf, content: bytes, **resources: object) -> None:
    page = document.pages[0]
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font), **resources)  # type: ignore[arg-type]
    page.Contents = document.make_stream(content)


WORDS = b"BT /F 12 Tf 20 100 Td (Words of a page.) Tj ET "


def _form_in_itself(document: pikepdf.Pdf) -> None:
    form = document.make_stream(b"/X Do " + WORDS)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 0, 200, 200])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    _content(document, b"/X Do", XObject=pikepdf.Dictionary(X=form))


def _pages_in_a_ring(document: pikepdf.Pdf) -> None:
    document.Root.Pages.Kids.append(document.Root.Pages)


def _flate_in_flate(document: pikepdf.Pdf) -> None:
    content = zlib.compress(zlib.compress(bytes(100_000_000), 9), 9)
    stream = pikepdf.Stream(document, content)
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    document.pages[0].Contents = document.make_indirect(stream)


def _broken_font(document: pikepdf.Pdf) -> None:
    file = document.make_stream(b"\x00\x01\x00\x00\xff\xff" + bytes(4) + b"glyf" + b"\xff" * 600)
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name.Broken,
        FirstChar=0,
        LastChar=10**9,
        FontDescriptor=pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontFile2=file),
    )
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = document.make_stream(WORDS)


def _letter_table_bomb(document: pikepdf.Pdf) -> None:
    table = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> "
    )
    table += b"<00410041> endbfrange"
    _content(document, WORDS)
    document.pages[0].Resources.Font.F.ToUnicode = document.make_stream(table * 20)


def _attached(name: str, data: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, filename=name)

    return change


def _brief(**parts: bytes) -> Make:
    """Return what makes a PDF that carries such files as a brief does."""

    def make() -> bytes:
        def change(document: pikepdf.Pdf) -> None:
            _content(document, WORDS)
            files = {"evidence": b"{}", "printed": b"{}", "seal": b"{}"} | parts
            for name, data in files.items():
                _attached(f"{name}.json", data)(document)

        return pdf(change)

    return make


def _byte_range() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        value = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig,
            Filter=pikepdf.Name("/Adobe.PPKLite"),
            SubFilter=pikepdf.Name("/ETSI.CAdES.detached"),
            ByteRange=pikepdf.Array([0, -5, 10**12, 10**12]),
            Contents=pikepdf.String("\x00" * 64),
        )
        field = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String("S"),
                V=document.make_indirect(value),
                Rect=pikepdf.Array([0, 0, 0, 0]),
            )
        )
        form = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        document.Root.AcroForm = document.make_indirect(form)
        for name in ("evidence", "printed", "seal"):
            _attached(f"{name}.json", b"{}")(document)

    return pdf(change)


# Word


def _body(inner: str) -> bytes:
    head = f'<?xml version="1.0"?><w:document xmlns:w="{W}">'
    return f"{head}<w:body>{inner}</w:body></w:document>".encode()


def _climbing() -> bytes:
    return word_document(
        paragraph("Words of a document that climbs."),
        **{"../../../climbed.txt": "x", "/tmp/climbed.txt": "x", "word/../../climbed.txt": "x"},
    )


def _with_outer_parts() -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Target="file:///etc/passwd" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
        '<Relationship Id="r2" TargetMode="External" Target="http://127.0.0.1:9/x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        "</Relationships>"
    )
    return word_document(
        paragraph("Words of a document with outer parts."), **{"word/_rels/document.xml.rels": rels}
    )


def _tables_in_tables() -> bytes:
    open_, close = "<w:tbl><w:tr><w:tc>" * 3_000, "</w:tc></w:tr></w:tbl>" * 3_000
    return word_document(f"{open_}{paragraph('x')}{close}")


# Keys and certificates


@cache
def _key_of_nobody() -> bytes:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, plain)


# What each command is given, and how. In the words of a command FILE stands for the file, IN for
# the folder of the run, which holds `dossier`, `brief.pdf` and `list.yaml`.

HOW: dict[str, tuple[str, ...]] = {
    "document": ("add", "FILE", "--dossier", "IN/dossier"),
    "dossier": ("check", "IN/dossier"),
    "list": ("check", "IN/dossier", "--protected", "FILE"),
    "catalogue": ("check", "IN/dossier"),
    "logo": ("check", "IN/dossier"),
    "returned": ("translate", "import", "FILE", "--dossier", "IN/dossier"),
    "references": ("references", "import", "FILE", "--dossier", "IN/dossier"),
    "annotations": ("annotations", "import", "FILE", "--dossier", "IN/dossier"),
    "profile": ("build", "IN/dossier", "-e", "press", "--icc", "FILE", "-o", "IN/build"),
    "key": ("sign", "IN/brief.pdf", "--key", "FILE"),
    "certificate": ("sign", "IN/brief.pdf", "--key", "IN/key.pem", "--certificate", "FILE"),
    "trust": ("verify", "IN/brief.pdf", "--trust", "FILE"),
    "verify": ("verify", "FILE"),
    "scan": ("scan", "FILE", "--dossier", "IN/nowhere", "--protected", "IN/list.yaml"),
}

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{two}: &{two} [{','.join([f'*{one}'] * 9)}]\n"
    for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)
)
PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
XLIFF = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
MHTML = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"


def _text(text: str) -> Make:
    return text.encode


FILES: dict[str, dict[str, Row]] = {
    "document": {
        **{name: (path, make, code) for name, (path, make, code) in DOCUMENTS.items()},
        "bytes named as text": ("a.txt", lambda: bytes(range(256)) * 9, "document-binary"),
        "text of nothing": ("a.txt", lambda: b"\n \n", "document-empty"),
        "text of no encoding": ("a.txt", lambda: b"\xff\xfa\xf0 a\n" * 9, "document-encoding"),
        "a kind that is not read": ("a.rtf", lambda: b"{\\rtf1}", "document-kind"),
        "an archive without a page": (
            "a.mhtml",
            _text(MHTML + "--B\n\nx\n--B--\n"),
            "document-damaged",
        ),
        "an archive in itself": (
            "a.mhtml",
            _text(MHTML + "--B\nContent-Type: multipart/related; boundary=B\n\n" * 20_000),
            "document-damaged",
        ),
        "a page in a made-up code": (
            "a.mhtml",
            _text(
                MHTML
                + "--B\nContent-Type: text/html; charset=no-such\n\n<p>\xff\xfe words</p>\n--B--\n"
            ),
            "",
        ),
        "a page of thousands of attributes": (
            "a.html",
            lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(4_000)) + b">Words.</p>",
            "",
        ),
        "a page that points at files": (
            "a.html",
            lambda: b"<base href='file:///etc/'><link rel=import href=passwd><p>Words of it.</p>",
            "",
        ),
        "a form that draws itself": ("a.pdf", lambda: pdf(_form_in_itself), ""),
        "pages in a ring": ("a.pdf", lambda: pdf(_pages_in_a_ring), ""),
        "a stream packed twice": ("a.pdf", lambda: pdf(_flate_in_flate), ""),
        "a broken font": ("a.pdf", lambda: pdf(_broken_font), ""),
        "a table of four thousand million letters": ("a.pdf", lambda: pdf(_letter_table_bomb), ""),
        "a document that climbs": ("a.docx", _climbing, ""),
        "a document with outer parts": ("a.docx", _with_outer_parts, ""),
        "tables in tables": ("a.docx", _tables_in_tables, "document-damaged"),
    },
    "dossier": {
        "aliases that laugh": ("findings.yaml", _text(LAUGHS), "yaml-expansion"),
        "merges of merges": ("findings.yaml", _text(MERGES), "yaml-expansion"),
        "an anchor in itself": ("findings.yaml", _text("- &a [*a]\n"), "yaml-alias"),
        "brackets without end": ("dossier.yaml", _text("[" * 50_000), "yaml-depth"),
        "a tag of Python": (
            "dossier.yaml",
            _text("title: !!python/object/apply:os.system ['touch ran']\n"),
            "yaml-tag",
        ),
        "two documents in one": ("findings.yaml", _text("- {}\n---\n- {}\n"), "yaml-documents"),
        "a key through a line sign": (
            "documents/olmar-gazette.yaml",
            _text("title: x\u2028confidential: false\n"),
            "forbidden-character",
        ),
        "another code": ("dossier.yaml", lambda: "title: Март".encode("cp1251"), "wrong-encoding"),
        "noughts": ("dossier.yaml", lambda: bytes(99), "forbidden-character"),
        "eleven megabytes": ("dossier.yaml", lambda: b"a" * 11_000_000, "file-too-large"),
        "a profile of nothing": ("profiles/own.yaml", _text("[" * 9_999), "yaml-depth"),
        "a glossary of laughs": ("glossary.yaml", _text(LAUGHS), "yaml-expansion"),
    },
    "list": {
        "laughs": ("list.yaml", _text(LAUGHS), "protected-unread"),
        "a tag of Python": (
            "list.yaml",
            _text("- !!python/name:os.system {}\n"),
            "protected-unread",
        ),
        "one name of a megabyte": (
            "list.yaml",
            _text("- {id: w1, names: [" + "Ab " * 300_000 + "]}\n"),
            "protected-unread",
        ),
        "an encrypted list of nothing": (
            "list.yaml.age",
            _text("age-encryption.org/v1\n"),
            "protected-locked",
        ),
    },
    "catalogue": {
        "a text without end": (
            "translations/ru.po",
            _text(PO_HEAD + '\nmsgid "a\nmsgstr "b"\n'),
            "catalogue-syntax",
        ),
        "a thousand million plurals": (
            "translations/ru.po",
            _text(PO_HEAD + '"Plural-Forms: nplurals=999999999; plural=n;\\n"\n'),
            "untranslated",
        ),
        "a rule that is a program": (
            "translations/ru.po",
            _text(PO_HEAD + '"Plural-Forms: nplurals=2; plural=__import__(1)**9**9**9;\\n"\n'),
            "untranslated",
        ),
        "another code than it says": (
            "translations/ru.po",
            lambda: (PO_HEAD + '\nmsgid "a"\nmsgstr "Март"\n').encode("koi8-r"),
            "wrong-encoding",
        ),
        "a unit twice": (
            "translations/ru.po",
            _text(PO_HEAD + '\nmsgctxt "title"\nmsgid "a"\nmsgstr "b"\n' * 2),
            "duplicate-unit",
        ),
        "three megabytes of one unit": (
            "translations/ru.po",
            _text(PO_HEAD + '\nmsgctxt "title"\nmsgid "a"\nmsgstr "' + "[@a]" * 700_000 + '"\n'),
            "untranslated",
        ),
    },
    "logo": {
        "a drawing": (
            "logo.png",
            _text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            "logo-unread",
        ),
        "an animation": ("logo.png", lambda: _picture("GIF"), "logo-unread"),
        "half a picture": ("logo.png", lambda: _picture("PNG", quality=1)[:300], "logo-unread"),
        "a picture of 30,000 by 30,000": (
            "logo.png",
            lambda: _huge_png(30_000, 30_000),
            "logo-unread",
        ),
        "a picture with a long remark": ("logo.png", _png_of_text, "logo-unread"),
        "rows that are not there": ("logo.png", lambda: _huge_png(3_999, 3_999), ""),
    },
    "returned": {
        "entities": (
            "a.xlf",
            _text(f"{OUTSIDE}{XLIFF}<file>&e;</file></xliff>"),
            "exchange-entities",
        ),
        "parts in parts": ("a.xlf", _text(XLIFF + "<g>" * 90_000), "exchange-format"),
        "no text": ("a.xlf", lambda: b"\x00\xff" * 99, "wrong-encoding"),
        "a document with entities": (
            "a.docx",
            lambda: packed({"word/document.xml": OUTSIDE.encode() + _body("&e;")}),
            "exchange-entities",
        ),
        "a document that unpacks to much": (
            "a.docx",
            lambda: packed({"word/document.xml": b" " * 300_000_000}),
            "exchange-format",
        ),
        "a document of many parts": (
            "a.docx",
            lambda: packed({f"word/{n}.xml": b"<a/>" for n in range(6_000)}),
            "exchange-format",
        ),
        "half a document": ("a.docx", lambda: _climbing()[:2_000], "exchange-format"),
        "a table without end": ("a.csv", _text('key,en,kk\n"' + "a," * 90_000), "exchange-format"),
        "a table of noughts": ("a.csv", lambda: bytes(9_999), "exchange-format"),
        "a table that is a program": (
            "a.csv",
            _text("key,en,ru,state\r\ntitle,x,=cmd|' /C calc'!A0,Translated\r\n"),
            "",
        ),
        "a catalogue without a head": (
            "a.po",
            _text('msgstr "x"\nmsgstr "y"\n'),
            "exchange-format",
        ),
        "a catalogue in four bytes": ("a.po", lambda: PO_HEAD.encode("utf-32"), "catalogue-syntax"),
    },
    "references": {
        "lists in lists": ("a.json", _text("[" * 100_000), "references-unread"),
        "a number without end": (
            "a.json",
            _text('[{"id": ' + "9" * 99_999 + "}]"),
            "references-unread",
        ),
        "half a letter": ("a.json", _text('[{"id": "olmar-gazette", "title": "\\ud800"}]'), ""),
        "braces without end": (
            "a.bib",
            _text("@article{a, title = " + "{" * 200_000),
            "references-unread",
        ),
        "strings of strings": (
            "a.bib",
            _text(
                "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))
                + "@misc{x, title = a40}"
            ),
            "references-unread",
        ),
        "no end of record": (
            "a.ris",
            _text("TY  - NEWS\n" + "AU  - x\n" * 9_999),
            "references-unread",
        ),
        "another code": ("a.ris", lambda: "TY  - Март".encode("cp1251"), "wrong-encoding"),
    },
    "annotations": {
        "no annotations": ("a.json", _text("{}"), "annotations-unread"),
        "lists in lists": ("a.json", _text("[" * 100_000), "annotations-unread"),
        "selectors in selectors": (
            "a.json",
            _text('{"target": {"selector": ' + '{"refinedBy": ' * 900 + "1" + "}" * 900 + "}}"),
            "annotations-unread",
        ),
        "an offset without end": (
            "a.json",
            lambda: json.dumps(
                {
                    "target": {
                        "source": "olmar-gazette",
                        "selector": [
                            {"type": "TextQuoteSelector", "exact": "a"},
                            {"type": "TextPositionSelector", "start": -1, "end": 10**400},
                        ],
                    }
                }
            ).encode(),
            "",
        ),
        "bytes": ("a.json", lambda: b"\xff\x00" * 99, "wrong-encoding"),
    },
    "profile": {
        "a picture": ("a.icc", lambda: _picture("PNG"), "profile-refused"),
        "half a profile": ("a.icc", lambda: cmyk_profile()[:-20], "profile-refused"),
        "noughts behind a good head": (
            "a.icc",
            lambda: cmyk_profile()[:128] + bytes(len(cmyk_profile()) - 128),
            "profile-refused",
        ),
        "a table of great size": (
            "a.icc",
            lambda: cmyk_profile()[:140] + b"\xff" * (len(cmyk_profile()) - 140),
            "profile-refused",
        ),
        "ten megabytes": ("a.icc", lambda: cmyk_profile() + bytes(10 << 20), "file-too-large"),
    },
    "key": {
        "noise": ("a.p12", lambda: b"\x30\x82\xff\xff" + bytes(999), "key-unreadable"),
        "an opening without end": (
            "a.pem",
            lambda: b"-----BEGIN PRIVATE KEY-----\n" + b"A" * 900_000,
            "key-unreadable",
        ),
        "parts in parts": ("a.p12", lambda: b"\x30\x80" * 200_000, "key-unreadable"),
        "two megabytes": ("a.p12", lambda: bytes(2 << 20), "file-too-large"),
    },
    "certificate": {
        "noise": ("a.pem", lambda: b"\x30\x82\xff\xff" + bytes(999), "key-unreadable"),
        "a key for a certificate": ("a.pem", _key_of_nobody, "key-unreadable"),
    },
    "trust": {
        "noise": ("a.pem", lambda: b"\x30\x82\xff\xff" + bytes(999), "trust-unreadable"),
        "a key for a certificate": ("a.pem", _key_of_nobody, "trust-unreadable"),
    },
    "verify": {
        "noughts": ("a.pdf", lambda: bytes(100_000), "brief-unreadable"),
        "half a file": ("a.pdf", lambda: pdf()[:200], "brief-unreadable"),
        "a ring of pages": ("a.pdf", lambda: pdf(_pages_in_a_ring), "brief-unreadable"),
        "nothing carried": ("a.pdf", pdf, "brief-carries-nothing"),
        "empty parts": ("a.pdf", _brief(), "carried-unreadable"),
        "deep evidence": ("a.pdf", _brief(evidence=b"[" * 100_000), "carried-unreadable"),
        "a seal of great numbers": (
            "a.pdf",
            _brief(seal=b'{"pages": [{"words": 1e999, "drawing": {}}], "attachments": [{}]}'),
            "carried-unreadable",
        ),
        "an attachment that unpacks to much": (
            "a.pdf",
            _brief(evidence=bytes(60_000_000)),
            "brief-unreadable",
        ),
        "an attachment that climbs": (
            "a.pdf",
            lambda: pdf(_attached("../../../../tmp/climbed.txt", b"x")),
            "brief-carries-nothing",
        ),
        "a signature of nonsense": ("a.pdf", _byte_range, "brief-unreadable"),
        "a page without its parts": (
            "a.html",
            _text("<!doctype html><p>Words."),
            "brief-carries-nothing",
        ),
        "a page of deep parts": (
            "a.html",
            lambda: b"<!doctype html>" + b"<div>" * 300_000,
            "brief-carries-nothing",
        ),
        "a Word file that unpacks to much": (
            "a.docx",
            lambda: word_document("", **{"word/media/a.xml": " " * 60_000_000}),
            "brief-unreadable",
        ),
    },
    "scan": {
        "an archive without end": ("a.zip", lambda: packed({"a": bytes(300 << 20)}), "scan-unread"),
        "archives in archives": ("a.zip", lambda: _nested(12), "scan-unread"),
        "an archive of thousands": (
            "a.zip",
            lambda: packed({f"{n}": b"" for n in range(6_000)}),
            "scan-unread",
        ),
        "a packed file without end": (
            "a.bz2",
            lambda: bz2.compress(bytes(40 << 20), 1),
            "scan-unread",
        ),
        "an encrypted file": (
            "a.pdf",
            lambda: pdf(encryption=pikepdf.Encryption(owner="o", user="u")),
            "scan-unread",
        ),
        "a stream packed twice": ("a.pdf", lambda: pdf(_flate_in_flate), "scan-unread"),
        "a table of four thousand million letters": ("a.pdf", lambda: pdf(_letter_table_bomb), ""),
        "a form that draws itself": ("a.pdf", lambda: pdf(_form_in_itself), ""),
        "a broken font": ("a.ttf", lambda: b"\x00\x01\x00\x00\xff\xff" + b"\xff" * 600, ""),
        "a font packed without end": ("a.woff2", lambda: b"wOF2" + b"\xff" * 600, "scan-unread"),
        "a remark of a picture": ("a.png", _png_of_text, "scan-unread"),
        "code in code": ("a.txt", lambda: _coded(6), ""),
        "a page of one word": ("a.html", lambda: b"<p>" + b"S" * 1_000_000, ""),
        "an old container": ("a.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "scan-unread"),
    },
}


def _nested(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = packed({"a.zip": data})
    return data


def _coded(depth: int) -> bytes:
    import base64

    data = b"words " * 9_999
    for _ in range(depth):
        data = base64.b64encode(data)
    return data


ALL = {
    f"{kind}: {name}": (kind, *row) for kind, rows in FILES.items() for name, row in rows.items()
}
