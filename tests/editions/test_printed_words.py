"""What a file carries of its words is what its pages say, in every language."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bundled import LANGS, SCREEN, made, material, pdf_of

from report.__main__ import main
from report.commands.verifying import (
    Carried,
    carried_of,
    check_attachments,
    check_pages,
    check_quotations,
    check_texts,
)
from report.evidence.rechecking import recheck_evidence, recheck_texts
from report.press.brief_reader import Brief, read_brief


@cache
def handout(lang: str) -> Brief:
    return read_brief(pdf_of(made("handout", material(lang))), "handout.pdf")


def carried(lang: str) -> Carried:
    return carried_of(handout(lang), "handout.pdf")


@pytest.mark.parametrize("lang", LANGS)
def test_the_handout_is_whole(lang: str) -> None:
    """Pages, attachments, words, evidence: nothing is found wrong with what was just printed."""
    one = carried(lang)
    assert [printed.lang for printed in one.printed] == [lang]
    assert len(one.texts) > 25
    assert not list(check_pages(one))
    assert not list(check_attachments(one))
    assert not list(check_texts(one))
    assert not list(check_quotations(one))
    counts, found = recheck_evidence(one.dossier, {}, one.place)
    assert not found
    assert counts.figures == 24
    counts, found = recheck_texts(one.dossier, one.texts, lang, one.place)
    assert not found
    assert counts.numbers > 5


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", SCREEN)
def test_what_was_printed_is_never_called_altered(
    edition: str, lang: str, screen_edition: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A stranger who verifies an edition as it was published is told that it is whole."""
    assert main(["verify", str(screen_edition(edition, lang))]) == 0, capsys.readouterr().err
    assert "whole" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_carried_that_is_not_printed(lang: str) -> None:
    """A file carries no text of the dossier that its pages do not say."""
    content: dict[str, Any] = json.loads(handout(lang).attachments["printed.json"])
    keys = {one["key"] for one in content["texts"]}
    assert any(key.startswith("key_messages/") for key in keys)
    assert not any(key.endswith("/statement/1") for key in keys)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_wrong_number_of_a_translation_is_told(lang: str) -> None:
    """A number of a translated text that stands in no evidence is named."""
    one = carried(lang)
    altered = replace(one.texts[0], text="9753 адам погибли" if lang == "ru" else "9753 адам")
    _, found = recheck_texts(one.dossier, [altered], lang, one.place)
    assert [problem.code for problem in found] == ["text-unproved"]
    assert "9753" in found[0].message
