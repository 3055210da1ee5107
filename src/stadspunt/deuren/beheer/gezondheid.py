"""How the installation is doing: what is wrong stands on top, in words, with what to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format

from stadspunt.bronnen.documenten.queries import ScannerBeeld
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.oordeel import list_klachten
from stadspunt.deuren.beheer.toestand import Toestand, get_toestand
from stadspunt.fundament.schermen.duur import describe_duur
from stadspunt.fundament.schermen.onderdelen import Feit
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.taken.queries import Klokregel
from stadspunt.fundament.tijd.dagen import NEDERLAND
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


def _list_scannerfeiten(scanner: ScannerBeeld) -> list[Feit]:
    van = scanner.handtekeningen_van
    handtekeningen = f"{scanner.handtekeningen}, van {_format(van, 'j F Y H:i')}" if van else scanner.handtekeningen
    feiten = [
        Feit("Scanner", scanner.programma or "Onbekend"),
        Feit("Virushandtekeningen", handtekeningen or "Geen van de maker"),
        Feit("Laatste antwoord", _format(scanner.gezien_op, "j F Y H:i") if scanner.gezien_op else "Nog nooit"),
        Feit("Bestanden die wachten op controle", str(scanner.wachtend)),
    ]
    besmet = Feit("Bestanden met een virus", str(scanner.besmet))
    return [*feiten, besmet] if scanner.in_gebruik else [besmet]


def _format(moment: datetime, vorm: str) -> str:
    return date_format(moment.astimezone(NEDERLAND), vorm)


KLOKNAMEN = {
    "bewaak_ingangen": "Kijken of een postbus te lang stil is",
    "bewaak_scanner": "Kijken of de virusscanner werkt",
    "controleer_opslag": "Nalezen of bestanden nog heel zijn",
    "leer_ritmes": "Leren hoe lang postbussen gewoonlijk stil zijn",
    "lever_achterstand": "Gebeurtenissen doorgeven die bleven liggen",
    "red_vastgelopen_taken": "Taken redden van een werker die stopte",
    "reservekopie": "Reservekopie maken en proberen",
    "ruim_op": "Oude concepten opruimen",
    "ruim_opslag_op": "Bestanden weghalen die nergens bij horen",
    "ruim_toegang_op": "Oude sessies en oud aanmeldlogboek weghalen",
    "verwerk_achterstand": "Binnengekomen berichten verwerken die bleven liggen",
    "wek": "Vragen terughalen die lang genoeg wachtten",
    "verzend_achterstand": "Berichten versturen die bleven liggen",
}
_STANDEN = {"succeeded": ("Gelukt", "klaar"), "failed": ("Mislukt", "fout"), "nooit": ("Nog niet geweest", "rust")}
_AANLEIDINGEN = {
    "hand": "met de hand",
    "klok": "door de klok",
    "upgrade": "voor een nieuwe versie",
    "herstel": "voor het terugzetten",
}


@dataclass(frozen=True, slots=True)
class Klokpost:
    """One job by the clock as the screen shows it."""

    naam: str
    laatst_op: datetime | None
    stand: str
    toon: str


def _to_klokpost(regel: Klokregel, nu: datetime) -> Klokpost:
    if regel.uiterlijk_op and regel.uiterlijk_op < nu:
        stand, toon_ = "Te laat", "fout"
    else:
        stand, toon_ = _STANDEN.get(regel.stand, ("Bezig", "wacht"))
    naam = regel.naam.rpartition(".")[2]
    return Klokpost(KLOKNAMEN[naam], regel.laatst_op, stand, toon_)


def _list_serverfeiten(stand: Toestand) -> list[Feit]:
    server = stand.server
    soort = "Meegeleverd met StadsPunt" if server.ingebouwd else "Eigen server"
    oud = f", {stand.dagen_oud} dagen oud" if stand.dagen_oud is not None else ""
    return [
        Feit("Database", f"PostgreSQL {server.versie} ({soort}{oud})"),
        Feit("Draait sinds", _format(server.gestart_op, "j F Y H:i")),
        Feit("Ruimte in gebruik", filesizeformat(server.bytes_in_gebruik)),
        Feit("Verbindingen", f"{server.verbindingen} van {server.verbindingen_maximum}"),
        Feit("Oudste open transactie", describe_duur(timedelta(seconds=server.oudste_transactie_seconden))),
        Feit("Vrij op de schijf", f"{filesizeformat(server.schijf_vrij)} van {filesizeformat(server.schijf_totaal)}"),
        Feit("StadsPunt", f"versie {server.versie_code}"),
        Feit("Tabellen", f"versie {stand.kopieen.versie or 'onbekend'}, {server.migraties} stappen uitgevoerd"),
    ]


def _list_procesfeiten(stand: Toestand) -> list[Feit]:
    postingang = _format(stand.postingang_op, "j F Y H:i:s") if stand.postingang_op else "Nog nooit"
    return [
        Feit("Werkers met hartslag in de laatste minuut", str(stand.taken.werkers)),
        Feit("Taken die lopen", str(stand.taken.lopend)),
        Feit("Postingang, laatste teken van leven", postingang),
    ]


def _list_kopiefeiten(stand: Toestand) -> list[Feit]:
    laatste, beproefd = stand.kopieen.laatste, stand.kopieen.beproefd
    if laatste is None:
        return [Feit("Laatste reservekopie", "Nog geen")]
    proef = _format(beproefd.beproefd_op, "j F Y H:i") if beproefd and beproefd.beproefd_op else "Nog nooit"
    return [
        Feit("Laatste reservekopie", f"{_format(laatste.gemaakt_op, 'j F Y H:i')}, {_AANLEIDINGEN[laatste.aanleiding]}"),
        Feit("Grootte", f"{filesizeformat(laatste.grootte)}, gemaakt in {laatste.seconden} s"),
        Feit("Waar", f"{laatste.bestand} op {laatste.computer}"),
        Feit("Laatst geteste terugzetting", proef),
    ]


@scherm(doel=Doel.BEHEREN)
def gezondheid(verzoek: Verzoek) -> HttpResponseBase:
    """Show what is wrong, the queues, the mailboxes, the clock, the database, the copies and the processes."""
    stand = get_toestand(verzoek.raadpleging)
    inhoud = {
        "klachten": list_klachten(stand),
        "stand": stand,
        "klok": [_to_klokpost(regel, stand.moment) for regel in stand.klok],
        "serverfeiten": _list_serverfeiten(stand),
        "procesfeiten": _list_procesfeiten(stand),
        "kopiefeiten": _list_kopiefeiten(stand),
        "scannerfeiten": _list_scannerfeiten(stand.scanner),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/gezondheid/"),
    }
    return toon(verzoek, "beheer/gezondheid.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def techniek(verzoek: Verzoek) -> HttpResponseBase:
    """The page had this address before."""
    return redirect("beheer:gezondheid")
