"""YAML as placed nodes: nothing is turned into something else, nothing hostile costs anything."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from report.model.place import Place
from report.model.problem import Problems


def read(source: str | bytes) -> tuple[Node | None, list[str]]:
    problems = Problems()
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    node = read_nodes(data, "a.yaml", problems)
    return node, [p.code for p in problems]


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return str(node.text)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {str(key): plain(value) for key, value in node.items}


@pytest.mark.parametrize("word", ["no", "010", "2_600", "12:30", "2022-01", "2,600", "~", "1e3"])
def test_a_scalar_stays_what_was_written(word: str) -> None:
    """No scalar is turned into a boolean, a number or a date."""
    node, codes = read(f"a: {word}\n")
    assert plain(node) == {"a": word}
    assert not codes


REFUSED = {
    "unclosed": ('a: "b', "yaml-syntax"),
    "tab": ("a:\n\t- b", "yaml-syntax"),
    "two documents": ("a: 1\n---\nb: 2\n", "yaml-documents"),
    "tag": ("a: !!python/object:os.system x", "yaml-tag"),
    "local tag": ("a: !x y", "yaml-tag"),
    "unknown alias": ("a: *b", "yaml-alias"),
    "list as key": ("? [a]\n: b", "yaml-key"),
    "duplicate key": ("a: 1\na: 2", "duplicate-key"),
    "lost text": ("title: Case #7", "hash-in-text"),
    "bidi control": ("a: b\u202ec", "forbidden-character"),
    "line separator": ("a: b\u2028c: d", "forbidden-character"),
    "next line": ("a: b\u0085c: d", "forbidden-character"),
    "tag character": ("a: b\U000e0041", "forbidden-character"),
    "private use": ("a: \ue000", "forbidden-character"),
    "control character": ("a: \x07", "forbidden-character"),
    "latin-1": (b"a: caf\xe9", "wrong-encoding"),
    "utf-16": ("a: b".encode("utf-16"), "wrong-encoding"),
    "deep": ("[" * 50_000, "yaml-depth"),
    "deep keys": ("".join("  " * n + "a:\n" for n in range(40)), "yaml-depth"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_has_its_code_and_costs_nothing(name: str) -> None:
    """Malformed and hostile YAML is a problem with a place, within a second."""
    source, code = REFUSED[name]
    started = time.process_time()
    _, codes = read(source)
    assert code in codes
    assert time.process_time() - started < 1


def test_expansion_is_bounded() -> None:
    """Aliases that double nine times over are refused, not expanded."""
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    started = time.process_time()
    _, codes = read("\n".join(lines))
    assert codes == ["yaml-expansion"]
    assert time.process_time() - started < 1


def test_merge_keys_are_plain_keys() -> None:
    """`<<` merges nothing: it is a key that no record knows."""
    node, _ = read("a: &a {b: c}\nd:\n  <<: *a\n")
    assert plain(node) == {"a": {"b": "c"}, "d": {"<<": {"b": "c"}}}


@pytest.mark.parametrize("source", ["\ufeffa: b\n", "a: b\r\n", "a: b # a remark\n", "a: b #!x\n"])
def test_marks_of_editors_are_accepted(source: str) -> None:
    """A byte order mark, Windows line ends and remarks change nothing."""
    node, codes = read(source)
    assert plain(node) == {"a": "b"}
    assert not codes


def test_a_part_of_a_text_is_found_at_its_line_and_column() -> None:
    """A problem can point at the very words, in every way that YAML writes a text."""
    source = 'a: one two\nb: "three four"\nc: |\n  five\n  six seven\nd: >\n  eight\n  nine\n'
    node, _ = read(source)
    assert isinstance(node, Mapping)
    texts = {str(key): value.text for key, value in node.items if isinstance(value, Scalar)}
    assert texts["a"].place_of("two") == Place("a.yaml", 1, 8)
    assert texts["b"].place_of("four") == Place("a.yaml", 2, 11)
    assert texts["c"].place_of("seven") == Place("a.yaml", 5, 7)
    assert texts["d"].place_of("nine") == Place("a.yaml", 8, 3)


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_no_input_raises(source: str | bytes) -> None:
    """Whatever a file holds, the reader gives a node or problems, never an exception."""
    node, codes = read(source)
    assert node is None or isinstance(node, Scalar | Sequence | Mapping)
    assert all(isinstance(code, str) for code in codes)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text("abc é#:-", max_size=20))
)
def test_quoted_texts_are_read_back(values: dict[str, str]) -> None:
    """A text in quotation marks is read back character by character."""
    source = "".join(f"{key}: '{value}'\n" for key, value in values.items())
    node, codes = read(source)
    if values:
        assert plain(node) == values
        assert not codes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: “Olmar: a march”\n", "a curly quotation mark"),
        ("organisation:\n\tname: x\n", "a tab stands where spaces must be"),
        ("title: Olmar: a march\n", "a colon stands where no key can be"),
    ],
)
def test_what_a_writing_program_puts_there_is_named(text: str, why: str) -> None:
    """A curly quotation mark and a tab are told by name."""
    problems = Problems()
    assert read_nodes(text.encode(), "dossier.yaml", problems) is None
    assert why in next(iter(problems)).message
