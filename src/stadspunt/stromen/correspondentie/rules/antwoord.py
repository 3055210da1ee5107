"""What an employee writes by e-mail: what it must be before it may go, and how it is put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.dagen import NEDERLAND, format_dag, to_dag
from stadspunt.fundament.waarden.bereik import is_email
from stadspunt.fundament.waarden.invulplekken import list_open_plekken, list_velden, to_open_plek
from stadspunt.stromen.correspondentie.rules.bevestiging import format_day
from stadspunt.stromen.correspondentie.rules.sjablonen import MAX_TEKST, SJABLOONVELDEN, has_leeg_streepje
from stadspunt.stromen.correspondentie.rules.veiligheid import find_bsns, mask_bsns

MAX_ONDERWERP = 200
MAX_BIJLAGEN = 10
# Base64 makes it a third more; many mail servers refuse above 20 to 25 MB.
MAX_BYTES = 15_000_000
_MAX_CITAAT = 20_000


@dataclass(frozen=True, slots=True)
class Antwoordopzet:
    """A message as somebody means to send it: the answer, or one in between.

    `kenmerk` is made when the screen is opened: the same one sent twice is one message.
    `citeer` puts the earlier messages with this client below the text.
    """

    aan: str
    onderwerp: str
    tekst: str
    kenmerk: UUID
    sjabloon_id: int | None = None
    document_ids: tuple[int, ...] = ()
    citeer: bool = True


@dataclass(frozen=True, slots=True)
class Bijlagemaat:
    """What is checked of a file that goes along."""

    naam: str
    grootte: int
    mag_mee: bool


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier message with somebody outside.

    `van` is the name or address of who wrote it; `adressen` are the keys of the addresses of
    the person outside who wrote or got it.
    """

    moment: datetime
    van: str
    adressen: frozenset[str]
    tekst: str


def check_antwoordopzet(opzet: Antwoordopzet, bijlagen: Sequence[Bijlagemaat]) -> tuple[Fout, ...]:
    """Return every reason to refuse a message; empty means that it may go out."""
    return (*_check_kop(opzet), *_check_tekst(opzet), *_check_bijlagen(bijlagen))


def _check_kop(opzet: Antwoordopzet) -> Iterable[Fout]:
    if not is_email(opzet.aan):
        yield Fout("geen-email", "Vul het e-mailadres van de klant in, bijvoorbeeld naam@voorbeeld.nl.", "aan")
    if not opzet.onderwerp.strip():
        yield Fout("leeg", "Vul in waar het bericht over gaat.", "onderwerp")
    if len(opzet.onderwerp) > MAX_ONDERWERP:
        yield Fout("te-lang", f"Maak het onderwerp korter dan {MAX_ONDERWERP} tekens.", "onderwerp")
    if find_bsns(opzet.onderwerp):
        yield _bsn_fout(find_bsns(opzet.onderwerp)[0], "onderwerp")
    yield from _check_open_plekken(opzet.onderwerp, "onderwerp")


def _check_tekst(opzet: Antwoordopzet) -> Iterable[Fout]:
    if not opzet.tekst.strip():
        yield Fout("leeg", "Schrijf het bericht op.", "tekst")
    if len(opzet.tekst) > MAX_TEKST:
        yield Fout("te-lang", f"Maak het bericht korter dan {MAX_TEKST} tekens.", "tekst")
    if over := list_velden(opzet.tekst, SJABLOONVELDEN):
        yield Fout("veld-over", f"Vul in wat er moet staan bij {{{over[0]}}}, of haal het weg.", "tekst")
    if bsns := find_bsns(opzet.tekst):
        yield _bsn_fout(bsns[0], "tekst")
    yield from _check_open_plekken(opzet.tekst, "tekst")
    if has_leeg_streepje(opzet.tekst):
        yield Fout("leeg-streepje", "In de tekst staat een streepje met niets erachter. Vul het aan, of haal het weg.", "tekst")


def _check_open_plekken(tekst: str, veld: str) -> Iterable[Fout]:
    for plek in list_open_plekken(tekst):
        yield Fout("open-plek", f"Vul in wat er moet staan bij {plek}, of haal het weg.", veld)


def _bsn_fout(bsn: str, veld: str) -> Fout:
    tekst = (
        f"Het nummer dat eindigt op {bsn[-3:]} lijkt op een burgerservicenummer. Haal het weg: een BSN hoort niet in een e-mail. "
        "Is het een ander nummer? Schrijf het dan met streepjes."
    )
    return Fout("bsn", tekst, veld)


def _check_bijlagen(bijlagen: Sequence[Bijlagemaat]) -> Iterable[Fout]:
    if len(bijlagen) > MAX_BIJLAGEN:
        yield Fout("te-veel", f"Stuur niet meer dan {MAX_BIJLAGEN} bestanden mee.", "bijlagen")
    if sum(bijlage.grootte for bijlage in bijlagen) > MAX_BYTES:
        yield Fout(
            "te-groot", f"De bestanden zijn samen groter dan {MAX_BYTES // 1_000_000} MB. Stuur er minder mee.", "bijlagen"
        )
    for bijlage in bijlagen:
        if not bijlage.mag_mee:
            yield Fout("gevaarlijk", f"U kunt {bijlage.naam} niet meesturen: dit bestand is niet veilig.", "bijlagen")


def to_onderwerp(onderwerp: str, nummer: str) -> str:
    """Return a subject on one line that ends in the number in brackets, by which a reply finds its question."""
    merk = f"[{nummer}]"
    kaal = " ".join(onderwerp.replace(merk, " ").split())
    return f"{kaal} {merk}" if kaal else merk


def to_antwoordonderwerp(onderwerp: str) -> str:
    """Return the subject of a reply: one 'Re:', however many there were."""
    kaal = " ".join(onderwerp.split())
    while kaal.lower().startswith(("re:", "fw:", "fwd:", "antw:", "betr:")):
        kaal = kaal.partition(":")[2].strip()
    return f"Re: {kaal}" if kaal else "Uw vraag"


def to_aanhef(naam: str, taal: str) -> str:
    """Return the salutation."""
    kaal = " ".join(naam.split())
    if taal == "en":
        return f"Dear {kaal}," if kaal else "Dear sir or madam,"
    return f"Beste {kaal}," if kaal else "Beste heer of mevrouw,"


def to_brief(aanhef: str, kern: str, medewerker: str, gemeente: str, taal: str) -> str:
    """Return the text that a message without a template starts with; without `kern` the place for it is marked."""
    groet, wij = ("Kind regards", "Municipality of") if taal == "en" else ("Met vriendelijke groet", "Gemeente")
    return f"{aanhef}\n\n{kern.strip() or to_open_plek('uw bericht')}\n\n{groet},\n{medewerker}\n{wij} {gemeente}"


def compose_citaat(eerder: Sequence[Eerder], aan: Iterable[str], taal: str) -> str:
    """Return the earlier messages with the client, newest first, as a mail program quotes them.

    Only what was exchanged with one of the addresses in `aan` (keys): somebody else who wrote
    about the same question never reads it. A burgerservicenummer is made unreadable.
    """
    toegestaan = set(aan)
    delen: list[str] = []
    ruimte = _MAX_CITAAT
    for bericht in sorted(eerder, key=lambda een: een.moment, reverse=True):
        if not bericht.adressen & toegestaan or not bericht.tekst.strip():
            continue
        deel = _citeer(bericht, taal)
        if len(deel) > ruimte:
            break
        ruimte -= len(deel)
        delen.append(deel)
    return "\n\n".join(delen)


def _citeer(bericht: Eerder, taal: str) -> str:
    tijd = f"{bericht.moment.astimezone(NEDERLAND):%H.%M}"
    dag = to_dag(bericht.moment)
    van = " ".join(bericht.van.split())
    kop = (
        f"On {format_day(dag)} at {tijd}, {van} wrote:" if taal == "en" else f"Op {format_dag(dag)} om {tijd} uur schreef {van}:"
    )
    regels = mask_bsns(bericht.tekst.strip()).splitlines()
    return "\n".join((kop, *(f"> {regel}".rstrip() for regel in regels)))
