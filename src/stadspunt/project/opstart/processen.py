"""Recognise a process that we started before, also after a crash.

A pid alone proves nothing: the number may have been given to another program since.
So a process is known by its pid together with the moment it began.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1


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


def exists(pid: int) -> bool:
    """Whether the number is taken, by the dead that nobody buried too."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
    regel = subprocess.run(opdracht, check=False, capture_output=True, text=True, env=omgeving).stdout.split()  # noqa: S603
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
                if (proces / "cwd").readlink() == map_:
                    gevonden.append(int(proces.name))
            except OSError:
                continue  # gone meanwhile, or not ours to see
    return gevonden


def list_with_mark(mark: str) -> list[int]:
    """Return the pids whose environment holds `mark` (Linux only; empty elsewhere), ourselves excepted."""
    gezocht = os.fsencode(mark)
    gevonden: list[int] = []
    for proces in Path("/proc").iterdir() if LINUX else ():
        if proces.name.isdigit() and int(proces.name) != os.getpid():
            try:
                if gezocht in (proces / "environ").read_bytes().split(b"\0"):
                    gevonden.append(int(proces.name))
            except OSError:
                continue  # gone meanwhile, or not ours to see
    return gevonden


def build_tie(teken: signal.Signals, tie: bool = True) -> Callable[[], None]:
    """Return the `preexec_fn` that gives a child its own session and, on Linux, our fate.

    With `tie` the kernel sends the child `teken` when the *thread* that starts it ends, kill -9
    of this process included: so start children from the main thread. The own session keeps
    Ctrl-C on the terminal away from the child: the supervisor decides who stops when.
    """
    ouder = os.getpid()
    libc = ctypes.CDLL(None)  # loaded before the fork: the child may only use what is there

    def detach() -> None:
        os.setsid()
        if tie and LINUX:
            libc.prctl(PR_SET_PDEATHSIG, int(teken))
            if os.getppid() != ouder:
                os._exit(1)  # the parent died before the line above

    return detach


def share_fate(teken: signal.Signals) -> None:
    """Let the kernel send *this* process `teken` when its parent ends (Linux; elsewhere nothing happens)."""
    if LINUX:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(teken))


def send(pid: int, teken: signal.Signals) -> None:
    """Send a signal; a process that is gone already is what we wanted."""
    with suppress(ProcessLookupError):
        os.kill(pid, teken)


def send_group(pid: int, teken: signal.Signals) -> None:
    """Send a signal to what is left of the process group that `pid` leads."""
    with suppress(ProcessLookupError, PermissionError):  # nobody left; macOS then answers with a refusal
        os.killpg(pid, teken)


def wait_until(klaar: Callable[[], bool], seconden: float, stap: float = 0.02) -> bool:
    """Look until `klaar` is true or the time is up; returns whether it became true."""
    einde = time.monotonic() + seconden
    while not klaar():
        if time.monotonic() > einde:
            return False
        time.sleep(stap)
    return True


def end_all(pids: Iterable[int], geduld: float) -> None:
    """Stop these processes: politely first, and after `geduld` seconds without asking."""
    over = [pid for pid in pids if find_proces(pid)]
    for pid in over:
        send(pid, signal.SIGTERM)
    wait_until(lambda: not any(find_proces(pid) for pid in over), geduld)
    for pid in over:
        if find_proces(pid):
            send(pid, signal.SIGKILL)
    wait_until(lambda: not any(find_proces(pid) for pid in over), 5)
