"""`report add`: documents taken in, their bytes untouched, their records honest."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from report.__main__ import main
from report.commands.intake import Intake
from report.documents import store
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.document import Document

Capture = pytest.CaptureFixture[str]
SEEDS = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "seeds"
RUSSIAN = (
    "Задержания в Ольмаре\n\n5 марта 2021 г.\n\nПолиция задержала 40 человек, которые вышли на "
    "мирный марш. «Нас держали девять часов», — сказала учительница. Мэрия не ответила на "
    "вопросы о том, где находятся задержанные.\n"
)
PAGE = (
    '<html lang=en><head><meta charset=utf-8><meta property="og:site_name" content="Olmar Post">'
    '<link rel=canonical href="https://post.example/a"></head><body><nav><a href=/>Home</a></nav>'
    "<article><h1>Marchers freed</h1><p>The police freed the 40 marchers in the evening of the "
    "same day, and the mayor said that it was a mistake.</p></article>"
    "<div id=respond><h3>Leave a Reply</h3></div></body></html>"
)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the day of collection: 6 March 2021."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614988800")


def add(dossier: Path, *words: object) -> int:
    return main(["add", *map(str, words), "--dossier", str(dossier)])


def record(dossier: Path, document_id: str) -> Document:
    read = read_dossier(DiskFolder(dossier))
    assert read.dossier is not None
    assert not read.problems.errors, str(read.problems.found)
    return read.dossier.document_by_id[document_id]


def files(dossier: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((dossier / "documents").iterdir())}


def test_a_russian_text_is_taken_in(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """The copy has every byte of the file, the record what the text states, and all checks pass."""
    file = tmp_path / "а б.txt"
    file.write_bytes(b"\xef\xbb\xbf" + RUSSIAN.replace("\n", "\r\n").encode())
    assert add(dossier, file, "--by", "documentation desk") == 0
    assert "zaderzhaniya-v-olmare-2021: Задержания в Ольмаре" in capsys.readouterr().out
    made = record(dossier, "zaderzhaniya-v-olmare-2021")
    assert (dossier / "documents" / f"{made.id}.txt").read_bytes() == file.read_bytes()
    assert (made.title, made.language) == ("Задержания в Ольмаре", "ru")
    assert (str(made.issued), made.issued_basis) == ("2021-03-05", "dateline")
    assert made.unknown == {"author", "publisher", "URL"}
    assert made.tier is None
    custody = made.custody
    assert custody.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert custody.bytes == file.stat().st_size
    assert (str(custody.collected_on), custody.collected_by) == ("2021-03-06", "documentation desk")
    assert main(["check", str(dossier)]) == 0


def test_a_saved_page_can_be_quoted(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """A quotation is found in a saved page in full, and one changed word is not."""
    (tmp_path / "page.htm").write_text(PAGE)
    assert add(dossier, tmp_path / "page.htm") == 0
    made = record(dossier, "olmar-post")
    assert (made.type, made.title, made.url) == (
        "webpage",
        "Marchers freed",
        "https://post.example/a",
    )
    assert "lxml" in made.custody.method
    findings = (dossier / "findings.yaml").read_text(encoding="utf-8")
    entry = "    - {document: olmar-post, quote: “freed the 40 marchers in the evening”}\n"
    entry = entry.replace("“", '"').replace("”", '"')
    at = findings.index("  evidence:\n") + len("  evidence:\n")
    (dossier / "findings.yaml").write_text(findings[:at] + entry + findings[at:], encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(dossier)]) == 0, capsys.readouterr().err
    wrong = entry.replace("evening", "morning")
    (dossier / "findings.yaml").write_text(findings[:at] + wrong + findings[at:], encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(dossier)]) == 1
    assert "morning" in capsys.readouterr().err


def test_a_repeated_file_is_recognised(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """document-repeated: the same bytes under another name add nothing."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(RUSSIAN)
    assert add(dossier, tmp_path / "a.txt") == 0
    before = files(dossier)
    capsys.readouterr()
    assert add(dossier, tmp_path / "a.txt", tmp_path / "b.txt") == 0
    said = capsys.readouterr()
    assert said.err.count("warning document-repeated: ") == 2
    assert "“zaderzhaniya-v-olmare-2021”" in said.err
    assert said.out.endswith("added: 0 documents\n")
    assert files(dossier) == before


def test_a_command_that_goes_on_says_what_was_done_before(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Many files that were recorded before are one line, not a list."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(8):
        text = RUSSIAN.replace("40", str(40 + number)).replace("Ольмаре", f"Ольмаре {number}", 1)
        (inbox / f"{number}.txt").write_text(text)
        if number == 6:
            assert add(dossier, inbox) == 0
    capsys.readouterr()
    assert add(dossier, inbox) == 0
    said = capsys.readouterr()
    assert "document-repeated" not in said.err
    assert "recorded before: 7 documents\nadded: 1 document\n" in said.out


def test_a_changed_file_is_told_apart(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """document-version: other words under the same title are a document of their own."""
    (tmp_path / "a.txt").write_text(RUSSIAN)
    (tmp_path / "b.txt").write_text(RUSSIAN.replace("40", "41"))
    assert add(dossier, tmp_path / "a.txt") == 0
    assert add(dossier, tmp_path / "b.txt") == 0
    told = capsys.readouterr().err
    assert "warning document-version: " in told
    assert "recorded as “zaderzhaniya-v-olmare-2021-2”" in told
    assert record(dossier, "zaderzhaniya-v-olmare-2021-2").title == "Задержания в Ольмаре"


def test_without_a_copy_only_the_record_is_written(dossier: Path, tmp_path: Path) -> None:
    """--no-copy leaves the file where it is; it is found there by its hash."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "x.txt").write_text(RUSSIAN)
    before = set(files(dossier))
    assert add(dossier, tmp_path / "texts", "--no-copy") == 0
    assert set(files(dossier)) - before == {"zaderzhaniya-v-olmare-2021.yaml"}
    assert main(["check", str(dossier)]) == 1
    assert main(["check", str(dossier), "--documents", str(tmp_path / "texts")]) == 0


def test_a_file_of_the_dossier_keeps_its_name(dossier: Path) -> None:
    """A file that lies in documents/ already is recorded there, under its own name."""
    (dossier / "documents" / "march-news.txt").write_text(RUSSIAN)
    assert add(dossier, dossier / "documents") == 0
    assert record(dossier, "march-news").title == "Задержания в Ольмаре"
    assert len([name for name in files(dossier) if name.startswith("zader")]) == 0


def test_an_interrupted_addition_is_taken_up_again(dossier: Path, tmp_path: Path) -> None:
    """A copy without its record, as an interruption leaves it, gets its record."""
    (tmp_path / "a.txt").write_text(RUSSIAN)
    assert add(dossier, tmp_path / "a.txt") == 0
    (dossier / "documents" / "zaderzhaniya-v-olmare-2021.yaml").unlink()
    whole = files(dossier)
    assert add(dossier, tmp_path / "a.txt") == 0
    assert set(files(dossier)) - set(whole) == {"zaderzhaniya-v-olmare-2021.yaml"}


def test_an_interruption_says_what_was_added(
    dossier: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added before an interruption stands whole, is told, and is not added again."""
    for number in range(3):
        text = RUSSIAN.replace("40", f"4{number}").replace("Ольмаре", f"Ольмаре {number}")
        (tmp_path / f"{number}.txt").write_text(text)
    taking = Intake.take

    def interrupted(self: Intake, path: Path, *rest: object) -> object:
        if path.name == "1.txt":
            raise KeyboardInterrupt
        return taking(self, path, *rest)  # type: ignore[arg-type]

    words = [tmp_path / f"{number}.txt" for number in range(3)]
    with monkeypatch.context() as patched:
        patched.setattr(Intake, "take", interrupted)
        assert add(dossier, *words) == 130
    assert "interrupted: 1 added" in capsys.readouterr().err
    assert add(dossier, *words) == 0
    assert "added: 2 documents" in capsys.readouterr().out
    assert main(["check", str(dossier)]) == 0


def test_a_folder_is_taken_whole(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """A folder gives its documents, those within too; parts of saved pages and links are left."""
    inbox = tmp_path / "inbox"
    (inbox / "more").mkdir(parents=True)
    (inbox / "page_files").mkdir()
    (inbox / "a.txt").write_text(RUSSIAN)
    (inbox / "more" / "b.html").write_text(PAGE)
    (inbox / "page_files" / "frame.html").write_text(PAGE.replace("40", "44"))
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    assert add(dossier, inbox, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert {output["id"] for output in answer["outputs"]} == {
        "olmar-post",
        "zaderzhaniya-v-olmare-2021",
    }
    assert answer["ok"]
    assert answer["problems"] == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.rtf", b"{\\rtf1 x}", "document-kind"),
        ("empty", None, "no-documents"),
        ("gone.txt", None, "file-missing"),
        ("a.txt", b"\xff\xfe\x00", "document-binary"),
        ("a.txt", b"", "document-empty"),
        ("a.pdf", b"%PDF-1.7", "document-damaged"),
        ("a.html", b"%PDF-1.7", "document-mislabelled"),
    ],
)
def test_what_cannot_be_taken_is_told(
    name: str, content: bytes | None, code: str, dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A file that is no document is told with its code; what stands beside it is taken."""
    (tmp_path / "good.txt").write_text(RUSSIAN)
    if name == "empty":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    before = set(files(dossier))
    assert add(dossier, tmp_path / name, tmp_path / "good.txt") == 1
    said = capsys.readouterr()
    assert f"error {code}: " in said.err
    assert "Traceback" not in said.err
    assert len(set(files(dossier)) - before) == 2
    assert "added: 1 document\n" in said.out


def test_a_link_is_not_followed(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """A link may lead anywhere: it is told, not read."""
    (tmp_path / "a.txt").write_text(RUSSIAN)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert add(dossier, tmp_path / "link.txt", tmp_path / "pipe.txt") == 1
    told = capsys.readouterr().err
    assert "error link-refused: " in told
    assert "error not-a-file: " in told


def test_a_file_of_great_size_is_not_taken(
    dossier: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """document-too-large: no more than the bound is read of any file."""
    monkeypatch.setattr("report.commands.add.MAX_DOCUMENT", 1024 * 1024)
    (tmp_path / "a.txt").write_text("x" * (1024 * 1024 + 1))
    assert add(dossier, tmp_path / "a.txt") == 1
    assert "a.txt is larger than 1 MB" in capsys.readouterr().err
    assert store.MAX_DOCUMENT > 1024 * 1024


@pytest.mark.parametrize(
    "title",
    [
        'A "quoted": title # not a remark',
        "- [x] {y}: &a *b !c | > %",
        "no\tand\u2028yes\u0085x",
        "\u202eReversed\u202c words here",
        "C:\\new\\table",
        "null and void",
    ],
)
def test_no_title_can_break_its_record(title: str, dossier: Path, tmp_path: Path) -> None:
    """What a document states is text in its record, whatever its signs mean in YAML."""
    source = f"<head><meta charset=utf-8><title>{title}</title></head><p>{RUSSIAN}</p>"
    (tmp_path / "a.html").write_text(source, encoding="utf-8")
    before = set(files(dossier))
    assert add(dossier, tmp_path / "a.html") == 0
    [name] = [n for n in set(files(dossier)) - before if n.endswith(".yaml")]
    made = record(dossier, name.removesuffix(".yaml"))
    assert made.title.split()[-1] == title.replace("\u0085", " ").split()[-1].strip("\u202c")
    assert not made.author


def test_what_cannot_stand_in_a_record_is_not_written(
    dossier: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A parser that answers nonsense makes a problem, not a record that nobody can read."""
    from report.documents import confined

    answer = {"text": "Words.", "paragraphs": [[0, 6]], "boilerplate": []}
    answer["said"] = [["type", "- x: {", "a\nb: c"], ["URL", "nowhere", "x"]]  # type: ignore[assignment]
    said = json.dumps(answer).encode()
    monkeypatch.setattr(confined, "ask_reader", lambda data, argument: (0, said))
    (tmp_path / "a.html").write_text("<p>x</p>")
    before = files(dossier)
    assert add(dossier, tmp_path / "a.html") == 1
    assert "error document-damaged: " in capsys.readouterr().err
    assert files(dossier) == before


def test_no_title_can_steer_the_terminal(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """Escapes and marks of direction in a document are not printed."""
    author = "<meta name=author content='&#x202e;Anna&#x2066; Berg'>"
    source = f"<head><title>Red \x1b[31mtitle\u202e</title>{author}</head><p>{RUSSIAN}</p>"
    (tmp_path / "a.html").write_text(source, encoding="utf-8")
    assert add(dossier, tmp_path / "a.html") == 0
    said = "".join(capsys.readouterr())
    assert not {"\x1b", "\u202e", "\u2066"} & set(said)
    assert "title" in said


def test_a_folder_that_is_no_dossier(tmp_path: Path, capsys: Capture) -> None:
    """no-folder: nothing is written where there is no dossier."""
    (tmp_path / "a.txt").write_text(RUSSIAN)
    assert add(tmp_path / "nowhere", tmp_path / "a.txt") == 2
    assert "no-folder" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_a_dossier_that_may_not_be_written(
    dossier: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told with exit code 4, and no record stands without its copy."""
    import errno

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("report.commands.publishing.replace_file", full)
    (tmp_path / "a.txt").write_text(RUSSIAN)
    before = files(dossier)
    assert add(dossier, tmp_path / "a.txt") == 4
    assert "disk-full" in capsys.readouterr().err
    assert files(dossier) == before


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five documents are not here")
def test_five_published_texts_are_taken_in(dossier: Path, capsys: Capture) -> None:
    """Five texts as they were collected make five records that pass all checks."""
    assert add(dossier, SEEDS) == 0
    assert "added: 5 documents" in capsys.readouterr().out
    assert record(dossier, "cnsnews-2022").author[0].family == "Goodenough"
    assert main(["check", str(dossier)]) == 0
