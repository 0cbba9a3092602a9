"""Where the binary lies that was installed with this package."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Iterator


def binary() -> Path:
    """The binary: the one that ``WATERWHEEL`` names, else the one installed with this package, else the one on PATH.

    Raises FileNotFoundError, which says where it was looked for.
    """
    named = os.environ.get("WATERWHEEL")
    if named:
        if not os.access(named, os.X_OK):
            raise FileNotFoundError(f"WATERWHEEL names {named}, which cannot be run")
        return Path(named)
    places = list(dict.fromkeys(_places()))
    for place in places:
        program = place / "waterwheel"
        if os.access(program, os.X_OK):
            return program
    found = shutil.which("waterwheel")
    if found:
        return Path(found)
    looked = ", ".join(map(str, places))
    raise FileNotFoundError(f"there is no waterwheel in {looked} or on PATH: install the package again")


def _places() -> Iterator[Path]:
    """Where installers put programs: the environment's folder, that of ``--target`` and ``--prefix``, the user's."""
    yield Path(sysconfig.get_path("scripts"))
    package = Path(__file__).resolve().parent
    yield package.parent / "bin"
    if len(package.parents) > 3:
        yield package.parents[3] / "bin"
    yield Path(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")) if sys.version_info >= (3, 10)
               else sysconfig.get_path("scripts", "posix_user"))
