"""`report suggest`, `review`, `accept`, `reject` as a user meets them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from report.__main__ import main
from report.documents.text import ExtractedText
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.document import Document
from report.model.problem import Problems
from report.suggest.drawing import Drawn, draw
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


def _add(dossier: Path, name: str, words: str) -> None:
    (dossier.parent / name).write_text(words, "utf-8")
    assert _run(dossier, "add", str(dossier.parent / name)) == 0


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a new dossier with two invented articles, its suggestions made."""
    folder = tmp_path / "fresh"
    assert main(["new", str(folder), "--title", "Marches in Olmar"]) == 0
    first = (
        "Police break up march\n\nOLMAR, 4 March 2021 (Gazette) – Police detained 40 people on "
        "Wednesday, the mayor’s office said. Twelve marchers were injured, according to doctors at "
        "the town’s clinic.\n\n“Nobody was allowed to call a lawyer,” said Anna Berg, a teacher."
        "\n\n“We stood there for nine hours without water,” Berg said.\n"
    )
    second = (
        "More marchers held\n\nOLMAR, 6 March 2021 (Gazette) – The police have detained 65 people "
        "since Wednesday, the mayor’s office said on Saturday.\n"
    )
    _add(folder, "a.txt", first)
    _add(folder, "b.txt", second)
    assert _run(folder, "suggest") == 0
    return folder


def _all(dossier: Path, kind: str) -> list[str]:
    return [one.id for one in _open(dossier).suggestions if one.kind.value == kind]


def test_like_goes_to_like(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures of one measure make one finding, words of one speaker another, by section of kind."""
    assert _run(fresh, "accept", *_all(fresh, "figure"), *_all(fresh, "quotation")) == 0
    capsys.readouterr()
    assert main(["check", str(fresh)]) == 0
    assert "error" not in capsys.readouterr().err
    read = read_dossier(DiskFolder(fresh)).dossier
    assert read is not None
    arrests = read.finding_by_id["reported-arrests"]
    assert sorted(str(figure.value) for figure in arrests.figures) == ["40", "65"]
    assert arrests.statement.count("“") == 2
    berg = next(one for one in read.findings if "Berg" in one.heading)
    assert len(berg.evidence) == 2
    assert "nine hours" in berg.statement
    placed = {str(s.heading): list(map(str, s.findings)) for s in read.sections}
    assert "reported-arrests" in placed["Numbers that were reported"]
    assert placed["What was said"] == [str(berg.id)]
    assert not any(section.charts for section in read.sections)


def test_apart_makes_a_finding_of_its_own(fresh: Path) -> None:
    """--apart joins nothing, whatever was taken before."""
    first, second = (i for i in _all(fresh, "figure") if _measure(fresh, i) == "arrests")
    assert _run(fresh, "accept", first) == 0
    assert _run(fresh, "accept", second, "--apart") == 0
    assert (fresh / "findings.yaml").read_text("utf-8").count("- id: reported-arrests") == 2


def _measure(dossier: Path, name: str) -> str:
    return _open(dossier).by_id[name].fields["measure"]


def test_a_newcomer_needs_no_editor(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From new to a brief by answers alone: all taken, one chart, a summary."""
    todo = [o for o in _open(fresh).suggestions if o.kind.value not in ("person", "institution")]
    summary = "Police detained 40 people, the mayor’s office said; 66 later."
    better = "Police detained 40 people in Olmar, the mayor’s office said, then 65."
    answers = ["y"] * len(todo) + ["y", summary, better]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    capsys.readouterr()
    assert _run(fresh, "review") == 0
    said = capsys.readouterr().out
    assert "65 people detained (the mayor’s office, 2021-03-06)" in said
    assert "untraced-number" in said  # the first summary was refused, and asked for again
    read = read_dossier(DiskFolder(fresh)).dossier
    assert read is not None
    assert read.summary == better
    assert [list(map(str, s.charts)) for s in read.sections if s.charts] == [["arrests"]]
    assert main(["check", str(fresh)]) == 0
    assert "The summary has not been written" not in capsys.readouterr().err
    text = (fresh / "dossier.yaml").read_text("utf-8")
    assert "# Half a page: who did what to whom" in text


def test_who_leaves_early_is_asked_for_the_summary(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was taken before q makes a brief: no chart is asked about, the summary is."""
    summary = "Police detained people in Olmar, the mayor’s office said."
    monkeypatch.setattr("sys.stdin", io.StringIO(f"y\nq\n{summary}\n"))
    assert _run(fresh, "review") == 0
    assert "in one chart" not in capsys.readouterr().out
    read = read_dossier(DiskFolder(fresh)).dossier
    assert read is not None
    assert read.summary == summary


def test_undo_takes_back_what_was_decided_last(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After u the files are what they were, byte for byte, and the same one is asked again."""
    before = _contents(fresh), (fresh / FILE).read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO("u\ny\ny\nn\n\nu\nu\nu\nq\n"))
    assert _run(fresh, "review") == 0
    assert (_contents(fresh), (fresh / FILE).read_bytes()) == before
    said = capsys.readouterr().out
    assert "nothing was decided yet" in said
    assert said.count("undone") == 3
    assert "taken: 0, refused: 0" in said


def test_undo_leaves_what_was_changed_since(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """undo-changed: a file that somebody saved meanwhile is not written over."""

    class Answers(io.StringIO):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            line = super().readline(size)
            if line == "u\n":
                path = fresh / "findings.yaml"
                path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
            return line

    monkeypatch.setattr("sys.stdin", Answers("y\nu\nq\n"))
    assert _run(fresh, "review") == 0
    assert "error undo-changed: " in capsys.readouterr().out
    assert (fresh / "findings.yaml").read_text("utf-8").endswith("# mine\n")


def test_review_goes_on_where_it_stopped(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was decided before q is decided; what was skipped is asked again."""
    todo = [o for o in _open(fresh).suggestions if o.kind.value not in ("person", "institution")]
    monkeypatch.setattr("sys.stdin", io.StringIO("y\ns\nq\n"))
    assert _run(fresh, "review") == 0
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert _run(fresh, "review") == 0
    assert f"1 of {len(todo) - 1}" in capsys.readouterr().out


def test_what_cannot_be_taken_asks_again(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edit that the checks refuse is told, and nothing is written."""
    before = _contents(fresh)
    fields = "e\n\n\n66 people held\n\n\n\n\nq\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(fields))
    assert _run(fresh, "review") == 0
    assert "it was not taken" in capsys.readouterr().out
    assert _contents(fresh) == before


def test_a_call_of_nobody_named_has_a_heading(tmp_path: Path) -> None:
    """Where a document names neither caller nor author its own name stands for them."""
    assert main(["new", str(tmp_path / "d")]) == 0
    _add(tmp_path / "d", "a.txt", "A speech in Olmar\n\nMr Chair, we urge the police to act.\n")
    assert _run(tmp_path / "d", "suggest") == 0
    assert _run(tmp_path / "d", "accept", _first(tmp_path / "d", "call")) == 0
    assert main(["check", str(tmp_path / "d")]) == 0
    assert 'heading: "A speech in Olmar"' in (tmp_path / "d" / "findings.yaml").read_text("utf-8")


@pytest.fixture
def dozen(tmp_path: Path) -> Path:
    """Return a new dossier with twelve invented articles."""
    folder = tmp_path / "dozen"
    assert main(["new", str(folder)]) == 0
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(12):
        held = f"Police detained {40 + number} people, the mayor said."
        words = f"March {number} in Olmar\n\n{held}\n"
        (inbox / f"{number}.txt").write_text(words, "utf-8")
    assert _run(folder, "add", str(inbox)) == 0
    return folder


def test_two_processes_find_what_one_finds(dozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many documents are read by two processes; the file has the same bytes."""
    assert _run(dozen, "suggest") == 0
    by_two = (dozen / FILE).read_bytes()
    monkeypatch.setattr("report.commands.suggest._FEW", 100)
    assert _run(dozen, "suggest", "--again") == 0
    assert (dozen / FILE).read_bytes() == by_two
    assert b'"value": "51"' in by_two


def test_an_interruption_loses_nothing(
    dozen: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read before it is written; the same command reads the rest, and the end is one."""
    read: list[str] = []

    def interrupted(document: Document, full: ExtractedText) -> Drawn:
        read.append(document.id)
        if len(read) == 5:
            raise KeyboardInterrupt
        return draw(document, full)

    monkeypatch.setattr("report.commands.suggest._FEW", 100)
    assert _run(dozen, "suggest") == 0
    whole = (dozen / FILE).read_bytes()
    (dozen / FILE).unlink()
    monkeypatch.setattr("report.commands.suggest.draw", interrupted)
    assert _run(dozen, "suggest") == 130
    assert "interrupted: 4 of 12 read; the same command goes on" in capsys.readouterr().err
    assert len(_open(dozen).read) == 4
    assert _run(dozen, "suggest") == 0
    assert len(read) == 5 + 8
    assert "read before and not read again: 4 documents" in capsys.readouterr().out
    assert (dozen / FILE).read_bytes() == whole


def test_a_document_is_read_again_when_it_changed(
    dozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new date in a record makes its document new; the others are left."""
    assert _run(dozen, "suggest") == 0
    record = sorted((dozen / "documents").glob("*.yaml"))[0]
    text = record.read_text("utf-8").replace("unknown: [author, issued,", "unknown: [author,")
    record.write_text(f"{text}issued: 2021-03-04\nissued_basis: dateline\n", "utf-8")
    capsys.readouterr()
    assert _run(dozen, "suggest") == 0
    assert "not read again: 11 documents" in capsys.readouterr().out


def test_one_damaged_document_does_not_stop_the_others(
    dozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be read is read; the other is told, and the command says that not all is well."""
    file = sorted((dozen / "documents").glob("*.txt"))[0]
    file.write_bytes(file.read_bytes() + b"more")
    assert _run(dozen, "suggest") == 1
    assert "document-changed" in capsys.readouterr().err
    assert len(_open(dozen).read) == 11
