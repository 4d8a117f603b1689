"""The process in which hostile documents are read: a child for each, its limits first.

Takes from standard input a line with the kind and the length, then the bytes; answers with a line
of exit code and length, then JSON. The process itself parses nothing. A child makes no file and no
connection.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

from report.documents.confined import MAX_ANSWER, MEMORY
from report.documents.parsed import Parsed, Refused
from report.documents.readers import SECONDS

JUDGED = " judged"
_PARSERS = {
    ".pdf": ("pdf", "parse_pdf"),
    ".docx": ("docx", "parse_docx"),
    ".html": ("html", "parse_html"),
    ".htm": ("html", "parse_html"),
    ".mhtml": ("html", "parse_html"),
    ".mht": ("html", "parse_html"),
}
_FOR_PAGES = ("trafilatura.metadata", "htmldate")
# Loaded by the process, for all its children: what takes longer to load than a page to read.
_PAGES = (".html", ".htm", ".mhtml", ".mht")
_HEAVY = {".docx": ("docx",), **{f"{ending}{JUDGED}": _FOR_PAGES for ending in _PAGES}}
_REFUSED_EVENTS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system")


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


def _refuse_the_world(event: str, _: Any) -> None:
    """Let no library that reads a document connect or start anything, whatever is in it."""
    if event.startswith(_REFUSED_EVENTS):
        raise PermissionError(event)


def _parse(data: bytes, argument: str) -> Parsed:
    ending = argument.removesuffix(JUDGED)
    module, name = _PARSERS[ending]
    parser = getattr(import_module(f"report.documents.{module}"), name)
    judged = {"judged": True} if argument.endswith(JUDGED) else {}
    parsed: Parsed = parser(data, **judged)
    return parsed


def answer(data: bytes, argument: str) -> dict[str, Any]:
    """Return what is said of a document: its text, or a code and why."""
    try:
        parsed = _parse(data, argument)
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


def _answer_and_end(data: bytes, argument: str, out: int) -> NoReturn:
    """Be the child: bound, cut off, with one pipe to answer through."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        limit_process()
        sys.addaudithook(_refuse_the_world)
        answered = json.dumps(answer(data, argument), ensure_ascii=True).encode()
        with os.fdopen(out, "wb") as pipe:
            pipe.write(answered)
        code = 0
    finally:
        os._exit(code)


def in_child(data: bytes, argument: str) -> tuple[int, bytes]:
    """Return the exit code of a child, and its answer within the bounds of size and time."""
    inward, outward = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inward)
        _answer_and_end(data, argument, outward)
    os.close(outward)
    parts, size, until = [], 0, time.monotonic() + 2 * SECONDS
    with os.fdopen(inward, "rb", buffering=0) as pipe:
        while True:
            ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
            part = pipe.read(1 << 20) if ready else None
            if not part:
                break
            parts.append(part)
            size += len(part)
            if size > MAX_ANSWER:
                ready = []
                break
    if not ready:  # too slow or too much
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), b"".join(parts)


def serve() -> None:
    """Answer one request after another until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides when the work ends
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        argument, _, length = line.decode().strip().partition("\t")
        data = source.read(int(length))
        for module in _HEAVY.get(argument, ()):
            import_module(module)
        code, answered = in_child(data, argument)
        del data
        out.write(f"{code} {len(answered)}\n".encode())
        out.write(answered)
        out.flush()


if __name__ == "__main__":
    serve()
