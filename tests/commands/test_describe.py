"""`report describe`: a record filled in by flags or answers, its remarks kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_documents
from report.model.dates import PartialDate
from report.model.document import Document, Name, Tier
from report.model.problem import Problems

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return a new dossier with a document that states nothing of itself but its title."""
    assert main(["new", str(tmp_path / "d")]) == 0
    (tmp_path / "a.txt").write_text("Marchers freed\n\nThe police freed 40 marchers in Olmar.\n")
    assert main(["add", str(tmp_path / "a.txt"), "--dossier", str(tmp_path / "d")]) == 0
    return tmp_path / "d"


def describe(dossier: Path, *words: str) -> int:
    return main(["describe", "marchers-freed", "--dossier", str(dossier), *words])


def record(dossier: Path) -> Document:
    problems = Problems()
    [document] = read_documents(DiskFolder(dossier), problems)
    assert not problems.errors
    return document


def test_what_is_known_is_written(held: Path) -> None:
    """Fields are set, no longer listed as unknown, and every remark of the record stays."""
    path = held / "documents" / "marchers-freed.yaml"
    before = path.read_text("utf-8")
    words = ("--author", "Berg, Anna", "--author", "Olmar Post", "--issued", "2021-03-04")
    more = ("--publisher", 'The "Post": #1', "--tier", "press", "--url", "https://post.example/a")
    assert describe(held, *words, *more) == 0
    made = record(held)
    assert made.author == (Name("Berg", "Anna"), Name(literal="Olmar Post"))
    assert (made.issued, made.issued_basis) == (PartialDate(2021, 3, 4), "given by hand")
    assert (made.publisher, made.tier) == ('The "Post": #1', Tier.PRESS)
    assert made.unknown == frozenset()
    after = path.read_text("utf-8")
    remarks = [line for line in before.split("\n") if line.startswith("#")]
    assert all(line in after for line in remarks)
    assert main(["check", str(held)]) == 0


def test_an_inferred_day_says_so(held: Path) -> None:
    """The basis is the user's own."""
    why = "inferred: it names the elections of March"
    assert describe(held, "--issued", "2021-03", "--basis", why) == 0
    made = record(held)
    assert str(made.issued) == "2021-03"
    assert made.issued_basis == why


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--issued", "yesterday"), "wrong-type"),
        (("--issued", "2021-02-30"), "wrong-type"),
        (("--url", "post.example"), "describe-refused"),
        (("--tier", "gossip"), "describe-refused"),
        (("--language", "Russian"), "describe-refused"),
        (("--note", "a\u202eb"), "forbidden-character"),
    ],
)
def test_what_cannot_stand_in_a_record_is_told(
    words: tuple[str, ...], code: str, held: Path, capsys: Capture
) -> None:
    """describe-refused and others: the record stays byte for byte."""
    path = held / "documents" / "marchers-freed.yaml"
    before = path.read_bytes()
    assert describe(held, *words) in (1, 2)
    assert f"error {code}: " in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_document_that_is_not_here(held: Path, capsys: Capture) -> None:
    """An unknown id is told; without a terminal and flags nothing is asked and nothing written."""
    assert main(["describe", "nothing", "--dossier", str(held)]) == 1
    assert "suggest-no-document" in capsys.readouterr().err
    assert describe(held) == 0
    assert "nothing written" in capsys.readouterr().out


def test_answers_fill_what_is_missing(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each missing field is asked for; Enter leaves it."""
    answers = iter(["Berg, Anna", "2021-03-04", "line under the title", "", "", "press"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert describe(held) == 0
    made = record(held)
    assert (made.author, made.tier) == ((Name("Berg", "Anna"),), Tier.PRESS)
    assert made.issued_basis == "line under the title"
    assert made.unknown == {"publisher", "URL"}


def test_what_is_refused_is_named(held: Path, capsys: Capture) -> None:
    """The value that the record cannot take is told; capitals do not matter."""
    assert describe(held, "--tier", "newspaper") == 1
    assert "newspaper" in capsys.readouterr().err
    assert describe(held, "--tier", "NGO") == 0
    assert 'tier: "ngo"' in (held / "documents" / "marchers-freed.yaml").read_text()
    assert main(["describe", "marcher-freed", "--dossier", str(held), "--tier", "ngo"]) == 1
    assert "did you mean “marchers-freed”?" in capsys.readouterr().err
