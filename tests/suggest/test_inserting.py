"""Entries put into a user's YAML by text alone."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.inserting import (
    CannotInsert,
    with_entry,
    with_item,
    with_paragraph,
    with_value,
)

LIST = """\
# head
- id: a   # why
  evidence:
    - {document: d, quote: "x"}   # kept
  statement: |
    one
    # two, not a remark

# ---- part two ----

- id: b
  evidence: [{document: d, quote: y}]
# the end
"""


def test_an_item_goes_to_the_end_and_nothing_else_moves() -> None:
    """Every line of the old file stays, in order; the new one reads as what was added."""
    after = with_item(LIST, (), {"id": "c", "evidence": [{"document": "d"}]})
    lines = iter(after.split("\n"))
    assert all(line in lines for line in LIST.split("\n"))
    assert yaml.safe_load(after)[2] == {"id": "c", "evidence": [{"document": "d"}]}


def test_an_item_goes_into_a_list_within() -> None:
    """Lists in blocks and in brackets take an item; one that is not there is made."""
    for path in ((0, "evidence"), (1, "evidence"), (0, "figures"), (1, "figures")):
        after = with_item(LIST, path, {"id": "new", "note": "a: b # c"})
        assert yaml.safe_load(after)[path[0]][path[1]][-1] == {"id": "new", "note": "a: b # c"}
        assert "# why" in after
        assert "# kept" in after
        assert "# two, not a remark" in yaml.safe_load(after)[0]["statement"]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "[]\n", "- id: a", "-   id: a\n"])
def test_a_list_of_any_layout(text: str) -> None:
    """An empty file, empty brackets, a file without a last line end."""
    assert yaml.safe_load(with_item(text, (), {"id": "b"}))[-1] == {"id": "b"}


def test_an_entry_of_a_mapping() -> None:
    """A measure is added to those that are there, or the mapping is made."""
    for text in ("measures:\n  a: {label: A}\nlast: 1\n", "measures: {a: {label: A}}\n", "x: 1\n"):
        after = with_entry(text, ("measures",), "b", {"label": "B"})
        assert yaml.safe_load(after)["measures"]["b"] == {"label": "B"}


@pytest.mark.parametrize("text", ["a: 1\n", "just words\n", "- [\n", "- a\n- b: {c: 1\n"])
def test_what_is_laid_out_otherwise_is_refused(text: str) -> None:
    """Where the list cannot be found nothing is guessed."""
    with pytest.raises(CannotInsert):
        with_item(text, (5, "evidence") if text.startswith("- a") else (), {"id": "b"})


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_written(heading: str, quote: str) -> None:
    """Whatever the words hold, they are read back as they were, or refused."""
    item = {"id": "c", "heading": heading, "evidence": [{"quote": quote}]}
    try:
        after = with_item(LIST, (), item)
    except CannotInsert:
        return
    assert yaml.load(after, Loader=yaml.BaseLoader)[-1] == item


EMPTY = """\
measures: {}   # what is counted
sections:
  - heading: A
    findings: []   # ids
  - {heading: B, findings: []}
summary: |
  One.
  # no remark

# a remark
method: "x"   # why
"""


def test_empty_brackets_become_a_block() -> None:
    """What is added to [] and {} stands on lines of its own, but within a line of brackets."""
    after = with_item(EMPTY, ("sections", 0, "findings"), "one")
    after = with_item(after, ("sections", 0, "findings"), "two")
    after = with_item(after, ("sections", 1, "findings"), "three")
    after = with_entry(after, ("measures",), "deaths", {"label": "Dead"})
    assert "    findings:   # ids\n      - one\n      - two\n  - {heading" in after
    assert "findings: [three]}" in after
    assert after.startswith('measures:   # what is counted\n  deaths:\n    label: "Dead"\n')
    assert with_item("# r\n[]\n", (), {"id": "a"}) == "# r\n- id: a\n"


def test_a_paragraph_goes_behind_a_block_of_text() -> None:
    """The block grows by a paragraph; remarks behind it stay where they are."""
    after = with_paragraph(EMPTY, ("summary",), "Two: [x] # y")
    assert yaml.safe_load(after)["summary"] == "One.\n# no remark\n\nTwo: [x] # y\n"
    assert "Two: [x] # y\n\n# a remark\n" in after
    for path in (("method",), ("measures",), ("nothing",)):
        with pytest.raises(CannotInsert):
            with_paragraph(EMPTY, path, "x")


@given(st.text(max_size=60))
def test_a_text_is_replaced(value: str) -> None:
    """Whatever the words hold, they are read back as they were, or refused; all else stays."""
    for name in ("summary", "method"):
        try:
            after = with_value(EMPTY, (name,), value)
        except CannotInsert:
            continue
        read = yaml.load(after, Loader=yaml.BaseLoader)
        assert read[name].rstrip("\n") == value.rstrip("\n")
        assert "# a remark" in after
        assert "# why" in after


def test_text_that_ends_a_line_is_written_as_a_block() -> None:
    """Plain paragraphs stand as they are, for people to read and go on with."""
    after = with_item(EMPTY, ("sections",), {"heading": "C", "text": "One: “two”.\n\n- three\n"})
    assert "    text: |\n      One: “two”.\n\n      - three\n" in after
