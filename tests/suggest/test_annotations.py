"""Web annotations in and out: the words decide, a position never does alone."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.evidence.anchoring import anchor
from report.evidence.source import Source
from report.model.problem import Problems
from report.suggest.annotations import Unreadable, read_annotations
from report.suggest.store import read_store
from report.suggest.suggestion import Suggestion

Capture = pytest.CaptureFixture[str]
URL = "https://post.example/a"
PAGE = (
    "Marchers freed\n\nThe police freed 40 marchers in the evening. The mayor said that he had "
    "never ordered force against anyone. The police freed two drivers on Friday morning.\n\n"
    "The police freed them all at last, the mayor said on Friday. It was a mistake, he said. Later "
    "he said: it was a mistake, he said.\n"
)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return a new dossier with the one article, and its address in the record."""
    folder = tmp_path / "held"
    assert main(["new", str(folder)]) == 0
    (tmp_path / "article.txt").write_text(PAGE, "utf-8")
    assert main(["add", str(tmp_path / "article.txt"), "--dossier", str(folder)]) == 0
    path = folder / "documents" / "marchers-freed.yaml"
    text = path.read_text("utf-8").replace(", URL]", "]")
    path.write_text(text + f"URL: {URL}\n", "utf-8")
    return folder


def hypothesis_row(exact: str, start: int = 0, **words: str) -> dict[str, Any]:
    """Return an annotation as the API and the exports of Hypothesis have it."""
    quote = {"type": "TextQuoteSelector", "exact": exact, **words}
    return {
        "id": "xyz",
        "user": "acct:somebody@hypothes.is",
        "uri": f"{URL}#top",
        "text": "ask them",
        "tags": ["police"],
        "target": [
            {
                "source": URL,
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/div[1]", "startOffset": 3},
                    {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
                    quote,
                ],
            }
        ],
    }


def take(dossier: Path, data: Any, *words: str) -> int:
    path = dossier.parent / "annotations.json"
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return main(["annotations", "import", str(path), "--dossier", str(dossier), *words])


def highlights(dossier: Path) -> list[Suggestion]:
    return [
        one
        for one in read_store(DiskFolder(dossier), Problems()).suggestions
        if one.kind.value == "highlight"
    ]


FREED = "The police freed"


@pytest.mark.parametrize(
    ("row", "start"),
    [
        (hypothesis_row("freed 40 marchers in the evening", 9_000), PAGE.index("freed 40")),
        (hypothesis_row("freed 40 marchers\n in  the evening"), PAGE.index("freed 40")),
        (hypothesis_row(FREED, PAGE.index(FREED, 60)), PAGE.index(FREED, 60)),
        (hypothesis_row(FREED, 1, suffix=" them all at last, the"), PAGE.rindex(FREED)),
        (
            hypothesis_row(FREED, PAGE.index(FREED), prefix="against anyone. ", suffix=" two d"),
            PAGE.index(FREED, 60),
        ),
    ],
    ids=["wrong position", "other spaces", "position", "suffix", "context before position"],
)
def test_the_words_find_their_place(row: dict[str, Any], start: int, held: Path) -> None:
    """A unique quotation is found wherever; of several the one that context or position tells."""
    assert take(held, {"total": 1, "rows": [row]}) == 0
    [one] = highlights(held)
    assert one.start == start
    assert PAGE[one.start : one.end] == one.passage
    assert one.fields == {"note": "ask them"}
    assert "somebody" not in (held / "suggestions.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("exact", "why"),
    [
        ("The police freed 41 marchers", "number"),
        ("The police freed […] drivers on Friday morning", "leaves words out"),
        ("ordered force against anyone", "never"),
        ("olice freed 40 marchers", "word"),
        (FREED, "several times"),
        ("he said", "several times"),
        ("[i]t was a mistake", "leaves words out or changes them"),
        ("The police\u202e freed 40", "U+202E"),
        ("x" * 9_000, "not stand"),
    ],
)
def test_what_does_not_stand_there_is_refused(
    exact: str, why: str, held: Path, capsys: Capture
) -> None:
    """annotation-refused: altered, shortened, cut, ambiguous or hidden words make no suggestion."""
    assert take(held, [hypothesis_row(exact)]) == 0
    told = capsys.readouterr().err
    assert "warning annotation-refused: " in told
    assert why in told
    assert highlights(held) == []


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda row: [row],
        lambda row: row,
        lambda row: {"total": 1, "rows": [row]},
        lambda row: {"export_userid": "acct:x@y", "annotations": [row]},
        lambda row: {"type": "AnnotationPage", "items": [row]},
        lambda row: {"type": "AnnotationCollection", "first": {"items": [row]}},
        lambda row: {"@graph": [row]},
        lambda row: [{**row, "target": row["target"][0]}],
        lambda row: [
            {
                **row,
                "target": {
                    "source": {"id": URL},
                    "selector": {
                        "type": "FragmentSelector",
                        "refinedBy": row["target"][0]["selector"][2],
                    },
                },
            }
        ],
    ],
)
def test_each_form_of_file_is_read(wrapped: Any, held: Path) -> None:
    """Collections, pages, lists, single annotations, exports of Hypothesis."""
    assert take(held, wrapped(hypothesis_row("freed 40 marchers"))) == 0
    assert len(highlights(held)) == 1


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[1, 2]", '"x"', "[" * 9_000, '{"rows": 5}'])
def test_a_file_without_annotations_is_told(text: str, held: Path, capsys: Capture) -> None:
    """annotations-unread: no JSON, or JSON of another kind."""
    path = held.parent / "x.json"
    path.write_text(text)
    assert main(["annotations", "import", str(path), "--dossier", str(held)]) == 1
    assert "error annotations-unread: " in capsys.readouterr().err


def test_a_document_that_is_not_here(held: Path, capsys: Capture) -> None:
    """annotation-document: an unknown address is told; --document says which one is meant."""
    row = hypothesis_row("freed 40 marchers")
    row["uri"] = row["target"][0]["source"] = "file:///home/user/page.html"
    assert take(held, [row]) == 0
    assert "warning annotation-document: " in capsys.readouterr().err
    assert take(held, [row], "--document", "marchers-freed") == 0
    assert len(highlights(held)) == 1
    assert take(held, [row], "--document", "marchers-freed") == 0  # once is enough
    assert len(highlights(held)) == 1


def test_there_and_back(held: Path, capsys: Capture) -> None:
    """What is taken over is handed out with its words, place and surroundings, and found again."""
    rows = [hypothesis_row("freed 40 marchers"), hypothesis_row("It was a mistake")]
    assert take(held, rows) == 0
    before = highlights(held)
    assert main(["accept", "--dossier", str(held), *(one.id for one in before)]) == 0
    assert main(["check", str(held)]) == 0
    out = held.parent / "out.json"
    assert main(["annotations", "export", str(held), "-o", str(out)]) == 0
    data = json.loads(out.read_text("utf-8"))
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = data["first"]["items"]
    assert data["total"] == len(items) == 2
    for item, one in zip(items, before, strict=True):
        quote, position = item["target"]["selector"]
        assert (position["start"], position["end"]) == (one.start, one.end)
        assert quote["exact"] == one.passage
        around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
        assert around in PAGE
        assert item["target"]["source"]["id"] == URL
        assert item["body"][0]["purpose"] == "tagging"
    (held / "suggestions.yaml").unlink()
    assert take(held, data) == 0
    assert [(o.start, o.end) for o in highlights(held)] == [(o.start, o.end) for o in before]


def test_suggest_keeps_what_was_taken_in(held: Path) -> None:
    """A later run of the rules leaves highlights where their words still stand."""
    assert take(held, [hypothesis_row("freed 40 marchers")]) == 0
    assert main(["suggest", "--dossier", str(held)]) == 0
    assert len(highlights(held)) == 1


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_stretch_is_found_at_its_own_place(data: st.DataObject) -> None:
    """With its surroundings a stretch is found where it stood, or refused; never elsewhere."""
    start = data.draw(st.integers(0, len(PAGE) - 2))
    end = data.draw(st.integers(start + 1, min(len(PAGE), start + 80)))
    shift = data.draw(st.integers(-40, 40))
    words = PAGE[start:end]
    near = (max(0, start + shift), max(1, end + shift))
    around = {"before": PAGE[max(0, start - 32) : start], "behind": PAGE[end : end + 32]}
    found = anchor(words, Source("d", PAGE), near=near, **around)
    if found.span is not None:
        inner = len(words) - len(words.lstrip())
        assert found.span == (start + inner, end - (len(words) - len(words.rstrip())))


_KEYS = st.sampled_from(["target", "selector", "type", "exact", "rows", "first", "source", "body"])
_JSON = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
)


@given(_JSON)
def test_no_data_ends_in_a_traceback(data: Any) -> None:
    """Whatever JSON a file holds, it is read or refused."""
    with contextlib.suppress(Unreadable):
        assert read_annotations(json.dumps(data))
