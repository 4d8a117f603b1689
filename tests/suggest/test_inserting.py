"""Entries put into a user's YAML by text alone."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.inserting import CannotInsert, with_entry, with_item

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
