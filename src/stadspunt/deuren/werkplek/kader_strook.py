"""The strip of the frame: who is the active client, and what this agent has begun and not sent, with the way back to it."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.werkplek.actieve_klant import build_actieve_klant
from stadspunt.deuren.werkplek.lopend import Lopend, build_adres, get_bezigheden
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.schermen.kader import ActieveKlant
from stadspunt.fundament.schermen.onderdelen import Contacttab
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import find_zichtbare_ids

# What a draft is for stands at the end of its place ('vraag-12-antwoord').
_SOORTEN: dict[str, tuple[str, str]] = {
    "antwoord": ("Antwoord", "email"),
    "notitie": ("Notitie", "notitie"),
    "toetsing": ("Controle", "vink"),
    "opnieuw": ("Opnieuw vragen", "ongedaan"),
}


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def strook(verzoek: Verzoek) -> HttpResponseBase:
    """Show the strip of this moment, for a page (`hier`) on which something was begun just now."""
    return toon(verzoek, "schermen/delen/strookplek.html", {})


def build_strook(verzoek: HttpRequest) -> tuple[ActieveKlant | None, tuple[Contacttab, ...]]:
    """Return the active client and what this agent has open, the oldest first; nothing for who does not work here."""
    bezig = get_bezigheden(verzoek)
    if not bezig.concepten:
        return None, ()
    staf = cast(Verzoek, verzoek)
    moment, hier = staf.raadpleging.moment, _get_hier(verzoek)
    contacten = {een.plek: een for een in bezig.contacten}
    vragen = {concept.plek: vraag_id for concept in bezig.concepten if (vraag_id := _parse_vraag(concept.plek))}
    # What was typed for a question that became confidential stays kept, but its name is not shown any more.
    zichtbaar = find_zichtbare_ids(staf.raadpleging, list(vragen.values())) if vragen else frozenset()
    tabs = tuple(
        _to_contacttab(contacten[concept.plek], moment, hier) if concept.plek in contacten else _to_tab(concept, moment, hier)
        for concept in bezig.concepten
        if concept.plek not in vragen or vragen[concept.plek] in zichtbaar
    )
    return build_actieve_klant(staf), tabs


def _get_hier(verzoek: HttpRequest) -> str:
    """Return the page that the agent is on; a contact that posts its buttons is still the same contact."""
    if verzoek.path == reverse("werkplek:strook"):
        return verzoek.GET.get("hier", "")
    sleutel = verzoek.POST.get("sleutel", "") if verzoek.method == "POST" else ""
    return build_adres(sleutel) if sleutel and verzoek.path == reverse("werkplek:nieuw_contact") else verzoek.get_full_path()


def _parse_vraag(plek: str) -> int:
    """Return the question that a place belongs to ('vraag-12-antwoord'), 0 for none."""
    soort, _, rest = plek.partition("-")
    nummer = rest.partition("-")[0]
    return int(nummer) if soort == "vraag" and nummer.isascii() and nummer.isdecimal() and len(nummer) < 18 else 0


def _to_contacttab(contact: Lopend, moment: datetime, hier: str) -> Contacttab:
    return Contacttab(
        naam=contact.naam or "Contact",
        onderwerp=contact.onderwerp,
        kanaal=contact.kanaal.naam,
        icoon=contact.kanaal.icoon,
        url=contact.url,
        duur=_describe_duur(contact.begonnen_op, moment),
        seconden=_count_seconden(contact.begonnen_op, moment),
        actief=contact.url == hier,
    )


def _to_tab(concept: ConceptBeeld, moment: datetime, hier: str) -> Contacttab:
    soort, icoon = _SOORTEN.get(concept.plek.rpartition("-")[2], ("Concept", "formulier"))
    return Contacttab(
        naam=soort,
        onderwerp=concept.titel,
        kanaal="",  # the icon says nothing that the name does not
        icoon=icoon,
        url=concept.url,
        duur=_describe_duur(concept.begonnen_op, moment),
        actief=concept.url == hier,
    )


def _count_seconden(begonnen: datetime, moment: datetime) -> int:
    return max(0, int((moment - begonnen).total_seconds()))


def _describe_duur(begonnen: datetime, moment: datetime) -> str:
    minuten = _count_seconden(begonnen, moment) // 60
    if minuten < 60:
        return f"{minuten} min"
    return f"{minuten // 60} u" if minuten < 24 * 60 else f"{minuten // (24 * 60)} d"
