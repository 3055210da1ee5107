"""pg_dump and pg_restore, of the server's own major version: another one may write what cannot be read back, and say nothing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from psycopg import conninfo

from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.plek import source_bin

VARIABELE = "STADSPUNT_PG_PROGRAMMAS"


def find_programma(naam: str, hoofdversie: int) -> Path:
    """Return the program `naam` of exactly this major version; raises OpstartError when this computer has none."""
    for map_ in _list_mappen(hoofdversie):
        pad = map_ / naam
        if pad.is_file() and _read_hoofdversie(pad) == hoofdversie:
            return pad
    raise OpstartError(
        f"Uw database is PostgreSQL {hoofdversie} en op deze computer staat geen {naam} van die versie. Installeer die "
        f"(Debian en Ubuntu: apt install postgresql-client-{hoofdversie}), of zet in {VARIABELE} de map waar hij staat."
    )


def _list_mappen(hoofdversie: int) -> list[Path]:
    namen = [
        os.environ.get(VARIABELE, ""),
        str(source_bin()),
        f"/usr/lib/postgresql/{hoofdversie}/bin",
        f"/usr/pgsql-{hoofdversie}/bin",
        f"/opt/homebrew/opt/postgresql@{hoofdversie}/bin",
        f"/usr/local/opt/postgresql@{hoofdversie}/bin",
    ]
    if gevonden := shutil.which("pg_dump"):
        namen.append(str(Path(gevonden).parent))
    return [Path(naam) for naam in namen if naam]


def _read_hoofdversie(pad: Path) -> int:
    try:
        uitvoer = subprocess.run(  # noqa: S603 - a program that was found by its name
            [str(pad), "--version"], capture_output=True, text=True, timeout=20, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return 0
    gevonden = re.search(r"\(PostgreSQL\) (\d+)", uitvoer)
    return int(gevonden[1]) if gevonden else 0


def build_toegang(dsn: str, host: str = "", poort: int = 0) -> tuple[str, dict[str, str]]:
    """Return a connection string without its password, and the environment that holds that: arguments are for all to see.

    With `host` and `poort` the program meets the very server that we spoke to, when the DSN names several.
    """
    delen = conninfo.conninfo_to_dict(dsn)
    omgeving = {**os.environ, "LC_ALL": "C", "PGAPPNAME": "stadspunt reservekopie"}
    if wachtwoord := delen.pop("password", None):
        omgeving["PGPASSWORD"] = str(wachtwoord)
    if host and "," in str(delen.get("host", "")):
        delen.pop("hostaddr", None)
        delen |= {"host": host, "port": poort}
    return conninfo.make_conninfo(**delen), omgeving  # type: ignore[arg-type]
