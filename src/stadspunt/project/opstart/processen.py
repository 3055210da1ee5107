"""Recognise a process that we started before, also after a crash.

A pid alone proves nothing: the number may have been given to another program since.
So a process is known by its pid together with the moment it began.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LINUX = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Proces:
    """A process as seen now: `begin` is opaque, only fit to compare."""

    pid: int
    begin: str
    opdracht: tuple[str, ...]


def find_proces(pid: int) -> Proces | None:
    """Return the living process with this pid; None when there is none (a zombie is not alive)."""
    if pid <= 0:
        return None
    return _find_linux(pid) if LINUX else _find_ps(pid)


def _find_linux(pid: int) -> Proces | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        opdracht = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return None
    velden = stat[stat.rindex(")") + 2 :].split()  # the name between brackets may hold spaces
    if velden[0] in "ZX":
        return None
    return Proces(pid, velden[19], tuple(os.fsdecode(deel) for deel in opdracht.split(b"\0") if deel))


def _find_ps(pid: int) -> Proces | None:
    opdracht = ["ps", "-o", "state=", "-o", "lstart=", "-o", "command=", "-ww", "-p", str(pid)]
    omgeving = {**os.environ, "LC_ALL": "C"}
    regel = subprocess.run(opdracht, check=False, capture_output=True, text=True, env=omgeving).stdout.split()
    if len(regel) < 7 or regel[0].startswith("Z"):
        return None
    return Proces(pid, " ".join(regel[1:6]), tuple(regel[6:]))


def list_with_cwd(map_: Path) -> list[int]:
    """Return the pids that work in `map_` (Linux only; empty elsewhere): backends of a killed server do."""
    gevonden: list[int] = []
    if not LINUX:
        return gevonden
    for proces in Path("/proc").iterdir():
        if proces.name.isdigit():
            try:
                if Path(os.readlink(proces / "cwd")) == map_:
                    gevonden.append(int(proces.name))
            except OSError:
                continue  # gone meanwhile, or not ours to see
    return gevonden
