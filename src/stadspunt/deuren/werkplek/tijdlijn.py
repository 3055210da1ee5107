"""The timeline of a question: its facts, told in Dutch, with what was said and written."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld
from stadspunt.deuren.werkplek.berichtposten import Berichtpost
from stadspunt.deuren.werkplek.weergave import format_duur, get_naam, to_kanaalteken
from stadspunt.fundament.gebeurtenissen.queries import GebeurtenisRegel
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.stromen.klantcontacten.beelden import AntwoordBeeld, KlantcontactBeeld, NotitieBeeld, Vraagdossier
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Richting, Vervalreden

VERVALREDENEN: dict[str, str] = {
    Vervalreden.SPAM: "reclame of misbruik",
    Vervalreden.DUBBEL: "dubbel",
    Vervalreden.VERGISSING: "vergissing",
    Vervalreden.INGETROKKEN: "ingetrokken door de klant",
}
_ANTWOORDWIJZEN: dict[str, str] = {
    Antwoordwijze.MONDELING: "Mondeling beantwoord",
    Antwoordwijze.EMAIL: "Beantwoord per e-mail",
    Antwoordwijze.BRIEF: "Beantwoord per brief",
}
_VELDNAMEN = {"onderwerp": "onderwerp", "product_id": "product", "complexiteit": "complexiteit"}
# What is drawn from the records themselves, with its text, is not drawn again from its fact.
_VAN_DOSSIER = {"KlantcontactGeregistreerd", "KlantvraagAfgehandeld", "NotitieGeschreven"}
SYSTEEM = "StadsPunt"


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of a timeline, ready to draw. `tekst` keeps its line breaks."""

    moment: datetime
    soort: str
    kop: str
    wie: str = ""
    wanneer: str = ""
    kanaal: str = ""
    tekst: str = ""

    @property
    def tijdstip(self) -> str:
        """The moment for a machine."""
        return self.moment.isoformat()


@dataclass(frozen=True, slots=True)
class Tijdlijnbronnen:
    """Everything a timeline is made of, with the names it needs."""

    vandaag: date
    gebeurtenissen: tuple[GebeurtenisRegel, ...]
    dossier: Vraagdossier
    kanalen: Mapping[int, KanaalBeeld]
    medewerkers: Mapping[int, str]
    ingangen: Mapping[int, str]
    # Rooms above the question have their own words for their own facts; None: not one of theirs.
    beschrijvers: tuple[Callable[[str, Mapping[str, Any]], str | None], ...] = ()


def build_tijdlijn(bronnen: Tijdlijnbronnen, berichten: Sequence[Berichtpost] = ()) -> list[Post | Berichtpost]:
    """Return the entries, oldest first. A message takes the place of its contact, and of the answer that it brought."""
    als_bericht = {bericht.klantcontact_id for bericht in berichten}
    verteld = {bericht.tekst for bericht in berichten if bericht.is_antwoord}
    posten: list[Post | Berichtpost] = [_place_bericht(bronnen, bericht) for bericht in berichten]
    posten += [_from_contact(bronnen, contact) for contact in bronnen.dossier.contacten if contact.id not in als_bericht]
    posten += [
        _from_antwoord(bronnen, antwoord)
        for antwoord in bronnen.dossier.antwoorden
        if not (antwoord.wijze == Antwoordwijze.EMAIL and antwoord.tekst.strip() in verteld)
    ]
    posten += [_from_notitie(bronnen, notitie) for notitie in bronnen.dossier.notities]
    posten += [post for regel in bronnen.gebeurtenissen if (post := _from_gebeurtenis(bronnen, regel)) is not None]
    return sorted(posten, key=lambda post: post.moment)


def _place_bericht(bronnen: Tijdlijnbronnen, bericht: Berichtpost) -> Berichtpost:
    """Put a message that came in where its contact was: mail that was read from a file is older than today, a letter no mail."""
    inkomend = {contact.id: contact for contact in bronnen.dossier.contacten if contact.richting == Richting.IN}
    contact = inkomend.get(bericht.klantcontact_id or 0)
    if contact is None:
        return bericht
    return replace(
        bericht,
        moment=contact.gebeurd_op,
        wanneer=format_moment_kort(contact.gebeurd_op, bronnen.vandaag),
        wie=bericht.wie or get_naam(bronnen.medewerkers, contact.medewerker_id),
        kanaal=_get_kanaal(bronnen, contact),
    )


def _get_kanaal(bronnen: Tijdlijnbronnen, contact: KlantcontactBeeld) -> str:
    """Return over which channel a contact came, and where it came in."""
    kanaal = to_kanaalteken(bronnen.kanalen.get(contact.kanaal_id)).naam
    ingang = bronnen.ingangen.get(contact.ingang_id or 0, "")
    return f"{kanaal}, {ingang}" if ingang else kanaal


def _from_contact(bronnen: Tijdlijnbronnen, contact: KlantcontactBeeld) -> Post:
    inkomend = contact.richting == Richting.IN
    kop = "De klant nam contact op" if inkomend else "Contact met de klant"
    if not inkomend and contact.bereikt is False:
        kop = "De klant niet bereikt"
    wanneer = format_moment_kort(contact.gebeurd_op, bronnen.vandaag)
    if contact.duur_seconden:
        wanneer += f", {format_duur(contact.duur_seconden)}"
    if (contact.geregistreerd_op - contact.gebeurd_op).days >= 1:
        wanneer += f", vastgelegd {format_moment_kort(contact.geregistreerd_op, bronnen.vandaag)}"
    return Post(
        contact.gebeurd_op,
        "contact-in" if inkomend else "contact-uit",
        kop,
        get_naam(bronnen.medewerkers, contact.medewerker_id),
        wanneer,
        _get_kanaal(bronnen, contact),
        contact.samenvatting,
    )


def _from_antwoord(bronnen: Tijdlijnbronnen, antwoord: AntwoordBeeld) -> Post:
    return Post(
        antwoord.gegeven_op,
        "contact-uit",
        _ANTWOORDWIJZEN.get(antwoord.wijze, "Beantwoord"),
        get_naam(bronnen.medewerkers, antwoord.medewerker_id),
        format_moment_kort(antwoord.gegeven_op, bronnen.vandaag),
        tekst=antwoord.tekst,
    )


def _from_notitie(bronnen: Tijdlijnbronnen, notitie: NotitieBeeld) -> Post:
    return Post(
        notitie.geschreven_op,
        "notitie",
        "Notitie",
        get_naam(bronnen.medewerkers, notitie.medewerker_id),
        format_moment_kort(notitie.geschreven_op, bronnen.vandaag),
        tekst=notitie.tekst,
    )


def _from_gebeurtenis(bronnen: Tijdlijnbronnen, regel: GebeurtenisRegel) -> Post | None:
    if regel.soort in _VAN_DOSSIER:
        return None
    kop = _describe(regel, bronnen)
    if not kop:
        return None
    wie = SYSTEEM if regel.actor_soort == "systeem" else regel.actor
    return Post(regel.moment, "status", kop, wie, format_moment_kort(regel.moment, bronnen.vandaag))


def _describe(regel: GebeurtenisRegel, bronnen: Tijdlijnbronnen) -> str | None:
    inhoud: Mapping[str, Any] = regel.inhoud
    match regel.soort:
        case "KlantvraagGeopend":
            beloofd = date.fromisoformat(inhoud["beloofd"])
            return f"Vraag geopend, beloofd voor {beloofd.day}-{beloofd.month}-{beloofd.year}"
        case "KlantvraagOpgepakt":
            return f"Opgepakt door {get_naam(bronnen.medewerkers, inhoud['medewerker_id'])}"
        case "KlantvraagVrijgegeven":
            return "Terug in de lijst van het team"
        case "KlantvraagHeropend":
            return "Opnieuw geopend"
        case "KlantvraagVervallen":
            return f"Vervallen: {VERVALREDENEN.get(inhoud['reden'], inhoud['reden'])}"
        case "KlantvraagGewijzigd":
            return "Gewijzigd: " + ", ".join(_VELDNAMEN.get(veld, veld) for veld in inhoud["velden"])
        case "PartijGekoppeld":
            return "Aan een klant gekoppeld"
    for beschrijf in bronnen.beschrijvers:
        if (kop := beschrijf(regel.soort, inhoud)) is not None:
            return kop
    # A fact that this screen has no words for yet is told by its name rather than left out.
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", regel.soort).capitalize()


def list_genoemden(dossier: Vraagdossier, gebeurtenissen: tuple[GebeurtenisRegel, ...]) -> set[int]:
    """Return the ids of the employees whose names the timeline needs."""
    uit_dossier = {een.medewerker_id for deel in (dossier.contacten, dossier.antwoorden, dossier.notities) for een in deel}
    uit_feiten = {regel.inhoud.get("medewerker_id") for regel in gebeurtenissen}
    return {een for een in uit_dossier | uit_feiten if een}
