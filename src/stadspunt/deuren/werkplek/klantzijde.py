"""Who the client of a question is, and what else he asked: the side of the question page and of a call."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_kanalen
from stadspunt.bronnen.partijen.queries import PartijBeeld, get_partij
from stadspunt.bronnen.partijen.rules import Partijsoort, Taal
from stadspunt.deuren.werkplek.weergave import ANONIEM, Kanaalteken, Statusteken, to_kanaalteken, to_statusteken
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.intake.rules.vraagtekst import first_words
from stadspunt.stromen.klantcontacten.beelden import KlantcontactBeeld, KlantvraagBeeld, WerkvoorraadRegel
from stadspunt.stromen.klantcontacten.queries import Filter, list_contacten_of_partij, list_samen_gevraagd, list_werkvoorraad

TAALNAMEN: dict[str, str] = {Taal.NEDERLANDS: "Nederlands", Taal.ENGELS: "Engels"}
MAX_ANDERE = 5


@dataclass(frozen=True, slots=True)
class Andervraag:
    """Another question of the same client or contact."""

    id: int
    nummer: str
    onderwerp: str
    status: Statusteken
    url: str
    product_id: int | None


@dataclass(frozen=True, slots=True)
class Eerdercontact:
    """One of the last contacts of this client."""

    kanaal: Kanaalteken
    wanneer: str
    richting: str
    samenvatting: str


@dataclass(frozen=True, slots=True)
class Klantzijde:
    """The client with what an agent needs to know before he speaks."""

    id: int
    gemeente_id: int
    naam: str
    soort: str
    is_bekend: bool
    url: str
    emails: tuple[str, ...]
    telefoons: tuple[str, ...]
    voorkeurskanaal: str
    taal: str
    taalcode: str
    andere_vragen: tuple[Andervraag, ...]
    meer_vragen: int
    contacten: tuple[Eerdercontact, ...]


def find_klantzijde(raadpleging: Raadpleging, partij_id: int | None, zonder_vraag_id: int | None = None) -> Klantzijde | None:
    """Return the client, his other open questions and his last three contacts; None for nobody.

    The number of database queries does not depend on how much he asked. Raises NietGevondenError.
    """
    if partij_id is None:
        return None
    partij = get_partij(raadpleging, partij_id)
    kanalen = get_kanalen()
    voorraad = list_werkvoorraad(raadpleging, Filter(partij_ids=frozenset({partij_id})))
    andere = [regel for regel in voorraad.regels if regel.id != zonder_vraag_id]
    voorkeur = kanalen.get(partij.voorkeurskanaal_id or 0)
    return Klantzijde(
        id=partij.id,
        gemeente_id=partij.gemeente_id,
        naam=get_naam(partij),
        soort=partij.soort,
        is_bekend=partij.soort != Partijsoort.ANONIEM,
        url=reverse("werkplek:partij", args=[partij.id]),
        emails=partij.emails,
        telefoons=partij.telefoons,
        voorkeurskanaal=voorkeur.naam if voorkeur else "",
        taal=TAALNAMEN.get(partij.voorkeurstaal, partij.voorkeurstaal),
        taalcode=partij.voorkeurstaal,
        andere_vragen=tuple(_to_andervraag(regel) for regel in andere[:MAX_ANDERE]),
        meer_vragen=max(0, len(andere) - MAX_ANDERE),
        contacten=tuple(
            _to_eerdercontact(contact, to_kanaalteken(kanalen.get(contact.kanaal_id)), raadpleging.vandaag)
            for contact in list_contacten_of_partij(raadpleging, partij_id)
        ),
    )


def list_samen(raadpleging: Raadpleging, klantvraag_id: int, klant: Klantzijde | None) -> tuple[Andervraag, ...]:
    """Return the questions that came in with this one, but not those that stand with the client already."""
    genoemd = {een.id for een in klant.andere_vragen} if klant else set()
    return tuple(_to_andervraag(een) for een in list_samen_gevraagd(raadpleging, klantvraag_id) if een.id not in genoemd)


def _to_andervraag(vraag: KlantvraagBeeld | WerkvoorraadRegel) -> Andervraag:
    adres = reverse("werkplek:klantvraag", args=[vraag.nummer])
    return Andervraag(vraag.id, vraag.nummer, vraag.onderwerp, to_statusteken(vraag.status), adres, vraag.product_id)


def get_naam(partij: PartijBeeld) -> str:
    """Return how a screen names this client."""
    return partij.weergavenaam if partij.soort != Partijsoort.ANONIEM else ANONIEM


def _to_eerdercontact(contact: KlantcontactBeeld, kanaal: Kanaalteken, vandaag: date) -> Eerdercontact:
    richting = "van klant" if contact.richting == "in" else "naar klant"
    if contact.bereikt is False:
        richting = "niet bereikt"
    # A greeting tells nothing about the contact.
    samenvatting = contact.samenvatting if first_words(contact.samenvatting) else ""
    return Eerdercontact(kanaal, format_moment_kort(contact.gebeurd_op, vandaag), richting, samenvatting)
