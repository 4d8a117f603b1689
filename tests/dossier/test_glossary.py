"""glossary.yaml is read like every file of a dossier: typed, placed, nothing unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.dossier.folder import DiskFolder, MemoryFolder
from report.dossier.glossary import read_glossary
from report.model.problem import Problems

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"

GOOD = """\
- term: torture
  also: [torture and ill-treatment]
  in:
    ru: {words: [пытки, пытка], source: UDHR in Russian, verified: true, forbidden: [истязание]}
    kk: {words: [азаптау], source: UDHR in Kazakh, verified: true}
"""


def _codes(text: str) -> list[str]:
    problems = Problems()
    read_glossary(MemoryFolder({"glossary.yaml": text}), problems)
    return [f"{problem.code} {problem.place}" for problem in problems]


def test_terms_are_read() -> None:
    """A term has its renderings by language."""
    problems = Problems()
    glossary = read_glossary(MemoryFolder({"glossary.yaml": GOOD}), problems)
    assert not list(problems)
    [(term, rendering)] = glossary.in_language("ru")
    assert term.words == "torture"
    assert rendering.words == ("пытки", "пытка")
    assert rendering.forbidden == ("истязание",)
    assert rendering.verified
    assert glossary.in_language("fr") == []


def test_a_dossier_may_have_no_glossary() -> None:
    """The file may be left out."""
    problems = Problems()
    assert read_glossary(MemoryFolder({}), problems).terms == ()
    assert not list(problems)


def test_faults_are_told_at_their_place() -> None:
    """Unknown keys, missing fields and wrong types are problems, never dropped."""
    assert _codes(GOOD.replace("verified: true, f", "checked: true, f"))[:2] == [
        "missing-field glossary.yaml:4:9",
        "unknown-key glossary.yaml:4:58",
    ]
    assert _codes("term: torture\n") == ["wrong-type glossary.yaml:1:1"]
    assert _codes(GOOD.replace("verified: true}", "verified: maybe}")) == [
        "wrong-type glossary.yaml:5:62"
    ]


def test_the_schema_takes_what_the_reader_takes() -> None:
    """An editor that completes YAML knows the same fields."""
    import jsonschema
    import yaml

    from report.commands.schema import schema

    jsonschema.validate(yaml.safe_load(GOOD), schema("glossary"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(GOOD.replace("source", "seen_in")), schema("glossary"))


def test_the_bundled_glossary_is_whole() -> None:
    """Every term of the bundled dossier is given in Russian and Kazakh, and no word is forbidden
    that a term asks for.
    """
    problems = Problems()
    glossary = read_glossary(DiskFolder(SEEDS / "kazakhstan-january-2022"), problems)
    assert not list(problems)
    assert len(glossary.terms) > 30
    for lang in ("ru", "kk"):
        renderings = [rendering for _, rendering in glossary.in_language(lang)]
        assert len(renderings) == len(glossary.terms)
        asked = {words for rendering in renderings for words in rendering.words}
        assert not asked & {words for rendering in renderings for words in rendering.forbidden}
