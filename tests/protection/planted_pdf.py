"""Small PDFs with a text planted in one kind of place each."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from planted_files import docx, jpeg, png

Change = Callable[[Pdf, pikepdf.Page, str], object]


def _font(pdf: Pdf, text: str, base: str = "Plain") -> tuple[pikepdf.Object, dict[str, str]]:
    """Return a font in which code n is the n-th letter of the text, and the codes of letters."""
    letters = sorted(set(text))
    codes = {letter: f"{number:04x}" for number, letter in enumerate(letters, 1)}
    rows = "\n".join(
        f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()
    )
    table = (
        "/CIDInit /ProcSet findresource begin begincmap "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end"
    )
    descendant = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(f"/{base}"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{base}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=Stream(pdf, table.encode()),
    )
    return pdf.make_indirect(font), codes


def _shown(pdf: Pdf, page: pikepdf.Page, text: str, operators: Callable[[str], str]) -> None:
    font, codes = _font(pdf, text)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    coded = "".join(codes[letter] for letter in text)
    page.Contents = Stream(pdf, f"BT /F 12 Tf {operators(coded)} ET".encode())


def _one_run(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    _shown(pdf, page, text, lambda codes: f"<{codes}> Tj")


def _split_runs(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    def split(codes: str) -> str:
        middle = len(codes) // 8 * 4
        return f"<{codes[:middle]}> Tj ET BT /F 11 Tf <{codes[middle:]}> Tj"

    _shown(pdf, page, text, split)


def _kerned(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    def kerned(codes: str) -> str:
        letters = [codes[at : at + 4] for at in range(0, len(codes), 4)]
        return "[" + " 20 ".join(f"<{letter}>" for letter in letters) + "] TJ"

    _shown(pdf, page, text, kerned)


def _hidden(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    _shown(pdf, page, text, lambda codes: f"3 Tr <{codes}> Tj")


def _form(pdf: Pdf, page: pikepdf.Page, text: str, subtype: str = "/Form") -> pikepdf.Object:
    font, codes = _font(pdf, text)
    coded = "".join(codes[letter] for letter in text)
    form = Stream(pdf, f"BT /F 12 Tf <{coded}> Tj ET".encode())
    form.Type, form.Subtype = Name.XObject, Name(subtype)
    form.BBox = Array([0, 0, 100, 100])
    form.Resources = Dictionary(Font=Dictionary(F=font))
    return pdf.make_indirect(form)


def _annotation(pdf: Pdf, page: pikepdf.Page, **keys: object) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), **keys)
    page.Annots = Array([pdf.make_indirect(note)])


def _appearance(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    _annotation(pdf, page, AP=Dictionary(N=_form(pdf, page, text)))


def _element(pdf: Pdf, key: str, text: str) -> None:
    element = Dictionary(Type=Name.StructElem, S=Name.P)
    element[key] = String(text)
    root = Dictionary(Type=Name.StructTreeRoot, K=Array([pdf.make_indirect(element)]))
    pdf.Root.StructTreeRoot = pdf.make_indirect(root)


def _bookmark(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _xmp(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = text


def _info(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.docinfo[Name.Author] = text


def _destination(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(text), Array([page.obj])])))


def _old_destination(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.Root.Dests = Dictionary({f"/{text}": Array([page.obj])})


def _actual_text(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    packed = ("\ufeff" + text).encode("utf-16-be").hex()
    page.Contents = Stream(pdf, f"/Span <</ActualText <{packed}>>> BDC EMC".encode())


def _comment_in_content(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.Contents = Stream(pdf, f"q % {text}\nQ".encode())


def _attachment(name: str, data: bytes, text: str = "") -> Change:
    def change(pdf: Pdf, page: pikepdf.Page, planted: str) -> None:
        spec = pikepdf.AttachedFileSpec(pdf, data, description=text, filename="data.bin")
        pdf.attachments[name] = spec

    return change


def _attached(make: Callable[[str], bytes]) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        pdf.attachments["data.bin"] = pikepdf.AttachedFileSpec(pdf, make(text))

    return change


def _picture(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    image = Stream(pdf, jpeg("comment")(text))
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height, image.BitsPerComponent = 8, 8, 8
    image.ColorSpace, image.Filter = Name.DeviceGray, Name.DCTDecode
    page.Resources = Dictionary(XObject=Dictionary(I=pdf.make_indirect(image)))


def _font_name(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    font, _ = _font(pdf, "a", text.replace(" ", "-"))
    page.Resources = Dictionary(Font=Dictionary(F=font))


def _with_bookmark(text: str) -> bytes:
    return PDF_PLACES["bookmark"](text)


_PLACES: dict[str, Change] = {
    "text of a page": _one_run,
    "text over two runs": _split_runs,
    "text, letter by letter": _kerned,
    "hidden text": _hidden,
    "text of a form": lambda pdf, page, text: setattr(
        page, "Resources", Dictionary(XObject=Dictionary(X=_form(pdf, page, text)))
    ),
    "form that no page uses": lambda pdf, page, text: setattr(
        pdf.Root, "Unused", _form(pdf, page, text)
    ),
    "document information": _info,
    "XMP": _xmp,
    "bookmark": _bookmark,
    "named destination": _destination,
    "destination as a key": _old_destination,
    "text alternative": lambda pdf, page, text: _element(pdf, "/Alt", text),
    "actual text of an element": lambda pdf, page, text: _element(pdf, "/ActualText", text),
    "title of an element": lambda pdf, page, text: _element(pdf, "/T", text),
    "actual text in content": _actual_text,
    "remark in content": _comment_in_content,
    "annotation": lambda pdf, page, text: _annotation(pdf, page, Contents=String(text)),
    "author of an annotation": lambda pdf, page, text: _annotation(pdf, page, T=String(text)),
    "look of an annotation": _appearance,
    "address of a link": lambda pdf, page, text: _annotation(
        pdf, page, A=Dictionary(S=Name.URI, URI=String(f"https://a.example/{quote(text)}"))
    ),
    "form field": lambda pdf, page, text: _annotation(pdf, page, FT=Name.Tx, T=String(text)),
    "value of a field": lambda pdf, page, text: _annotation(
        pdf, page, FT=Name.Tx, T=String("a"), V=String(text)
    ),
    "script": lambda pdf, page, text: setattr(
        pdf.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{text}')"))
    ),
    "label of pages": lambda pdf, page, text: setattr(
        pdf.Root, "PageLabels", Dictionary(Nums=Array([0, Dictionary(P=String(text))]))
    ),
    "layer": lambda pdf, page, text: setattr(
        pdf.Root, "Layer", pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(text)))
    ),
    "font name": _font_name,
    "name of an attachment": lambda pdf, page, text: _attachment(f"{text}.txt", b"x")(
        pdf, page, text
    ),
    "description of an attachment": lambda pdf, page, text: _attachment("a", b"x", text)(
        pdf, page, text
    ),
    "attachment": _attached(str.encode),
    "Word file that is attached": _attached(docx("document")),
    "PDF that is attached": _attached(_with_bookmark),
    "picture that is attached": _attached(png("iTXt")),
    "picture of a page": _picture,
}


def pdf(place: str) -> Callable[[str], bytes]:
    """Return what plants a text in a place of a PDF."""

    def make(text: str) -> bytes:
        made, stream = Pdf.new(), io.BytesIO()
        page = made.add_blank_page(page_size=(200, 200))
        _PLACES[place](made, page, text)
        made.save(
            stream,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            static_id=True,
            preserve_pdfa=False,
        )
        return stream.getvalue()

    return make


def _revised(text: str) -> bytes:
    """Return a PDF whose first revision has the text and whose last has not."""
    first = pdf("document information")(text)
    clean = io.BytesIO()
    with Pdf.open(io.BytesIO(first)) as opened:
        del opened.docinfo
        opened.save(clean)
    return first + b"\n" + clean.getvalue()


def _dropped(text: str) -> bytes:
    """Return a PDF with a stream between its objects that the table does not know."""
    whole = pdf("bookmark")("A bookmark")
    packed = zlib.compress(text.encode())
    lost = b"\n99 0 obj <</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
    return whole + lost + packed + b"\nendstream endobj\n"


def _orphan(text: str) -> bytes:
    """Return a PDF with an object that nothing refers to, its text in hexadecimal."""
    whole = pdf("bookmark")("A bookmark")
    packed = ("\ufeff" + text).encode("utf-16-be").hex()
    return whole.replace(b"startxref", f"98 0 obj <</N <{packed}>>> endobj\nstartxref".encode())


def _escaped(text: str) -> bytes:
    """Return a PDF with an object that nothing refers to, its text in octal codes."""
    whole = pdf("bookmark")("A bookmark")
    packed = "".join(f"\\{byte:03o}" for byte in ("\ufeff" + text).encode("utf-16-be"))
    return whole.replace(b"startxref", f"98 0 obj <</N ({packed})>> endobj\nstartxref".encode())


PDF_PLACES: dict[str, Callable[[str], bytes]] = {
    **{name: pdf(name) for name in _PLACES},
    "earlier revision": _revised,
    "object that nothing refers to": _orphan,
    "text in octal codes": _escaped,
    "stream that no object claims": _dropped,
    "bytes behind the end": lambda text: pdf("bookmark")("A bookmark") + text.encode(),
    "bytes before the file": lambda text: text.encode() + b"\n" + pdf("bookmark")("A bookmark"),
}
