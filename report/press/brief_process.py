"""The process in which a brief from anywhere is read: its limits first, then one reader.

Takes the bytes from standard input and, in base 64, the certificates to trust; answers with JSON:
what is attached, the digests and letters of the pages, the signatures. Makes no file and no
connection.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from dataclasses import asdict
from typing import Any

from report.documents.parser_process import limit_process

MAX_ATTACHMENT = 32 * 1024 * 1024
MAX_PAGES = 2_000


def read(data: bytes, trusted: bytes) -> dict[str, Any]:
    """Return what a brief carries and shows, or a code and why it cannot be read."""
    if data.lstrip()[:15].lower().startswith(b"<!doctype html"):
        from report.press.html_reader import read_html

        try:
            return read_html(data)
        except Exception as error:  # a damaged file breaks a reader in any way
            return {"code": "document-damaged", "why": type(error).__name__}
    if data.startswith(b"PK"):
        return read_word(data)
    return read_pdf(data, trusted)


def read_word(data: bytes) -> dict[str, Any]:
    """Return the paragraphs of a Word file; it carries nothing, and has pages nowhere twice."""
    from report.documents.docx import body_and_notes
    from report.documents.parsed import Refused

    try:
        body, notes = body_and_notes(data)
    except Refused as refused:
        return {"code": refused.code, "why": refused.why}
    return {"attachments": {}, "pages": [], "signatures": [], "body": body, "notes": len(notes)}


def read_pdf(data: bytes, trusted: bytes) -> dict[str, Any]:
    """Return what a PDF carries and shows, or a code and why it cannot be read."""
    import pikepdf

    from report.press.seal import document_digests, page_digests, page_letters
    from report.press.shown_text import Shown
    from report.press.signing import signatures_of

    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            if len(opened.pages) > MAX_PAGES:
                return {"code": "document-costly", "why": f"it has more than {MAX_PAGES} pages"}
            attachments = {str(name): _content(one) for name, one in opened.attachments.items()}
            drawn = list(Shown(opened).pages())
        digests, letters = page_digests(data), page_letters(data)
        document = document_digests(data)
        signatures = signatures_of(data, trusted) if b"/ByteRange" in data else []
    except pikepdf.PasswordError:
        return {"code": "document-locked", "why": ""}
    except Exception as error:  # a damaged file breaks a reader in any way
        return {"code": "document-damaged", "why": type(error).__name__}
    return {
        "attachments": attachments,
        "pages": [
            {"words": one.words, "drawing": one.drawing, "letters": text}
            for one, text in zip(digests, letters, strict=True)
        ],
        "drawn": drawn,
        "document": document,
        "signatures": [asdict(one) for one in signatures],
    }


def _content(one: Any) -> str:
    data = one.get_file().read_bytes()
    if len(data) > MAX_ATTACHMENT:
        raise ValueError("an attachment is too large")
    return base64.b64encode(data).decode()


def main() -> None:
    """Read, answer."""
    limit_process()
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read(), base64.b64decode(sys.argv[1]))))


if __name__ == "__main__":
    main()
