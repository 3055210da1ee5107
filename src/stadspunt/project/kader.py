"""The frame around a screen: who is signed in, where he can go, what waits there."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from stadspunt.bronnen.organisatie.queries import has_lettertoetsen, list_gemeenten
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.website.gemeente import find_plek
from stadspunt.deuren.werkplek.kader_menu import build_menu as build_werkplekmenu
from stadspunt.deuren.werkplek.kader_strook import build_strook
from stadspunt.fundament.schermen.kader import Gebruiker, Menugroep, Menuregel, Opdracht, Publiekkader, Taal, Werkkader
from stadspunt.fundament.toegang.actor import Actor, ActorSoort, Raadpleging

_MENU: tuple[tuple[Doel, str, str, str, str], ...] = (
    (Doel.OVERDRACHT_BEANTWOORDEN, "Gevraagd aan ons", "/afdeling/", "overdragen", "a"),
    (Doel.STUREN, "Sturing", "/sturing/", "grafiek", "s"),
    (Doel.BEHEREN, "Beheer", "/beheer/", "instellingen", "b"),
)

# Where typing `::` asks for pieces of text, by the purpose of the page.
_TEKSTBLOKKEN: dict[str, str] = {
    Doel.KLANTVRAAG_BEHANDELEN: "/werkplek/tekstblokken/",
    Doel.OVERDRACHT_BEANTWOORDEN: "/afdeling/tekstblokken/",
}


def build_kader(verzoek: HttpRequest) -> Werkkader | Publiekkader:
    """Return the frame for this request; it is built before the template runs, so it may ask the database."""
    raadpleging: Raadpleging | None = getattr(verzoek, "raadpleging", None)
    if raadpleging is None or raadpleging.actor.soort is not ActorSoort.MEDEWERKER:
        return _build_publiek(verzoek)
    gemeenten = list_gemeenten()
    werkplek = build_werkplekmenu(verzoek)
    overig = tuple(_build_menu(raadpleging.actor, verzoek.path))
    regels = (*(werkplek.regels if werkplek else ()), *overig)
    klant, contacten = build_strook(verzoek)
    return Werkkader(
        gemeente=gemeenten[0].naam if len(gemeenten) == 1 else "",
        menu=tuple(groep for groep in (werkplek, Menugroep("Verder" if werkplek else "", overig)) if groep and groep.regels),
        gebruiker=Gebruiker(raadpleging.actor.naam, "", "/aanmelden/uit/", tuple(_build_eigen(raadpleging.actor))),
        tekstblokken_url=_TEKSTBLOKKEN.get(raadpleging.doel, ""),
        instellingen_url="/mijn/instellingen/",
        lettertoetsen=has_lettertoetsen(raadpleging.actor.medewerker_id or 0),
        klant=klant,
        contacten=contacten,
        nieuw_contact_url="/werkplek/contacten/nieuw/" if raadpleging.actor.has_doel(Doel.KLANTVRAAG_BEHANDELEN) else "",
        opdrachten=tuple(
            Opdracht(regel.naam, regel.url, icoon=regel.icoon, sneltoets=regel.sneltoets)
            for regel in (*regels, *_build_eigen(raadpleging.actor))
        ),
        zoek_url="/werkplek/" if raadpleging.actor.has_doel(Doel.KLANTVRAAG_BEHANDELEN) else "",
        treffers_url="/werkplek/treffers/" if raadpleging.actor.has_doel(Doel.KLANTVRAAG_BEHANDELEN) else "",
        start_url=regels[0].url if regels else "/",
    )


def _build_menu(actor: Actor, pad: str) -> list[Menuregel]:
    mogelijk = [regel for regel in _MENU if actor.has_doel(regel[0])]
    # The longest address that fits is where we are; '/werkplek/' is also the start of all that lies below it.
    actief = max((url for _, _, url, _, _ in mogelijk if pad.startswith(url)), key=len, default="")
    return [Menuregel(naam, url, icoon, actief=url == actief, sneltoets=toets) for _, naam, url, icoon, toets in mogelijk]


def _build_eigen(actor: Actor) -> Iterator[Menuregel]:
    """Yield the links under one's own name."""
    if actor.has_recht(Doel.EIGEN_WERKWIJZE, "tekstblok.gebruiken"):
        yield Menuregel("Mijn tekstblokken", "/mijn/tekstblokken/", "notitie")
    yield Menuregel("Mijn instellingen", "/mijn/instellingen/", "instellingen")
    yield Menuregel("Mijn account", "/aanmelden/mijn-account/", "persoon")


def _build_publiek(verzoek: HttpRequest) -> Publiekkader:
    plek = find_plek(verzoek)
    taal = (get_language() or "nl")[:2]
    talen = tuple(
        Taal(code, naam, translate_url(verzoek.path, code), actief=code == taal)
        for code, naam in (("nl", "Nederlands"), ("en", "English"))
    )
    return Publiekkader(
        gemeente=plek.gemeente.naam if plek.gemeente else "",
        talen=talen,
        telefoon=plek.gemeente.telefoon if plek.gemeente else "",
        # Before there is a municipality nobody answers a question.
        contact_url=plek.build_url("contact") if plek.gemeenten else "",
        privacy_url=plek.build_url("privacy"),
        toegankelijkheid_url=plek.build_url("toegankelijkheid"),
        start_url=plek.build_url("start"),
    )
