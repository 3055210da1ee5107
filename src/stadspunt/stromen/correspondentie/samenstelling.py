"""Put an answer together from what the rooms know: sender, subject, quoted history, thread. For this room only."""

from collections.abc import Sequence
from dataclasses import dataclass

from stadspunt.bronnen.organisatie.beelden import GemeenteBeeld, IngangBeeld
from stadspunt.bronnen.organisatie.queries import get_gemeente, list_ingangen
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.partijen.queries import PartijBeeld, get_partijen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet, Eerder, compose_citaat, to_onderwerp
from stadspunt.stromen.correspondentie.rules.mail import is_bruikbaar_id
from stadspunt.stromen.correspondentie.rules.woorden import GESPREKSSOORTEN, Berichtsoort
from stadspunt.stromen.correspondentie.zicht import list_zichtbare
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Richting

_MAX_REFERENCES = 20


@dataclass(frozen=True, slots=True)
class Vraagomgeving:
    """All that an answer to one question is made of."""

    vraag: KlantvraagBeeld
    partij: PartijBeeld | None
    gemeente: GemeenteBeeld
    postbus: IngangBeeld | None
    berichten: tuple[Bericht, ...]

    @property
    def van_naam(self) -> str:
        """The sender as a mail program shows it."""
        return f"Gemeente {self.gemeente.naam}"

    @property
    def partij_ids(self) -> tuple[int, ...]:
        """The client, for the access log."""
        return () if self.vraag.partij_id is None else (self.vraag.partij_id,)

    @property
    def klantsleutels(self) -> frozenset[str]:
        """The addresses that are known as those of the client."""
        return frozenset(to_email_sleutel(adres) for adres in self.partij.emails) if self.partij else frozenset()


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """An answer, put together: what is kept, previewed and sent."""

    aan_naam: str
    aan_adres: str
    onderwerp: str
    tekst: str
    citaat: str
    in_reply_to: str


def get_omgeving(raadpleging: Raadpleging, klantvraag_id: int) -> Vraagomgeving:
    """Return what surrounds a question. Raises NietGevondenError when not there or not for this actor."""
    vraag = get_klantvragen(raadpleging, [klantvraag_id]).get(klantvraag_id)
    if vraag is None:
        raise NietGevondenError(f"klantvraag {klantvraag_id}")
    partij = get_partijen(raadpleging, [vraag.partij_id]).get(vraag.partij_id) if vraag.partij_id else None
    rijen = list_zichtbare(raadpleging).filter(vragen__klantvraag_id=klantvraag_id)
    berichten = rijen.defer("html").order_by("geregistreerd_op", "id")
    return Vraagomgeving(vraag, partij, get_gemeente(vraag.gemeente_id), find_postbus(vraag), tuple(berichten))


def find_postbus(vraag: KlantvraagBeeld) -> IngangBeeld | None:
    """Return the mailbox that writes about a question: the one it came in by, else one of its team, else any."""
    postbussen = [ingang for ingang in list_ingangen(Ingangsoort.POSTBUS) if ingang.gemeente_id == vraag.gemeente_id]
    postbussen.sort(key=lambda ingang: (ingang.id != vraag.ingang_id, ingang.team_id != vraag.team_id, ingang.id))
    return postbussen[0] if postbussen else None


def to_klantadressen(bericht: Bericht) -> frozenset[str]:
    """Return the keys of the addresses outside with which a message was exchanged."""
    adressen = (bericht.aan_adres,) if bericht.richting == Richting.UIT else (bericht.van_adres, bericht.antwoord_adres)
    return frozenset(to_email_sleutel(adres) for adres in adressen if adres)


def to_antwoordadres(bericht: Bericht) -> str:
    """Return where the writer of an incoming message wants answers."""
    return bericht.antwoord_adres or bericht.van_adres


def propose_aan(omgeving: Vraagomgeving) -> str:
    """Return the address to answer to: the one the client wrote from last, else a known one, else the first writer's."""
    schrijvers = [
        to_antwoordadres(een) for een in omgeving.berichten if een.soort == Berichtsoort.GEWOON and to_antwoordadres(een)
    ]
    if omgeving.partij and omgeving.partij.emails:
        van_klant = [adres for adres in schrijvers if to_email_sleutel(adres) in omgeving.klantsleutels]
        return van_klant[-1] if van_klant else omgeving.partij.emails[0]
    return schrijvers[0] if schrijvers else ""


def compose_antwoord(omgeving: Vraagomgeving, opzet: Antwoordopzet) -> Opgemaakt:
    """Put an answer together; the preview shows it and the action keeps it, so the two are equal."""
    draad = _list_draad(omgeving, opzet.aan)
    citaat = compose_citaat(_list_eerder(omgeving, draad), _list_sleutels(omgeving, opzet.aan), omgeving.vraag.taal)
    return Opgemaakt(
        aan_naam=_find_naam(omgeving, opzet.aan),
        aan_adres=opzet.aan.strip(),
        onderwerp=to_onderwerp(opzet.onderwerp, omgeving.vraag.nummer),
        tekst="\n".join(regel.rstrip() for regel in opzet.tekst.strip().splitlines()),
        citaat=citaat if opzet.citeer else "",
        in_reply_to=_find_parent(draad),
    )


def list_references(bericht: Bericht) -> tuple[str, ...]:
    """Return the identifiers of the thread before an outgoing message, oldest first (RFC 5322, section 3.6.4)."""
    vragen = bericht.vragen.values("klantvraag_id")
    eerder = (
        Bericht.objects.filter(vragen__klantvraag_id__in=vragen, id__lt=bericht.pk)
        .exclude(message_id="")
        .order_by("id")
        .distinct()
    )
    adressen = to_klantadressen(bericht) | {to_email_sleutel(bericht.aan_adres)}
    ids = [een.message_id for een in eerder if to_klantadressen(een) & adressen and een.message_id != bericht.in_reply_to]
    ids.append(bericht.in_reply_to)
    return tuple(een for een in ids if is_bruikbaar_id(een))[-_MAX_REFERENCES:]


def _list_sleutels(omgeving: Vraagomgeving, aan: str) -> frozenset[str]:
    """Return the addresses of the one person that `aan` is; more than one only when the client is known by them."""
    sleutel = to_email_sleutel(aan)
    return omgeving.klantsleutels | {sleutel} if sleutel in omgeving.klantsleutels else frozenset({sleutel})


def _list_draad(omgeving: Vraagomgeving, aan: str) -> list[Bericht]:
    sleutels = _list_sleutels(omgeving, aan)
    return [een for een in omgeving.berichten if to_klantadressen(een) & sleutels]


def _list_eerder(omgeving: Vraagomgeving, draad: Sequence[Bericht]) -> list[Eerder]:
    return [
        Eerder(
            moment=een.geregistreerd_op,
            van=omgeving.van_naam if een.richting == Richting.UIT else een.van_naam or een.van_adres,
            adressen=to_klantadressen(een),
            tekst=een.tekst,
        )
        for een in draad
        # What was taken back or never left was never said.
        if een.soort in GESPREKSSOORTEN and (een.richting == Richting.IN or een.verzonden_op is not None)
    ]


def _find_parent(draad: Sequence[Bericht]) -> str:
    gesprek = [een for een in draad if een.soort in GESPREKSSOORTEN and is_bruikbaar_id(een.message_id)]
    binnen = [een for een in gesprek if een.richting == Richting.IN] or [een for een in gesprek if een.verzonden_op is not None]
    return binnen[-1].message_id if binnen else ""


def _find_naam(omgeving: Vraagomgeving, aan: str) -> str:
    sleutel = to_email_sleutel(aan)
    if omgeving.partij and sleutel in omgeving.klantsleutels:
        return omgeving.partij.naam
    namen = [een.van_naam for een in omgeving.berichten if een.van_naam and sleutel in to_klantadressen(een)]
    return namen[-1] if namen else ""
