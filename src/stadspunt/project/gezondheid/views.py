"""`/gezond`, `/klaar`, `/toestand` and `/metrics`: for machines, without session and without personal data."""

import hmac
import ipaddress
import os

from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest, multiprocess

from stadspunt.deuren.beheer.oordeel import list_klachten
from stadspunt.deuren.beheer.toestand import get_toestand
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.project.gezondheid.controles import GOED, run_controles
from stadspunt.project.gezondheid.meters import MetersCollector


@never_cache
@require_safe
def gezond(verzoek: HttpRequest) -> HttpResponse:
    """This process answers. Says nothing about the database: restarting us would not mend that."""
    return HttpResponse("gezond\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def klaar(verzoek: HttpRequest) -> HttpResponse:
    """Everything that is needed for the work is there (200), or not (503), with the reason for each part."""
    onderdelen = run_controles()
    goed = all(uitkomst == GOED for uitkomst in onderdelen.values())
    if not goed:
        connections.close_all()  # a broken connection must not keep the next answer red
    antwoord = JsonResponse(
        {"klaar": goed, "onderdelen": dict(onderdelen)},
        status=200 if goed else 503,
        json_dumps_params={"ensure_ascii": False},
    )
    if not goed:
        antwoord.headers["Retry-After"] = "5"
    return antwoord


@never_cache
@require_safe
def metrics(verzoek: HttpRequest) -> HttpResponse:
    """Figures for Prometheus; with the key of STADSPUNT_METINGEN_SLEUTEL, or from this computer itself."""
    if not may_see_metrics(verzoek):
        return HttpResponseNotFound()
    register = CollectorRegistry()
    register.register(MetersCollector())
    inhoud = generate_latest(register)
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        samen = CollectorRegistry()
        multiprocess.MultiProcessCollector(samen)  # type: ignore[no-untyped-call]
        inhoud += generate_latest(samen)
    else:
        inhoud += generate_latest(REGISTRY)
    return HttpResponse(inhoud, content_type=CONTENT_TYPE_LATEST)


@never_cache
@require_safe
def toestand(verzoek: HttpRequest) -> HttpResponse:
    """What the page Gezondheid says, for a monitor with the key of the metrics: 503 when work stands still."""
    if not may_see_metrics(verzoek):
        return HttpResponseNotFound()
    nu = get_moment()
    stand = get_toestand(build_systeem("bewaking", nu).raadpleging)
    klachten = list_klachten(stand)
    ernstig = any(klacht.ernst == "fout" for klacht in klachten)
    laatste = stand.kopieen.laatste
    inhoud = {
        "goed": not klachten,
        "klachten": [{"ernst": een.ernst, "kop": een.kop, "raad": een.tekst} for een in klachten],
        "wachtrijen": {
            rij.naam: {
                "wacht": rij.stand.wachtend,
                "oudste_seconden": round((nu - rij.stand.oudste_op).total_seconds()) if rij.stand.oudste_op else 0,
                "aandacht": rij.stand.mislukt,
            }
            for rij in stand.wachtrijen
        },
        "reservekopie_op": laatste.gemaakt_op.isoformat() if laatste else None,
        "versie": stand.server.versie_code,
    }
    return JsonResponse(inhoud, status=503 if ernstig else 200, json_dumps_params={"ensure_ascii": False})


def may_see_metrics(verzoek: HttpRequest) -> bool:
    """Whether the one who asks holds the key, or (when there is no key) sits at this very computer."""
    sleutel = os.environ.get("STADSPUNT_METINGEN_SLEUTEL", "")
    if sleutel:
        gegeven = verzoek.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(gegeven.encode(), sleutel.encode())
    try:
        return ipaddress.ip_address(verzoek.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
