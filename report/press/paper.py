"""A PDF for reading -> one for a printer: without tags, links and attachments, and saying so.

What only readers on a screen need is in the way of a print shop, and a claim to PDF/A or PDF/UA
would no longer be true.
"""

from __future__ import annotations

import io

import pikepdf

_OF_THE_FILE = (
    "/AF", "/MarkInfo", "/Metadata", "/Names", "/OpenAction", "/Outlines", "/OutputIntents",
    "/PageMode", "/StructTreeRoot", "/ViewerPreferences",
)  # fmt: skip
_OF_A_PAGE = ("/AF", "/Annots", "/StructParents", "/Tabs")
_KEPT = ("/Title", "/Author", "/CreationDate", "/ModDate")


def strip(pdf: pikepdf.Pdf) -> None:
    """Take away what is not printed, on every page and from the file."""
    for key in _OF_THE_FILE:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in _OF_A_PAGE:
            if key in page.obj:
                del page.obj[key]


def describe(source: pikepdf.Pdf, target: pikepdf.Pdf, remark: str) -> None:
    """Let `target` say what `source` says of title, author and dates, and `remark` of itself."""
    kept = {name: str(source.docinfo[name]) for name in _KEPT if name in source.docinfo}
    del target.docinfo
    for name, value in {**kept, "/Subject": remark}.items():
        target.docinfo[name] = value
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        packet["dc:format"] = "application/pdf"
        packet["dc:description"] = remark
        if "/Title" in kept:
            packet["dc:title"] = kept["/Title"]
    if "/Lang" in source.Root:
        target.Root.Lang = str(source.Root.Lang)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of `pdf`; the same content gives the same bytes."""
    pdf.remove_unreferenced_resources()
    written = io.BytesIO()
    pdf.save(
        written,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return written.getvalue()
