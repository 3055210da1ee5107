"""What a specialist types in his answer is kept while he types; colleagues of the department see it and can go on with it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import end_aanwezigheid, finish_concept, record_aanwezigheid, save_concept
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.concepten.ontvangst import parse_getypt
from stadspunt.fundament.concepten.queries import find_concept, list_anderen, list_concepten_van_anderen
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Concepthaak
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import get_overdracht


@dataclass(frozen=True, slots=True)
class VanCollega:
    """What a colleague wrote for the same order and did not send."""

    medewerker_id: int
    naam: str
    wanneer: str
    tekst: str


def to_plek(opdracht: OverdrachtBeeld) -> str:
    """Return the place of the answer that is being written for an order."""
    return f"opdracht-{opdracht.id}-antwoord"


def build_haak(
    raadpleging: Raadpleging, opdracht: OverdrachtBeeld, titel: str, *, meteen: bool
) -> tuple[Concepthaak, ConceptBeeld | None]:
    """Return what ties the field to its draft, and the draft itself; `meteen`: a button filled the field."""
    concept = find_concept(raadpleging, to_plek(opdracht))
    haak = Concepthaak(
        plek=to_plek(opdracht),
        titel=titel,
        adres=reverse("vakafdeling:opdracht", args=[opdracht.uuid]),
        url=reverse("vakafdeling:concept_bewaren", args=[opdracht.uuid]),
        sinds=raadpleging.moment.isoformat(),
        versie=concept.versie if concept else 0,
        om=format_moment_kort(concept.gewijzigd_op, raadpleging.vandaag) if concept else "",
        meteen=meteen,
    )
    return haak, concept


def list_van_collegas(raadpleging: Raadpleging, opdracht: OverdrachtBeeld) -> list[VanCollega]:
    """Return what colleagues wrote for this order and did not send, the latest first."""
    concepten = [een for een in list_concepten_van_anderen(raadpleging, to_plek(opdracht)) if _get_antwoord(een).strip()]
    namen = get_medewerkers({een.medewerker_id for een in concepten}) if concepten else {}
    return [
        VanCollega(
            een.medewerker_id,
            namen[een.medewerker_id].naam,
            format_moment_kort(een.gewijzigd_op, raadpleging.vandaag),
            _get_antwoord(een),
        )
        for een in concepten
        if een.medewerker_id in namen
    ]


def _get_antwoord(concept: ConceptBeeld) -> str:
    return concept.get_waarde("antwoord")


def build_lezers(raadpleging: Raadpleging, opdracht: OverdrachtBeeld) -> dict[str, object]:
    """Return what the line 'Bram schrijft' needs."""
    anderen = list_anderen(raadpleging, f"opdracht-{opdracht.id}")
    namen = get_medewerkers({ander.medewerker_id for ander in anderen}) if anderen else {}
    return {
        "opdracht_id": opdracht.id,
        "lezers_url": reverse("vakafdeling:lezers", args=[opdracht.uuid]),
        "aanwezig_url": reverse("vakafdeling:aanwezig", args=[opdracht.uuid]),
        "lezers": [(namen[ander.medewerker_id].naam, ander.schrijft) for ander in anderen if ander.medewerker_id in namen],
    }


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def concept_bewaren(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Keep what stands in the answer; returns the version and the time, or what is wrong."""
    opdracht = get_overdracht(verzoek.raadpleging, uuid)
    adres = reverse("vakafdeling:opdracht", args=[uuid])
    getypt = parse_getypt(verzoek.POST.lists(), verzoek.raadpleging.moment, adres)
    velden = {naam: waarden for naam, waarden in getypt.velden.items() if naam == "antwoord"}
    try:
        versie = save_concept(
            verzoek.handeling,
            to_plek(opdracht),
            velden,
            titel=getypt.titel,
            url=adres,
            sinds=getypt.sinds,
            versie=getypt.versie,
        )
    except GeweigerdError as weigering:
        return JsonResponse({"tekst": get_tekst(weigering)}, status=409 if isinstance(weigering, AchterhaaldError) else 400)
    return JsonResponse({"versie": versie, "om": format_moment_kort(verzoek.raadpleging.moment, verzoek.raadpleging.vandaag)})


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def concept_weggooien(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Throw away what was typed for this order, because who typed it says so."""
    finish_concept(verzoek.handeling, to_plek(get_overdracht(verzoek.raadpleging, uuid)))
    return redirect("vakafdeling:opdracht", uuid)


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def aanwezig(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Note that this specialist is at an order, or left it; colleagues hear it when it is news."""
    opdracht = get_overdracht(verzoek.raadpleging, uuid)
    plek, blad = f"opdracht-{opdracht.id}", verzoek.POST.get("blad", "")
    nieuws = (
        end_aanwezigheid(verzoek.handeling, plek, blad)
        if "weg" in verzoek.POST
        else record_aanwezigheid(verzoek.handeling, plek, schrijft="schrijft" in verzoek.POST, blad=blad)
    )
    if nieuws:
        announce(f"opdracht-{opdracht.id}")
    return HttpResponse(status=204)


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def lezers(verzoek: Verzoek, uuid: UUID) -> HttpResponseBase:
    """Show who else is at this order."""
    opdracht = get_overdracht(verzoek.raadpleging, uuid)
    return toon(verzoek, "vakafdeling/delen/lezers.html", build_lezers(verzoek.raadpleging, opdracht))
