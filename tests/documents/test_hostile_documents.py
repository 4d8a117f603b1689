"""Hostile and broken documents: each is a clear problem, within bounds of time and memory."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_documents import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from report.documents import confined, parser_process, readers
from report.documents.confined import extract
from report.documents.readers import end_readers
from report.model.problem import Problems


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_told(name: str) -> None:
    """One problem with its code; no text, no traceback, and not for long."""
    path, make, code = HOSTILE[name]
    data = make()
    problems = Problems()
    start = time.monotonic()
    assert extract(data, path, problems, "d") is None
    assert time.monotonic() - start < 2 * readers.SECONDS + 5
    assert [p.code for p in problems] == [code], str(problems.found)
    assert "{" not in problems.found[0].message


def _sleep(data: bytes, argument: str) -> dict[str, object]:
    time.sleep(60)
    return {}


def _connect(data: bytes, argument: str) -> dict[str, object]:
    socket.create_connection(("127.0.0.1", int(data)), timeout=5)
    return {}


def _start(data: bytes, argument: str) -> dict[str, object]:
    subprocess.run(["true"], check=True)
    return {}


@pytest.mark.parametrize(("parser", "ended"), [(_sleep, -9), (_start, 1)])
def test_a_parser_that_goes_astray_is_ended(
    parser: Callable[[bytes, str], dict[str, object]], ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock ends what the processor's time does not; nothing is started."""
    monkeypatch.setattr(parser_process, "SECONDS", 1)
    monkeypatch.setattr(parser_process, "answer", parser)
    code, said = parser_process.in_child(b"x", ".html")
    assert (code, said) == (ended, b"")


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the bound is held of what a child answers."""
    monkeypatch.setattr(parser_process, "MAX_ANSWER", 100)
    monkeypatch.setattr(parser_process, "answer", lambda data, argument: {"text": "x" * 10**7})
    _, said = parser_process.in_child(b"x", ".html")
    assert 100 < len(said) <= 1 << 20
    monkeypatch.setattr(confined, "MAX_ANSWER", 100)
    monkeypatch.setattr(confined, "ask_reader", lambda data, argument: (0, said))
    problems = Problems()
    assert extract(b"<p>x</p>", "a.html", problems, "d") is None
    assert [p.code for p in problems] == ["document-costly"]


def test_a_parser_cannot_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that would fetch something gets no connection, not even to this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        monkeypatch.setattr(parser_process, "answer", _connect)
        code, _ = parser_process.in_child(str(server.getsockname()[1]).encode(), ".html")
        assert code == 1
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_reader_goes_on_after_a_document_that_broke_its_child() -> None:
    """One process reads one document after another; what ends a child ends no reader."""
    problems = Problems()
    end_readers()
    assert extract(b"<p>Words of a page.</p>", "a.html", problems, "d") is not None
    first = [reader.pid for reader in readers._idle]
    assert extract(b"<div>" * 400_000, "b.html", problems, "d") is None
    assert extract(b"<p>Words of a page.</p>", "c.html", problems, "d") is not None
    assert [reader.pid for reader in readers._idle] == first
    os.kill(first[0], 9)
    time.sleep(0.1)
    assert extract(b"<p>Words of a page.</p>", "d.html", problems, "d") is not None


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"text": "abc", "paragraphs": [[0, 9]], "boilerplate": [], "said": []},
        {"text": "abc", "paragraphs": [[2, 1]], "boilerplate": [], "said": []},
        {"text": "abc", "paragraphs": [[0, 3]], "boilerplate": [7], "said": []},
        {"text": "abc", "paragraphs": [["x", 3]], "boilerplate": [], "said": []},
        {"text": 5, "paragraphs": [[0, 3]], "boilerplate": [], "said": []},
        {"text": "abc", "paragraphs": [[0, 3]], "boilerplate": [], "said": [["a"]]},
        {"code": "no-such-code"},
    ],
)
def test_a_false_answer_is_not_believed(
    answer: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes out of the confined process is measured before it is used."""
    said = json.dumps(answer).encode()
    monkeypatch.setattr(confined, "ask_reader", lambda data, argument: (0, said))
    problems = Problems()
    assert extract(b"<p>x</p>", "a.html", problems, "d") is None
    assert [p.code for p in problems] == ["document-damaged"]


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Addresses in a page are words: its text is the same with and without them."""
    canary = tmp_path / "canary.txt"
    canary.write_text("secret")
    source = (
        f'<!DOCTYPE html SYSTEM "file://{canary}"><link rel=import href="file://{canary}">'
        f'<p>Words.</p><iframe src="file://{canary}"></iframe><object data="file://{canary}">'
    )
    parsed = extract(source.encode(), "a.html", Problems(), "d")
    assert parsed is not None
    assert "secret" not in parsed.text.text
    assert "Words." in parsed.text.text


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/ab divp&;\"'=!-\n", max_size=120))
def test_any_markup_is_text_or_refused(source: str) -> None:
    """The paragraphs of any page lie in its text, in order, none empty."""
    from report.documents.html import parse_html
    from report.documents.parsed import Refused

    try:
        text = parse_html(source.encode()).text
    except Refused as refused:
        assert refused.code in ("document-empty", "document-damaged")
        return
    words = [text.words_of(number) for number in range(1, len(text.paragraphs) + 1)]
    assert all(word == word.strip() and word for word in words)
    assert "\n\n".join(words) + "\n" == text.text
