"""Make Django ready inside a command, with our environment and our logs."""

import os

import django

from stadspunt.project.opstart import logboek, postgres
from stadspunt.project.opstart.buiten import check_buiten
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, build_kindomgeving, find_geheim, prepare_data


def set_up_dienst(omgeving: Omgeving, dienst: str) -> None:
    """Make this process a part of a running StadsPunt; raises OpstartError when there is no database for it."""
    prepare_data(omgeving, proef=False)
    dsn = omgeving.database_url or postgres.find_dsn(omgeving.data)
    if dsn is None:
        raise OpstartError(
            "Er is geen database. Zet DATABASE_URL op een PostgreSQL van versie 15 of nieuwer, "
            "of start alles samen met: ./stadspunt start"
        )
    _load(omgeving, dsn, make_geheim=False)
    logboek.configure(dienst, omgeving.niveau)


def set_up_opdracht(omgeving: Omgeving, dsn: str, opdracht: str) -> None:
    """Make this process a short command on the database `dsn`; what it logs goes to a file, not between its answers."""
    _load(omgeving, dsn, make_geheim=True)
    logboek.configure(opdracht, omgeving.niveau, omgeving.logmap / f"{opdracht}.log")


def _load(omgeving: Omgeving, dsn: str, make_geheim: bool) -> None:
    os.environ.update(build_kindomgeving(omgeving, dsn, find_geheim(omgeving, make_geheim)))
    (omgeving.loopmap / "metingen").mkdir(exist_ok=True)
    django.setup()


def find_database(omgeving: Omgeving) -> str:
    """Return the DSN to work with: the outside one (checked), or the embedded server, started for us if need be."""
    if omgeving.database_url:
        check_buiten(omgeving.database_url)
        return omgeving.database_url
    return postgres.find_dsn(omgeving.data) or postgres.start(omgeving.data, tie_to_parent=True)
