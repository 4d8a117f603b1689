"""A PDF page -> every operator that paints on it, wherever it stands, with the place it paints at.

Follows groups, patterns and masks. Knows the operators of ISO 32000-1, annex A; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

# Streams may name each other in a ring; no page of ours nests half as deep.
_DEEPEST = 16


@dataclass(frozen=True)
class Step:
    """One operator: `resources` are those it names things in, `matrix` leads to the page.

    The operator `group` is ours: it stands where the content of a form, pattern or page begins,
    with that stream or page as its operand. `in_mask` tells of what only masks and is not printed.
    """

    operator: str
    operands: Any
    resources: Any
    matrix: pikepdf.Matrix
    in_mask: bool = False


def steps(page: pikepdf.Page) -> Iterator[Step]:
    """Yield the operators of a page in the order in which they paint."""
    start = Step("group", [page.obj], page.resources, pikepdf.Matrix())
    yield from _steps(start, 0)


def named(resources: Any, kind: str, name: Any) -> Any:
    """Return a resource such as `/XObject` by name, None where there is none."""
    kinds = resources.get(kind) if resources is not None else None
    return kinds.get(str(name)) if kinds is not None else None


def _steps(start: Step, depth: int) -> Iterator[Step]:
    yield start
    if depth > _DEEPEST:
        return
    matrix, saved = start.matrix, []
    for instruction in pikepdf.parse_content_stream(start.operands[0]):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            saved.append(matrix)
        elif operator == "Q" and saved:
            matrix = saved.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*(float(part) for part in operands)) @ matrix
        step = Step(operator, operands, start.resources, matrix, start.in_mask)
        yield step
        for inner, is_mask in _inner(step):
            # A pattern is laid out from where its page or form begins, not from what it fills.
            base = start.matrix if operator in ("scn", "SCN") else matrix
            place = pikepdf.Matrix(inner.Matrix) @ base if "/Matrix" in inner else base
            theirs = inner.get("/Resources", start.resources)
            group = Step("group", [inner], theirs, place, start.in_mask or is_mask)
            yield from _steps(group, depth + 1)


def _inner(step: Step) -> Iterator[tuple[Any, bool]]:
    """Yield the streams that an operator brings in, and whether they only mask."""
    operator, operands, resources = step.operator, step.operands, step.resources
    if operator == "Do":
        found = named(resources, "/XObject", operands[0])
        if found is not None and found.get("/Subtype") == "/Form":
            yield found, False
    elif operator in ("scn", "SCN") and operands and isinstance(operands[-1], pikepdf.Name):
        found = named(resources, "/Pattern", operands[-1])
        if found is not None and found.get("/PatternType") == 1:
            yield found, False
    elif operator == "gs":
        state = named(resources, "/ExtGState", operands[0])
        mask = state.get("/SMask") if state is not None else None
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            yield mask.G, True
