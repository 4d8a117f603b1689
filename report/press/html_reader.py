"""A web page from anywhere → what it carries and shows, in the form in which a PDF is read.

The page is one page; its seal is the SHA-256 of the file with noughts in the place of the seal.
Files are links that can be saved. Nothing of the page is run or followed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

_SEAL = re.compile(rb'<meta name="seal" content="([0-9a-f]{64})">')
_FILE = re.compile(
    rb'<a download="([\w.-]{1,80})" href="data:[\w/+.-]{1,80};base64,([A-Za-z0-9+/=]*)">'
)
_NOUGHTS = b"0" * 64


def read_html(data: bytes) -> dict[str, Any]:
    """Return attachments, the one page with its digests and letters, and no signatures."""
    from lxml import html

    files = {name.decode(): content.decode() for name, content in _FILE.findall(data)}
    root: Any = html.document_fromstring(data.decode("utf-8", "replace"))
    for unseen in root.xpath("//head | //style | //script | //details | //svg"):
        unseen.drop_tree()
    letters = "".join(root.text_content().split())
    sealed = _SEAL.search(data)
    if sealed:
        start, end = sealed.span(1)
        now = hashlib.sha256(data[:start] + _NOUGHTS + data[end:]).hexdigest()
        files["seal.json"] = _seal(sealed.group(1).decode(), files)
    else:
        now = ""
    page = {"words": "", "drawing": now, "letters": letters}
    return {"attachments": files, "pages": [page], "signatures": []}


def _seal(digest: str, files: dict[str, str]) -> str:
    """Return the page's seal as that of a PDF: it covers the files that the page carries."""
    content = {
        "format": 1,
        "pages": [{"page": 1, "words": "", "drawing": digest}],
        "document": {},
        "attachments": [
            {"path": name, "sha256": hashlib.sha256(base64.b64decode(one)).hexdigest()}
            for name, one in files.items()
        ],
    }
    return base64.b64encode(json.dumps(content).encode()).decode()
