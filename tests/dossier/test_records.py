"""Fields of the dossier's files: what cannot be read is said, never dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.dossier.document_record import DOCUMENT
from report.dossier.kinds import Field, Kind, RecordKind
from report.dossier.nodes import read_nodes
from report.dossier.quotation_records import EVIDENCE, PULL_QUOTE
from report.dossier.records import DOSSIER, FIGURE, FINDING, VALUE
from report.model.finding import Range, Words
from report.model.place import Place
from report.model.problem import Problems

RECORDS: list[RecordKind] = [DOSSIER, DOCUMENT, FINDING, FIGURE, EVIDENCE, PULL_QUOTE]
FIELDS = [(record, name) for record in RECORDS for name in record.fields]
ODD = ["{}", "[]", "[{}]", "[[]]", "{odd: 1}", "[{odd: 1}]", "''", "odd", "-1", "{from: 20}", "[~]"]


def read(kind: Kind, source: str) -> tuple[object, list[str]]:
    problems = Problems()
    node = read_nodes(source.encode(), "a.yaml", problems)
    assert node is not None
    return kind.read(node, problems), [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("2600", "2600"),
        ("{from: 20, to: 36}", Range(Decimal(20), Decimal(36))),
        ("{words: dozens}", Words("dozens")),
    ],
)
def test_a_value_is_a_number_a_range_or_words(source: str, value: object) -> None:
    """A figure's value keeps its form, and the place that its problems are told at."""
    assert read(VALUE, source) == ((value, Place("a.yaml")), [])


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{from: 20}", "missing-field"),
        ("{to: 36}", "missing-field"),
        ("{}", "missing-field"),
        ("{words: dozens, from: 20}", "unknown-key"),
        ("2,600", "wrong-type"),
        ("[20, 36]", "wrong-type"),
    ],
)
def test_half_a_value_is_a_problem(source: str, code: str) -> None:
    """A value that is not whole takes no figure away in silence."""
    assert code in read(VALUE, source)[1]


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=lambda at: getattr(at, "name", at))
def test_nothing_is_dropped_in_silence(record: RecordKind, name: str) -> None:
    """Whatever stands in a field, it is read or a problem says why not."""
    field: Field = record.fields[name]
    for source in ODD:
        value, codes = read(field.kind, source)
        assert codes or (value is not None and value != ((),)), source


@pytest.mark.parametrize(("sheet", "most"), [("handout", 4), ("factsheet", 4)])
def test_more_than_a_sheet_holds_is_a_problem(sheet: str, most: int) -> None:
    """No figure that the dossier names is left off a short edition in silence."""
    ids = [f"figure-{number}" for number in range(most + 1)]
    kind = DOSSIER.fields[sheet].kind
    assert read(kind, f"{{figures: [{', '.join(ids[:most])}]}}")[1] == []
    assert read(kind, f"{{figures: [{', '.join(ids)}]}}")[1] == ["wrong-type"]


def test_a_name_without_parts_is_no_author() -> None:
    """An author has a name, or the document is said to state none."""
    assert read(DOCUMENT.fields["author"].kind, "[{}]") == ((), ["wrong-type"])
