"""The guides in docs/ say what is so: each is followed from its first command to its last.

A guide is Markdown. Indented lines that begin with `report` or `cd` are what its reader types.
Remarks between them say what a reader has and a test has not:

    <!-- given: NAME -->       something that the reader has by then; made by a function of GIVEN
    <!-- answers: A | B -->    what is typed at the questions of the next command
    <!-- fails -->             the next command tells problems, exit code 1
    <!-- parsed: WHY -->       the commands up to the next prose are understood, not run; and why
    <!-- into: FILE -->        the entries of the YAML that follows go into a file of the dossier
    <!-- file: FILE -->        the YAML that follows is a file
    <!-- told -->              each line that follows stands in what the last command told
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import re
import runpy
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from report.__main__ import main
from report.commands.arguments import EDITIONS, parser
from report.commands.schema import SCHEMAS, schema_text
from report.model.codes import CODES
from report.translation.catalogue import State

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
OFFICERS, TRANSLATORS = DOCS / "officers.md", DOCS / "translators.md"
GUIDES = (OFFICERS, TRANSLATORS)
BASE = ROOT / "tests" / "problems" / "base"
Capture = pytest.CaptureFixture[str]
PASSPHRASE = "correct horse"

_STEP = re.compile(
    r"^<!-- (?P<mark>[a-z]+)(?:: (?P<what>[^\n]*?))? -->$"
    r"|^    (?P<command>(?:report|cd) [^#\n]*)"
    r"|^```(?P<kind>yaml|text)\n(?P<block>.*?)^```$"
    r"|^(?P<prose>\w[^\n]*)$",
    re.MULTILINE | re.DOTALL,
)

# What a reader has


def _inbox(home: Path) -> None:
    inbox = home / "inbox"
    inbox.mkdir()
    (inbox / "gazette.txt").write_text(
        "Police hold marchers in Olmar\n\nOlmar Gazette, 4 March 2021\n\nPolice detained more than "
        "40 people at a march for clean water in Olmar on 3 March 2021, the mayor’s office said. "
        "The march was the second in a month.\n\n“We were held for nine hours and could not call a "
        "lawyer,” said one of the marchers, a teacher.\n\nA hospital said that 12 marchers were "
        "treated for injuries.\n",
        encoding="utf-8",
    )
    (inbox / "ombudsman.txt").write_text(
        "Report on the march in Olmar\n\nOmbudsman of Olmar, 20 April 2021\n\nThe Ombudsman found "
        "that 43 people were detained on 3 March 2021.\n\nNone of the detained people could speak "
        "to a lawyer before the evening.\n\nThe Ombudsman recommends that the police keep a record "
        "of each call to a lawyer.\n",
        encoding="utf-8",
    )


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} has no “{old}”"
    path.write_text(text.replace(old, new), encoding="utf-8")


NINE, TEN = (f'quote: "We were held for {hours}' for hours in ("nine", "ten"))


def _altered(_home: Path) -> None:
    _replaced(Path("findings.yaml"), NINE, TEN)


def _mended(_home: Path) -> None:
    _replaced(Path("findings.yaml"), TEN, NINE)


def _published(home: Path) -> None:
    shutil.copytree("build/olmar-march", home / "published")


TRANSLATED = {
    "title": "Олмардағы шеру",
    "summary/1": "Мэрияның хабарлауынша, 2021 жылғы 3 наурызда Олмардағы шеруде полиция "
    "40-тан астам адамды ұстады.{first} {rest}{second}",
}


def _in_kazakh(key: str, source: str) -> str:
    """Return the Kazakh of a text of the example, with the marks of its source; "" for others."""
    if key not in TRANSLATED:
        return ""
    marks = [*re.findall(r"\[@[^]]+\]", source), "", ""]
    teacher = "Мұғалім олардың адвокатқа қоңырау шала алмағанын айтты."
    held = "Ұсталғандар адвокатқа қоңырау шала алмады."
    rest = teacher if "teacher" in source else held
    return TRANSLATED[key].format(first=marks[0], rest=rest, second=marks[1])


def _returned_docx(home: Path) -> None:
    sent = Path("build/translations/olmar-march.kk.docx")
    opened = docx.Document(str(sent))
    for row in opened.tables[0].rows:
        words = _in_kazakh(row.cells[0].text, row.cells[1].text)
        if words:
            row.cells[2].text, row.cells[3].text = words, "translated"
    (home / "returned").mkdir()
    opened.save(str(home / "returned" / sent.name))


def _returned_csv(home: Path) -> None:
    sent = Path("build/translations/olmar-march.kk.csv")
    rows = list(csv.reader(io.StringIO(sent.read_text(encoding="utf-8-sig"))))
    for row in rows[1:]:
        words = _in_kazakh(row[0], row[1])
        row[2:4] = [words, "translated"] if words else row[2:4]
    back = home / "returned" / sent.name
    back.parent.mkdir()
    with back.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _dossier(home: Path) -> None:
    """Lay out the small dossier as it is before anything was translated into Kazakh."""
    shutil.copytree(BASE, home / "dossier")
    (home / "dossier" / "translations" / "kk.po").unlink()
    os.chdir(home / "dossier")


def _mistyped(_home: Path) -> None:
    _replaced(Path("translations/kk.po"), "40-тан", "400-ден")


def _key(home: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clean Water Watch")])
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    (home / "keys").mkdir()
    data = pkcs12.serialize_key_and_certificates(b"own", key, certificate, None, locked)
    (home / "keys" / "office.p12").write_bytes(data)


GIVEN: dict[str, Callable[[Path], None]] = {
    "inbox": _inbox,
    "altered quotation": _altered,
    "mended quotation": _mended,
    "published": _published,
    "returned translation": _returned_docx,
    "returned csv": _returned_csv,
    "dossier": _dossier,
    "mistyped number": _mistyped,
    "key": _key,
}

# Following a guide


def put_into(path: Path, block: str) -> None:
    """Put entries into a file of the dossier; one that is there already is replaced."""
    text = path.read_text(encoding="utf-8")
    for entry in re.split(r"^(?=[a-z_]+:|- id:)", block, flags=re.MULTILINE)[1:]:
        name = entry.partition("\n")[0] if entry.startswith("-") else entry.partition(":")[0] + ":"
        there = rf"^{re.escape(name)}(?: [^\n]*)?\n(?:(?:[ ]+[^\n]*)?\n)*"
        text = re.sub(there, "", text, flags=re.MULTILINE).rstrip("\n") + "\n\n" + entry
    path.write_text(text, encoding="utf-8")


def _anywhere(told: str) -> str:
    """Return a message without line and column, which move with each word of a template."""
    return re.sub(r":\d+:\d+: ", ":…: ", told)


def _at_home(word: str) -> str:
    return str(Path(word).expanduser()) if word.startswith("~/") else word


class Reader:
    """Follows a guide as its reader would, step by step, in a home of their own."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch, capsys: Capture) -> None:
        self.home, self.patch, self.capsys = home, patch, capsys
        self.answers, self.fails, self.parsed, self.target, self.told = "", False, False, "", ""
        self.ran: list[str] = []

    def step(self, step: re.Match[str]) -> None:
        """Take one step: a remark, a command or a block."""
        if step["prose"]:
            self.parsed = False
        elif step["mark"]:
            self._mark(step["mark"], step["what"] or "")
        elif step["command"]:
            self._command(step["command"].strip())
        elif step["kind"] == "yaml":
            self._write(step["block"])
        else:
            for line in step["block"].splitlines():
                shown = f"the guide shows: {line}\nit told:\n{self.told}"
                assert _anywhere(line) in _anywhere(self.told), shown

    def _mark(self, mark: str, what: str) -> None:
        assert mark in ("given", "answers", "fails", "parsed", "into", "file", "told"), mark
        self.parsed = mark == "parsed"
        if mark == "given":
            GIVEN[what](self.home)
        elif mark == "answers":
            self.answers = "\n".join(what.split(" | ")) + "\n"
        elif mark == "fails":
            self.fails = True
        elif mark in ("into", "file"):
            self.target = f"{mark} {what}"

    def _write(self, block: str) -> None:
        how, _, name = self.target.partition(" ")
        assert how, f"nothing says where this belongs:\n{block}"
        path = Path(name).expanduser()
        if how == "into":
            put_into(path, block)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
            path.chmod(0o600)
        self.target = ""

    def _command(self, command: str) -> None:
        words = [_at_home(word) for word in shlex.split(command)]
        if words[0] == "cd":
            self.patch.chdir(words[1])
            return
        parser().parse_args(words[1:])
        if self.parsed:
            return
        self.patch.setattr("sys.stdin", io.StringIO(self.answers))
        code = main(words[1:])
        said = self.capsys.readouterr()
        self.told = said.out + said.err
        assert code == (1 if self.fails else 0), f"{command}\n{self.told}"
        self.answers, self.fails = "", False
        self.ran.append(command)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Reader:
    """Return a reader whose home is empty, on 6 May 2021."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1620259200")
    monkeypatch.setenv("REPORT_KEY_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_can_be_followed(guide: Path, reader: Reader) -> None:
    """Each command of the guide does what it says, in its order, from an empty folder on."""
    for step in _STEP.finditer(guide.read_text(encoding="utf-8")):
        reader.step(step)
    assert len(reader.ran) >= 10


def _fields() -> set[str]:
    """Return the names of all fields of the format."""
    found: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            properties = node.get("properties")
            found.update(properties if isinstance(properties, dict) else ())
            for one in node.values():
                collect(one)
        elif isinstance(node, list):
            for one in node:
                collect(one)

    for name in SCHEMAS:
        collect(json.loads(schema_text(name)))
    return found


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_fields_that_are_named_are_fields(guide: Path) -> None:
    """A field that the prose names, as `unknown:`, is one of the format."""
    named = re.findall(r"`([a-z_]+):(?: [^`]*)?`", guide.read_text(encoding="utf-8"))
    assert set(named) <= _fields()


def test_every_edition_is_explained() -> None:
    """The officers' guide has a row for each edition, and no other."""
    table = OFFICERS.read_text(encoding="utf-8").partition("| edition |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(EDITIONS) - {"all"}


def test_every_state_is_explained() -> None:
    """The translators' guide has a row for each state of a translation, in their order."""
    table = TRANSLATORS.read_text(encoding="utf-8").partition("| state |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| ([a-z]+) \|", table, re.MULTILINE) == [str(state) for state in State]


def test_codes_that_are_explained_are_codes() -> None:
    """A code in the table of the translators' guide is one that the program tells."""
    table = TRANSLATORS.read_text(encoding="utf-8").partition("| code |")[2].partition("\n\n")[0]
    codes = re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)
    assert len(codes) > 5
    assert set(codes) <= set(CODES)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link of a page leads to a file that is there, or to a heading of the page."""
    text = page.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings, target
        else:
            assert target.startswith("https://") or (page.parent / target).is_file(), target


def test_the_list_of_problems_is_current() -> None:
    """docs/problems.md is what script/problems.py makes of the table of codes."""
    made = runpy.run_path(str(ROOT / "script" / "problems.py"))["page"]()
    current = (DOCS / "problems.md").read_text(encoding="utf-8")
    assert current == made, "write it anew: script/check --fix"
