"""Everything the page Gezondheid shows, asked once: a constant number of queries, and no word about a client."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from stadspunt.bronnen.documenten.queries import ScannerBeeld, get_scannerbeeld
from stadspunt.fundament.gebeurtenissen.queries import get_wachtrij as get_afleveringen
from stadspunt.fundament.reservekopieen.beelden import Kopiestand
from stadspunt.fundament.reservekopieen.queries import get_kopiestand
from stadspunt.fundament.taken.queries import Klokregel, Takenstand, Wachtrij, get_takenstand, list_klok
from stadspunt.fundament.taken.queries import get_wachtrij as get_taken
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.beelden import PoststopBeeld
from stadspunt.stromen.correspondentie.queries.verzendingen import find_poststop, get_wachtrijen
from stadspunt.stromen.intake.beelden import Inkomendalarm, PostbusBeeld
from stadspunt.stromen.intake.queries.ontvangsten import get_wachtrij as get_ontvangsten
from stadspunt.stromen.intake.queries.postbussen import get_hartslag, list_alarmen, list_postbussen

VERZENDINGEN = "/beheer/verzendingen/"
_OPNIEUW_DOORGEVEN = "Probeer ze opnieuw."
_OPNIEUW = "Bekijk de reden en verstuur opnieuw."


class Server(Protocol):
    """The database server and the disk, as the installation tells (settings.STADSPUNT_DATABASESERVER)."""

    versie: str
    ingebouwd: bool
    gestart_op: datetime
    bytes_in_gebruik: int
    verbindingen: int
    verbindingen_maximum: int
    oudste_transactie_seconden: int
    versie_code: str
    migraties: int
    schijf_vrij: int
    schijf_totaal: int


@dataclass(frozen=True, slots=True)
class Rij:
    """A queue with its name on screen, what a person does about it, and where."""

    naam: str
    stand: Wachtrij
    raad: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Toestand:
    """How it stands with the installation at one moment; `dagen_oud` is the age of the embedded server."""

    moment: datetime
    wachtrijen: tuple[Rij, ...]
    taken: Takenstand
    klok: tuple[Klokregel, ...]
    postbussen: tuple[PostbusBeeld, ...]
    alarmen: tuple[Inkomendalarm, ...]
    postingang_op: datetime | None
    scanner: ScannerBeeld
    kopieen: Kopiestand
    poststop: PoststopBeeld | None
    server: Server
    dagen_oud: int | None


def get_toestand(raadpleging: Raadpleging) -> Toestand:
    """Ask every room how it stands."""
    server = import_string(settings.STADSPUNT_DATABASESERVER)()
    geschreven, automatisch = get_wachtrijen(raadpleging)
    return Toestand(
        moment=raadpleging.moment,
        wachtrijen=(
            Rij("Binnengekomen, nog niet verwerkt", get_ontvangsten(raadpleging), "Bekijk waarom.", "/beheer/ontvangsten/"),
            Rij(
                "Antwoorden en berichten naar klanten",
                geschreven,
                _OPNIEUW,
                VERZENDINGEN,
            ),
            Rij("Ontvangstbevestigingen en alarmen", automatisch, _OPNIEUW, VERZENDINGEN),
            Rij(
                "Gebeurtenissen die nog niet overal zijn",
                get_afleveringen(raadpleging),
                "Probeer ze opnieuw.",
                "/beheer/afleveringen/",
            ),
            Rij("Taken", get_taken(raadpleging), "Vraag de technisch beheerder om het logboek van het onderdeel taken."),
        ),
        taken=get_takenstand(raadpleging),
        klok=tuple(list_klok(raadpleging)),
        postbussen=tuple(bus for bus in list_postbussen(raadpleging) if bus.actief),
        alarmen=tuple(een for een in list_alarmen(raadpleging) if een.code != "mislukt"),  # those are a queue here
        postingang_op=get_hartslag(),
        scanner=get_scannerbeeld(raadpleging),
        kopieen=get_kopiestand(raadpleging),
        poststop=find_poststop(raadpleging),
        server=cast(Server, server),
        dagen_oud=(raadpleging.vandaag - server.uitgebracht).days if server.uitgebracht else None,
    )
