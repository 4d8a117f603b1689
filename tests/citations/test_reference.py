"""References, as read and as references.json carries them."""

from __future__ import annotations

import json

import pytest

from report.citations.reference import Reference, csl_json, date_of, names_of, reference
from report.model.dates import DateSpan, PartialDate
from report.model.document import Custody, Document, Name
from report.model.place import Place

DAY = PartialDate(2022, 1, 6)


def test_csl_json_has_the_shape_of_csl_json(documents: tuple[Reference, ...]) -> None:
    """references.json is a list of items with id and type, lists of names, and date parts."""
    entries = json.loads(csl_json(documents))
    assert [entry["id"] for entry in entries] == [item.id for item in documents]
    for entry in entries:
        assert isinstance(entry["type"], str) and entry["title"]
        assert set(entry) <= {
            "id", "type", "title", "author", "container-title", "publisher", "issued", "accessed",
            "URL", "genre", "number", "language", "custom",
        }  # fmt: skip
        for name in entry.get("author", ()):
            assert set(name) in ({"literal"}, {"family"}, {"family", "given"})
        for field in ("issued", "accessed"):
            for parts in entry.get(field, {}).get("date-parts", ()):
                assert 1 <= len(parts) <= 3 and all(isinstance(part, int) for part in parts)


def test_csl_json_says_what_is_not_stated(documents: tuple[Reference, ...]) -> None:
    """A described title is in brackets, an inferred date is circa, missing fields are named."""
    by_id = {entry["id"]: entry for entry in json.loads(csl_json(documents))}
    assert by_id["untitled"]["title"] == "[Article on a statement]"
    assert by_id["page"]["issued"] == {"circa": True, "date-parts": [[2022, 1]]}
    assert by_id["page"]["custom"]["unknown"] == ["URL", "author", "publisher"]
    assert by_id["paper"]["issued"] == {"date-parts": [[2022, 1, 6]]}


def test_csl_json_is_the_same_for_the_same_input(documents: tuple[Reference, ...]) -> None:
    """Keys are sorted, so that the same documents give the same bytes."""
    text = csl_json(documents)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2022-01-06", DAY),
        ("2022", PartialDate(2022)),
        (DAY, DAY),
        ("2022-01-06/2022-02", DateSpan(DAY, PartialDate(2022, 2))),
        ({"date-parts": [[2022, 1, 6]]}, DAY),
        ({"date-parts": [["2022", "1"]]}, PartialDate(2022, 1)),
        ({"date-parts": [[2022, 13]], "literal": "late"}, "late"),
        ({"date-parts": "x"}, None),
        ("early spring", "early spring"),
        ("2022-02-30", "2022-02-30"),
        ("", None),
        (None, None),
    ],
)
def test_dates(written: object, read: object) -> None:
    """A date keeps its precision; words that are no date stay words."""
    assert date_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("UN Watch", [{"literal": "UN Watch"}]),
        ([{"given": "Ayaz"}], [{"literal": "Ayaz"}]),
        ([{"family": "K", "given": ""}], [{"family": "K"}]),
        ([{}, {"literal": " "}], []),
        (None, []),
        (7, []),
    ],
)
def test_names(written: object, read: list[dict[str, str]]) -> None:
    """An organisation is a literal name, and an empty name is none."""
    assert names_of(written) == read


def test_reference_of_a_document() -> None:
    """A document of the dossier keeps every field, and takes translated words where given."""
    document = Document(
        id="d", place=Place("documents/d.yaml"), type="speech", language="en",
        custody=Custody("0" * 64), described_title="Speech", author=(Name(literal="UN Watch"),),
        issued=PartialDate(2022, 1), issued_basis="inferred: x", genre="Statement",
        url="https://example.org", unknown=frozenset({"publisher"}),
    )  # fmt: skip
    made = reference(document, "kk", described_title="Сөз", genre="Мәлімдеме")
    assert (made.title, made.described, made.inferred) == ("[Сөз]", True, True)
    assert dict(made.csl) == {
        "type": "speech", "author": [{"literal": "UN Watch"}], "issued": "2022-01",
        "URL": "https://example.org", "genre": "Мәлімдеме", "language": "en",
    }  # fmt: skip
    assert (made.lang, made.words_lang) == ("en", "kk")
