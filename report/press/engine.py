"""Starts WeasyPrint once in a process: our fonts alone, quick loading, our changes applied.

Knows where the faces are and how the library is loaded; nothing of documents.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes.util
import hashlib
import importlib
import io
import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.fonts import FontFolder
from report.press.resources import Resources

# Each of these can add folders of fonts or change how names are matched.
_FONTCONFIG_VARIABLES = ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "FC_LANG")


@dataclass
class Engine:
    """WeasyPrint with one font configuration, and the style sheets it has read so far."""

    fonts: FontFolder
    font_config: Any
    _sheets: dict[str, tuple[Any, dict[str, Any], dict[str, Any]]] = field(default_factory=dict)

    def sheet(self, css: str, fetcher: Any) -> tuple[Any, dict[str, Any], dict[str, Any]]:
        """Return the parsed style sheet with its counter styles and colour profiles.

        A sheet is read once in a process. One that asked for something is read anew each time,
        because what it got, or was refused, belongs to that reading.
        """
        from weasyprint import CSS

        key = hashlib.sha256(css.encode()).hexdigest()
        if key in self._sheets:
            return self._sheets[key]
        asked = len(fetcher.asked)
        counters: dict[str, Any] = {}
        profiles: dict[str, Any] = {}
        sheet = CSS(
            string=css,
            url_fetcher=fetcher,
            font_config=self.font_config,
            counter_style=counters,
            color_profiles=profiles,
        )
        read = (sheet, counters, profiles)
        if len(fetcher.asked) == asked:
            self._sheets[key] = read
        return read


_started: dict[str, Engine] = {}
# A font configuration removes its folder when it goes, for which the interpreter must still stand.
atexit.register(_started.clear)


def start(fonts: FontFolder) -> Engine:
    """Load WeasyPrint with `fonts` alone, or return what was loaded before.

    Errors: Stop(3) with `missing-pango` where its libraries are not installed, `wrong-renderer`
    where it is not the version our changes were made for.
    """
    key = str(fonts.config_path)
    if key not in _started:
        for name in _FONTCONFIG_VARIABLES:
            os.environ.pop(name, None)
        os.environ["FONTCONFIG_FILE"] = key
        _load()
        from weasyprint.text.fonts import FontConfiguration

        from report.press import weasyprint_70

        weasyprint_70.apply()
        _started[key] = Engine(fonts, FontConfiguration())
    return _started[key]


def _load() -> None:
    try:
        try:
            with _quick_library_search():
                _import_quietly()
        except OSError:
            _import_quietly()
    except OSError as error:
        reason = str(error).split(":")[0].split("\n")[0]
        raise Stop(3, problem("missing-pango", Place("Pango"), reason=reason)) from error
    ffi = importlib.import_module("weasyprint.text.ffi")
    if ffi.harfbuzz_subset is None:
        # Without it fonts are cut sixty times slower, and WeasyPrint warns at every one.
        reason = "libharfbuzz-subset is not there"
        raise Stop(3, problem("missing-pango", Place("Pango"), reason=reason))


def _import_quietly() -> None:
    """Import WeasyPrint without the advice that it prints when a library is missing."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        importlib.import_module("weasyprint")


@contextlib.contextmanager
def _quick_library_search() -> Iterator[None]:
    """Let a library be opened by its own name alone, for the time of the import.

    The standard search for another spelling of the name runs the compiler and the linker, six
    times in one import. WeasyPrint tries the exact names itself.
    """
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _no_other_name
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _no_other_name(name: str) -> str | None:  # noqa: ARG001
    return None


def fetcher_for(resources: Resources) -> Any:
    """Return the fetcher that serves `resources`; WeasyPrint must have been started."""
    from report.press.fetcher import Fetcher

    return Fetcher(resources)
