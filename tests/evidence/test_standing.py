"""A finding's standing is no higher than its evidence carries."""

from __future__ import annotations

import pytest
from small_dossiers import check, codes, document, files, finding

FIRST = "Officials said that 12 officers had been killed in the town on the first day."
SECOND = "The hospital counted the bodies of the officers in its own morgue that night."
COPY = "Another page repeats it. " + FIRST


def standing_of(
    first: dict[str, object], second: dict[str, object], second_text: str = SECOND, **fields: object
) -> list[str]:
    """Return the codes on a corroborated finding with two documents."""
    texts = {"one": FIRST, "two": second_text}
    records = {"one": first, "two": second}
    speakers = fields.pop("speakers", ("Officials", "The hospital"))
    quotes = {"one": FIRST, "two": FIRST if second_text == COPY else second_text}
    evidence = [
        {"document": name, "quote": quotes[name], "attributed_to": speaker}
        for name, speaker in zip(texts, speakers, strict=True)  # type: ignore[arg-type]
    ]
    given = finding(**{"standing": "corroborated", "evidence": evidence, **fields})
    documents = {name: (document(text, **records[name]), text) for name, text in texts.items()}
    _, problems = check(files([given], documents))
    return [code for code in codes(problems) if code in ("standing-too-high", "not-established")]


def record(publisher: str = "", tier: str = "ngo") -> dict[str, object]:
    """Return the fields of a record that bear on independence."""
    if not publisher:
        return {"tier": tier}
    return {"tier": tier, "publisher": publisher, "unknown": ["author", "issued", "URL"]}


def test_two_independent_documents_corroborate() -> None:
    """Different publishers, speakers and words, not the press alone, carry `corroborated`."""
    assert standing_of(record("A Desk"), record("B House")) == []


@pytest.mark.parametrize(
    ("first", "second", "text", "speakers"),
    [
        (record("A Desk", "press"), record("B House", "press"), SECOND, ("Officials", "Hospital")),
        (record("A Desk"), record("A Desk"), SECOND, ("Officials", "Hospital")),
        (record("A Desk"), record(), SECOND, ("Officials", "Hospital")),
        (record(), record(), SECOND, ("Officials", "Hospital")),
        (record("A Desk"), record("B House"), COPY, ("Officials", "Hospital")),
        (record("A Desk"), record("B House"), SECOND, ("Officials", "Officials in the town")),
    ],
    ids=["press", "publisher", "unknown", "both unknown", "republished", "speaker"],
)
def test_what_is_not_shown_to_be_independent_corroborates_nothing(
    first: dict[str, object], second: dict[str, object], text: str, speakers: tuple[str, str]
) -> None:
    """The press alone, one publisher, unknown hands, a copy, one speaker twice: too little."""
    assert standing_of(first, second, text, speakers=speakers) == ["standing-too-high"]


def test_one_document_corroborates_nothing() -> None:
    """Two quotations of one document are one report."""
    evidence = [
        {"document": "press", "quote": "Authorities said 12 officers had been killed"},
        {"document": "press", "quote": "dozens of people have been killed"},
    ]
    _, problems = check(files([finding(standing="corroborated", evidence=evidence)]))
    assert codes(problems) == ["standing-too-high"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [("A Commission of Inquiry", []), ("The Desk", ["not-established"])],
)
def test_established_needs_a_body_that_is_not_the_publisher(body: str, expected: list[str]) -> None:
    """The organisation that publishes a brief establishes nothing."""
    _, problems = check(files([finding(standing="established", established_by=body)]))
    assert codes(problems) == expected
