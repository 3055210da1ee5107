"""`stadspunt upgrade`: from the tables that stand there to those of this version: look, keep, change, look again, or go back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from stadspunt.project.opdrachten.backup import say
from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opdrachten.restore import demand_naam, keep_safe
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.slot import find_holder
from stadspunt.project.opstart.tijdelijk import borrow_database
from stadspunt.project.reservekopie.bundel import check_bestand
from stadspunt.project.reservekopie.herstelmerk import HALF, has_merk, remove_merk
from stadspunt.project.reservekopie.manifest import Tabel
from stadspunt.project.reservekopie.plaats import choose_naam, demand_ruimte, find_laatste, own_kopieen, read_plaats
from stadspunt.project.versie import VERSIE

GEBRUIK = "Zo werkt het: ./stadspunt upgrade  of, om terug te gaan: ./stadspunt upgrade --terug"
AANLEIDING = "upgrade"


@dataclass(frozen=True, slots=True)
class Stand:
    """What stood there before anything changed."""

    versie: str
    nog_te_doen: int
    tabellen: dict[str, Tabel]


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Upgrade, or go back with `--terug`; returns the exit code."""
    if woorden not in {(), ("--terug",)}:
        raise OpstartError(GEBRUIK)
    prepare_data(omgeving)
    if not omgeving.database_url and find_holder(omgeving.data):
        raise OpstartError(f"Op de gegevens in {omgeving.data} draait StadsPunt. Stop dat eerst (Ctrl-C). Er is niets veranderd.")
    with borrow_database(omgeving, "upgrade"):
        dsn = find_database(omgeving)
        set_up_opdracht(omgeving, dsn, "upgrade")
        with psycopg.connect(dsn, autocommit=True) as verbinding:
            demand_stil(verbinding)
            return go_back(omgeving, verbinding, dsn) if woorden else go_on(omgeving, verbinding)


def demand_stil(verbinding: psycopg.Connection[Any]) -> None:
    """Raise OpstartError while anybody else works with the database: code of two versions must not write at the same time."""
    from stadspunt.project.reservekopie.terugzetten import count_anderen

    if anderen := count_anderen(verbinding):
        raise OpstartError(
            f"Er zijn nog {anderen} andere verbindingen met deze database. Laat StadsPunt op elke computer zijn werk afmaken en "
            "stoppen (systemctl stop stadspunt.target) en probeer het opnieuw. Er is niets veranderd."
        )


def go_on(omgeving: Omgeving, verbinding: psycopg.Connection[Any]) -> int:
    """Check, keep, migrate and verify; returns 0 when all is well."""
    from stadspunt.project.opdrachten.migrate import collect_static, migrate

    stand = look(verbinding)
    if not stand.nog_te_doen:
        migrate()
        collect_static()
        say(f"De tabellen zijn al van versie {VERSIE}. Er is niets te doen.")
        return 0
    say(f"Van versie {stand.versie} naar {VERSIE}: {stand.nog_te_doen} stappen voor de tabellen.")
    keep(omgeving, verbinding)
    say("De tabellen worden bijgewerkt.")
    migrate()
    collect_static()
    if klachten := verify(verbinding, stand):
        say("NIET GOED. Na het bijwerken klopt dit niet:\n" + "\n".join(f"- {een}" for een in klachten))
        say("Ga terug met: ./stadspunt upgrade --terug")
        return 1
    say(f"Klaar: dit is nu versie {VERSIE}. Alles wat er stond, staat er nog. Start StadsPunt weer.")
    return 0


def look(verbinding: psycopg.Connection[Any]) -> Stand:
    """Return what stands there; raises OpstartError when this cannot be upgraded."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from stadspunt.project.reservekopie.maken import find_versie
    from stadspunt.project.reservekopie.telling import count_tabellen, list_migraties, prepare_transactie

    if has_merk(verbinding):
        raise OpstartError(HALF)
    if not list_migraties(verbinding):
        raise OpstartError(
            "Deze database is leeg. Er is niets om bij te werken: gebruik ./stadspunt start of ./stadspunt migrate."
        )
    executor = MigrationExecutor(connection)
    if onbekend := set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations):
        app, naam = sorted(onbekend)[0]
        raise OpstartError(
            f"De tabellen zijn van een nieuwere versie: deze StadsPunt kent {app}.{naam} niet. Zet die versie neer."
        )
    nog = executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    with verbinding.transaction():
        prepare_transactie(verbinding)
        return Stand(find_versie(verbinding), len(nog), count_tabellen(verbinding, frozenset()) if nog else {})


def keep(omgeving: Omgeving, verbinding: psycopg.Connection[Any]) -> Path:
    """Make the copy to go back to; raises OpstartError, and then nothing was changed."""
    from django.db import connection

    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.project.reservekopie.boekhouding import note_kopie
    from stadspunt.project.reservekopie.maken import make_kopie

    plaats = read_plaats(omgeving)
    rij = verbinding.execute("SELECT pg_database_size(current_database())").fetchone()
    with own_kopieen(plaats.map):
        demand_ruimte(plaats.map, int(rij[0]) if rij else 0, "het bijwerken met de reservekopie ervoor")
        kopie = make_kopie(plaats.map / choose_naam(get_moment(), AANLEIDING), get_moment(), lambda _: None)
        note_kopie(kopie, AANLEIDING, 0)
    connection.close()
    say(f"Wat er stond, is bewaard in {kopie.pad}.")
    return kopie.pad


def verify(verbinding: psycopg.Connection[Any], stand: Stand) -> list[str]:
    """Return what is not as it should be after the change, in Dutch: rows that are gone, checks that fail."""
    from django.core.checks import Error, run_checks

    from stadspunt.project.gezondheid.controles import check_database, check_migraties
    from stadspunt.project.reservekopie.telling import count_tabellen, list_achterlopende_reeksen, prepare_transactie

    with verbinding.transaction():
        prepare_transactie(verbinding)
        klachten = compare_aantallen(stand.tabellen, count_tabellen(verbinding, frozenset()))
        klachten += [f"de nummering van {kolom} loopt achter" for kolom in list_achterlopende_reeksen(verbinding)]
    klachten += [klacht for controle in (check_database, check_migraties) if (klacht := controle())]
    return klachten + [str(fout.msg) for fout in run_checks(databases=["default"]) if isinstance(fout, Error)]


def compare_aantallen(toen: dict[str, Tabel], nu: dict[str, Tabel]) -> list[str]:
    """Return each table that lost rows. More rows, or another content, is what a migration may be for."""
    return [
        f"tabel {naam}: {tabel.rijen} rijen ervoor, {nu[naam].rijen} erna"
        for naam, tabel in sorted(toen.items())
        if naam in nu and nu[naam].rijen < tabel.rijen
    ] + [f"tabel {naam} met {tabel.rijen} rijen is weg" for naam, tabel in sorted(toen.items()) if naam not in nu and tabel.rijen]


def go_back(omgeving: Omgeving, verbinding: psycopg.Connection[Any], dsn: str) -> int:
    """Put back the copy that was made before the last upgrade, as it was; returns 0 when it is the same."""
    from stadspunt.project.reservekopie.terugzetten import hold_oude_post, load_all, wipe

    pad = find_laatste(read_plaats(omgeving).map, AANLEIDING)
    if pad is None:
        raise OpstartError(f"In {read_plaats(omgeving).map} staat geen reservekopie van voor een upgrade. Er is niets veranderd.")
    manifest = check_bestand(pad)
    say(f"Terug naar versie {manifest.versie}, met de stand van {manifest.moment:%d-%m-%Y %H:%M} UTC. Wat daarna is gedaan, "
        "staat dan alleen nog in de reservekopie die nu wordt gemaakt.")  # fmt: skip
    if not has_merk(verbinding):
        demand_naam(verbinding.info.dbname)
        keep_safe(omgeving)
    wipe(verbinding)
    if verschillen := load_all(pad, manifest, dsn, verbinding.info.server_version // 10000, omgeving.data):
        say("NIET GOED. Dit is niet gelijk aan wat er bewaard is:\n" + "\n".join(f"- {een}" for een in verschillen))
        return 1
    hold_oude_post(verbinding, manifest)
    remove_merk(verbinding)
    say(f"Gelijk. De tabellen zijn weer van versie {manifest.versie}. Zet nu de code van die versie neer en start weer. "
        "Uitgaande mail die toen wachtte, staat stil of onder Vraagt aandacht (Beheer, Verzonden).")  # fmt: skip
    return 0
