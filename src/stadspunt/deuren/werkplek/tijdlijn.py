"""The timeline of a question: its facts, told in Dutch, with what was said and written."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld
from stadspunt.deuren.werkplek.berichtposten import Berichtpost
from stadspunt.deuren.werkplek.macroposten import describe_macro, is_deel_van_macro, list_van_macros
from stadspunt.deuren.werkplek.weergave import format_duur, get_naam, to_kanaalteken
from stadspunt.fundament.gebeurtenissen.queries import GebeurtenisRegel
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.stromen.klantcontacten.beelden import AntwoordBeeld, KlantcontactBeeld, NotitieBeeld, Vraagdossier
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Richting, Vervalreden, Wachteinde

VERVALREDENEN: dict[str, str] = {
    Vervalreden.SPAM: "reclame of misbruik",
    Vervalreden.DUBBEL: "dubbel",
    Vervalreden.VERGISSING: "vergissing",
    Vervalreden.INGETROKKEN: "ingetrokken door de klant",
    Vervalreden.SAMENGEVOEGD: "samengevoegd",
}
WACHTEINDEN: dict[str, str] = {
    Wachteinde.TIJD: "Terug in de lijst: het moment is er",
    Wachteinde.KLANT: "Terug in de lijst: de klant reageerde",
    Wachteinde.AFDELING: "Terug in de lijst: de afdeling gaf antwoord",
    Wachteinde.BEZORGING: "Terug in de lijst: een bericht kwam niet aan",
}
_ANTWOORDWIJZEN: dict[str, str] = {
    Antwoordwijze.MONDELING: "Mondeling beantwoord",
    Antwoordwijze.EMAIL: "Beantwoord per e-mail",
    Antwoordwijze.BRIEF: "Beantwoord per brief",
}
_VELDNAMEN = {"onderwerp": "onderwerp", "product_id": "product", "complexiteit": "complexiteit", "taal": "taal"}
# What is drawn from the records themselves, with its text, is not drawn again from its fact.
_VAN_DOSSIER = {"KlantcontactGeregistreerd", "KlantReageerde", "KlantvraagAfgehandeld", "NotitieGeschreven"}
# Steps of the administration. What the client notices, or what asks for somebody, is not among them.
_TECHNISCH = {
    "KlantvraagGeopend",
    "KlantvraagOpgepakt",
    "KlantvraagVrijgegeven",
    "KlantvraagGewijzigd",
    "PartijGekoppeld",
    "OverdrachtOpgepakt",
    "OverdrachtVrijgegeven",
    "OntvangstbevestigingOvergeslagen",
    "OntvangstVerwerkt",
}
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
    # A step that keeps the books in order; several in a row are folded.
    technisch: bool = False
    # The fact that it is, or the record ("klantcontact_id", 7) that a fact tells about: for the order within a minute.
    feit_id: int = 0
    bron: tuple[str, int] | None = None

    @property
    def tijdstip(self) -> str:
        """The moment for a machine."""
        return self.moment.isoformat()


@dataclass(frozen=True, slots=True)
class Vouw:
    """Technical steps in a row, as one line that can be opened."""

    stappen: tuple[Post | Berichtpost, ...]

    @property
    def kop(self) -> str:
        """How many there are."""
        return f"{len(self.stappen)} stappen"

    @property
    def uitleg(self) -> str:
        """What they were."""
        return " · ".join(stap.kop for stap in self.stappen)

    @property
    def wanneer(self) -> str:
        """When the last one was."""
        return self.stappen[-1].wanneer


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


def build_tijdlijn(bronnen: Tijdlijnbronnen, berichten: Sequence[Berichtpost] = ()) -> list[Post | Berichtpost | Vouw]:
    """Return the entries, oldest first. A message takes the place of its contact, and of the answer that it brought.

    Within a minute the order of the facts decides: a call is written down in whole minutes, and a
    mail tells the time of another clock. Technical steps in a row are folded.
    """
    als_bericht = {bericht.klantcontact_id for bericht in berichten}
    van_macro = list_van_macros(bronnen.gebeurtenissen)
    verteld = {bericht.tekst for bericht in berichten if bericht.is_antwoord}
    posten: list[Post | Berichtpost] = [_place_bericht(bronnen, bericht) for bericht in berichten]
    posten += [_from_contact(bronnen, contact) for contact in bronnen.dossier.contacten if contact.id not in als_bericht]
    posten += [
        _from_antwoord(bronnen, antwoord)
        for antwoord in bronnen.dossier.antwoorden
        if not (antwoord.wijze == Antwoordwijze.EMAIL and antwoord.tekst.strip() in verteld)
    ]
    posten += [_from_notitie(bronnen, notitie) for notitie in bronnen.dossier.notities]
    posten = [post for post in posten if not (isinstance(post, Post) and post.bron in van_macro)]
    posten += [post for regel in bronnen.gebeurtenissen if (post := _from_gebeurtenis(bronnen, regel)) is not None]
    plaatsen = _list_plaatsen(bronnen.gebeurtenissen)
    return _fold_stappen(sorted(posten, key=lambda post: _get_volgorde(post, plaatsen)))


@dataclass(frozen=True, slots=True)
class _Plaats:
    """A fact: its place among the others and its moment."""

    nummer: int
    moment: datetime


def _list_plaatsen(gebeurtenissen: Sequence[GebeurtenisRegel]) -> dict[tuple[str, int], _Plaats]:
    """Return for each contact, message, answer and note the first fact that speaks of it."""
    plaatsen: dict[tuple[str, int], _Plaats] = {}
    for regel in gebeurtenissen:
        for veld in ("klantcontact_id", "bericht_id", "antwoord_id", "notitie_id"):
            if (nummer := regel.inhoud.get(veld)) is not None:
                plaatsen.setdefault((veld, nummer), _Plaats(regel.id, regel.moment))
    return plaatsen


def _get_volgorde(post: Post | Berichtpost, plaatsen: Mapping[tuple[str, int], _Plaats]) -> tuple[datetime, int, int, datetime]:
    if isinstance(post, Berichtpost):
        inkomend = post.klantcontact_id is not None and post.stand is None
        bron = ("klantcontact_id", post.klantcontact_id or 0) if inkomend else ("bericht_id", post.bericht_id)
    elif post.bron is None:
        return post.moment.replace(second=0, microsecond=0), post.feit_id, 1, post.moment
    else:
        bron = post.bron
    plaats = plaatsen.get(bron)
    moment = min(post.moment, plaats.moment) if plaats else post.moment
    # What a fact tells about comes just before that fact: the call, and then the question that it opened.
    return moment.replace(second=0, microsecond=0), plaats.nummer if plaats else 0, 0, moment


def _fold_stappen(posten: Sequence[Post | Berichtpost]) -> list[Post | Berichtpost | Vouw]:
    gevouwen: list[Post | Berichtpost | Vouw] = []
    for technisch, groep in groupby(posten, key=lambda post: post.technisch):
        rij = tuple(groep)
        gevouwen += [Vouw(rij)] if technisch and len(rij) > 1 else rij
    return gevouwen


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
        bron=("klantcontact_id", contact.id),
    )


def _from_antwoord(bronnen: Tijdlijnbronnen, antwoord: AntwoordBeeld) -> Post:
    return Post(
        antwoord.gegeven_op,
        "contact-uit",
        _ANTWOORDWIJZEN.get(antwoord.wijze, "Beantwoord"),
        get_naam(bronnen.medewerkers, antwoord.medewerker_id),
        format_moment_kort(antwoord.gegeven_op, bronnen.vandaag),
        tekst=antwoord.tekst,
        bron=("antwoord_id", antwoord.id),
    )


def _from_notitie(bronnen: Tijdlijnbronnen, notitie: NotitieBeeld) -> Post:
    return Post(
        notitie.geschreven_op,
        "notitie",
        "Notitie",
        get_naam(bronnen.medewerkers, notitie.medewerker_id),
        format_moment_kort(notitie.geschreven_op, bronnen.vandaag),
        tekst=notitie.tekst,
        bron=("notitie_id", notitie.id),
    )


def _from_gebeurtenis(bronnen: Tijdlijnbronnen, regel: GebeurtenisRegel) -> Post | None:
    if regel.soort in _VAN_DOSSIER or is_deel_van_macro(regel):
        return None
    kop = _describe(regel, bronnen)
    if not kop:
        return None
    wie = SYSTEEM if regel.actor_soort == "systeem" else regel.actor
    wanneer = format_moment_kort(regel.moment, bronnen.vandaag)
    tekst = describe_macro(regel, bronnen.gebeurtenissen, bronnen.dossier)
    return Post(regel.moment, "status", kop, wie, wanneer, tekst=tekst, technisch=regel.soort in _TECHNISCH, feit_id=regel.id)


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
        case "KlantvraagWacht":
            tot = format_moment_kort(datetime.fromisoformat(inhoud["tot"]), bronnen.vandaag)
            return f"{'Wacht op de klant, uiterlijk' if inhoud['op_klant'] else 'Wacht'} tot {tot}: {inhoud['reden']}"
        case "KlantvragenSamengevoegd":
            return f"Samengevoegd: {inhoud['nummers'][1]} ging op in {inhoud['nummers'][0]}"
        case "SamenvoegingOngedaan":
            return f"Samenvoegen van {inhoud['nummers'][1]} met {inhoud['nummers'][0]} ongedaan gemaakt"
        case "KlantvraagWachtNietMeer":
            return WACHTEINDEN.get(inhoud["einde"], "Wacht niet meer")
        case "KlantvraagHeropend":
            return "Opnieuw geopend"
        case "KlantvraagVervallen":
            return f"Vervallen: {VERVALREDENEN.get(inhoud['reden'], inhoud['reden'])}"
        case "KlantvraagGewijzigd":
            return "Gewijzigd: " + ", ".join(_VELDNAMEN.get(veld, veld) for veld in inhoud["velden"])
        case "MacroUitgevoerd":
            return f"Macro ‘{inhoud['naam']}’ uitgevoerd"
        case "MacroTeruggedraaid":
            return f"Macro ‘{inhoud['naam']}’ ongedaan gemaakt"
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
