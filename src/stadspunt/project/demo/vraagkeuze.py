"""Choose what a client asks: the product, the case, the words and what will be answered."""

from dataclasses import dataclass
from datetime import date

from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.klanten import Klant
from stadspunt.project.demo.onderwerpkeuze import PASSENDE_ONDERWERPEN
from stadspunt.project.demo.producten import PRODUCT_PER_CODE
from stadspunt.project.demo.slots import fill_slots
from stadspunt.project.demo.teksten.vervolg import AFSLUITINGEN
from stadspunt.project.demo.teksten.vorm import Casus, Toon
from stadspunt.project.demo.teksten.vorm import Vraag as Vraagtekst
from stadspunt.project.demo.toeval import Toeval
from stadspunt.project.demo.vraagritme import CASUSKEUZE, PRODUCTKEUZE, RITME_PER_PRODUCT

GESPROKEN = frozenset({Kanaal.TELEFOON, Kanaal.BALIE})
# Tones that fit anybody who writes for himself.
_VOOR_IEDEREEN = frozenset(Toon) - {Toon.ENGELS, Toon.ONDERNEMER}
_VOOR_BEDRIJVEN = (Toon.ONDERNEMER, Toon.BELEEFD, Toon.KORT, Toon.HERHAAL)
# Mostly businesses and clubs ask about these.
ZAKELIJK = frozenset({"horeca-exploitatie", "alcoholvergunning", "evenementenvergunning"})


@dataclass(frozen=True, slots=True)
class Vraagkeuze:
    """One question in words, with what the centre and (when it is needed) the department will say."""

    product: str
    onderwerp: str
    tekst: str
    notitie: str
    zwaarte: str
    taal: str
    antwoord: str
    naar_afdeling: bool = False
    afdeling: str = ""
    gevraagd: str = ""
    vakantwoord: str = ""


def choose_product(toeval: Toeval, dag: date, kanaal: Kanaal) -> str:
    """Return the product that a question of this month and channel is about."""
    return toeval.weeg(PRODUCTKEUZE[dag.month, kanaal])


def choose_vraag(
    toeval: Toeval, rooster: Werkrooster, dag: date, kanaal: Kanaal, klant: Klant | None, product: str
) -> Vraagkeuze:
    """Return a question about `product` that fits the season, the channel and the client (None: gave no name)."""
    kans = RITME_PER_PRODUCT[product].overdracht
    # Who writes asks harder things than who calls.
    kans = kans * 103 // 100 if kanaal in GESPROKEN else kans * 143 // 100
    naar_afdeling = klant is not None and toeval.heel(1, 100) <= kans
    casus = toeval.weeg(CASUSKEUZE[product, dag.month, naar_afdeling])
    plek = klant.plek if klant is not None else None
    bedrijf = klant.naam if klant is not None and klant.is_organisatie else ""
    vulling = fill_slots(toeval, dag, rooster, plek, bedrijf)
    if kanaal in GESPROKEN:
        return _speak(toeval, casus, vulling, naar_afdeling)
    return _write(toeval, casus, vulling, naar_afdeling, kanaal, klant)


def _speak(toeval: Toeval, casus: Casus, vulling: dict[str, str], naar_afdeling: bool) -> Vraagkeuze:
    notitie = toeval.kies(casus.list_notities(naar_afdeling))
    onderwerp = toeval.kies(PASSENDE_ONDERWERPEN[casus.onderwerp, notitie]).format_map(vulling)
    tekst = notitie.format_map(vulling)
    # What an agent types starts with a capital.
    return _build(casus, vulling, naar_afdeling, onderwerp[0].upper() + onderwerp[1:], tekst, tekst, "nl")


def _write(
    toeval: Toeval, casus: Casus, vulling: dict[str, str], naar_afdeling: bool, kanaal: Kanaal, klant: Klant | None
) -> Vraagkeuze:
    vraag = _choose_tekst(toeval, casus, klant, naar_afdeling)
    tekst = vraag.tekst.format_map(vulling)
    if klant is not None and kanaal is not Kanaal.INTERNET:  # a form has a field for the name
        tekst = f"{tekst}\n\n{toeval.kies(AFSLUITINGEN[vraag.toon]).format(naam=klant.naam)}".rstrip()
    in_engels = vraag.toon is Toon.ENGELS
    onderwerp = casus.engels[0] if in_engels else _write_onderwerp(toeval, casus, vraag, kanaal).format_map(vulling)
    return _build(casus, vulling, naar_afdeling, onderwerp, tekst, "", "en" if in_engels else "nl")


def _choose_tekst(toeval: Toeval, casus: Casus, klant: Klant | None, naar_afdeling: bool) -> Vraagtekst:
    vragen = casus.list_vragen(naar_afdeling)
    if klant is not None and klant.is_organisatie:
        passend = [vraag for toon in _VOOR_BEDRIJVEN for vraag in vragen if vraag.toon is toon][:2]
    elif klant is not None and klant.taal == "en" and not naar_afdeling:
        passend = [vraag for vraag in vragen if vraag.toon is Toon.ENGELS]
    else:
        passend = []
    if not passend:
        passend = [vraag for vraag in vragen if vraag.toon in _VOOR_IEDEREEN]
    return toeval.kies(passend or [vraag for vraag in vragen if vraag.toon is not Toon.ENGELS] or casus.vragen)


def _write_onderwerp(toeval: Toeval, casus: Casus, vraag: Vraagtekst, kanaal: Kanaal) -> str:
    if kanaal is Kanaal.EMAIL and toeval.kans(0.12):
        naam = PRODUCT_PER_CODE[casus.product].naam
        return f"Vraag over {naam[0].lower()}{naam[1:]}"
    onderwerp = toeval.kies(PASSENDE_ONDERWERPEN[casus.onderwerp, vraag.tekst])
    if vraag.toon in {Toon.KORT, Toon.JONGERE, Toon.BEPERKT}:
        return onderwerp if toeval.kans(0.5) else onderwerp[0].lower() + onderwerp[1:]
    onderwerp = onderwerp[0].upper() + onderwerp[1:]
    return f"{onderwerp}!" if vraag.toon is Toon.BOOS and toeval.kans(0.35) else onderwerp


def _build(
    casus: Casus, vulling: dict[str, str], naar_afdeling: bool, onderwerp: str, tekst: str, notitie: str, taal: str
) -> Vraagkeuze:
    antwoord = casus.eindantwoord if naar_afdeling else casus.engels[1] if taal == "en" else casus.antwoord
    return Vraagkeuze(
        product=casus.product,
        onderwerp=onderwerp,
        tekst=tekst,
        notitie=notitie,
        zwaarte=casus.zwaarte.value,
        taal=taal,
        antwoord=antwoord.format_map(vulling),
        naar_afdeling=naar_afdeling,
        afdeling=casus.afdeling or PRODUCT_PER_CODE[casus.product].afdeling,
        gevraagd=casus.gevraagd.format_map(vulling) if naar_afdeling else "",
        vakantwoord=casus.vakantwoord.format_map(vulling) if naar_afdeling else "",
    )
