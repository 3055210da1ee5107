"""The 3,000 clients of Lindewaard: people and organisations, all made up. They carry no burgerservicenummer.

Mail goes to domains that can never exist for real (RFC 2606). Telephone numbers start with 06 0 or 019, which
are given out to nobody.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.namen import NAMENGROEPEN, ORGANISATIENAMEN, ORGANISATIESOORTEN
from stadspunt.project.demo.toeval import Gewichten, Toeval

AANTAL_PERSONEN = 2_750
AANTAL_ORGANISATIES = 250
_STROOM = 1


@dataclass(frozen=True, slots=True)
class DemoPartij:
    """A client; `email` or `telefoon` may be empty, not both. `voorkeurskanaal` is None when nobody asked."""

    is_organisatie: bool
    naam: str
    email: str
    telefoon: str
    voorkeurskanaal: Kanaal | None
    taal: str


def generate_partijen(zaad: int) -> tuple[DemoPartij, ...]:
    """Return all clients: first the people, then the organisations; the same ones for the same seed."""
    toeval = Toeval(zaad, _STROOM)
    bezet: set[str] = set()
    return (*_generate_personen(toeval, bezet), *_generate_organisaties(toeval, bezet))


def _generate_personen(toeval: Toeval, bezet: set[str]) -> Iterator[DemoPartij]:
    groepen = Gewichten(NAMENGROEPEN, [groep.duizendste for groep in NAMENGROEPEN])
    for nummer in range(AANTAL_PERSONEN):
        groep = toeval.weeg(groepen)
        voornaam, achternaam = toeval.kies(groep.voornamen), toeval.kies(groep.achternamen)
        # Older people have a telephone more often than an address for mail.
        ouder = groep is NAMENGROEPEN[0]
        met_mail = toeval.kans(0.55 if ouder else 0.93)
        naam = f"{voornaam} {achternaam}" if toeval.kans(0.88) else f"{voornaam[0]}. {achternaam}"
        email = _make_email(f"{voornaam}.{achternaam}", bezet, "example.org") if met_mail else ""
        telefoon = _make_telefoon(toeval, nummer, vast=toeval.kans(0.6 if ouder else 0.06))
        if email and not toeval.kans(0.8):
            telefoon = ""
        yield DemoPartij(False, naam, email, telefoon, _choose_voorkeur(toeval, bool(email)), groep.taal)


def _generate_organisaties(toeval: Toeval, bezet: set[str]) -> Iterator[DemoPartij]:
    genoemd: set[str] = set()
    while len(genoemd) < AANTAL_ORGANISATIES:
        naam = f"{toeval.kies(ORGANISATIESOORTEN)} {toeval.kies(ORGANISATIENAMEN)}"
        if naam in genoemd:
            continue
        email = _make_email(naam.replace(" ", "-"), bezet, "example", voor="info@")
        telefoon = _make_telefoon(toeval, AANTAL_PERSONEN + len(genoemd), vast=True)
        genoemd.add(naam)
        yield DemoPartij(True, naam, email, telefoon, _choose_voorkeur(toeval, met_mail=True), "nl")


def _make_email(tekst: str, bezet: set[str], domein: str, voor: str = "") -> str:
    """Return an address that nobody has yet; letters with signs lose them."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower().replace("ı", "i").replace("ł", "l").replace("&", "en"))
    kaal = "".join(teken for teken in ontleed if teken.isascii() and (teken.isalnum() or teken in ".-"))
    for nummer in range(1, 1000):
        lokaal = kaal if nummer == 1 else f"{kaal}{nummer}"
        adres = f"{voor}{lokaal}.{domein}" if voor else f"{lokaal}@{domein}"
        if adres not in bezet:
            bezet.add(adres)
            return adres
    raise ValueError(f"too many people are called {tekst}")


def _make_telefoon(toeval: Toeval, nummer: int, *, vast: bool) -> str:
    laatste = f"{nummer:04d}"
    eerste = toeval.heel(100, 999)
    if vast:
        return f"019 {eerste} {laatste[:2]} {laatste[2:]}"
    return f"06 0{eerste}{laatste}"


def _choose_voorkeur(toeval: Toeval, met_mail: bool) -> Kanaal | None:
    if not toeval.kans(0.18):
        return None
    return toeval.kies((Kanaal.EMAIL, Kanaal.EMAIL, Kanaal.TELEFOON)) if met_mail else Kanaal.TELEFOON
