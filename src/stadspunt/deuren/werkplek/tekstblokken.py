"""What typing `::` offers in a field of the work place, and the count of what was put in."""

from dataclasses import asdict

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import record_gebruik
from stadspunt.bronnen.tekstblokken.rules import Waarvoor
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.queries.velden import list_gevulde_tekstblokken
from stadspunt.stromen.klantcontacten.queries import get_klantvraag

# What the fields of a page are for; every other page holds notes and what was said.
_PER_PAGINA: dict[str, frozenset[Waarvoor]] = {
    "beantwoorden": frozenset({Waarvoor.MAIL}),
    "overdragen": frozenset({Waarvoor.AFDELING}),
    "controleren": frozenset({Waarvoor.AFDELING}),
    "vervolgcontact": frozenset({Waarvoor.NOTITIE, Waarvoor.BRIEF}),
}
_ANDERS = frozenset({Waarvoor.NOTITIE})


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def tekstblokken(verzoek: Verzoek) -> HttpResponseBase:
    """Return what fits the field on the page `hier`, filled from the question that it is about; `waarvoor` narrows it."""
    pagina, nummer = _read_pagina(verzoek.GET.get("hier", "").replace("\x00", ""))
    gevraagd = verzoek.GET.get("waarvoor", "")
    waarvoor = frozenset({Waarvoor(gevraagd)}) if gevraagd in set(Waarvoor) else _PER_PAGINA.get(pagina, _ANDERS)
    vraag_id = get_klantvraag(verzoek.raadpleging, nummer).id if nummer else None
    gevuld = list_gevulde_tekstblokken(verzoek.raadpleging, vraag_id, waarvoor)
    return JsonResponse({"blokken": [asdict(een) for een in gevuld.blokken]})


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def tekstblok_gebruikt(verzoek: Verzoek, tekstblok_id: int) -> HttpResponseBase:
    """Count that a piece of text was put into a field."""
    record_gebruik(verzoek.handeling, tekstblok_id)
    return HttpResponse(status=204)


def _read_pagina(pad: str) -> tuple[str, str]:
    """Return the name of a page of the work place and the number of its question, '' when it has none."""
    try:
        gevonden = resolve(pad)
    except Resolver404:
        return "", ""
    return (gevonden.url_name or "", str(gevonden.kwargs.get("nummer", ""))) if gevonden.app_name == "werkplek" else ("", "")
