"""The data of the embedded server: made once, opened to one user, holding one database."""

import os
import pwd
import shutil
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import quote

import psycopg

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_output
from stadspunt.project.opstart.plek import Plek

ROL = "stadspunt"
DATABASE = "stadspunt"
HOOFDVERSIE = "18"
INGEBOUWD_VERSIE = "18.6"
INGEBOUWD_VAN = date(2026, 9, 7)  # when the programs in the wheel were built
OMGEVING = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def _run_programma(plek: Plek, programma: str, *argumenten: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the server as its own user, with a clean environment."""
    return subprocess.run(  # noqa: S603 - our own program, no shell
        [str(plek.bin / programma), *argumenten],
        check=False,
        env=OMGEVING,
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        **plek.uitvoerder,
    )


def dsn_of(plek: Plek, database: str = DATABASE) -> str:
    """Return the DSN of `database` at this place."""
    return f"postgresql://{ROL}@/{database}?host={quote(str(plek.run), safe='/')}"


def make_cluster(plek: Plek) -> None:
    """Make the data folder when there is none; refuse one of another major version."""
    versie = plek.data / "PG_VERSION"
    if versie.exists():
        if (gevonden := versie.read_text().strip()) != HOOFDVERSIE:
            raise OpstartError(
                f"De gegevens in {plek.data} zijn gemaakt met PostgreSQL {gevonden}; deze StadsPunt brengt "
                f"{HOOFDVERSIE} mee. Zet ze eerst over (zie docs/beheer.md) of kies met --data een andere map."
            )
        return
    # initdb writes PG_VERSION early: only the rename says that it was finished.
    half = plek.data.with_name("postgres.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    give_to_server(plek, half)
    klaar = _run_programma(
        plek, "initdb", "-D", str(half), "-U", ROL, "-E", "UTF8", "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8", "--locale=C", "--auth=peer", "--data-checksums", "--no-instructions",
        "--text-search-config=dutch",
    )  # fmt: skip
    if klaar.returncode:
        shutil.rmtree(half, ignore_errors=True)
        plek.log.write_text(klaar.stdout + klaar.stderr, "utf-8")
        anders = f"De database kan niet worden aangemaakt. De reden staat in {plek.log}."
        raise explain_output(klaar.stderr, plek.data.parent, anders)
    half.rename(plek.data)


def write_access(plek: Plek) -> None:
    """Let only root and the user who runs us connect: the kernel says who is at the other end of the socket."""
    try:
        namen = {"root", pwd.getpwuid(os.geteuid()).pw_name}
    except KeyError:
        raise OpstartError(
            f"Deze computer kent geen gebruiker met nummer {os.geteuid()}. Start StadsPunt als een gewone gebruiker."
        ) from None
    _replace(plek, "pg_hba.conf", f"local all {ROL} peer map=stadspunt\n")
    _replace(plek, "pg_ident.conf", "".join(f'stadspunt "{naam}" {ROL}\n' for naam in sorted(namen)))


def make_database(plek: Plek) -> None:
    """Make the database when it is not there yet; raises OpstartError when the server refuses."""
    try:
        with psycopg.connect(dsn_of(plek, "postgres"), autocommit=True, connect_timeout=30) as verbinding:
            if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                verbinding.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.Error as fout:
        raise explain_output(str(fout), plek.data.parent, f"De databaseserver weigert: {fout}") from fout


def give_to_server(plek: Plek, pad: Path) -> None:
    """Make the server's user the owner of `pad`."""
    if plek.uitvoerder:
        os.chown(pad, plek.uitvoerder["user"], plek.uitvoerder["group"])


def _replace(plek: Plek, naam: str, inhoud: str) -> None:
    doel = plek.data / naam
    if doel.exists() and doel.read_text("utf-8") == inhoud:
        return
    half = plek.data / f"{naam}.half"
    half.write_text(inhoud, "utf-8")
    half.chmod(0o600)
    give_to_server(plek, half)
    half.rename(doel)
