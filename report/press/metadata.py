"""Metadata -> the information dictionary and the XMP packet of a PDF/A-3a and PDF/UA-1 file.

Both say the same, as ISO 19005-3, 6.6.3 wants it. Nothing is taken from the machine: no clock, no
user, no path. Knows nothing of pages.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pydyf

from report.press.job import Metadata

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


def packet(metadata: Metadata) -> bytes:
    """Return the XMP packet, UTF-8."""
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
        _element("pdfaid:part", "3"),
        _element("pdfaid:conformance", "A"),
        _element("pdfuaid:part", "1"),
    ]
    if metadata.subject:
        properties.append(_alternatives("dc:description", {"x-default": metadata.subject}))
    if metadata.keywords:
        properties.append(_element("pdf:Keywords", ", ".join(metadata.keywords)))
    filled = (text for text in properties if text)
    return _PACKET.format(properties="\n".join(filled), schemas=_SCHEMAS).encode()


def write_metadata(pdf: Any, metadata: Metadata) -> None:
    """Put both into a pydyf document, in place of what the renderer wrote."""
    pdf.info.clear()
    for name, value in information(metadata).items():
        pdf.info[name] = pydyf.String(value)
    # Uncompressed, so that tools which know nothing of PDF can read it.
    stream = pydyf.Stream([packet(metadata)], {"Type": "/Metadata", "Subtype": "/XML"})
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
