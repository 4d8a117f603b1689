"""Dossiers that nobody would write: mutated at random, without end, or altered in one place.

More rounds than the few that run each time: `ROUNDS=50 pytest tests/problems/test_hostile.py`.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from laid_out import HERE, lay_out, said

from report.__main__ import main

Capture = pytest.CaptureFixture[str]
ROUNDS = int(os.environ.get("ROUNDS", "1"))
BUNDLED = HERE.parent.parent / "seeds" / "kazakhstan-january-2022"
SIGNS = (
    *('"', "'", ":", "- ", "{", "}", "[", "]", "|", ">", "&a ", "*a", "!x ", "#", "\t", "\n"),
    *("\r", "\x00", "  ", "%", "@", "`", "?", "~", "null", "-1", "1e9", "9" * 30, "\x85"),
    *("\\", "{{ 7*7 }}", "<script>", "[@", "{x}", "[…]", "---", "**", "[a](b)", "\ufffc"),
    *("\u202e", "\u0301", "2021-02-30", "9999-12-31", 'msgid "', "“", "”", "😀"),
)


def mutate(data: bytes, choice: random.Random) -> bytes:
    """Change a byte, a sign, a line or a word."""
    at = choice.randrange(len(data) + 1)
    lines = data.split(b"\n")
    line = choice.randrange(len(lines))
    kind = choice.randrange(6)
    if kind == 0:
        return data[:at] + bytes([choice.randrange(256)]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + choice.choice(SIGNS).encode() + data[at:]
    if kind == 2:
        return data[:at] + data[at + choice.randrange(1, 30) :]
    if kind == 3:
        lines.insert(line, lines[choice.randrange(len(lines))])
    elif kind == 4:
        lines[line] = b"  " * choice.randrange(4) + lines[line].lstrip()
    else:
        key, colon, _ = lines[line].partition(b":")
        lines[line] = key + colon + b" " + choice.choice(SIGNS).encode()
    return b"\n".join(lines)


@pytest.mark.parametrize("seed", range(6 * ROUNDS))
def test_no_mutation_ends_in_a_traceback(tmp_path: Path, capsys: Capture, seed: int) -> None:
    """Whatever stands in the files, a check ends with exit code 0 or 1, soon."""
    choice = random.Random(seed)
    dossier = lay_out(HERE / "base", tmp_path / "dossier")
    files = [p for p in sorted(dossier.rglob("*")) if p.suffix in (".yaml", ".po", ".txt")]
    for _ in range(30):
        changed = choice.choices(files, k=choice.choice((1, 1, 1, 3)))
        before = {path: path.read_bytes() for path in changed}
        for path in changed:
            path.write_bytes(mutate(path.read_bytes(), choice))
        started = time.process_time()
        assert said(dossier, capsys)[0] in (0, 1)
        assert time.process_time() - started < 5
        for path, data in before.items():
            path.write_bytes(data)


STATEMENTS = {
    "stars": "*" * 19_000,
    "stars in words": "a**" * 6_300,
    "brackets": "[" * 19_000,
    "link openings": "[a](" * 4_700,
    "quotation marks": "“" * 19_000,
    "quotations": "“lawyer” " * 2_000,
    "apostrophes": "'a " * 6_000,
    "digits": "9" * 19_000,
    "numbers": "1 " * 9_400,
    "number words": "one million two " * 1_200,
    "dates": "1 May 2020 " * 1_700,
    "citations": "[@lawyers]" * 1_900,
    "figures": "{held-gazette}" * 1_300,
    "braces": "{" * 19_000,
    "omissions": "[…] " * 4_700,
    "accents": "e\u0301" * 9_000,
    "one quotation": "“" + "word " * 3_700 + "”",
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_text_takes_long(tmp_path: Path, capsys: Capture, name: str) -> None:
    """A text at the limit of length is checked in seconds, whatever it repeats."""
    dossier = lay_out(HERE / "base", tmp_path / "dossier")
    path = dossier / "findings.yaml"
    said_by_teacher = re.search(r"A teacher said: .*", path.read_text(encoding="utf-8"))
    assert said_by_teacher
    text = path.read_text(encoding="utf-8").replace(said_by_teacher.group(), STATEMENTS[name])
    path.write_text(text, encoding="utf-8")
    started = time.process_time()
    code, told = said(dossier, capsys)
    assert code in (0, 1)
    assert time.process_time() - started < 8
    assert len(told) < 200_000


FILES = {
    "sequences": "- " * 200_000,
    "brackets": "[" * 200_000,
    "keys without end": "? " * 100_000,
    "one word": "x" * 8_000_000,
    "line breaks": "\n" * 8_000_000,
    "escapes": '"' + "\\n" * 4_000_000,
    "lines": "- |\n" + "  x\n" * 1_500_000,
    "marks": "\u202e" * 2_000_000,
    "keys": "\n".join(f"a{number}: 1" for number in range(100_000)),
    "records": "\n".join(f"- {{id: a{number}}}" for number in range(20_000)),
    "10 MB": "x" * 10_000_000,
}


@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_long(tmp_path: Path, capsys: Capture, name: str) -> None:
    """A file of many megabytes is refused in seconds, with no more problems than can be read."""
    dossier = lay_out(HERE / "base", tmp_path / "dossier")
    (dossier / "findings.yaml").write_text(FILES[name], encoding="utf-8")
    started = time.process_time()
    code, told = said(dossier, capsys)
    assert code == 1
    assert time.process_time() - started < 10
    assert "findings.yaml:" in told
    assert len(told) < 200_000


def test_thousands_of_documents(tmp_path: Path, capsys: Capture) -> None:
    """A folder of 5,000 texts is searched by their SHA-256 in seconds."""
    dossier = lay_out(HERE / "base", tmp_path / "dossier")
    more = tmp_path / "more"
    more.mkdir()
    for number in range(5_000):
        (more / f"{number}.txt").write_text(f"text {number}\n" * 50)
    (dossier / "documents" / "olmar-gazette.txt").rename(more / "other name.txt")
    started = time.process_time()
    assert main(["check", str(dossier), "--documents", str(more)]) == 0
    assert time.process_time() - started < 10
    assert "documents: 2 of 2 in full" in capsys.readouterr().out


# One place of the bundled dossier altered: found, at the place.


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(BUNDLED, tmp_path_factory.mktemp("bundled") / "dossier"))


def errors(dossier: Path, capsys: Capture, *options: str) -> list[tuple[str, int]]:
    """Return path and line of each error of a check."""
    capsys.readouterr()
    code = main(["check", "--json", str(dossier), *options])
    problems = json.loads(capsys.readouterr().out)["problems"]
    found = [(p["path"], p["line"]) for p in problems if p["severity"] == "error"]
    assert code == (1 if found else 0)
    return found


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def words_of_quotations(text: str) -> Iterator[tuple[int, int]]:
    for quotation in re.finditer(r'quote: "((?:[^"\\]|\\.)*)"', text):
        for word in re.finditer(r"\w+", quotation.group(1)):
            yield quotation.start(1) + word.start(), quotation.start(1) + word.end()


def digits_of_values(text: str) -> Iterator[tuple[int, int]]:
    for value in re.finditer(r"(?:value|from|to): ([0-9]+)\b", text):
        for at in range(*value.span(1)):
            yield at, at + 1


def digits_of_translations(text: str) -> Iterator[tuple[int, int]]:
    header = text.index('msgctxt "')
    for entry in re.finditer(r'^msgstr ((?:"(?:[^"\\]|\\.)*"\n?)+)', text, re.MULTILINE):
        if entry.start() > header:
            words = re.sub(r"\[@[^\]]*\]", lambda mark: " " * len(mark.group()), entry.group(1))
            for digit in re.finditer("[0-9]", words):
                yield entry.start(1) + digit.start(), entry.start(1) + digit.end()


def another(word: str, choice: random.Random) -> str:
    if word.isdecimal():
        return str((int(word) + choice.randrange(1, 9)) % 10)
    return choice.choice(["", f"{word} {word}", "not", "some", "killed", word[:-1] + "q"])


@pytest.mark.parametrize(
    ("name", "places", "options"),
    [
        ("findings.yaml", words_of_quotations, ()),
        ("findings.yaml", digits_of_values, ()),
        ("translations/ru.po", digits_of_translations, ("-l", "ru")),
        ("translations/kk.po", digits_of_translations, ("-l", "kk")),
    ],
    ids=["quotations", "figures", "Russian", "Kazakh"],
)
def test_what_is_altered_is_found_at_its_place(
    bundled: Path,
    capsys: Capture,
    name: str,
    places: Callable[[str], Iterator[tuple[int, int]]],
    options: tuple[str, ...],
) -> None:
    """A changed word of a quotation, digit of a figure or number of a translation fails a check."""
    path = bundled / name
    text = path.read_text(encoding="utf-8")
    choice = random.Random(ROUNDS)
    for start, end in choice.sample(list(places(text)), 2 * ROUNDS):
        new = another(text[start:end], choice)
        if new == text[start:end]:
            continue
        path.write_text(text[:start] + new + text[end:], encoding="utf-8")
        found = errors(bundled, capsys, *options)
        first, last = line_of(text, start), line_of(text, start)
        if name.endswith(".po"):  # a problem may stand at the beginning of the entry
            first = line_of(text, text.rindex("msgstr ", 0, start))
            last = line_of(text, text.find("\n\n", start) % len(text))
        told = text[max(0, start - 30) : end + 20]
        assert any(where == name and first <= line <= last for where, line in found), (told, new)
    path.write_text(text, encoding="utf-8")
