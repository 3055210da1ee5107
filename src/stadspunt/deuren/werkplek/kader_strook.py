"""The strip of the frame: what this agent has begun and not sent, with the way back to it."""

from datetime import datetime

from django.http import HttpRequest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.beelden import ConceptBeeld
from stadspunt.fundament.concepten.queries import list_concepten
from stadspunt.fundament.schermen.onderdelen import Contacttab
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import find_zichtbare_ids

# What a draft is for stands at the end of its place ('vraag-12-antwoord'), or at the beginning of it ('contact-…').
_SOORTEN: dict[str, tuple[str, str]] = {
    "antwoord": ("Antwoord", "email"),
    "notitie": ("Notitie", "notitie"),
    "toetsing": ("Controle", "vink"),
    "opnieuw": ("Opnieuw vragen", "ongedaan"),
    "contact": ("Contact", "telefoon"),
}


def build_strook(verzoek: HttpRequest) -> tuple[Contacttab, ...]:
    """Return what this agent has open, the oldest first; nothing for who does not work here."""
    raadpleging: Raadpleging | None = getattr(verzoek, "raadpleging", None)
    if raadpleging is None or raadpleging.doel != Doel.KLANTVRAAG_BEHANDELEN:
        return ()
    if not raadpleging.actor.has_recht(raadpleging.doel, "concept.bewaren"):
        return ()
    hier = verzoek.get_full_path()
    concepten = list_concepten(raadpleging)
    vragen = {concept.plek: vraag_id for concept in concepten if (vraag_id := _parse_vraag(concept.plek))}
    # What was typed for a question that became confidential stays kept, but its name is not shown any more.
    zichtbaar = find_zichtbare_ids(raadpleging, list(vragen.values()))
    return tuple(
        _to_tab(concept, raadpleging.moment, hier)
        for concept in concepten
        if concept.plek not in vragen or vragen[concept.plek] in zichtbaar
    )


def _parse_vraag(plek: str) -> int:
    """Return the question that a place belongs to ('vraag-12-antwoord'), 0 for none."""
    soort, _, rest = plek.partition("-")
    nummer = rest.partition("-")[0]
    return int(nummer) if soort == "vraag" and nummer.isascii() and nummer.isdecimal() and len(nummer) < 18 else 0


def _to_tab(concept: ConceptBeeld, moment: datetime, hier: str) -> Contacttab:
    delen = concept.plek.split("-")
    soort, icoon = _SOORTEN.get(delen[-1], _SOORTEN.get(delen[0], ("Concept", "formulier")))
    return Contacttab(
        naam=soort,
        onderwerp=concept.titel,
        kanaal="",  # the icon says nothing that the name does not
        icoon=icoon,
        url=concept.url,
        duur=_describe_duur(concept.begonnen_op, moment),
        actief=concept.url == hier,
    )


def _describe_duur(begonnen: datetime, moment: datetime) -> str:
    minuten = int((moment - begonnen).total_seconds()) // 60
    if minuten < 60:
        return f"{minuten} min"
    return f"{minuten // 60} u" if minuten < 24 * 60 else f"{minuten // (24 * 60)} d"
