"""What was just registered: the numbers to tell the client, and on to the next contact."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.weergave import Statusteken, to_statusteken
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries import list_klantvragen_of_contact
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


@dataclass(frozen=True, slots=True)
class Geregistreerd:
    """One question of the contact. `belofte` is what to tell the client, empty when he has his answer."""

    nummer: str
    onderwerp: str
    status: Statusteken
    belofte: str
    url: str


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def geregistreerd(verzoek: Verzoek, klantcontact_id: int) -> HttpResponseBase:
    """Show the questions of one contact with their numbers. Not there without one that this agent may see."""
    vragen = list_klantvragen_of_contact(verzoek.raadpleging, klantcontact_id)
    if not vragen:
        raise NietGevondenError(f"klantcontact {klantcontact_id}")
    regels = [
        Geregistreerd(
            vraag.nummer,
            vraag.onderwerp,
            to_statusteken(vraag.status),
            f"Uiterlijk {format_dag(vraag.beloofd)} hebt u antwoord." if vraag.status in OPEN_STATUSSEN else "",
            reverse("werkplek:klantvraag", args=[vraag.nummer]),
        )
        for vraag in vragen
    ]
    return toon(verzoek, "werkplek/geregistreerd.html", {"regels": regels, "alle": ", ".join(regel.nummer for regel in regels)})
