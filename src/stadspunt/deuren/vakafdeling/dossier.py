"""What the page of one order shows, gathered from the rooms as frozen values."""

from dataclasses import dataclass

from django.urls import reverse

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.bronnen.organisatie.queries import get_medewerkers
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.vakafdeling.weergave import to_termijn, to_teruggegeven_termijn
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.onderdelen import Bestand, Feit, Termijn
from stadspunt.fundament.tijd.dagen import format_dag, to_dag
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.beelden import BerichtBeeld
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.woorden import GESPREKSSOORTEN, ONDERWEG, Verzendstatus
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Richting
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Status, Vorm

# The client never read these: taken back, or still to be sent.
_NIET_WEG = ONDERWEG | {Verzendstatus.INGETROKKEN}
_MISGEGAAN: dict[str, str] = {
    Verzendstatus.MISLUKT: "Antwoord van het KCC, niet verzonden",
    Verzendstatus.ONZEKER: "Antwoord van het KCC, misschien niet verzonden",
    Verzendstatus.ONBESTELBAAR: "Antwoord van het KCC, niet aangekomen bij de klant",
}


@dataclass(frozen=True, slots=True)
class Berichtpost:
    """A message as the specialist reads it: plain text, with its files."""

    kop: str
    wanneer: str
    soort: str
    onderwerp: str
    tekst: str
    citaat: str
    bestanden: tuple[Bestand, ...]


@dataclass(frozen=True, slots=True)
class Ronde:
    """An order about the same question that came before: what was asked, what was answered."""

    nummer: int
    gevraagd: str
    gevraagd_wanneer: str
    antwoord: str
    soort: str
    kop: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Opdrachtdossier:
    """One order with all that a specialist needs to answer it."""

    opdracht: OverdrachtBeeld
    vraag: KlantvraagBeeld
    vorm: str
    termijn: Termijn
    terug_op: str
    toelichting: str
    gevraagd_door: str
    behandelaar: str
    van_mij: bool
    feiten: tuple[Feit, ...]
    berichten: tuple[Berichtpost, ...]
    rondes: tuple[Ronde, ...]

    @property
    def is_open(self) -> bool:
        """Whether an answer is still wanted."""
        return self.opdracht.status == Status.OPEN

    @property
    def is_ingetrokken(self) -> bool:
        """Whether the KCC took the order back."""
        return self.opdracht.status == Status.INGETROKKEN


def build_opdrachtdossier(raadpleging: Raadpleging, opdracht: OverdrachtBeeld) -> Opdrachtdossier:
    """Return all that the page of `opdracht` shows. Raises NietGevondenError when the question is not for this actor."""
    vraag = get_klantvragen(raadpleging, [opdracht.klantvraag_id]).get(opdracht.klantvraag_id)
    if vraag is None:
        raise NietGevondenError(f"klantvraag {opdracht.klantvraag_id}")
    medewerkers = get_medewerkers({een for een in (opdracht.van_id, opdracht.behandelaar_id) if een})
    namen = {een.id: een.naam for een in medewerkers.values()}
    rondes = list_overdrachten_van_klantvraag(raadpleging, vraag.id)
    berichten = _list_berichtposten(raadpleging, opdracht, vraag.id)
    return Opdrachtdossier(
        opdracht=opdracht,
        vraag=vraag,
        vorm=VORMNAMEN[Vorm(opdracht.vorm)],
        termijn=_to_termijn(raadpleging, opdracht),
        terug_op=format_dag(opdracht.terug_op),
        toelichting="" if _is_verteld(vraag.toelichting, berichten) else vraag.toelichting,
        gevraagd_door=namen.get(opdracht.van_id or 0, "het KCC"),
        behandelaar=namen.get(opdracht.behandelaar_id or 0, ""),
        van_mij=opdracht.behandelaar_id is not None and opdracht.behandelaar_id == raadpleging.actor.medewerker_id,
        feiten=_build_feiten(raadpleging, vraag),
        berichten=berichten,
        rondes=tuple(_to_ronde(raadpleging, een) for een in rondes if een.ronde < opdracht.ronde),
    )


def _to_termijn(raadpleging: Raadpleging, opdracht: OverdrachtBeeld) -> Termijn:
    if opdracht.teruggegeven_op is not None:
        return to_teruggegeven_termijn(opdracht.terug_op, to_dag(opdracht.teruggegeven_op), raadpleging.vandaag)
    return to_termijn(opdracht.terug_op, raadpleging.vandaag, get_kalender(opdracht.gemeente_id))


def _is_verteld(toelichting: str, berichten: tuple[Berichtpost, ...]) -> bool:
    """Say whether a message tells the same words already: the question of a mail is that mail."""
    woorden = toelichting.split()
    return any(bericht.tekst.split()[: len(woorden)] == woorden for bericht in berichten)


def _build_feiten(raadpleging: Raadpleging, vraag: KlantvraagBeeld) -> tuple[Feit, ...]:
    klant = get_partijen(raadpleging, {vraag.partij_id} if vraag.partij_id else ()).get(vraag.partij_id or 0)
    product = get_producten([vraag.product_id] if vraag.product_id else ()).get(vraag.product_id or 0)
    feiten = [
        Feit("Nummer", vraag.nummer),
        Feit("Klant", klant.weergavenaam if klant else "Anoniem"),
        Feit("Product", product.naam if product else ""),
        Feit("Gesteld op", format_dag(to_dag(vraag.ontvangen_op))),
        Feit("De klant hoort het uiterlijk", format_dag(vraag.beloofd)),
    ]
    return tuple(feit for feit in feiten if feit.waarde)


def _to_ronde(raadpleging: Raadpleging, ronde: OverdrachtBeeld) -> Ronde:
    vandaag = raadpleging.vandaag
    moment = ronde.teruggegeven_op or ronde.ingetrokken_op
    return Ronde(
        ronde.ronde,
        ronde.gevraagd,
        format_moment_kort(ronde.verzonden_op, vandaag),
        ronde.antwoord,
        "bericht" if ronde.teruggegeven_op else "status",
        "Uw afdeling antwoordde" if ronde.teruggegeven_op else "Het KCC trok de opdracht in",
        format_moment_kort(moment, vandaag) if moment else "",
    )


def _list_berichtposten(raadpleging: Raadpleging, opdracht: OverdrachtBeeld, klantvraag_id: int) -> tuple[Berichtpost, ...]:
    return tuple(
        Berichtpost(
            kop=_get_kop(bericht),
            wanneer=format_moment_kort(bericht.moment, raadpleging.vandaag),
            soort="contact-uit" if bericht.richting == Richting.UIT else "bericht",
            onderwerp=bericht.onderwerp,
            tekst=bericht.tekst.strip(),
            citaat=bericht.citaat.strip(),
            bestanden=tuple(_to_bestand(opdracht, bijlage.document) for bijlage in bericht.bijlagen),
        )
        for bericht in list_getoonde_berichten(raadpleging, klantvraag_id)
    )


def list_getoonde_berichten(raadpleging: Raadpleging, klantvraag_id: int) -> tuple[BerichtBeeld, ...]:
    """Return the messages that a department reads: those of people, and of ours only what was sent or tried."""
    return tuple(
        bericht
        for bericht in list_berichten(raadpleging, klantvraag_id)
        # A receipt or a bounce tells a specialist nothing about the question.
        if bericht.soort in GESPREKSSOORTEN and not (bericht.verzending and bericht.verzending.status in _NIET_WEG)
    )


def _to_bestand(opdracht: OverdrachtBeeld, document: DocumentBeeld) -> Bestand:
    """Return a file of the client; one that may be harmful has no link."""
    if not document.mag_open:
        kan_schaden = document.virustekst if document.is_besmet or not document.gevaar else "Dit bestand kan schadelijk zijn."
        gevaar = f"{kan_schaden} Hebt u het nodig? Vraag het KCC."
        return Bestand(document.naam, document.grootte, document.soort, gevaar=gevaar)
    adres = reverse("vakafdeling:bestand", args=[opdracht.uuid, document.uuid])
    return Bestand(document.naam, document.grootte, document.soort, adres, controle=document.virustekst)


def _get_kop(bericht: BerichtBeeld) -> str:
    if bericht.richting == Richting.UIT:
        return _MISGEGAAN.get(bericht.verzending.status if bericht.verzending else "", "Het KCC antwoordde")
    return f"{bericht.van_naam or bericht.van_adres or 'De klant'} schreef"
