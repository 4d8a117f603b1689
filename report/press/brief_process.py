"""The process in which a brief from anywhere is read: its limits first, then one reader.

Takes the bytes from standard input, answers with JSON: what is attached, the digests and letters
of the pages, how many revisions the file has. Makes no file and no connection.
"""

from __future__ import annotations

import base64
import io
import json
import re
import sys
from typing import Any

from report.documents.parser_process import limit_process

MAX_ATTACHMENT = 32 * 1024 * 1024
MAX_PAGES = 2_000


def read_pdf(data: bytes) -> dict[str, Any]:
    """Return what a PDF carries and shows, or a code and why it cannot be read."""
    import pikepdf

    from report.press.seal import page_digests, page_letters

    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            if len(opened.pages) > MAX_PAGES:
                return {"code": "document-costly", "why": f"it has more than {MAX_PAGES} pages"}
            attachments = {str(name): _content(one) for name, one in opened.attachments.items()}
        digests, letters = page_digests(data), page_letters(data)
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
        "revisions": len(re.findall(rb"%%EOF", data)),
    }


def _content(one: Any) -> str:
    data = one.get_file().read_bytes()
    if len(data) > MAX_ATTACHMENT:
        raise ValueError("an attachment is too large")
    return base64.b64encode(data).decode()


def main() -> None:
    """Read, answer."""
    limit_process()
    sys.stdout.write(json.dumps(read_pdf(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
