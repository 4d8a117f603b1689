"""Markdown as the dossier allows it: it never changes a fact, and never becomes a program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.prose import parse_prose
from report.model.prose import CiteMark, Emphasis, FigureMark, Link, ListBlock, Paragraph, Run, walk


def words(text: str) -> str:
    leaves = [leaf for p in parse_prose(text).paragraphs() for leaf in walk(p.inlines)]
    return "".join(leaf.text if isinstance(leaf, Run) else "\N{WHITE SQUARE}" for leaf in leaves)


AS_TYPED = [
    "1986. A year of fear.",
    "- one line with a dash",
    "2*3*4 and snake_case_word",
    "{{ 7*7 }} and {% raw %} and {Not an id}",
    "{{not-a-figure}}",
    "{{not-a-figure} and {not-a-figure}}",
    "<script>alert(1)</script> &lt;b&gt; &neg;",
    "# no heading",
    "> no quotation",
    "`no code` and ``` neither",
    "[x]: http://example.org",
    "[text](javascript:alert(1))",
    "[text](file:///etc/passwd)",
    "[text](data:text/html,x)",
    "| a | b |",
    "***",
    "[@Not-an-id] [@ id]",
    "http://example.org/a_b_c",
]


@pytest.mark.parametrize("text", AS_TYPED)
def test_what_is_not_allowed_stays_as_typed(text: str) -> None:
    """HTML, templates, headings, code, unsafe links and accidental lists are plain words."""
    assert words(text) == text


def test_marks_are_read() -> None:
    """`{id}` is a figure, `[@id, locator]` a citation, wherever they stand."""
    (paragraph,) = parse_prose("Of {deaths-200} *people*.[@doc, para. 5][@other]").paragraphs()
    assert paragraph.inlines == (
        Run("Of "),
        FigureMark("deaths-200"),
        Run(" "),
        Emphasis((Run("people"),)),
        Run("."),
        CiteMark("doc", "para. 5"),
        CiteMark("other"),
    )


def test_links_to_the_web_and_lists_that_are_meant_are_read() -> None:
    """Two items make a list, numbered ones from 1; http, https and mailto make a link."""
    prose = parse_prose("- a\n- b\n\n1. c\n2. d\n\n[x](https://e.org)")
    assert prose.blocks == (
        ListBlock((Paragraph((Run("a"),)), Paragraph((Run("b"),))), ordered=False),
        ListBlock((Paragraph((Run("c"),)), Paragraph((Run("d"),))), ordered=True),
        Paragraph((Link("https://e.org", (Run("x"),)),)),
    )


@given(st.text(alphabet='ab1 *_[]{}()@.,-<>&\\`#!\n"“”é', max_size=80))
def test_letters_and_digits_are_never_lost(text: str) -> None:
    """Whatever the Markdown, every letter and digit of the text is still there, in its order."""
    leaves = [leaf for p in parse_prose(text).paragraphs() for leaf in walk(p.inlines)]
    assert all(isinstance(leaf, Run | FigureMark | CiteMark) for leaf in leaves)
    kept = [
        leaf.text
        if isinstance(leaf, Run)
        else leaf.figure_id
        if isinstance(leaf, FigureMark)
        else leaf.id + leaf.locator
        for leaf in leaves
    ]
    expected = [c for c in text if c.isalnum()]
    if "Link(" not in repr(parse_prose(text)):  # the address of a link is no word of the text
        assert [c for c in "".join(kept) if c.isalnum()] == expected
