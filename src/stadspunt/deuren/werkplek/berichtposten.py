"""The messages of a question as entries of its timeline."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.deuren.werkplek.weergave import format_moment, get_naam
from stadspunt.fundament.schermen.onderdelen import Bestand
from stadspunt.fundament.tijd.dagen import NEDERLAND
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.beelden import BerichtBeeld, BijlageBeeld, VerzendBeeld
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.bevestiging import GEEN_BEVESTIGING
from stadspunt.stromen.correspondentie.rules.woorden import STATUSNAMEN, VRAAGT_AANDACHT, Berichtsoort, Verzendstatus
from stadspunt.stromen.klantcontacten.rules import Richting

# What a browser draws and cannot run; anything else is only given out as a download.
BEELDSOORTEN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_KOPPEN: dict[str, str] = {
    Berichtsoort.ANTWOORD: "Antwoord aan de klant",
    Berichtsoort.ONTVANGSTBEVESTIGING: "Ontvangstbevestiging",
    Berichtsoort.AUTOMATISCH: "Automatisch antwoord van de klant",
    Berichtsoort.BOUNCE: "Melding van de mailserver",
    Berichtsoort.LEESBEVESTIGING: "Leesbevestiging",
}
_STATUSSOORTEN: dict[str, str] = {
    Verzendstatus.VERZONDEN: "klaar",
    Verzendstatus.GEPLAND: "wacht",
    Verzendstatus.BEZIG: "wacht",
    Verzendstatus.INGETROKKEN: "rust",
}
# Told by the message itself; what went wrong has a moment of its own and is told apart.
_FEITEN: dict[str, str] = {
    "BerichtOntvangen": "",
    "VerzendingGepland": "",
    "BerichtVerzonden": "",
    "VerzendingIngetrokken": "Het bericht is teruggenomen",
    "VerzendingMislukt": "Het bericht kon niet worden verstuurd",
    "VerzendingOnzeker": "Het is onzeker of het bericht is verstuurd",
    "BerichtOnbestelbaar": "Het bericht is niet aangekomen",
}
_GEVAREN = "Dit bestand kan schadelijk zijn en wordt niet geopend."


@dataclass(frozen=True, slots=True)
class Verzendstand:
    """Where an outgoing message is, in words; an empty address: that cannot be done now."""

    tekst: str
    soort: str
    uitleg: str
    ongedaan_url: str
    opnieuw_url: str


@dataclass(frozen=True, slots=True)
class Berichtpost:
    """One message on the timeline. `html` is there when the sender used markup; `tekst` is without what was quoted."""

    moment: datetime
    bericht_id: int
    klantcontact_id: int | None
    soort: str
    kop: str
    wie: str
    wanneer: str
    onderwerp: str
    tekst: str
    citaat: str
    html: SafeString
    bestanden: tuple[Bestand, ...]
    stand: Verzendstand | None
    is_antwoord: bool
    gaat_weg_om: str

    @property
    def tijdstip(self) -> str:
        """The moment for a machine."""
        return self.moment.isoformat()


def list_berichtposten(raadpleging: Raadpleging, klantvraag_id: int) -> list[Berichtpost]:
    """Return the messages of a question, oldest first, whatever their number in the same number of queries."""
    berichten = list_berichten(raadpleging, klantvraag_id)
    medewerkers = get_medewerkers({een.medewerker_id for een in berichten if een.medewerker_id})
    namen = {een.id: een.naam for een in medewerkers.values()}
    rechten = {
        recht: raadpleging.actor.has_recht(raadpleging.doel, recht) for recht in ("antwoord.versturen", "verzending.herstellen")
    }
    return [_to_post(bericht, namen, rechten, raadpleging.vandaag) for bericht in berichten]


def _to_post(bericht: BerichtBeeld, namen: Mapping[int, str], rechten: Mapping[str, bool], vandaag: date) -> Berichtpost:
    uitgaand = bericht.richting == Richting.UIT
    is_antwoord = bericht.soort == Berichtsoort.ANTWOORD
    verzending = bericht.verzending
    wacht = is_antwoord and verzending is not None and verzending.status == Verzendstatus.GEPLAND
    return Berichtpost(
        moment=bericht.moment,
        bericht_id=bericht.id,
        klantcontact_id=bericht.klantcontact_id,
        soort=_get_soort(bericht, uitgaand),
        kop=_KOPPEN.get(bericht.soort, "Bericht aan de klant" if uitgaand else f"{bericht.van_naam or 'De klant'} schreef"),
        wie=_get_wie(bericht, namen, uitgaand),
        wanneer=format_moment(bericht.moment, vandaag),
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst.strip(),
        citaat=bericht.citaat.strip(),
        html=_to_html(bericht),
        bestanden=tuple(_to_bestand(bijlage.document) for bijlage in bericht.bijlagen if not _is_in_beeld(bijlage, bericht)),
        stand=_to_stand(bericht.id, verzending, rechten, vandaag) if verzending else None,
        is_antwoord=is_antwoord,
        gaat_weg_om=f"{verzending.niet_voor.astimezone(NEDERLAND):%-H.%M.%S} uur" if wacht and verzending else "",
    )


def _get_soort(bericht: BerichtBeeld, uitgaand: bool) -> str:
    if bericht.soort == Berichtsoort.ONTVANGSTBEVESTIGING:
        return "ontvangstbevestiging"
    return "contact-uit" if uitgaand else "bericht"


def _get_wie(bericht: BerichtBeeld, namen: Mapping[int, str], uitgaand: bool) -> str:
    if not uitgaand:
        return bericht.van_adres
    naam = get_naam(namen, bericht.medewerker_id)
    return f"{naam} aan {bericht.aan_adres}" if naam else f"aan {bericht.aan_adres}"


def _to_html(bericht: BerichtBeeld) -> SafeString:
    """Return the sanitised markup with the pictures in place from our own storage, never from elsewhere."""

    def get_adres(treffer: re.Match[str]) -> str:
        nummer = int(treffer[1])
        bijlage = bericht.bijlagen[nummer] if nummer < len(bericht.bijlagen) else None
        zichtbaar = bijlage is not None and _is_beeld(bijlage.document)
        return f'src="{reverse("werkplek:bestand", args=[bijlage.document.uuid])}"' if bijlage and zichtbaar else 'src=""'

    # Sanitised when it came in, by the list of what is allowed; only the place of the pictures changes here.
    return SafeString(re.sub(r'src="bijlage:(\d{1,4})"', get_adres, bericht.html))


def _is_beeld(document: DocumentBeeld) -> bool:
    return document.mag_open and document.mediatype in BEELDSOORTEN


def _is_in_beeld(bijlage: BijlageBeeld, bericht: BerichtBeeld) -> bool:
    """A picture that the markup shows in place is no attachment to the reader."""
    return bool(bericht.html) and bijlage.inline and _is_beeld(bijlage.document)


def _to_bestand(document: DocumentBeeld) -> Bestand:
    gevaar = "" if document.mag_open else _GEVAREN
    adres = reverse("werkplek:bestand", args=[document.uuid])
    # A reader knows a kind of file by the end of its name, not by its media type.
    soort = document.naam.rpartition(".")[2].upper() if "." in document.naam else "bestand"
    return Bestand(document.naam, document.grootte, soort[:8], adres, gevaar)


def _to_stand(bericht_id: int, verzending: VerzendBeeld, rechten: Mapping[str, bool], vandaag: date) -> Verzendstand:
    status = Verzendstatus(verzending.status)
    terug = status in {Verzendstatus.GEPLAND, Verzendstatus.MISLUKT, Verzendstatus.ONZEKER} and rechten["antwoord.versturen"]
    opnieuw = status in {Verzendstatus.MISLUKT, Verzendstatus.ONZEKER} and rechten["verzending.herstellen"]
    return Verzendstand(
        STATUSNAMEN[status],
        "fout" if status in VRAAGT_AANDACHT else _STATUSSOORTEN.get(status, "wacht"),
        _explain(verzending, status, vandaag),
        reverse("werkplek:bericht_ongedaan", args=[bericht_id]) if terug else "",
        reverse("werkplek:bericht_opnieuw", args=[bericht_id]) if opnieuw else "",
    )


def _explain(verzending: VerzendBeeld, status: Verzendstatus, vandaag: date) -> str:
    if status is Verzendstatus.VERZONDEN and verzending.verzonden_op is not None:
        return format_moment(verzending.verzonden_op, vandaag)
    if status is Verzendstatus.GEPLAND and verzending.pogingen:
        return f"De mailserver nam het nog niet aan. Nieuwe poging {format_moment(verzending.volgende_poging_op, vandaag)}."
    if status is Verzendstatus.ONBESTELBAAR:
        return verzending.bounce_diagnose
    return verzending.fout if status in VRAAGT_AANDACHT else ""


def find_onderweg(posten: Sequence[Berichtpost]) -> Berichtpost | None:
    """Return the answer that waits to leave and can still be taken back, or None."""
    return next((post for post in reversed(posten) if post.gaat_weg_om and post.stand and post.stand.ongedaan_url), None)


def describe_berichtfeit(soort: str, inhoud: Mapping[str, Any]) -> str | None:
    """Return one line about a fact of the messages, '' when the message tells it, None for a fact of others."""
    if soort == "OntvangstbevestigingOvergeslagen":
        return f"Geen ontvangstbevestiging: {GEEN_BEVESTIGING.get(inhoud['reden'], inhoud['reden'])}"
    return _FEITEN.get(soort)
