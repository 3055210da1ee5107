"""An outside PostgreSQL, named by DATABASE_URL: is it there, and is it new enough?"""

import psycopg
from psycopg import conninfo, errors

from stadspunt.project.opstart.foutmeldingen import OpstartError

MINIMUM = 15


def check_buiten(dsn: str) -> None:
    """Raise OpstartError with what to do when this database cannot be used."""
    try:
        plek = conninfo.conninfo_to_dict(dsn)
    except psycopg.ProgrammingError:
        raise OpstartError(
            "DATABASE_URL is geen geldig adres. Zo hoort het: postgresql://gebruiker:wachtwoord@computer:5432/stadspunt"
        ) from None
    naam = f"{plek.get('host', 'deze computer')}, poort {plek.get('port', 5432)}"
    try:
        with psycopg.connect(dsn, connect_timeout=5) as verbinding:
            versie = verbinding.info.server_version // 10000
    except psycopg.OperationalError as fout:
        raise _explain(fout, naam, str(plek.get("dbname", "stadspunt")), str(plek.get("user", ""))) from fout
    if versie < MINIMUM:
        raise OpstartError(f"De database op {naam} is PostgreSQL {versie}. StadsPunt heeft versie {MINIMUM} of nieuwer nodig.")


def _explain(fout: psycopg.OperationalError, naam: str, database: str, gebruiker: str) -> OpstartError:
    tekst = str(fout).lower()
    # While connecting, psycopg gives no SQLSTATE for what the server answers: only the text tells.
    if isinstance(fout, errors.InvalidPassword) or "password authentication" in tekst or "no password supplied" in tekst:
        return OpstartError(f"De database op {naam} weigert gebruiker '{gebruiker}'. Controleer het wachtwoord in DATABASE_URL.")
    if f'database "{database}" does not exist' in tekst:
        return OpstartError(f"Op {naam} bestaat geen database '{database}'. Maak die aan, of pas DATABASE_URL aan.")
    if "role" in tekst and "does not exist" in tekst:
        return OpstartError(f"Op {naam} bestaat geen gebruiker '{gebruiker}'. Maak die aan, of pas DATABASE_URL aan.")
    return OpstartError(
        f"De database op {naam} is niet bereikbaar. Controleer of PostgreSQL daar draait en of DATABASE_URL klopt."
    )
