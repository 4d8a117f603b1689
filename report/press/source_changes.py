"""Changes of functions of a library, each made sure of by the hash of the source it was made for.

Knows nothing of what is changed, nor why.
"""

from __future__ import annotations

import hashlib
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from report.model.place import Place
from report.model.problem import Stop, problem

# Where a function is named, its name, the hash of its source, and what makes ours of that source.
Change = tuple[object, str, str, Callable[[str], Any]]


def wrong_renderer(reason: str) -> Stop:
    """Return Stop(3) with `wrong-renderer`."""
    return Stop(3, problem("wrong-renderer", Place("weasyprint"), reason=reason))


def source_of(owner: object, name: str, digest: str) -> str:
    """Return the source of a function, made sure to be the one we know; Stop(3) if it is not."""
    try:
        source = textwrap.dedent(inspect.getsource(getattr(owner, name)))
    except (AttributeError, OSError, TypeError) as error:
        raise wrong_renderer(f"{name} cannot be read") from error
    found = hashlib.sha256(source.encode()).hexdigest()[:16]
    if found != digest:
        raise wrong_renderer(f"{name} has another source ({found})")
    return source


def edited(
    module: Any, name: str, *edits: tuple[str, str], using: Callable[..., object] | None = None
) -> Callable[[str], Any]:
    """Return a maker of the function `name` of `module` with passages of its source changed.

    `using` is a function of ours that the changed passages call by its name.
    """

    def make(source: str) -> Any:
        for old, new in edits:
            if source.count(old) != 1:
                raise wrong_renderer(f"{name} lacks the passage to change")
            source = source.replace(old, new)
        if using is not None:
            module.__dict__[using.__name__] = using
        made: dict[str, Any] = {}
        code = compile(source, f"<{name}, changed>", "exec")
        exec(code, module.__dict__, made)  # noqa: S102
        return made[name]

    return make
