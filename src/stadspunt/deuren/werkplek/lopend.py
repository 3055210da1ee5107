"""What an agent is busy with: his running contacts with their clients, and the one that he has in hand now.

All of it stands in the drafts of his contacts, at the server: another window, another machine or a crash makes no difference.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld
from stadspunt.bronnen.organisatie.queries import get_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.queries import PartijBeeld, get_partijen
from stadspunt.deuren.werkplek.klantzijde import get_naam
from stadspunt.deuren.werkplek.weergave import Kanaalteken, to_kanaalteken
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.concepten.queries import list_concepten
from stadspunt.fundament.toegang.actor import Raadpleging

# Of what was typed in a contact only this is asked for the frame.
VELDEN = ("partij", "naam", "organisatie", "kanaal", "vraag-0-onderwerp")
_VOOR, _ONTHOUDEN = "contact-", "_lopend"


@dataclass(frozen=True, slots=True)
class Lopend:
    """One contact that runs. `partij_id` is None as long as no known client was chosen; `naam` '' when nobody is named."""

    plek: str
    url: str
    begonnen_op: datetime
    kanaal: Kanaalteken
    partij_id: int | None
    naam: str
    soort: str
    onderwerp: str
    in_hand_op: datetime | None


@dataclass(frozen=True, slots=True)
class Bezigheden:
    """All that this agent began and did not send; `contacten` by their place."""

    concepten: tuple[ConceptBeeld, ...] = ()
    contacten: tuple[Lopend, ...] = ()

    @property
    def actief(self) -> Lopend | None:
        """The contact in hand of which the client is known: everything that is done now is for him."""
        in_hand = [een for een in self.contacten if een.in_hand_op is not None]
        laatste = max(in_hand, key=lambda een: cast(datetime, een.in_hand_op), default=None)
        return laatste if laatste is not None and laatste.naam else None


def to_plek(sleutel: str) -> str:
    """Return the place of the draft of the contact with this key."""
    return f"{_VOOR}{sleutel[:40]}"


def is_contactplek(plek: str) -> bool:
    """Say whether this is the place of a contact."""
    return plek.startswith(_VOOR)


def build_adres(sleutel: str) -> str:
    """Return the page of the contact with this key."""
    return f"{reverse('werkplek:nieuw_contact')}?{urlencode({'contact': sleutel})}"


def get_bezigheden(verzoek: HttpRequest) -> Bezigheden:
    """Return what this agent has open, asked once for each request; nothing for who does not work here."""
    raadpleging: Raadpleging | None = getattr(verzoek, "raadpleging", None)
    if raadpleging is None or raadpleging.doel != Doel.KLANTVRAAG_BEHANDELEN:
        return Bezigheden()
    if not raadpleging.actor.has_recht(raadpleging.doel, "concept.bewaren"):
        return Bezigheden()
    bekend: Bezigheden | None = getattr(verzoek, _ONTHOUDEN, None)
    if bekend is None:
        bekend = _ask(raadpleging)
        setattr(verzoek, _ONTHOUDEN, bekend)
    return bekend


def forget_bezigheden(verzoek: HttpRequest) -> None:
    """Ask again for this request, because a button changed what is in hand."""
    if hasattr(verzoek, _ONTHOUDEN):
        delattr(verzoek, _ONTHOUDEN)


def _ask(raadpleging: Raadpleging) -> Bezigheden:
    concepten = tuple(list_concepten(raadpleging, VELDEN))
    contacten = [een for een in concepten if is_contactplek(een.plek)]
    # Who was chosen is looked up for every page, and written down as every look: who may not be known any more has no name here.
    ids = {partij_id for een in contacten if (partij_id := _parse_id(een.get_waarde("partij")))}
    partijen = get_partijen(raadpleging, ids) if ids and raadpleging.actor.has_recht(raadpleging.doel, "partij.lezen") else {}
    kanalen = get_kanalen() if contacten else {}
    return Bezigheden(concepten, tuple(_to_lopend(een, partijen, kanalen) for een in contacten))


def _to_lopend(concept: ConceptBeeld, partijen: dict[int, PartijBeeld], kanalen: dict[int, KanaalBeeld]) -> Lopend:
    partij = partijen.get(_parse_id(concept.get_waarde("partij")) or 0)
    nieuw = "organisatie" if concept.get_waarde("organisatie") else "persoon"
    return Lopend(
        plek=concept.plek,
        url=concept.url,
        begonnen_op=concept.begonnen_op,
        kanaal=to_kanaalteken(kanalen.get(_parse_id(concept.get_waarde("kanaal")) or 0)),
        partij_id=partij.id if partij else None,
        naam=get_naam(partij) if partij else concept.get_waarde("naam").strip()[:200],
        soort=partij.soort if partij else nieuw,
        onderwerp=concept.get_waarde("vraag-0-onderwerp").strip()[:200],
        in_hand_op=concept.in_hand_op,
    )


def _parse_id(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 18 else None
