"""Fuzzes one reader by what of it is covered: atheris, which the project does not require.

    pip install atheris             Linux, Python 3.11 to 3.13
    python tests/fuzzing/coverage_guided.py po -max_total_time=600

A finding is printed and its bytes are written to crash-… in the current folder: make it small and
put it into FOUND of test_fuzzed.py.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
for folder in ("", "tests/documents", "tests/press", "tests/fuzzing"):
    sys.path.insert(0, str(ROOT / folder))

import atheris  # type: ignore[import-not-found]  # noqa: E402
import targets  # noqa: E402


def main() -> None:
    """Run until the options of libFuzzer say that it is enough."""
    parser = targets.PARSERS[sys.argv.pop(1)]
    with atheris.instrument_imports(include=["report"]):  # what is loaded now is followed
        for seed in parser.seeds():
            parser.read(seed)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(parser.seeds()):
            (Path(folder) / str(number)).write_bytes(seed)
        options = ["-timeout=20", "-rss_limit_mb=2048", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, folder], parser.read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
