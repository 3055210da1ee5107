"""`stadspunt restore`: a copy put back on an empty machine, compared by count and by content."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from stadspunt.project.opdrachten.backup import say
from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.slot import find_holder
from stadspunt.project.opstart.tijdelijk import borrow_database
from stadspunt.project.reservekopie.bundel import check_bestand
from stadspunt.project.reservekopie.herstelmerk import remove_merk
from stadspunt.project.reservekopie.laden import demand_versie
from stadspunt.project.reservekopie.manifest import Manifest
from stadspunt.project.reservekopie.plaats import choose_naam, demand_ruimte, own_kopieen, read_plaats

GEBRUIK = "Zo werkt het: ./stadspunt restore BESTAND [--over-bestaande-heen]"


@dataclass(frozen=True, slots=True)
class Vraag:
    """What somebody asked."""

    pad: Path
    over: bool


def read_vraag(woorden: tuple[str, ...]) -> Vraag:
    """Return what the words ask; raises OpstartError."""
    paden = [woord for woord in woorden if not woord.startswith("-")]
    if len(paden) != 1 or {woord for woord in woorden if woord.startswith("-")} - {"--over-bestaande-heen"}:
        raise OpstartError(GEBRUIK)
    return Vraag(Path(paden[0]).expanduser().absolute(), "--over-bestaande-heen" in woorden)


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Restore; returns 0 when everything is the same as it was kept."""
    vraag = read_vraag(woorden)
    say("De reservekopie wordt gecontroleerd.")
    manifest = check_bestand(vraag.pad)
    say(f"De reservekopie is heel: versie {manifest.versie}, stand van {manifest.moment:%d-%m-%Y %H:%M} UTC, "
        f"{manifest.rijen} rijen, {manifest.documenten.aantal} documenten.")  # fmt: skip
    prepare_data(omgeving)
    if not omgeving.database_url and find_holder(omgeving.data):
        raise OpstartError(f"Op de gegevens in {omgeving.data} draait StadsPunt. Stop dat eerst (Ctrl-C). Er is niets veranderd.")
    with borrow_database(omgeving, "restore"):
        dsn = find_database(omgeving)
        set_up_opdracht(omgeving, dsn, "restore")
        from stadspunt.project.reservekopie.terugzetten import demand_bekend

        demand_bekend(manifest)
        with psycopg.connect(dsn, autocommit=True) as verbinding:
            make_room(omgeving, verbinding, manifest, vraag.over)
            return put_back(omgeving, verbinding, dsn, vraag.pad, manifest)


def make_room(omgeving: Omgeving, verbinding: psycopg.Connection[Any], manifest: Manifest, over: bool) -> None:
    """See to it that the database may be filled: empty, or kept safe and given up by name. Raises OpstartError."""
    from stadspunt.project.reservekopie.terugzetten import count_anderen, is_leeg

    demand_versie(manifest, verbinding.info.server_version // 10000)
    if not omgeving.database_url:
        demand_ruimte(omgeving.data, manifest.database_bytes, "het terugzetten")
    if anderen := count_anderen(verbinding):
        raise OpstartError(
            f"Er zijn nog {anderen} andere verbindingen met deze database. Stop StadsPunt op elke computer, ook de diensten, "
            "en probeer het opnieuw. Er is niets veranderd."
        )
    if is_leeg(verbinding):
        return
    if not over:
        raise OpstartError(
            "Deze database is niet leeg. Terugzetten kan alleen in een lege database, of met --over-bestaande-heen: "
            "dan wordt eerst bewaard wat er staat. Er is niets veranderd."
        )
    demand_naam(verbinding.info.dbname)
    keep_safe(omgeving)


def demand_naam(database: str) -> None:
    """Ask on the terminal to type the name of the database; raises OpstartError when it was not typed."""
    say(f"Alles in de database '{database}' wordt vervangen. Typ de naam van de database om door te gaan:")
    try:
        getypt = input().strip()
    except EOFError:
        getypt = ""
    if getypt != database:
        raise OpstartError("De naam is niet getypt. Er is niets veranderd.")


def keep_safe(omgeving: Omgeving) -> None:
    """Make a copy of what stands there before it is replaced; raises OpstartError when that does not work."""
    from django.db import connection

    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.project.reservekopie.maken import make_kopie

    plaats = read_plaats(omgeving)
    with own_kopieen(plaats.map):
        kopie = make_kopie(plaats.map / choose_naam(get_moment(), "herstel"), get_moment(), lambda _: None)
    connection.close()
    say(f"Wat er stond, is bewaard in {kopie.pad}.")


def put_back(omgeving: Omgeving, verbinding: psycopg.Connection[Any], dsn: str, pad: Path, manifest: Manifest) -> int:
    """Wipe, load, compare, bring up to date, and take the mark away; returns the exit code."""
    from stadspunt.project.opdrachten.migrate import collect_static, migrate
    from stadspunt.project.reservekopie.terugzetten import load_all, settle, wipe

    wipe(verbinding)
    say("De gegevens worden teruggezet en vergeleken.")
    verschillen = load_all(pad, manifest, dsn, verbinding.info.server_version // 10000, omgeving.data)
    if verschillen:
        say("NIET GOED. Dit is niet gelijk aan wat er bewaard is:\n" + "\n".join(f"- {een}" for een in verschillen))
        say("StadsPunt start niet op deze database. Zet een andere reservekopie terug.")
        return 1
    say(f"Gelijk: {len(manifest.tabellen)} tabellen met {manifest.rijen} rijen en {manifest.documenten.aantal} documenten, "
        "geteld en vergeleken op inhoud.")  # fmt: skip
    migrate(herstel=True)
    settle(manifest)
    remove_merk(verbinding)
    collect_static()
    say("Uitgaande mail staat stil: wat na de stand van de reservekopie is verstuurd, zou anders nog eens weggaan. "
        "Een beheerder geeft de mail vrij in Beheer, Verzonden. Iedereen meldt zich opnieuw aan.")  # fmt: skip
    return 0
