"""Metadata -> what a file says of itself: its XMP packet and the information dictionary.

Both say the same, as ISO 19005-3, 6.6.3 wants it; a file in PDF/A-4 has the packet alone. Nothing
is taken from the machine: no clock, no user, no path. Knows nothing of pages.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pydyf

from report.press.job import Conformance, Metadata, PrintJob

CREATOR = "Report"
PRODUCER = "WeasyPrint 70.0"

_PRINTED = 4  # the flag of an annotation that is printed with its page; PDF/A wants it (6.3.2)

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
{schemas}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A-3 knows no PDF/UA: the properties that tell of it must be described (6.6.2.3).
_SCHEMAS = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""

# A file in PDF/UA-2 is also one of Well-Tagged PDF, and says so in the way of PDF Declarations.
_DECLARATIONS = """<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/">
<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>
</rdf:Description>"""


def pdf_date(date: datetime.date) -> str:
    """Return a day in the form of PDF, as midnight UTC."""
    return f"D:{date:%Y%m%d}000000Z"


def information(metadata: Metadata) -> Mapping[str, str]:
    """Return the entries of the information dictionary; those without a value are left out."""
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": pdf_date(metadata.date),
        "ModDate": pdf_date(metadata.date),
    }
    return {name: value for name, value in entries.items() if value}


def packet(job: PrintJob) -> bytes:
    """Return the XMP packet, UTF-8."""
    metadata = job.metadata
    midnight = f"{metadata.date.isoformat()}T00:00:00Z"
    properties = [
        _element("dc:format", "application/pdf"),
        _alternatives("dc:title", {"x-default": metadata.title, **metadata.titles}),
        _list("dc:creator", "Seq", [metadata.author]),
        _list("dc:language", "Bag", metadata.languages),
        _list("dc:subject", "Bag", metadata.keywords),
        _element("pdf:Producer", PRODUCER),
        _element("xmp:CreatorTool", CREATOR),
        _element("xmp:CreateDate", midnight),
        _element("xmp:ModifyDate", midnight),
        *(_element(name, value) for name, value in _claims(job)),
    ]
    if metadata.subject:
        properties.append(_alternatives("dc:description", {"x-default": metadata.subject}))
    if metadata.keywords:
        properties.append(_element("pdf:Keywords", ", ".join(metadata.keywords)))
    filled = (text for text in properties if text)
    schemas = _SCHEMAS if job.conformance is Conformance.A3A_UA1 else _DECLARATIONS
    return _PACKET.format(properties="\n".join(filled), schemas=schemas).encode()


def _claims(job: PrintJob) -> Iterator[tuple[str, str]]:
    """Yield the properties that name the standards."""
    if job.conformance is Conformance.A3A_UA1:
        yield from (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"))
        return
    yield from (("pdfaid:part", "4"), ("pdfaid:rev", "2020"))
    if job.attachments:  # without files it is PDF/A-4 as such (ISO 19005-4, annex A)
        yield "pdfaid:conformance", "F"
    yield from (("pdfuaid:part", "2"), ("pdfuaid:rev", "2024"))


def write_metadata(pdf: Any, job: PrintJob) -> None:
    """Put it into a pydyf document, in place of what the renderer wrote."""
    metadata = job.metadata
    pdf.info.clear()
    if job.conformance is Conformance.A3A_UA1:
        for name, value in information(metadata).items():
            pdf.info[name] = pydyf.String(value)
    # Uncompressed, so that tools which know nothing of PDF can read it.
    stream = pydyf.Stream([packet(job)], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
    pdf.catalog["Lang"] = pydyf.String(metadata.languages[0])
    for intent in pdf.catalog["OutputIntents"]:
        intent["S"] = "/GTS_PDFA1"
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Annot":
            item["F"] = _PRINTED


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _list(name: str, kind: str, items: Iterable[str]) -> str:
    lines = "".join(_element("rdf:li", item) for item in items)
    return f"<{name}><rdf:{kind}>{lines}</rdf:{kind}></{name}>" if lines else ""


def _alternatives(name: str, texts: Mapping[str, str]) -> str:
    lines = "".join(
        f"<rdf:li xml:lang={quoteattr(lang)}>{escape(text)}</rdf:li>"
        for lang, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{lines}</rdf:Alt></{name}>"
