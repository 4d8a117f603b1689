"""A command that is ended at any point loses nothing: see `kills.py` for two hundred of each."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path


def test_a_command_that_is_killed_loses_nothing() -> None:
    """Build, import and acceptance are ended at random points; what is left is whole each time."""
    script = Path(__file__).parent / "kills.py"
    done = subprocess.run(
        [sys.executable, str(script), "4", str(random.randrange(10**6))],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no file torn or lost" in done.stdout
