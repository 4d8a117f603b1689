"""Ways to alter a printed brief, as somebody would who wants it to say something else."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import pikepdf

from report.press.seal import _content, document_digests, page_digests

Change = Callable[[pikepdf.Pdf], None]


def changed(pdf: bytes, *changes: Change) -> bytes:
    """Return the PDF with changes made by another program."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for change in changes:
            change(opened)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def attached(pdf: pikepdf.Pdf, name: str) -> Any:
    """Return a carried file as it is read from JSON."""
    return json.loads(pdf.attachments[name].get_file().read_bytes())


def attach(name: str, data: bytes) -> Change:
    """Put a file in the place of another, or add it."""

    def change(pdf: pikepdf.Pdf) -> None:
        if name in pdf.attachments:
            del pdf.attachments[name]
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)

    return change


def detach(name: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments[name]

    return change


def rewritten(name: str, old: str, new: str) -> Change:
    """Write other words into a carried file."""

    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.attachments[name].get_file().read_bytes().decode()
        assert old in text
        attach(name, text.replace(old, new).encode())(pdf)

    return change


def repainted(old: str, new: str) -> Change:
    """Make pages show other words of the same length, in the glyphs that their fonts have."""

    def change(pdf: pikepdf.Pdf) -> None:
        done = sum(_repaint(page, old, new) for page in pdf.pages)
        assert done, f"{old!r} is on no page"

    return change


def _repaint(page: Any, old: str, new: str) -> int:
    done = 0
    for font in page.Resources.get("/Font", {}).values():
        codes: dict[str, list[str]] = {}
        pairs = r"<([0-9a-f]{4})> <([0-9a-f]{4})>"
        for code, to in re.findall(pairs, font.ToUnicode.read_bytes().decode()):
            codes.setdefault(chr(int(to, 16)), []).append(code)  # figures have several forms
        if set(old) | set(new) <= set(codes):
            stream = page.Contents
            data = stream.read_bytes().decode("latin-1")
            any_of = [f"(?:{'|'.join(codes[one])})" for one in old]
            glyphs = any_of[0] + "".join(rf"((?:>-?[\d.]+<)?){one}" for one in any_of[1:])

            def put(match: re.Match[str], codes: dict[str, list[str]] = codes) -> str:
                gaps = zip(match.groups(), new[1:], strict=True)
                return codes[new[0]][0] + "".join(f"{gap}{codes[one][0]}" for gap, one in gaps)

            data, count = re.subn(glyphs, put, data)
            done += count
            stream.write(data.encode("latin-1"))
    return done


def noted(pdf: pikepdf.Pdf) -> None:
    """Lay a white box with another number over the first page."""
    look = pdf.make_stream(b"1 g 0 0 200 40 re f")
    look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    look.BBox = pikepdf.Array([0, 0, 200, 40])
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=pikepdf.Array([100, 400, 300, 440]),
        Contents=pikepdf.String("34 people"),
        AP=pikepdf.Dictionary(N=look),
        F=4,
    )
    page = pdf.pages[0].obj
    page.Annots = pikepdf.Array([*page.get("/Annots", ()), pdf.make_indirect(note)])


def signed_over(pdf: pikepdf.Pdf) -> None:
    """Lay the same box over the page and call it the field of a signature."""
    noted(pdf)
    note = pdf.pages[0].obj.Annots[-1]
    note.Subtype, note.FT = pikepdf.Name.Widget, pikepdf.Name.Sig
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([note]))


def led_elsewhere(pdf: pikepdf.Pdf) -> None:
    """Let every link of a page lead to another address."""
    links = [one for page in pdf.pages for one in page.obj.get("/Annots", ())]
    assert links
    for one in links:
        false = pikepdf.String("https://example.org/false")
        one.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=false)
        if "/Dest" in one:
            del one.Dest


def first_element(pdf: pikepdf.Pdf) -> Any:
    """Return the first element of the structure beneath its root."""
    kids = pdf.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, pikepdf.Array) else kids


def said_aloud(key: str) -> Change:
    """Let a screen reader say something else than what is seen."""

    def change(pdf: pikepdf.Pdf) -> None:
        first_element(pdf)[key] = pikepdf.String("34 people")

    return change


def with_font_of(pdf: pikepdf.Pdf) -> None:
    """Exchange the files of two fonts: other letters are seen, and none is read otherwise."""
    files = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    key = next(one for one in ("/FontFile2", "/FontFile3") if one in files[0])
    files[0][key], files[1][key] = files[1][key], files[0][key]


def added_behind(pdf: bytes) -> bytes:
    """Lay the box over the page in a further revision, every byte of the file as it was."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    name = generic.NameObject
    note = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/Square"),
            name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 400, 300, 440))),
            name("/IC"): generic.ArrayObject([generic.NumberObject(1)]),
        }
    )
    writer.register_annotation(writer.root["/Pages"]["/Kids"].raw_get(0), writer.add_object(note))
    writer.write(out)
    assert out.getvalue().startswith(pdf)
    return out.getvalue()


def resealed(pdf: bytes) -> bytes:
    """Return the PDF with a seal that fits it again, as a forger who knows the program makes it."""

    class _File:
        def __init__(self, name: str, content: bytes) -> None:
            self.name, self.content = name, content

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        others = [
            _File(str(name), one.get_file().read_bytes())
            for name, one in opened.attachments.items()
            if name != "seal.json"
        ]
    content = _content(page_digests(pdf), document_digests(pdf), others)  # type: ignore[arg-type]
    return changed(pdf, attach("seal.json", content))
