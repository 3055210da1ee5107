"""What was written for a question and not sent: one's own draft to go on with, and that of a colleague to take over."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.deuren.werkplek.concepten import build_concepthaak
from stadspunt.deuren.werkplek.forms_beantwoorden import list_bewaard
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.concepten.queries import find_concept, list_concepten_van_anderen
from stadspunt.fundament.schermen.onderdelen import Concepthaak
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld

_VELDEN = ("aan", "onderwerp", "tekst", "soort", "kenmerk")


@dataclass(frozen=True, slots=True)
class VanCollega:
    """What a colleague wrote for the same question."""

    medewerker_id: int
    naam: str
    wanneer: str
    tekst: str


def to_plek(vraag: KlantvraagBeeld) -> str:
    """Return the place of the message that is being written for a question."""
    return f"vraag-{vraag.id}-antwoord"


def build_haak(raadpleging: Raadpleging, vraag: KlantvraagBeeld, *, meteen: bool) -> Concepthaak:
    """Return what ties the form to its draft; `meteen`: a button filled the form, so that it is kept at once."""
    adres = reverse("werkplek:beantwoorden", args=[vraag.nummer])
    haak, _ = build_concepthaak(raadpleging, to_plek(vraag), vraag.onderwerp, adres)
    return replace(haak, meteen=meteen)


def find_begin(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> tuple[dict[str, Any], list[int]] | None:
    """Return one's own draft as the beginning of the form with the files that go along; None when there is none."""
    concept = find_concept(raadpleging, to_plek(vraag))
    if concept is None or not concept.get_waarde("kenmerk"):
        return None
    return to_begin(concept), list_bewaard(vraag.id, concept.velden.get("bewaard", ()))


def to_begin(concept: ConceptBeeld) -> dict[str, Any]:
    """Return the fields of a draft as the beginning of the form."""
    return {naam: concept.get_waarde(naam) for naam in _VELDEN} | {"citeer": bool(concept.get_waarde("citeer"))}


def list_van_collegas(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> list[VanCollega]:
    """Return what colleagues wrote for this question and did not send, the latest first."""
    concepten = [een for een in list_concepten_van_anderen(raadpleging, to_plek(vraag)) if een.get_waarde("tekst").strip()]
    namen = get_medewerkers({een.medewerker_id for een in concepten}) if concepten else {}
    return [
        VanCollega(
            een.medewerker_id,
            namen[een.medewerker_id].naam,
            format_moment_kort(een.gewijzigd_op, raadpleging.vandaag),
            een.get_waarde("tekst"),
        )
        for een in concepten
        if een.medewerker_id in namen
    ]


def find_van_collega(raadpleging: Raadpleging, vraag: KlantvraagBeeld, medewerker_id: str) -> ConceptBeeld | None:
    """Return the draft of this colleague, None when he has none (any more)."""
    concepten = list_concepten_van_anderen(raadpleging, to_plek(vraag))
    return next((een for een in concepten if str(een.medewerker_id) == medewerker_id), None)
