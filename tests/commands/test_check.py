"""`report check` and `report schema` as a user meets them: words, codes, places, encodings."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_builds import EXAMPLES, Run, contents

from report.__main__ import main

Capture = pytest.CaptureFixture[str]


def test_the_small_dossier_passes(dossier: Path, capsys: Capture) -> None:
    """A whole dossier has exit code 0, and the line of what was checked."""
    assert main(["check", str(dossier)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out == (
        "checked: 6 quotations, 2 figures, 3 further numbers, 4 citations, 4 translations; "
        "documents: 2 of 2 in full\n0 problems\n"
    )


def test_nothing_is_written(dossier: Path) -> None:
    """A check leaves the dossier as it was, file by file."""
    before = contents(dossier)
    main(["check", str(dossier)])
    assert contents(dossier) == before


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "a", "b"], ["check", "-x"]])
def test_wrong_usage(arguments: list[str], capsys: Capture) -> None:
    """Wrong arguments are exit code 2 and where to read on, never a traceback."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("report")
    assert " error: " in said
    assert "--help" in said


@pytest.mark.parametrize("verb", ["check", "build", "passages"])
@pytest.mark.parametrize("kind", ["none", "file", "documents"])
def test_a_folder_that_is_none(
    dossier: Path, capsys: Capture, tmp_path: Path, verb: str, kind: str
) -> None:
    """no-folder: a dossier or a --documents folder that is not there is exit code 2."""
    name = tmp_path / "none" if kind != "file" else dossier / "dossier.yaml"
    arguments = [str(name)] if kind != "documents" else [str(dossier), "--documents", str(name)]
    assert main([verb, *arguments]) == 2
    assert f"error no-folder: {name} is not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["xx", "kk-Latn", "EN", "../en", "", "\u202e"])
def test_a_language_that_cannot_be_printed(dossier: Path, capsys: Capture, lang: str) -> None:
    """A language without data is wrong usage: nothing is looked for under its name."""
    with pytest.raises(SystemExit) as stop:
        main(["check", str(dossier), "--lang", lang])
    assert stop.value.code == 2
    assert "en" in capsys.readouterr().err


def test_an_empty_folder(tmp_path: Path, capsys: Capture) -> None:
    """Where there is no dossier, it is said once, with what to do."""
    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    lines = [line for line in said.err.splitlines() if not line.startswith("  ")]
    assert lines == [
        "dossier.yaml:1:1: error no-dossier: this folder is no dossier: dossier.yaml is not there",
    ]


def test_paths_are_those_of_the_dossier(
    altered: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A problem has the same place however the dossier is named."""
    told = set()
    monkeypatch.chdir(altered)
    for name in (".", str(altered), "../altered", "../altered/"):
        assert main(["check", name]) == 1
        told.add(capsys.readouterr().err)
    assert main(["check"]) == 1
    told.add(capsys.readouterr().err)
    assert len(told) == 1
    assert told.pop().startswith("findings.yaml:43:14: error altered: ")


@pytest.mark.parametrize("name", ["with spaces", "досье о марше", "құжат", "-o", "a\nb", "%s{x}"])
def test_any_folder_name(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """A folder may bear any name."""
    dossier.rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--", name]) == 0


def test_json_has_the_shape_that_scripts_rely_on(altered: Path, capsys: Capture) -> None:
    """`--json` prints one object with every key, and nothing on standard error."""
    assert main(["check", "--json", str(altered)]) == 1
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert said.err == ""
    assert list(answer) == ["ok", "problems", "checked", "outputs"]
    (problem,) = answer["problems"]
    assert {key: problem[key] for key in ("code", "severity", "path", "line", "column")} == {
        "code": "altered",
        "severity": "error",
        "path": "findings.yaml",
        "line": 43,
        "column": 14,
    }
    assert set(problem) == {
        *("code", "severity", "path", "line", "column", "subject", "message", "hint")
    }
    assert problem["subject"] == "lawyers"
    assert answer["ok"] is False
    assert answer["outputs"] == []
    assert answer["checked"] == {
        "quotations": 5,
        "figures": 2,
        "numbers": 3,
        "citations": 4,
        "translations": 4,
        "documents": {"full": 2, "passages": 0},
    }


@pytest.mark.parametrize("verb", ["check", "build"])
def test_json_where_nothing_could_be_checked(verb: str, tmp_path: Path, capsys: Capture) -> None:
    """The object has the same keys where the dossier cannot be read or is not there."""
    for folder, code in ((tmp_path, 1), (tmp_path / "none", 2)):
        assert main([verb, "--json", str(folder)]) == code
        answer = json.loads(capsys.readouterr().out)
        assert list(answer) == ["ok", "problems", "checked", "outputs"]
        assert answer["ok"] is False
        assert answer["problems"]
        assert answer["checked"]["documents"] == {"full": 0, "passages": 0}


def test_byte_order_mark_and_crlf_are_no_problem(dossier: Path, capsys: Capture) -> None:
    """Files saved by other editors read the same, and problems stay at their places."""
    for name in ("dossier.yaml", "findings.yaml", "translations/kk.po"):
        path = dossier / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["check", str(dossier)]) == 0
    path = dossier / "findings.yaml"
    path.write_bytes(path.read_bytes().replace(b"call a lawyer", b"call a doctor"))
    capsys.readouterr()
    assert main(["check", str(dossier)]) == 1
    assert "findings.yaml:43:14: error altered: " in capsys.readouterr().err


def test_editors_leave_spaces_that_break_no_translation(dossier: Path) -> None:
    """A plain space for a no-break space in a catalogue's source makes nothing stale."""
    path = dossier / "translations" / "kk.po"
    text = path.read_text(encoding="utf-8")
    spaced = text.replace("more than 40", "more than\u00a040")
    assert spaced != text
    path.write_text(spaced, encoding="utf-8")
    assert main(["check", str(dossier)]) == 0


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1251:strict"},
    ],
    ids=lambda settings: " ".join(settings.values()),
)
@pytest.mark.parametrize("json_too", [False, True])
def test_any_locale_can_show_any_message(
    run: Run, tmp_path: Path, settings: dict[str, str], json_too: bool
) -> None:
    """Messages with Kazakh words are written as UTF-8 where the system names another encoding."""
    folder = Path(shutil.copytree(EXAMPLES / "base", tmp_path / "d"))
    shutil.copytree(EXAMPLES / "kazakh-letter", folder, dirs_exist_ok=True)
    options = ["--json"] if json_too else []
    done = run("check", folder, *options, env={**os.environ, **settings})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "“коңырау”" in (done.stdout if json_too else done.stderr)


def test_a_reader_that_goes_away(dossier: Path) -> None:
    """A closed pipe ends the program in silence."""
    for arguments in (["schema"], ["check", str(dossier)], ["--help"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "report", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=60)
        assert said == b"", arguments


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["schema"], ["check", "--json"]])
def test_an_output_that_is_full(run: Run, dossier: Path, arguments: list[str]) -> None:
    """system-refused: what cannot be printed is told on standard error, exit code 4."""
    with Path("/dev/full").open("w") as full:
        done = run(
            *arguments,
            cwd=dossier,
            stdout=full,
            stderr=subprocess.PIPE,
            capture_output=False,
            env={**os.environ, "PYTHONPATH": str(EXAMPLES.parent.parent)},
        )
    assert done.returncode == 4
    assert "error system-refused: " in done.stderr
    assert "Traceback" not in done.stderr


def _on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "report", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=follower,
        env={**os.environ, **environment},
    )
    os.close(follower)
    said = b""
    try:
        while chunk := os.read(leader, 4096):
            said += chunk
    except OSError:  # the end, as Linux tells it
        pass
    os.close(leader)
    process.wait(timeout=60)
    return said.decode()


def test_colour_and_progress_on_a_terminal_only(altered: Path, run: Run) -> None:
    """Codes for colour and the line of progress reach a terminal and nothing else."""
    shown = _on_a_terminal(["check", str(altered)], {"TERM": "xterm"})
    assert "\033[31merror altered\033[0m" in shown
    assert "checking …" in shown
    plain = _on_a_terminal(["check", str(altered)], {"TERM": "xterm", "NO_COLOR": "1"})
    assert "\033[31m" not in plain
    assert "\033" not in run("check", altered).stderr
    assert "checking" not in _on_a_terminal(["check", "--json", str(altered)], {})


@pytest.mark.parametrize("file", ["dossier", "findings", "document"])
def test_schema_describes_what_is_read(file: str, capsys: Capture) -> None:
    """The JSON Schema of each file is JSON, closed to unknown keys, with a word on each field."""
    assert main(["schema", file]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    record = schema["items"] if file == "findings" else schema
    assert record["additionalProperties"] is False
    assert all(field["description"] for field in record["properties"].values())


def test_passages_are_recorded_and_recording_again_changes_nothing(
    dossier: Path, capsys: Capture
) -> None:
    """`report passages` mends a moved passage, keeps remarks, and is done when run twice."""
    record = dossier / "documents" / "olmar-gazette.yaml"
    whole = record.read_text(encoding="utf-8")
    record.write_text("# a remark\n" + whole.replace("start: ", "start: 1", 1), encoding="utf-8")
    assert main(["check", str(dossier)]) == 1
    assert main(["passages", str(dossier)]) == 0
    assert main(["check", str(dossier)]) == 0
    once = contents(dossier)
    assert once["documents/olmar-gazette.yaml"].startswith(b"# a remark\n")
    assert main(["passages", str(dossier)]) == 0
    assert contents(dossier) == once
    assert "olmar-gazette: 2 passages" in capsys.readouterr().out


def test_no_passage_of_a_wrong_quotation_is_recorded(altered: Path, capsys: Capture) -> None:
    """Passages are recorded of a dossier without errors only."""
    before = contents(altered)
    assert main(["passages", str(altered)]) == 1
    assert contents(altered) == before
    assert "nothing was recorded" in capsys.readouterr().out


def test_a_missing_document_is_told_once(dossier: Path, capsys: Capture) -> None:
    """Words that may stand in a document that is not there are not said to be false of another."""
    path = dossier / "findings.yaml"
    said = "“None of the detained people could speak to a lawyer before the evening.”"
    text = path.read_text("utf-8").replace(
        "The Ombudsman found that {held-ombudsman} people were detained.",
        f"The Ombudsman found that {{held-ombudsman}} people were detained: {said}",
    )
    path.write_text(text, "utf-8")
    record = dossier / "documents" / "ombudsman-report.yaml"
    record.write_text(record.read_text("utf-8").partition("passages:")[0], "utf-8")
    assert main(["check", str(dossier)]) == 0
    record.with_suffix(".txt").unlink()
    capsys.readouterr()
    assert main(["check", str(dossier)]) == 1
    told = capsys.readouterr().err
    assert "document-not-held" in told
    assert "not-found" not in told
