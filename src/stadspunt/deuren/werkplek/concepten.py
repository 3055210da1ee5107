"""What an agent types is kept while he types, at every form that asks for it; and who is at the same question."""

from collections.abc import Mapping

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.lopend import is_contactplek
from stadspunt.fundament.concepten.actions import end_aanwezigheid, finish_concept, record_aanwezigheid, save_concept
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.concepten.ontvangst import clean_adres, parse_getypt
from stadspunt.fundament.concepten.queries import find_concept, list_anderen
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Concepthaak
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen


def build_concepthaak(raadpleging: Raadpleging, plek: str, titel: str, adres: str) -> tuple[Concepthaak, ConceptBeeld | None]:
    """Return what ties a form to its draft at `plek`, and the draft itself when there is one."""
    concept = find_concept(raadpleging, plek)
    haak = Concepthaak(
        plek=plek,
        titel=titel,
        adres=adres,
        url=reverse("werkplek:concept_bewaren"),
        sinds=raadpleging.moment.isoformat(),
        versie=concept.versie if concept else 0,
        om=format_moment_kort(concept.gewijzigd_op, raadpleging.vandaag) if concept else "",
    )
    return haak, concept


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def concept_bewaren(verzoek: Verzoek) -> HttpResponseBase:
    """Keep what stands in a form; answers with the version and the time, or with what is wrong."""
    getypt = parse_getypt(verzoek.POST.lists(), verzoek.raadpleging.moment, reverse("werkplek:werkvoorraad"))
    try:
        versie = save_concept(
            verzoek.handeling,
            getypt.plek,
            getypt.velden,
            titel=getypt.titel or describe_contact(getypt.velden),
            url=getypt.adres,
            sinds=getypt.sinds,
            versie=getypt.versie,
            # Who types in a contact is busy with that one.
            in_hand=is_contactplek(getypt.plek),
        )
    except GeweigerdError as weigering:
        return JsonResponse({"tekst": get_tekst(weigering)}, status=409 if isinstance(weigering, AchterhaaldError) else 400)
    om = format_moment_kort(verzoek.raadpleging.moment, verzoek.raadpleging.vandaag)
    return JsonResponse({"versie": versie, "om": om})


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def concept_weggooien(verzoek: Verzoek) -> HttpResponseBase:
    """Throw away what was typed at a place, because its owner says so."""
    finish_concept(verzoek.handeling, verzoek.POST.get("plek", "")[:80])
    return redirect(clean_adres(verzoek.POST.get("naar", ""), reverse("werkplek:werkvoorraad")))


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def aanwezig(verzoek: Verzoek) -> HttpResponseBase:
    """Note that this agent is at a question, or left it; others hear it when it is news."""
    soort, _, nummer = verzoek.POST.get("plek", "").partition("-")
    vraag_id = int(nummer) if soort == "vraag" and nummer.isascii() and nummer.isdecimal() and len(nummer) < 18 else 0
    if get_klantvragen(verzoek.raadpleging, [vraag_id] if vraag_id else []):
        plek = f"vraag-{vraag_id}"
        weg, blad = "weg" in verzoek.POST, verzoek.POST.get("blad", "")
        nieuws = (
            end_aanwezigheid(verzoek.handeling, plek, blad)
            if weg
            else record_aanwezigheid(verzoek.handeling, plek, schrijft="schrijft" in verzoek.POST, blad=blad)
        )
        if nieuws:
            announce(f"lezers-{vraag_id}")
    return HttpResponse(status=204)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def lezers(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show who else is at this question."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    return toon(verzoek, "werkplek/delen/lezers.html", build_lezers(verzoek.raadpleging, vraag.id, vraag.nummer))


def build_lezers(raadpleging: Raadpleging, vraag_id: int, nummer: str) -> dict[str, object]:
    """Return what the line 'Tess leest mee' needs."""
    anderen = list_anderen(raadpleging, f"vraag-{vraag_id}")
    namen = get_medewerkers({ander.medewerker_id for ander in anderen}) if anderen else {}
    return {
        "vraag_id": vraag_id,
        "lezers_url": reverse("werkplek:lezers", args=[nummer]),
        "lezers": [(namen[ander.medewerker_id].naam, ander.schrijft) for ander in anderen if ander.medewerker_id in namen],
    }


def describe_contact(velden: Mapping[str, list[str]]) -> str:
    """Return by what an agent knows a contact that he is busy with: who, and what about."""
    wie = next((velden[naam][-1] for naam in ("naam", "zoek_klant") if velden.get(naam, [""])[-1].strip()), "")
    onderwerp = velden.get("vraag-0-onderwerp", [""])[-1].strip()
    return ": ".join(deel for deel in (wie.strip(), onderwerp) if deel) or "Nieuw contact"
