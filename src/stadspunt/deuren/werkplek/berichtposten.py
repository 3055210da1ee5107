"""The messages of a question as entries of its timeline."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.safestring import SafeString

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.deuren.werkplek.gevaar import get_gevaartekst
from stadspunt.deuren.werkplek.volgende_stap import Misgelopen
from stadspunt.deuren.werkplek.weergave import get_naam
from stadspunt.fundament.schermen.onderdelen import Bestand, Toast
from stadspunt.fundament.tijd.dagen import NEDERLAND
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.beelden import BerichtBeeld, BijlageBeeld, VerzendBeeld
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.bezorging import explain_bezorgstatus
from stadspunt.stromen.correspondentie.rules.woorden import (
    GESCHREVEN_SOORTEN,
    STATUSNAMEN,
    VRAAGT_AANDACHT,
    Berichtsoort,
    Verzendstatus,
)
from stadspunt.stromen.klantcontacten.beelden import AntwoordBeeld
from stadspunt.stromen.klantcontacten.rules import Richting

# What a browser draws and cannot run; anything else is only given out as a download.
BEELDSOORTEN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_KOPPEN: dict[str, str] = {
    Berichtsoort.ANTWOORD: "Antwoord aan de klant",
    Berichtsoort.TUSSENBERICHT: "Tussenbericht aan de klant",
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
# After these an answer can start again from the same text; taking one back leads there by itself.
_NIET_AANGEKOMEN = frozenset({Verzendstatus.ONBESTELBAAR, Verzendstatus.INGETROKKEN})
_MISGELOPEN = frozenset({Verzendstatus.ONBESTELBAAR, Verzendstatus.MISLUKT})


@dataclass(frozen=True, slots=True)
class Verzendstand:
    """Where an outgoing message is, in words; an empty address: that cannot be done now.

    `ruw` is what the mail server of the client said, word for word.
    """

    status: Verzendstatus
    tekst: str
    soort: str
    uitleg: str
    ruw: str
    mis_sinds: datetime | None
    ongedaan_url: str
    opnieuw_url: str
    hergebruik_url: str


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
    is_geschreven: bool
    gaat_weg_om: str
    wacht_tot: datetime | None
    kanaal: str = "E-mail"

    @property
    def tijdstip(self) -> str:
        """The moment for a machine."""
        return self.moment.isoformat()

    @property
    def technisch(self) -> bool:
        """Whether it is a step of the administration: a receipt with which nothing is wrong."""
        return self.soort == "ontvangstbevestiging" and (self.stand is None or self.stand.soort != "fout")


@dataclass(frozen=True, slots=True)
class _Omgeving:
    """What the words of a message need besides the message."""

    vandaag: date
    nummer: str
    namen: Mapping[int, str]
    mag_versturen: bool
    mag_herstellen: bool


def list_berichtposten(raadpleging: Raadpleging, klantvraag_id: int, nummer: str) -> list[Berichtpost]:
    """Return the messages of a question, oldest first, whatever their number in the same number of queries."""
    berichten = list_berichten(raadpleging, klantvraag_id)
    medewerkers = get_medewerkers({een.medewerker_id for een in berichten if een.medewerker_id})
    omgeving = _Omgeving(
        vandaag=raadpleging.vandaag,
        nummer=nummer,
        namen={een.id: een.naam for een in medewerkers.values()},
        mag_versturen=raadpleging.actor.has_recht(raadpleging.doel, "antwoord.versturen"),
        mag_herstellen=raadpleging.actor.has_recht(raadpleging.doel, "verzending.herstellen"),
    )
    return [_to_post(bericht, omgeving) for bericht in berichten]


def _to_post(bericht: BerichtBeeld, omgeving: _Omgeving) -> Berichtpost:
    uitgaand = bericht.richting == Richting.UIT
    is_antwoord = bericht.soort == Berichtsoort.ANTWOORD
    verzending = bericht.verzending
    # After a first attempt it waits for the mail server and no longer for the writer.
    geschreven = bericht.soort in GESCHREVEN_SOORTEN
    wacht = geschreven and verzending is not None and verzending.status == Verzendstatus.GEPLAND and not verzending.pogingen
    return Berichtpost(
        moment=bericht.moment,
        bericht_id=bericht.id,
        klantcontact_id=bericht.klantcontact_id,
        soort=_get_soort(bericht, uitgaand),
        kop=_KOPPEN.get(bericht.soort, "Bericht aan de klant" if uitgaand else f"{bericht.van_naam or 'De klant'} schreef"),
        wie=_get_wie(bericht, omgeving.namen, uitgaand),
        wanneer=format_moment_kort(bericht.moment, omgeving.vandaag),
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst.strip(),
        citaat=bericht.citaat.strip(),
        html=_to_html(bericht),
        bestanden=tuple(_to_bestand(bijlage.document) for bijlage in bericht.bijlagen if not _is_in_beeld(bijlage, bericht)),
        stand=_to_stand(bericht, verzending, omgeving) if verzending else None,
        is_antwoord=is_antwoord,
        is_geschreven=geschreven,
        gaat_weg_om=f"{verzending.niet_voor.astimezone(NEDERLAND):%-H.%M.%S} uur" if wacht and verzending else "",
        wacht_tot=verzending.niet_voor if wacht and verzending else None,
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
        return f'src="{reverse("werkplek:bestand", args=[bijlage.document.uuid])}"' if bijlage and zichtbaar else 'src="data:,"'

    # Sanitised when it came in, by the list of what is allowed; only the place of the pictures changes here.
    return SafeString(re.sub(r'src="bijlage:(\d{1,4})"', get_adres, bericht.html))


def _is_beeld(document: DocumentBeeld) -> bool:
    return document.mag_open and document.mediatype in BEELDSOORTEN


def _is_in_beeld(bijlage: BijlageBeeld, bericht: BerichtBeeld) -> bool:
    """A picture that the markup shows in place is no attachment to the reader."""
    return bool(bericht.html) and bijlage.inline and _is_beeld(bijlage.document)


def _to_bestand(document: DocumentBeeld) -> Bestand:
    adres = reverse("werkplek:bestand", args=[document.uuid])
    return Bestand(document.naam, document.grootte, document.soort, adres, get_gevaartekst(document), document.virustekst)


def _to_stand(bericht: BerichtBeeld, verzending: VerzendBeeld, omgeving: _Omgeving) -> Verzendstand:
    status = Verzendstatus(verzending.status)
    terug = status in {Verzendstatus.GEPLAND, Verzendstatus.MISLUKT, Verzendstatus.ONZEKER} and omgeving.mag_versturen
    opnieuw = status in {Verzendstatus.MISLUKT, Verzendstatus.ONZEKER} and omgeving.mag_herstellen
    hergebruik = status in _NIET_AANGEKOMEN and bericht.soort in GESCHREVEN_SOORTEN and omgeving.mag_versturen
    schrijven = reverse("werkplek:beantwoorden", args=[omgeving.nummer])
    return Verzendstand(
        status,
        STATUSNAMEN[status],
        "fout" if status in VRAAGT_AANDACHT else _STATUSSOORTEN.get(status, "wacht"),
        _explain(bericht, verzending, omgeving.vandaag),
        verzending.bounce_diagnose,
        verzending.bounce_op or verzending.niet_voor if status in _MISGELOPEN else None,
        reverse("werkplek:bericht_ongedaan", args=[bericht.id]) if terug else "",
        reverse("werkplek:bericht_opnieuw", args=[bericht.id]) if opnieuw else "",
        f"{schrijven}?bericht={bericht.id}" if hergebruik else "",
    )


def _explain(bericht: BerichtBeeld, verzending: VerzendBeeld, vandaag: date) -> str:
    match Verzendstatus(verzending.status):
        case Verzendstatus.GEPLAND if verzending.pogingen:
            return f"{verzending.fout} Wij proberen het weer {format_moment_kort(verzending.volgende_poging_op, vandaag)}."
        case Verzendstatus.VERZONDEN if verzending.bounce_op is not None:
            reden = explain_bezorgstatus(verzending.bounce_status, verzending.bounce_diagnose)
            return f"Het duurt langer dan gewoon. {reden}"
        case Verzendstatus.VERZONDEN if verzending.verzonden_op is not None:
            return format_moment_kort(verzending.verzonden_op, vandaag)
        case Verzendstatus.MISLUKT:
            return verzending.fout
        case Verzendstatus.ONZEKER:
            return f"{verzending.fout} Verstuurt u het opnieuw? Dan krijgt de klant het misschien twee keer."
        case Verzendstatus.ONBESTELBAAR:
            return explain_bezorgstatus(verzending.bounce_status, verzending.bounce_diagnose)
        case Verzendstatus.INGETROKKEN if bericht.soort == Berichtsoort.ONTVANGSTBEVESTIGING:
            return "De klant had al antwoord."
    return ""


def find_onderweg(posten: Sequence[Berichtpost], bericht_id: str = "") -> Berichtpost | None:
    """Return the last message (or the one with this id) that waits to leave and can still be taken back, or None."""
    wachtend = (post for post in reversed(posten) if post.gaat_weg_om and post.stand and post.stand.ongedaan_url)
    return next((post for post in wachtend if bericht_id in {"", str(post.bericht_id)}), None)


def find_misgelopen(posten: Sequence[Berichtpost], antwoorden: Sequence[AntwoordBeeld]) -> Misgelopen | None:
    """Return the last message we wrote when it did not reach the client and he has heard nothing since, else None."""
    verstuurd = [post for post in posten if post.is_geschreven and post.stand and post.stand.status != Verzendstatus.INGETROKKEN]
    stand = verstuurd[-1].stand if verstuurd else None
    if stand is None or stand.mis_sinds is None or any(een.gegeven_op > stand.mis_sinds for een in antwoorden):
        return None
    laatste, teruggekomen = verstuurd[-1], stand.status == Verzendstatus.ONBESTELBAAR
    return Misgelopen(laatste.bericht_id, teruggekomen, stand.uitleg, stand.ruw, is_antwoord=laatste.is_antwoord)


def find_verstuurd_toast(posten: Sequence[Berichtpost], gevraagd: str) -> Toast | None:
    """Return the notice after sending, with its undo, for the message with id `gevraagd`; None when it has left."""
    onderweg = find_onderweg(posten, gevraagd) if gevraagd else None
    if onderweg is None or onderweg.stand is None:
        return None
    tekst = f"Uw {'antwoord' if onderweg.is_antwoord else 'bericht'} wordt over 20 seconden verstuurd."
    return Toast(tekst, ongedaan_url=onderweg.stand.ongedaan_url, tot=onderweg.wacht_tot)
