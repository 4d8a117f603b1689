"""`report suggest`, `review`, `accept`, `reject` as a user meets them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.model.problem import Problems
from report.suggest.store import FILE, Store, read_store


def _run(dossier: Path, *words: str) -> int:
    verb, *rest = words
    return main([verb, *rest, "--dossier", str(dossier)])


def _open(dossier: Path) -> Store:
    problems = Problems()
    store = read_store(DiskFolder(dossier), problems)
    assert not len(problems)
    return store


def _first(dossier: Path, kind: str, words: str = "") -> str:
    found = _open(dossier).suggestions
    return next(one.id for one in found if one.kind.value == kind and words in one.passage)


@pytest.fixture
def suggested(dossier: Path) -> Path:
    assert _run(dossier, "suggest") == 0
    return dossier


def _contents(dossier: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in dossier.rglob("*.yaml") if p.name != FILE}


def test_suggest_writes_its_own_file_alone(dossier: Path) -> None:
    """Findings, settings and records stay byte for byte; the second run writes the same bytes."""
    before = _contents(dossier)
    assert _run(dossier, "suggest") == 0
    first = (dossier / FILE).read_bytes()
    assert _run(dossier, "suggest") == 0
    assert (dossier / FILE).read_bytes() == first
    assert _contents(dossier) == before
    assert len(_open(dossier).suggestions) >= 3


def test_figures_of_one_measure_stand_together(suggested: Path) -> None:
    """What two documents say of one thing is one group, with the difference shown."""
    text = (suggested / FILE).read_text("utf-8")
    block = text.split('- kind: figure\n    about: "arrests"')[1].split("- kind:")[0]
    assert "more than 40 people detained" in block
    assert "43 people detained" in block
    assert "differ:" in block


@pytest.mark.parametrize("kind", ["figure", "quotation"])
def test_what_is_accepted_passes_all_checks(
    suggested: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new finding is appended, placed in a section, and has no problem; all else stays."""
    before = (suggested / "findings.yaml").read_text("utf-8")
    assert _run(suggested, "accept", _first(suggested, kind)) == 0
    after = (suggested / "findings.yaml").read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "standing: reported" in after[len(before) - 1 :]
    capsys.readouterr()
    assert main(["check", str(suggested)]) == 0
    assert "error" not in capsys.readouterr().err


def test_accept_into_a_finding_that_is_there(suggested: Path) -> None:
    """With --as the words become evidence of that finding, a number one of its figures."""
    figure, words = _first(suggested, "figure", "43 people"), _first(suggested, "quotation")
    assert _run(suggested, "accept", figure, words, "--as", "lawyers") == 0
    assert main(["check", str(suggested)]) == 0
    text = (suggested / "findings.yaml").read_text("utf-8")
    part = text[text.index("- id: lawyers") :]
    assert "figures:" in part
    assert text.count("- id: ") == 5


def test_what_was_decided_is_not_proposed_again(
    suggested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Accepted and refused ones are remembered with the finding and the reason."""
    taken, refused = _first(suggested, "quotation"), _first(suggested, "figure")
    assert _run(suggested, "accept", taken) == 0
    assert _run(suggested, "reject", refused, "--why", "the mayor’s own count") == 0
    assert _run(suggested, "suggest") == 0
    store = _open(suggested)
    assert not {taken, refused} & set(store.by_id)
    assert store.decided[taken].accepted
    assert store.decided[refused].why == "the mayor’s own count"
    capsys.readouterr()
    assert _run(suggested, "accept", refused) == 1
    assert "suggestion-decided" in capsys.readouterr().err


def test_a_mistake_is_told_and_nothing_written(
    suggested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown ids, unknown findings, an unknown document."""
    before = _contents(suggested), (suggested / FILE).read_bytes()
    figure = _first(suggested, "figure")
    for words, code in (
        (("accept", "f0000000"), "suggestion-unknown"),
        (("reject", "f0000000", "--why", "no"), "suggestion-unknown"),
        (("accept", figure, "--as", "nothing"), "suggestion-finding"),
        (("suggest", "nowhere"), "suggest-no-document"),
    ):
        assert _run(suggested, *words) == 1
        assert code in capsys.readouterr().err
    assert (_contents(suggested), (suggested / FILE).read_bytes()) == before


def test_altered_suggestions_are_refused(
    suggested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A passage or a value that was changed in the file never becomes a finding."""
    figure = _first(suggested, "figure", "43 people")
    text = (suggested / FILE).read_text("utf-8")
    before = _contents(suggested)
    (suggested / FILE).write_text(text.replace("43 people were", "44 people were"), "utf-8")
    assert _run(suggested, "accept", figure) == 1
    assert "error number:" in capsys.readouterr().err
    (suggested / FILE).write_text(text.replace('"value": "43"', '"value": "44"'), "utf-8")
    assert _run(suggested, "accept", figure) == 1
    assert "figure-not-in-quote" in capsys.readouterr().err
    assert _contents(suggested) == before


def test_a_broken_file_is_told(suggested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that cannot be read is named with its number; decisions are never lost silently."""
    text = (suggested / FILE).read_text("utf-8")
    (suggested / FILE).write_text(text.replace('"kind": ', '"kind" ', 1), "utf-8")
    assert _run(suggested, "suggest") == 1
    assert "suggestions-unread" in capsys.readouterr().err


def test_a_text_that_is_not_here(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a document held by passages nothing is proposed, and that is said."""
    (dossier / "documents" / "olmar-gazette.txt").unlink()
    assert _run(dossier, "suggest") == 0
    assert "suggest-no-text" in capsys.readouterr().err
    assert {one.document_id for one in _open(dossier).suggestions} == {"ombudsman-report"}


def test_a_name_alone_is_no_finding(suggested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Persons and institutions are for reading; they become no findings."""
    path = suggested / FILE
    path.write_text(path.read_text("utf-8").replace('"kind": "quotation"', '"kind": "person"'))
    person = next(one.id for one in _open(suggested).suggestions if one.kind.value == "person")
    assert _run(suggested, "accept", person) == 1
    assert "suggestion-no-finding" in capsys.readouterr().err


def test_a_file_laid_out_otherwise(suggested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be inserted by text alone the file is left as it is."""
    path = suggested / "dossier.yaml"
    text = path.read_text("utf-8").replace("[detentions, lawyers]", "&all [detentions, lawyers]")
    path.write_text(text + "handout: {findings: *all}\n", "utf-8")
    before = _contents(suggested)
    assert _run(suggested, "accept", _first(suggested, "figure")) == 1
    assert "cannot-insert" in capsys.readouterr().err
    assert _contents(suggested) == before


def test_review_by_piped_answers(
    suggested: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each answer is written at once; the end of the answers ends the review."""
    monkeypatch.setattr("sys.stdin", io.StringIO("what\ny\nn\nnot ours\ns\n"))
    assert _run(suggested, "review") == 0
    said = capsys.readouterr().out
    assert ">>> " in said
    assert "1 of " in said
    assert "taken: 1, refused: 1" in said
    decided = _open(suggested).decided
    assert sorted(one.accepted for one in decided.values()) == [False, True]
    assert "not ours" in {one.why for one in decided.values()}
    assert main(["check", str(suggested)]) == 0


def test_review_edits_words_never_passages(
    suggested: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was edited is written; the passage stays that of the document."""
    monkeypatch.setattr("sys.stdin", io.StringIO("e\nPeople held in Olmar\n\n\n\n\n\n\nq\n"))
    assert _run(suggested, "review") == 0
    text = (suggested / "findings.yaml").read_text("utf-8")
    assert 'heading: "People held in Olmar"' in text
    assert main(["check", str(suggested)]) == 0


def test_json_for_scripts(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints one object with the counts by kind."""
    assert _run(dossier, "suggest", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert said["checked"]["figure"] >= 2
