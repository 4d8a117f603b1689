"""`report new`: a dossier that builds at once, whatever its owner types."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_builds import Run

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.dossier.shipped import templates_path
from report.model.dossier import Dossier
from report.translation.language_data import available_languages

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the day: 6 March 2021."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614988800")


def new(path: Path, *words: str) -> int:
    return main(["new", str(path), *words])


def read(path: Path) -> Dossier:
    found = read_dossier(DiskFolder(path))
    assert found.dossier is not None
    assert not len(found.problems), str(found.problems.found)
    return found.dossier


def files(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def test_a_new_dossier_builds_and_says_that_it_is_empty(tmp_path: Path, run: Run) -> None:
    """Each edition comes out at once, and says in front that nothing has been found yet."""
    done = run("new", "my-brief", "--title", "Water in Olmar", cwd=tmp_path, input="")
    assert done.returncode == 0, done.stderr
    editions = ("brief", "handout", "factsheet")
    asked = [word for one in editions for word in ("-e", one)]
    built = run("build", *asked, cwd=tmp_path / "my-brief")
    assert built.returncode == 0, built.stderr
    assert "warning no-findings: " in built.stderr
    assert "warning unfilled: “[Name of the organisation]”" in built.stderr
    for one in editions:
        made = tmp_path / "my-brief" / "build" / "my-brief" / f"my-brief-{one}.en.pdf"
        front = ["pdftotext", "-l", "1", made, "-"]
        page = subprocess.run(front, capture_output=True, text=True, check=True)
        assert "No findings have been recorded yet." in " ".join(page.stdout.split()), one


@pytest.mark.parametrize("lang", available_languages())
def test_each_language_has_words_of_its_own(lang: str, tmp_path: Path, capsys: Capture) -> None:
    """What a new dossier prints is in its own language, and passes the checks."""
    assert new(tmp_path / "d", "--language", lang) == 0
    assert main(["check", str(tmp_path / "d")]) == 0
    assert "error" not in capsys.readouterr().err
    made = read(tmp_path / "d")
    assert made.language == lang
    assert bool(re.search("[а-я]", made.summary)) == (lang in ("ru", "kk"))


def test_its_fields_are_those_of_the_format(tmp_path: Path) -> None:
    """Each field that the remarks explain reads as one when its # is taken away."""
    assert new(tmp_path / "d") == 0
    known = json.loads((tmp_path / "d" / ".schema" / "dossier.json").read_text())["properties"]
    text = (tmp_path / "d" / "dossier.yaml").read_text(encoding="utf-8")
    named = re.findall(r"^(?:# )?([a-z_]+):(?: |$)", text, re.MULTILINE)
    assert set(named) <= set(known)
    assert {"measures", "recommendations", "timeline", "method", "key_messages"} <= set(named)
    example = "".join(
        line[2:] + "\n"
        for line in (templates_path() / "new" / "findings.yaml").read_text().splitlines()
        if line.startswith("# -") or line.startswith("#   ")
    )
    (tmp_path / "d" / "findings.yaml").write_text(example, encoding="utf-8")
    found = read_dossier(DiskFolder(tmp_path / "d"))
    assert {p.code for p in found.problems} == {"dangling-reference", "not-placed"}
    assert found.dossier is not None
    assert found.dossier.figure_by_id["arrests-9900"].measure == "arrests"


def test_an_editor_finds_the_schemas(dossier: Path, tmp_path: Path) -> None:
    """The first line of each file, records taken in later too, names a schema that is there.

    A relative path is one beside the file (yaml-language-server, README, “Using inlined schema”).
    """
    assert new(tmp_path / "d") == 0
    (tmp_path / "a.txt").write_text("The mayor spoke\n\nThe mayor of Olmar spoke on Monday.\n")
    assert main(["add", str(tmp_path / "a.txt"), "--dossier", str(tmp_path / "d")]) == 0
    paths = [tmp_path / "d" / "dossier.yaml", tmp_path / "d" / "findings.yaml"]
    paths += (tmp_path / "d" / "documents").glob("*.yaml")
    assert len(paths) == 3
    for path in paths:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert match, first
        assert "properties" in (path.parent / match[1]).read_text()
    (tmp_path / "d" / ".schema" / "dossier.json").write_text("{}")
    assert main(["schema", "-o", str(tmp_path / "d" / ".schema")]) == 0
    assert "properties" in (tmp_path / "d" / ".schema" / "dossier.json").read_text()
    assert main(["add", str(tmp_path / "a.txt"), "--dossier", str(dossier)]) == 0
    [made] = (dossier / "documents").glob("mayor*.yaml")
    assert "$schema" not in made.read_text()  # a dossier without schemas names none


def test_protected_persons_stay_out_of_version_control(tmp_path: Path) -> None:
    """Git leaves protected.yaml and the outputs alone, and takes the rest."""
    assert new(tmp_path / "d") == 0
    (tmp_path / "d" / "protected.yaml").write_text("[]\n")
    (tmp_path / "d" / "build").mkdir()
    (tmp_path / "d" / "build" / "x.pdf").write_text("x")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "d", check=True)
    words = ["git", "ls-files", "--others", "--exclude-standard"]
    told = subprocess.run(words, cwd=tmp_path / "d", capture_output=True, text=True, check=True)
    assert "dossier.yaml" in told.stdout
    assert "protected" not in told.stdout
    assert "build" not in told.stdout


@pytest.mark.parametrize("name", ["dossier.yaml", "findings.yaml", ".gitignore"])
def test_nothing_is_written_over(name: str, tmp_path: Path, capsys: Capture) -> None:
    """new-exists, new-no-folder: a file that is there stays, a link too, and nothing is added."""
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / name).write_text("mine")
    assert new(folder) == 2
    assert f"error new-exists: {folder / name} is there already" in capsys.readouterr().err
    assert files(folder) == {name: b"mine"}
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "nowhere")
    assert new(folder) == 2
    assert [p.name for p in folder.iterdir()] == [name]
    (tmp_path / "file").write_text("mine")
    assert new(tmp_path / "file") == 2
    assert "new-no-folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["dozen", "3", "two-hundred-dead", "Брифинг", "a b", "x" * 200])
def test_any_name_of_a_folder_will_do(name: str, tmp_path: Path) -> None:
    """A name that is no title, or no id, is none; the dossier is made all the same."""
    assert new(tmp_path / name) == 0
    assert read(tmp_path / name).title
    assert main(["check", str(tmp_path / name)]) == 0


def test_a_folder_of_documents_becomes_a_dossier(tmp_path: Path) -> None:
    """A folder that holds other files is taken as it is."""
    (tmp_path / "article.txt").write_text("words")
    assert new(tmp_path) == 0
    assert read(tmp_path).title
    assert (tmp_path / "article.txt").read_text() == "words"
    assert main(["check", str(tmp_path)]) == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--language", "xx"), "language-unknown"),
        (("--title", "a\u202eb"), "forbidden-character"),
        (("--title", "a\udc80b"), "forbidden-character"),
        (("--title", "Case #7 of 40 dead"), "untraced-number"),
        (("--title", "x" * 1001), "text-too-long"),
    ],
)
def test_what_cannot_be_printed_is_told(
    words: tuple[str, ...], code: str, tmp_path: Path, capsys: Capture
) -> None:
    """What no brief could print is a problem, and no folder is made."""
    assert new(tmp_path / "d", *words) in (1, 2)
    assert f"error {code}: " in capsys.readouterr().err
    assert not (tmp_path / "d").exists()


_SIGNS = ("#", ": ", " #x", "- ", '"', "'", "\\", "{", "}", "[", "]", "$x", "%", "&a", "*b", "|")
_ODD = st.lists(st.sampled_from((*_SIGNS, "Жұрт", "no", "null", "😀", " ", "\t")), min_size=1)


_SHARED = [HealthCheck.function_scoped_fixture]


@settings(max_examples=40, deadline=None, suppress_health_check=_SHARED)
@given(title=_ODD.map("".join), body=_ODD.map("".join))
def test_no_words_can_break_the_files(title: str, body: str, tmp_path: Path) -> None:
    """Whatever signs a title has, the file reads as that title, or is not written at all."""
    folder = tmp_path / str(time.monotonic_ns())
    code = new(folder, f"--title={title}", f"--session={body}", f"--organisation={body}")
    if code:
        assert not folder.exists()
        return
    made = read(folder)
    if title.strip():
        assert made.title == " ".join(title.split())
    if body.strip():
        assert made.organisation.name == " ".join(body.split())
        assert made.session is not None
        assert made.session.body == " ".join(body.split())


def test_four_questions_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal it asks for what no flag gave; a language that there is not is asked again."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "report", "new", str(tmp_path / "d"), "--session", "UPR"]
    child = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = ""
    answers = [
        (r"title of the brief \[D\]: $", "Water: a “right”\n"),
        (r"organisation that publishes it: $", "\n"),
        (r"language that you write in: .* \[en\]: $", "xx\n"),
        (r"xx.*the languages are.*language that you write in: .* \[en\]: $", "ru\n"),
    ]
    for question, answer in answers:
        asked = ""
        while not re.search(question, asked, re.DOTALL):
            assert select.select([ours], [], [], 30)[0], asked
            asked += os.read(ours, 4096).decode()
        said += asked
        os.write(ours, answer.encode())
    assert child.wait(30) == 0
    os.close(ours)
    assert "session" not in said
    made = read(tmp_path / "d")
    assert (made.title, made.language) == ("Water: a “right”", "ru")
    assert made.organisation.name == "[Название организации]"


def test_it_never_waits_where_nobody_answers(tmp_path: Path, run: Run) -> None:
    """Without a terminal nothing is asked, also where its input stays open."""
    reader, writer = os.pipe()
    try:
        done = run("new", tmp_path / "d", "--json", stdin=reader)
    finally:
        os.close(reader)
        os.close(writer)
    assert json.loads(done.stdout)["ok"] is True
    assert read(tmp_path / "d").title == "D"
