"""Do a macro on several questions of the work list: each on its own, with what came of it."""

from dataclasses import dataclass
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.macros import parse_kenmerk
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.macros.actions.uitvoeren import run_macro, try_macro
from stadspunt.stromen.macros.queries import get_macro
from stadspunt.stromen.macros.rules import MAX_VRAGEN


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came of one question: `ongedaan_url` when it was done, `reden` when it was not."""

    vraag: KlantvraagBeeld
    url: str
    zinnen: tuple[str, ...] = ()
    reden: str = ""
    ongedaan_url: str = ""


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def macro_op_lijst(verzoek: Verzoek) -> HttpResponseBase:
    """Do a macro on the chosen questions; one that this employee never did is looked at first."""
    vragen = _list_vragen(verzoek)
    gekozen = verzoek.POST.get("macro", "")
    if not (gekozen.isascii() and gekozen.isdecimal() and len(gekozen) < 18) or not vragen:
        return _toon_niets(verzoek)
    macro = get_macro(verzoek.raadpleging, int(gekozen))
    bekijken = not macro.is_gebruikt and verzoek.POST.get("doe") != "uitvoeren"
    kenmerk = parse_kenmerk(verzoek.POST.get("kenmerk", ""))
    uitkomsten = [
        _preview(verzoek, macro.id, vraag) if bekijken else _do(verzoek, macro.id, vraag, str(kenmerk)) for vraag in vragen
    ]
    inhoud = {
        "macro": macro,
        "uitkomsten": uitkomsten,
        "bekijken": bekijken,
        "gelukt": sum(not een.reden for een in uitkomsten),
        "kenmerk": uuid4() if bekijken else kenmerk,
        "kruimels": (Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")), Kruimel("Macro")),
    }
    return toon(verzoek, "werkplek/macro_lijst.html", inhoud)


def _list_vragen(verzoek: Verzoek) -> list[KlantvraagBeeld]:
    """Return the chosen questions that this agent may see, each once, in the order of the list."""
    vragen = []
    for nummer in dict.fromkeys(verzoek.POST.getlist("vraag")[:MAX_VRAGEN]):
        try:
            vragen.append(get_klantvraag(verzoek.raadpleging, nummer.replace("\x00", "")[:20]))
        except NietGevondenError:
            continue
    return vragen


def _preview(verzoek: Verzoek, macro_id: int, vraag: KlantvraagBeeld) -> Uitkomst:
    url = reverse("werkplek:klantvraag", args=[vraag.nummer])
    try:
        voorbeeld = try_macro(verzoek.handeling, macro_id, vraag.id)
    except NietGevondenError:
        return Uitkomst(vraag, url, reden="Deze macro is van een andere gemeente.")
    return Uitkomst(vraag, url, voorbeeld.zinnen + voorbeeld.onomkeerbaar, " ".join(fout.tekst for fout in voorbeeld.bezwaren))


def _do(verzoek: Verzoek, macro_id: int, vraag: KlantvraagBeeld, kenmerk: str) -> Uitkomst:
    """Do it on one question, in a transaction of its own; what refuses leaves the others alone."""
    url = reverse("werkplek:klantvraag", args=[vraag.nummer])
    antwoord_url = reverse("werkplek:beantwoorden", args=[vraag.nummer])
    try:
        gedaan = run_macro(verzoek.handeling, macro_id, vraag.id, parse_kenmerk(kenmerk), antwoord_url=antwoord_url)
    except GeweigerdError as weigering:
        return Uitkomst(vraag, url, reden=get_tekst(weigering))
    except NietGevondenError:
        return Uitkomst(vraag, url, reden="Deze macro is van een andere gemeente.")
    return Uitkomst(vraag, url, ongedaan_url=reverse("werkplek:macro_ongedaan", args=[gedaan]))


def _toon_niets(verzoek: Verzoek) -> HttpResponseBase:
    messages.error(verzoek, "Kies eerst een macro en een of meer vragen.")
    return redirect("werkplek:werkvoorraad")
