"""Attachments -> embedded files of a PDF/A-3 (ISO 19005-3, 6.8), in the order of their names.

WeasyPrint's own way lists each file twice, leaves the names unsorted and takes dates from the
clock. Knows nothing of pages.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

import pydyf

from report.press.job import Attachment
from report.press.metadata import pdf_date


def embed(pdf: Any, attachments: Iterable[Attachment], date: datetime.date) -> None:
    """Embed `attachments` in a pydyf document; names must differ, dates are `date`."""
    in_order = sorted(attachments, key=lambda attachment: attachment.name.encode())
    if not in_order:
        return
    names, associated = pydyf.Array(), pydyf.Array()
    for attachment in in_order:
        specification = _file_specification(pdf, attachment, date)
        names.extend((pydyf.String(attachment.name), specification.reference))
        associated.append(specification.reference)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = associated


def _file_specification(pdf: Any, attachment: Attachment, date: datetime.date) -> Any:
    moment = pydyf.String(pdf_date(date))
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    file = pydyf.Stream(
        [attachment.content],
        pydyf.Dictionary(
            {
                "Type": "/EmbeddedFile",
                "Subtype": "/" + attachment.media_type.replace("/", "#2f").replace("+", "#2b"),
                "Params": pydyf.Dictionary(
                    {
                        "CheckSum": f"<{checksum}>",
                        "Size": len(attachment.content),
                        "CreationDate": moment,
                        "ModDate": moment,
                    }
                ),
            }
        ),
        compress=attachment.compressed,
    )
    pdf.add_object(file)
    name = pydyf.String(attachment.name)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": file.reference, "UF": file.reference}),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": f"/{attachment.relationship}",
        }
    )
    pdf.add_object(specification)
    return specification
