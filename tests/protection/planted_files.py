"""Small files of many kinds with a text planted in one kind of place each."""

from __future__ import annotations

import base64
import bz2
import csv
import gzip
import html
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image
from PIL.PngImagePlugin import PngInfo

Make = Callable[[str], bytes]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _zip(members: dict[str, str | bytes], comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def _body(inner: str) -> str:
    return f"<?xml version='1.0'?><w:document {_W}><w:body>{inner}</w:body></w:document>"


def _run(text: str, tag: str = "w:t") -> str:
    return f"<w:r><{tag}>{html.escape(text)}</{tag}></w:r>"


def docx(place: str) -> Make:
    """Return what plants a text in a place of a Word file."""

    def make(text: str) -> bytes:
        said, half, field = html.escape(text), len(text) // 2, "w:instrText"
        members: dict[str, str | bytes] = {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": _body(f"<w:p>{_run('A text.')}</w:p>"),
        }
        places: dict[str, tuple[str, str | bytes]] = {
            "document": ("word/document.xml", _body(f"<w:p>{_run(text)}</w:p>")),
            "two runs": (
                "word/document.xml",
                _body(f"<w:p>{_run(text[:half])}{_run(text[half:])}</w:p>"),
            ),
            "tracked deletion": (
                "word/document.xml",
                _body(f"<w:p><w:del>{_run(text, 'w:delText')}</w:del></w:p>"),
            ),
            "text alternative": (
                "word/document.xml",
                _body(f'<w:p><wp:docPr id="1" descr="{said}"/></w:p>'),
            ),
            "author of a change": (
                "word/document.xml",
                _body(f'<w:p><w:ins w:author="{said}">{_run("x")}</w:ins></w:p>'),
            ),
            "header": ("word/header1.xml", f"<w:hdr {_W}><w:p>{_run(text)}</w:p></w:hdr>"),
            "footnote": ("word/footnotes.xml", f"<w:fn {_W}><w:p>{_run(text)}</w:p></w:fn>"),
            "comment": ("word/comments.xml", f"<w:c {_W}><w:p>{_run(text)}</w:p></w:c>"),
            "document properties": ("docProps/core.xml", f"<c><dc:creator>{said}</dc:creator></c>"),
            "custom property": ("docProps/custom.xml", f"<p><vt:lpwstr>{said}</vt:lpwstr></p>"),
            "custom XML": ("customXml/item1.xml", f"<data><x>{said}</x></data>"),
            "mark of a revision": ("word/document.xml", _body(f'<w:p w:rsidR="{said}"/>')),
            "field over two runs": (
                "word/document.xml",
                _body(f"<w:p>{_run(text[:half], field)}{_run(text[half:], field)}</w:p>"),
            ),
            "address of a link": (
                "word/_rels/document.xml.rels",
                f'<R><R Target="https://a.example/?q={said}"/></R>',
            ),
            "picture": ("word/media/image1.png", png("tEXt")(text)),
            "embedded file": ("word/embeddings/a.bin", text.encode("utf-16-le")),
            "name of a member": (f"word/{text}.xml", "<a/>"),
        }
        if place == "comment of the archive":
            return _zip(members, text.encode())
        name, content = places[place]
        return _zip(members | {name: content})

    return make


_DOCX = (
    "document",
    "two runs",
    "tracked deletion",
    "text alternative",
    "author of a change",
    "header",
    "footnote",
    "comment",
    "document properties",
    "custom property",
    "custom XML",
    "mark of a revision",
    "field over two runs",
    "address of a link",
    "picture",
    "embedded file",
    "name of a member",
    "comment of the archive",
)


def png(place: str) -> Make:
    """Return what plants a text in a chunk of a PNG."""

    def make(text: str) -> bytes:
        stream, info = io.BytesIO(), PngInfo()
        if place == "iTXt":
            info.add_itxt("Comment", text)
        elif place == "zTXt":
            info.add_itxt("Comment", text, zip=True)
        Image.new("L", (8, 8)).save(stream, "PNG", pnginfo=info)
        data = stream.getvalue()
        if place in ("tEXt", "eXIf"):
            head = b"Author\0" if place == "tEXt" else b"II*\0"
            body = place.encode() + head + text.encode()
            size, check = len(body) - 4, zlib.crc32(body)
            data = data[:33] + size.to_bytes(4, "big") + body + check.to_bytes(4, "big") + data[33:]
        return data + (text.encode() if place == "behind" else b"")

    return make


def jpeg(place: str) -> Make:
    """Return what plants a text in a segment of a JPEG."""
    marks = {
        "comment": (b"\xfe", b""),
        "EXIF": (b"\xe1", b"Exif\0\0II*\0"),
        "XMP": (b"\xe1", b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"),
        "IPTC": (b"\xed", b"Photoshop 3.0\x008BIM\x04\x04"),
    }

    def make(text: str) -> bytes:
        stream = io.BytesIO()
        Image.new("L", (8, 8)).save(stream, "JPEG")
        data = stream.getvalue()
        if place == "behind":
            return data + text.encode()
        mark, head = marks[place]
        body = head + text.encode()
        return data[:2] + b"\xff" + mark + (len(body) + 2).to_bytes(2, "big") + body + data[2:]

    return make


def _html(inside: Callable[[str], str]) -> Make:
    def make(text: str) -> bytes:
        return f"<!doctype html><html><head></head><body>{inside(text)}</body></html>".encode()

    return make


def _in_address(text: str) -> str:
    return f'<img src="data:image/png;base64,{base64.b64encode(png("iTXt")(text)).decode()}">'


_HTML: dict[str, Callable[[str], str]] = {
    "text": lambda text: f"<p>What {html.escape(text)} said.</p>",
    "text over elements": lambda text: f"<p>{text[:4]}<b>{text[4:]}</b></p>",
    "attribute": lambda text: f'<img alt="{html.escape(text)}">',
    "entities": lambda text: "<p>" + "".join(f"&#{ord(one)};" for one in text) + "</p>",
    "comment": lambda text: f"<!-- {text} -->",
    "script": lambda text: f"<script>let a = {json.dumps(text)};</script>",
    "style sheet": lambda text: f"<style>/* {text} */</style>",
    "file in an address": _in_address,
    "text in an address": lambda text: (
        f"<a href='data:text/plain;base64,{base64.b64encode(text.encode()).decode()}'>a</a>"
    ),
    "page in a page": lambda text: (
        f'<iframe srcdoc="{html.escape(f"<p>{text[:4]}<b>{text[4:]}</b>")}"></iframe>'
    ),
    "strings that a script joins": lambda text: (
        f"<script>a = '{text[:4]}' +\n '{text[4:]}'</script>"
    ),
    "numbers of letters": lambda text: (
        f"<script>String.fromCharCode({', '.join(str(ord(one)) for one in text)})</script>"
    ),
    "codes of a style sheet": lambda text: (
        "<style>p::after { content: '" + "".join(f"\\{ord(one):x} " for one in text) + "' }</style>"
    ),
    "letters one by one": lambda text: (
        "<svg><text>"
        + "".join(f"<tspan>{html.escape(one)}</tspan>" for one in text)
        + "</text></svg>"
    ),
    "drawing": lambda text: f"<svg><title>{html.escape(text)}</title></svg>",
    "id": lambda text: f'<p id="{text.replace(" ", "-")}">a</p>',
}


def _catalogue(text: str) -> bytes:
    half = len(text) // 2
    return f'msgid "A"\nmsgstr ""\n"What {text[:half]}"\n"{text[half:]} said"\n'.encode()


def _csv(text: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerow(["key", text, 'a "quoted" cell'])
    return stream.getvalue().encode("utf-8-sig")


def _font(text: str) -> bytes:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    builder, stream = FontBuilder(1000, isTTF=True), io.BytesIO()
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": text, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(stream)
    return stream.getvalue()


def _packed_font(flavor: str, *, metadata: bool = False) -> Make:
    """Return what plants a text in the names of a font for the web, or in its own metadata."""

    def make(text: str) -> bytes:
        from fontTools.ttLib import TTFont
        from fontTools.ttLib.sfnt import WOFFFlavorData
        from fontTools.ttLib.woff2 import WOFF2FlavorData

        font, stream = TTFont(io.BytesIO(_font("A font" if metadata else text))), io.BytesIO()
        font.flavor = flavor
        if metadata:
            font.flavorData = WOFF2FlavorData() if flavor == "woff2" else WOFFFlavorData()
            font.flavorData.metaData = f"<metadata><credit name='{text}'/></metadata>".encode()
        font.save(stream)
        return stream.getvalue()

    return make


def _font_in_page(text: str) -> bytes:
    packed = base64.b64encode(_packed_font("woff2")(text)).decode()
    style = f"@font-face {{ src: url(data:font/woff2;base64,{packed}) }}"
    return f"<!doctype html><style>{style}</style><p>A page.</p>".encode()


def _gif(text: str) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (8, 8)).save(stream, "GIF", comment=text.encode())
    return stream.getvalue()


FILE_PLACES: dict[str, Make] = {
    **{f"DOCX: {name}": docx(name) for name in _DOCX},
    "XLSX: cell": lambda text: _zip(
        {"xl/sharedStrings.xml": f"<sst><si><t>{html.escape(text)}</t></si></sst>"}
    ),
    "ODT: text": lambda text: _zip(
        {"content.xml": f"<text:p>{text[:3]}<text:span>{text[3:]}</text:span></text:p>"}
    ),
    "ODT: properties": lambda text: _zip({"meta.xml": f"<dc:creator>{text}</dc:creator>"}),
    **{f"HTML: {name}": _html(inside) for name, inside in _HTML.items()},
    **{f"PNG: {name}": png(name) for name in ("tEXt", "zTXt", "iTXt", "eXIf", "behind")},
    **{f"JPEG: {name}": jpeg(name) for name in ("comment", "EXIF", "XMP", "IPTC", "behind")},
    "GIF: comment": _gif,
    "PO: over lines": _catalogue,
    "PO: remark": lambda text: f'# {text}\nmsgid "A"\nmsgstr "B"\n'.encode(),
    "XLIFF": lambda text: f"<xliff><file><source>{text}</source></file></xliff>".encode(),
    "CSV": _csv,
    "JSON": lambda text: json.dumps({"quote": text}, ensure_ascii=False).encode(),
    "JSON, coded": lambda text: json.dumps({"quote": text}).encode(),
    "YAML": lambda text: f"quote: {text}\n".encode(),
    "BibTeX": lambda text: f"@misc{{a, author = {{{text}}}}}\n".encode(),
    "text": lambda text: f"What {text} said.\n".encode(),
    "text, UTF-16": lambda text: f"What {text} said.".encode("utf-16"),
    "text in capitals": lambda text: text.upper().encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "bzip2": lambda text: bz2.compress(text.encode()),
    "xz": lambda text: lzma.compress(text.encode()),
    "ZIP in a ZIP": lambda text: _zip({"a.zip": _zip({"b.txt": text})}),
    "font": _font,
    "WOFF: names": _packed_font("woff"),
    "WOFF2: names": _packed_font("woff2"),
    "WOFF: own metadata": _packed_font("woff", metadata=True),
    "WOFF2: own metadata": _packed_font("woff2", metadata=True),
    "HTML: packed font": _font_in_page,
    "bytes of no known kind": lambda text: b"\x00\x01\x02\x03" + text.encode() + b"\x00\xff\xfe",
    "packed bytes in PNG": lambda text: png("iTXt")("x") + zlib.compress(b"x") + text.encode(),
}
