"""The list of protected persons: read from where it lies, never shown, never passed over."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from planted import LIST, PERSONS

from report.model.problem import Problems, Stop
from report.protection.guard import Guard
from report.protection.opening import open_guard
from report.protection.protected_file import check_persons, read_persons

NAMES = [word for one in PERSONS for name in (*one.names, *one.also) for word in name.split()]


def _told(text: str) -> list[str]:
    problems = Problems()
    persons = read_persons(text.encode(), "protected.yaml", problems)
    if not problems.errors:
        check_persons(Guard(persons), problems)
    return list(map(str, problems))


def _file(folder: Path, text: str = LIST, name: str = "protected.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_a_list_is_read() -> None:
    """The list of the tests is that of their persons, with names, short forms and pseudonyms."""
    read = read_persons(LIST.encode(), "protected.yaml", Problems())
    assert [(p.id, p.names, p.also, dict(p.pseudonym)) for p in read] == [
        (p.id, p.names, p.also, dict(p.pseudonym)) for p in PERSONS
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("names: [Jonathan", "nmaes: [Jonathan"),
        ("  names: [Jonathan Smithson]", "  names: Jonathan Smithson"),
        ("  names: [Jonathan Smithson]", "  names: []"),
        ("  names: [Jonathan Smithson]", "  names: ['---']"),
        ("  also: [Айкоша]", "  also: [Айкоша\n"),
        ("id: w1", "id: Jonathan Smithson"),
        ("id: w2", "id: w1"),
        ("[Zhuldyz Yermukhanova]", "[Zhuldyz #Yermukhanova]"),
        ("[Zhuldyz Yermukhanova]", "[Zhuldyz\u202e Yermukhanova]"),
        ("[Zhuldyz Yermukhanova]", "[Zhuldyz Yermukhanova]\n  names: [Zhuldyz Yermukhanova]"),
        ("{en: Witness 4", "{Zhuldyz: Yermukhanova"),
        ("[Zhuldyz Yermukhanova]", "!names [Zhuldyz Yermukhanova]"),
    ],
)
def test_a_broken_list_is_told_without_a_word_of_it(old: str, new: str) -> None:
    """Each mistake in the list is told by its place, and no message shows what stands there."""
    assert old in LIST
    told = _told(LIST.replace(old, new))
    assert told
    assert all("protected-unread" in one for one in told)
    assert not [name for name in NAMES if name.lower() in " ".join(told).lower()]


def test_ids_and_pseudonyms_tell_nothing() -> None:
    """An id or a pseudonym with a name in it is refused; a surname that is a word is told."""
    told = _told(LIST.replace("id: w1", "id: smithson").replace("en: Witness 4", "en: Ermuhanova"))
    assert [line.split()[2] for line in told] == [
        "protected-id:",
        "protected-ordinary:",
        "protected-pseudonym:",
    ]
    assert not [name for name in NAMES if name.lower() in " ".join(told[1:]).lower()]


def test_lists_are_found_where_they_lie(tmp_path: Path) -> None:
    """A list of the dossier, one that is named and one of the environment: all hold at once."""
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    assert not open_guard(dossier, None, None, {}).guard
    _file(dossier, "- {id: a1, names: [Анна Каренгина]}\n")
    other = _file(tmp_path)
    both = open_guard(dossier, other, None, {})
    assert [person.id for person in both.guard.persons] == ["w1", "w2", "w3", "w4", "w5", "a1"]
    assert not both.covered
    named = open_guard(None, None, None, {"REPORT_PROTECTED": str(other)})
    assert len(named.guard.persons) == 5
    own = open_guard(dossier, dossier / "protected.yaml", None, {})
    assert [person.id for person in own.guard.persons] == ["a1"]
    assert own.covered


def test_a_list_that_is_named_in_vain_stops(tmp_path: Path) -> None:
    """Nothing is done unguarded: a named list that is not there, or cannot be read, stops."""
    with pytest.raises(Stop) as stopped:
        open_guard(None, tmp_path / "none.yaml", None, {})
    assert [p.code for p in stopped.value.problems] == ["file-missing"]
    (tmp_path / "protected.yaml").mkdir()
    with pytest.raises(Stop) as stopped:
        open_guard(tmp_path, None, None, {})
    assert [p.code for p in stopped.value.problems] == ["protected-unread"]


def test_a_list_that_others_may_read_is_told(tmp_path: Path) -> None:
    """The list is for its owner alone; more is a warning."""
    _file(tmp_path).chmod(0o640)
    opened = open_guard(tmp_path, None, None, {})
    assert "protected-readable" in [p.code for p in opened.warnings]


@pytest.mark.skipif(shutil.which("age") is None, reason="the program age is not installed")
def test_an_encrypted_list_is_opened_in_memory(tmp_path: Path) -> None:
    """With the identity the list is read, and no plain text of it comes to the disk."""
    identity, sealed = tmp_path / "key.txt", tmp_path / "protected.yaml.age"
    subprocess.run(["age-keygen", "-o", identity], check=True, capture_output=True)
    public = identity.read_text().split("public key: ")[1].split()[0]
    command = ["age", "-r", public, "-o", str(sealed)]
    subprocess.run(command, input=LIST.encode(), check=True, capture_output=True)
    opened = open_guard(tmp_path, None, identity, {})
    assert len(opened.guard.persons) == 5
    assert opened.covered
    assert opened.digest == hashlib.sha256(sealed.read_bytes()).hexdigest()
    assert open_guard(tmp_path, None, None, {"REPORT_PROTECTED_IDENTITY": str(identity)}).guard
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key.txt", "protected.yaml.age"]
    for wrong in (None, tmp_path / "none.txt", sealed):
        with pytest.raises(Stop) as stopped:
            open_guard(tmp_path, None, wrong, {})
        assert [p.code for p in stopped.value.problems] == ["protected-locked"]


def test_an_encrypted_list_without_the_program_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where `age` is not there an encrypted list stops the run with what to install."""
    (tmp_path / "protected.yaml.age").write_bytes(b"age-encryption.org/v1\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop) as stopped:
        open_guard(tmp_path, None, tmp_path, {})
    assert [p.code for p in stopped.value.problems] == ["protected-locked"]
