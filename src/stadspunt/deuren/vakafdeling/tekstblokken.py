"""What typing `::` offers in the answer of a department, and the count of what was put in."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import record_gebruik
from stadspunt.bronnen.tekstblokken.rules import Waarvoor
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.queries.velden import list_gevulde_tekstblokken
from stadspunt.stromen.overdracht.queries import get_overdracht


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def tekstblokken(verzoek: Verzoek) -> HttpResponseBase:
    """Return what fits the answer to the order on the page `hier`, filled from the question behind it."""
    uuid = _read_opdracht(verzoek.GET.get("hier", "").replace("\x00", ""))
    vraag_id = get_overdracht(verzoek.raadpleging, uuid).klantvraag_id if uuid else None
    gevuld = list_gevulde_tekstblokken(verzoek.raadpleging, vraag_id, {Waarvoor.AFDELING})
    return JsonResponse({"blokken": [asdict(een) for een in gevuld.blokken]})


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
@require_POST
def tekstblok_gebruikt(verzoek: Verzoek, tekstblok_id: int) -> HttpResponseBase:
    """Count that a piece of text was put into a field."""
    record_gebruik(verzoek.handeling, tekstblok_id)
    return HttpResponse(status=204)


def _read_opdracht(pad: str) -> UUID | None:
    """Return the order that a page of this desk is about, None when it is about none."""
    try:
        gevonden = resolve(pad)
    except Resolver404:
        return None
    uuid = gevonden.kwargs.get("uuid")
    return uuid if gevonden.app_name == "vakafdeling" and isinstance(uuid, UUID) else None
