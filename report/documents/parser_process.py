"""The process in which hostile documents are read: its limits first, then one parser.

Takes the bytes from standard input, answers with JSON. Makes no file and no connection.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from report.documents.confined import MAX_ANSWER, MEMORY, SECONDS
from report.documents.parsed import Parsed, Refused


def limit_process() -> None:
    """Bind this process: processor time, memory, size of what it writes, no core file."""
    import resource

    limits = {
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: MAX_ANSWER,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        with suppress(ValueError, OSError):  # a system without this limit has the others
            resource.setrlimit(what, (most, most))


def _parser(ending: str) -> Callable[[bytes], Parsed]:
    if ending == ".pdf":
        from report.documents.pdf import parse_pdf

        return parse_pdf
    if ending == ".docx":
        from report.documents.docx import parse_docx

        return parse_docx
    from report.documents.html import parse_html

    return parse_html


def answer(data: bytes, ending: str) -> dict[str, Any]:
    """Return what is said of a document: its text, or a code and why."""
    try:
        parsed = _parser(ending)(data)
    except Refused as refused:
        return {"code": refused.code, "why": refused.why}
    except MemoryError:
        return {"code": "document-costly", "why": "it needs more memory than any document should"}
    except RecursionError:
        return {"code": "document-costly", "why": "its parts are nested too deep"}
    text = parsed.text
    return {
        "text": text.text,
        "paragraphs": text.paragraphs,
        "boilerplate": sorted(text.boilerplate),
        "said": parsed.said,
    }


def main() -> None:
    """Read, parse, answer."""
    limit_process()
    data = sys.stdin.buffer.read()
    answered = json.dumps(answer(data, sys.argv[1]), ensure_ascii=True)
    sys.stdout.write(answered)


if __name__ == "__main__":
    main()
