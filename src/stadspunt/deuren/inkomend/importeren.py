"""`stadspunt import`: one's own mail and one's own list of contacts, as often as one likes, without doubles."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from django.db import InterfaceError, OperationalError

from stadspunt.bronnen.organisatie.queries import list_gemeenten, list_kanalen, list_medewerkers, list_teams
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.deuren.inkomend.contactbestand import BestandOnleesbaarError, Bestandsregel, read_contactbestand
from stadspunt.deuren.inkomend.maildozen import Stuk, check_grootte, check_stuk, list_stukken
from stadspunt.deuren.inkomend.verslag import DUBBEL, GEWEIGERD, NIEUW, Verslag
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.intake.actions.inlezen import register_contactregel
from stadspunt.stromen.intake.actions.ontvangen import receive_ontvangst
from stadspunt.stromen.intake.queries.adressering import load_adresboek
from stadspunt.stromen.intake.rules.adresboek import Adresboek
from stadspunt.stromen.intake.rules.adressen import parse_adressen
from stadspunt.stromen.intake.rules.contactregel import (
    Keuzelijsten,
    compute_regelsleutel,
    parse_contactregel,
)
from stadspunt.stromen.intake.rules.kopregels import read_kopregels
from stadspunt.stromen.intake.rules.ontvangst import Binnenkomst, Envelop, Herkomst, Ontvangstsoort

_GEEN_GEMEENTE = "Er is nog geen gemeente. Start eerst met ./stadspunt start, of maak een gemeente aan."


class Voortgang(Protocol):
    """A progress bar: call it with how much is done and how much there is; `wis` takes it away."""

    def __call__(self, klaar: int, totaal: int) -> None: ...

    def wis(self) -> None: ...


def import_mail(paden: Sequence[Path], voortgang: Voortgang, is_aan_het_werk: Callable[[], bool] = lambda: False) -> int:
    """Take in raw messages from files, folders, Maildirs and mboxes; returns the exit code.

    A bad one is told in the report and does not stop the others. Nobody gets a receipt for old mail.
    `is_aan_het_werk` says whether a worker is there to process what was taken in.
    """
    adresboek = load_adresboek()
    gemeenten = list_gemeenten()
    if not gemeenten:
        print(_GEEN_GEMEENTE, file=sys.stderr)
        return 1
    stukken = list_stukken(paden)
    with Verslag("mail") as verslag:
        for nummer, stuk in enumerate(stukken, start=1):
            verslag.add(stuk.bron, *_import_stuk(stuk, adresboek, gemeenten[0].id))
            voortgang(nummer, len(stukken))
    voortgang.wis()
    wanneer = "nu" if is_aan_het_werk() else "zodra het draait"
    return verslag.tell("berichten", f"StadsPunt verwerkt de nieuwe berichten {wanneer}.")


def _import_stuk(stuk: Stuk, adresboek: Adresboek, gemeente_id: int) -> tuple[str, str]:
    """Take in one message; returns outcome and explanation."""
    try:
        reden = check_grootte(stuk)
        ruw = b"" if reden else stuk.read()
        reden = reden or check_stuk(ruw)
        if reden:
            return GEWEIGERD, reden
        binnenkomst = Binnenkomst(
            Ontvangstsoort.EMAIL, ruw, Envelop(Herkomst.IMPORT), _find_gemeente(ruw, adresboek) or gemeente_id
        )
        ontvangen = receive_ontvangst(build_systeem("import", get_moment()), binnenkomst)
    except (OperationalError, InterfaceError):
        raise  # without a database no message can be taken in
    except OSError as fout:
        return GEWEIGERD, f"Het bestand is niet te lezen ({fout.strerror})."
    except Exception as fout:
        return GEWEIGERD, f"Opslaan lukt niet ({type(fout).__name__})."
    return (NIEUW, "") if ontvangen.nieuw else (DUBBEL, "Dit bericht was er al.")


def _find_gemeente(ruw: bytes, adresboek: Adresboek) -> int | None:
    """Return the municipality to which the message is addressed, None when its header names none."""
    kop = read_kopregels(ruw, 0, len(ruw))
    velden = [veld for naam in ("delivered-to", "x-original-to", "to", "cc") for veld in kop.get_all(naam)]
    for adres in parse_adressen(velden).eerste:
        if (gemeente_id := adresboek.find_gemeente(adres.adres)) is not None:
            return gemeente_id
    return None


def import_contacten(bestand: Path, voortgang: Voortgang) -> int:
    """Register old contacts from a CSV file; returns the exit code. Run again, it registers only what is new or was mended."""
    try:
        regels = read_contactbestand(bestand)
        lijsten = _load_lijsten()
    except BestandOnleesbaarError as fout:
        print(fout, file=sys.stderr)
        return 1
    if not lijsten:
        print(_GEEN_GEMEENTE, file=sys.stderr)
        return 1
    voorkomens: Counter[str] = Counter()
    with Verslag("contacten") as verslag:
        for nummer, regel in enumerate(regels, start=1):
            verslag.add(f"regel {regel.nummer}", *_import_regel(regel, lijsten, voorkomens))
            voortgang(nummer, len(regels))
    voortgang.wis()
    return verslag.tell("regels")


def _load_lijsten() -> dict[str, tuple[int, Keuzelijsten]]:
    """Return for each municipality (by code and by name) what its lines may choose from."""
    kanalen: dict[str, int] = {}
    for kanaal in list_kanalen():
        kanalen |= {kanaal.slug.lower(): kanaal.id, kanaal.naam.lower(): kanaal.id}
    medewerkers = _load_medewerkers()
    lijsten: dict[str, tuple[int, Keuzelijsten]] = {}
    for gemeente in list_gemeenten():
        producten: dict[str, int] = {}
        for product in list_producten([gemeente.id]):
            producten |= {product.slug.lower(): product.id, product.naam.lower(): product.id}
        teams: dict[str, int] = {}
        for team in list_teams([gemeente.id], alleen_kcc=True):
            teams |= {team.slug.lower(): team.id, team.naam.lower(): team.id}
        lijsten[gemeente.slug.lower()] = lijsten[gemeente.naam.lower()] = (
            gemeente.id,
            Keuzelijsten(kanalen, producten, teams, medewerkers),
        )
    return lijsten


def _load_medewerkers() -> dict[str, int]:
    """Return employees by mail address and by name; a name that two of them have says nothing."""
    allen = list_medewerkers()
    namen = Counter(een.naam.lower() for een in allen)
    op_naam = {een.naam.lower(): een.id for een in allen if namen[een.naam.lower()] == 1}
    return op_naam | {een.email.lower(): een.id for een in allen if een.email}


def _import_regel(
    regel: Bestandsregel, lijsten: Mapping[str, tuple[int, Keuzelijsten]], voorkomens: Counter[str]
) -> tuple[str, str]:
    """Register one line; returns outcome and explanation."""
    gekozen = _choose_gemeente(regel.velden.get("gemeente", ""), lijsten)
    if gekozen is None:
        namen = ", ".join(sorted(lijsten))
        return GEWEIGERD, f"Het is niet duidelijk voor welke gemeente dit is. Vul de kolom gemeente met een van: {namen}."
    gemeente_id, keuzes = gekozen
    moment = get_moment()
    gelezen = parse_contactregel(regel.velden, keuzes, moment)
    if isinstance(gelezen, tuple):
        return GEWEIGERD, " ".join(fout.tekst for fout in gelezen)
    eerste = compute_regelsleutel(gemeente_id, regel.velden, 1)
    voorkomens[eerste] += 1
    sleutel = compute_regelsleutel(gemeente_id, regel.velden, voorkomens[eerste])
    try:
        nieuw = register_contactregel(build_systeem("import", moment), gemeente_id, gelezen, sleutel)
    except GeweigerdError as fout:
        return GEWEIGERD, " ".join(een.tekst for een in fout.fouten)
    return (NIEUW, "") if nieuw else (DUBBEL, "Deze regel was al ingelezen.")


def _choose_gemeente(naam: str, lijsten: Mapping[str, tuple[int, Keuzelijsten]]) -> tuple[int, Keuzelijsten] | None:
    if naam.strip():
        return lijsten.get(naam.strip().lower())
    enige = {gemeente_id: (gemeente_id, keuzes) for gemeente_id, keuzes in lijsten.values()}
    return next(iter(enige.values())) if len(enige) == 1 else None
