"""No file that comes in ends in an error of the program: hundreds of mutated ones for each reader.

The same files each time. More of them: `ROUNDS=50 pytest tests/fuzzing`; guided by what is covered:
`coverage_guided.py`.
"""

from __future__ import annotations

import mmap
import os
import random
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutations import mutated
from targets import PARSERS

ROUNDS = int(os.environ.get("ROUNDS", "1"))
FILES = 300
SECONDS = 10  # for one file
MEMORY = 1_500 * 1024 * 1024


def _files(name: str) -> Iterator[bytes]:
    choice = random.Random(f"{name} {ROUNDS}")
    seeds = PARSERS[name].seeds()
    for _ in range(FILES * ROUNDS):
        yield mutated(choice.choice(seeds), choice)


def _read_all(name: str, said: int, number: mmap.mmap) -> None:
    """Be the child: read every file within bounds; say what the first error is."""
    soft = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (soft + MEMORY, soft + MEMORY))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for at, data in enumerate(_files(name)):
        number[:] = at.to_bytes(8, "big")
        signal.alarm(SECONDS)
        try:
            PARSERS[name].read(data)
        except Exception:
            os.write(said, f"file {at}, {data[:300]!r}\n{traceback.format_exc()[-2500:]}".encode())
            os._exit(1)
    os._exit(0)


@pytest.mark.skipif(sys.platform != "linux", reason="bounds its memory as Linux does")
@pytest.mark.parametrize("name", PARSERS)
def test_no_mutated_file_is_an_error(name: str) -> None:
    """Each is read or refused in seconds; nothing ends the process that reads it."""
    PARSERS[name].seeds()  # loaded once, for all children
    number = mmap.mmap(-1, 8)
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _read_all(name, there, number)
        finally:
            os._exit(2)
    os.close(there)
    with os.fdopen(here, "rb") as pipe:
        told = pipe.read().decode("utf-8", "replace")
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended == 0, f"{name}: {ended} at file {int.from_bytes(number[:], 'big')}\n{told}"


# What fuzzing found, made small: each was an error of a reader.
_PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 9>>stream\n%b\nendstream endobj\n%b\ntrailer<</Root 1 0 R>>\n%%%%EOF\n"
)
FOUND: tuple[tuple[str, bytes], ...] = (
    ("scan", _PDF % (b"1 0 0 RG \xff", b"")),  # an operator that is no letter
    ("scan", _PDF % (b"q Q", b"5 0 obj null endobj 6 0 obj 7 endobj")),  # objects that hold nothing
    ("scan", _PDF % (b"q Q", b"5 0 obj<</\xff\xfe (a) /A /\xff>>endobj")),  # names that are none
    (
        "carried",
        b'printed.json\n{"edition":"x","lang":"' + b"en" * 300 + b'","original":true,'
        b'"texts":[{"key":"a","text":"9 b"}],"quotations":[]}',
    ),  # a tag without end
    ("references", b'[{"issued": {"date-parts": [[2021, 3, 1' + b"0" * 30 + b"]]}}]"),
    ("scan", _PDF.replace(b"trailer<<", b"trailer<</\xff\xfe 7") % (b"q Q", b"")),
    ("scan", _PDF.replace(b"trailer<<", b"trailer<</Info 7") % (b"q Q", b"")),  # no table of words
    ("carried", b'seal.json\n{"pages": [], "document": {}, "attachments": [[]]}'),
    ("carried", b'seal.json\n{"pages": "", "document": [], "attachments": []}'),
    (
        "carried",
        b'evidence.json\n{"format": 1, "findings": [{"figures": [], "evidence": [{"passage": "x", '
        b'"document": "a", "spans": [""]}]}], "recommendations": [], "pull_quotes": [], '
        b'"quoted_in_text": []}',
    ),
    ("references", b"@string{a={xx}}" + b"@string{a=a#a}" * 40 + b"@misc{b, title=a}"),
)


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_was_found_once_is_read(name: str, data: bytes) -> None:
    """A finding is mended for good."""
    PARSERS[name].read(data)
