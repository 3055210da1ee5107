"""From raw bytes to a Mailbericht: the one entrance of this package."""

from datetime import datetime
from typing import Final

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.adressen import parse_adressen
from stadspunt.stromen.intake.rules.automatisch import STUURKOPPEN, is_van_machine
from stadspunt.stromen.intake.rules.bounce import find_bounces, find_origineel
from stadspunt.stromen.intake.rules.citaat import split_citaat
from stadspunt.stromen.intake.rules.kopregels import Kopregels
from stadspunt.stromen.intake.rules.kopwaarden import decode_koptekst, parse_ids
from stadspunt.stromen.intake.rules.mailbericht import Adres, Adressen, Koppen, Mailbericht
from stadspunt.stromen.intake.rules.moment import parse_moment
from stadspunt.stromen.intake.rules.ontleden import parse_deel
from stadspunt.stromen.intake.rules.samenstellen import compose
from stadspunt.stromen.intake.rules.verzamelen import Verzameling
from stadspunt.stromen.intake.rules.waarschuwing import Waarschuwingen

_ANTWOORD_NAAR: Final = 20


def read_mailbericht(ruw: bytes) -> Mailbericht:
    """Return what a raw e-mail says. Never raises, whatever the bytes; time and memory grow linearly with their number.

    What could not be read as it should is told in `waarschuwingen`; the raw message stays the truth.
    """
    waarschuwingen = Waarschuwingen()
    wortel = parse_deel(ruw, waarschuwingen)
    kop = wortel.koppen
    koppen = _to_koppen(kop)
    onderwerp = _read_onderwerp(kop, waarschuwingen)
    afzender = _read_afzender(kop, waarschuwingen)
    verzameling = Verzameling(waarschuwingen, gelooft_losse_rapporten=is_van_machine(afzender, koppen))
    verzameling.read(wortel)
    lezing = compose(verzameling)
    in_reply_to = parse_ids(kop.get("in-reply-to")) if kop.get("in-reply-to") else ()
    eigen, citaat = (lezing.tekst, "") if verzameling.rapport else split_citaat(lezing.tekst, onderwerp)
    tekst = "\n\n".join(stuk for stuk in (lezing.tekst, lezing.aantekeningen) if stuk)
    return Mailbericht(
        message_id=next(iter(parse_ids(kop.get("message-id"))), ""),
        in_reply_to=in_reply_to[0] if in_reply_to else "",
        references=_read_references(kop, in_reply_to[1:]),
        afzender=afzender,
        antwoord_naar=_read_adressen(kop, "reply-to").eerste[:_ANTWOORD_NAAR],
        aan=_bounded(_read_adressen(kop, "to"), waarschuwingen),
        cc=_bounded(_read_adressen(kop, "cc"), waarschuwingen),
        onderwerp=onderwerp,
        verzonden_op=_read_moment(kop, waarschuwingen),
        tekst=tekst,
        eigen_tekst="\n\n".join(stuk for stuk in (eigen, lezing.aantekeningen) if stuk),
        citaat=citaat,
        html=lezing.html,
        bijlagen=tuple(verzameling.bijlagen),
        uitnodigingen=tuple(verzameling.uitnodigingen),
        getekend=verzameling.getekend,
        versleuteld=verzameling.versleuteld,
        rapport=verzameling.rapport,
        rapport_over=find_origineel([*verzameling.teruggestuurd, *verzameling.bezorgstatus]) if verzameling.rapport else "",
        bounces=find_bounces(
            verzameling.bezorgstatus,
            verzameling.teruggestuurd,
            tekst=lezing.tekst,
            onderwerp=onderwerp,
            afzender=afzender,
            koppen=koppen,
        ),
        koppen=koppen,
        waarschuwingen=waarschuwingen.to_tuple(),
    )


def _to_koppen(kop: Kopregels) -> Koppen:
    """Return the fields for reading; those that steer machines are never lost among thousands of others."""
    bewaard = kop.regels[: grenzen.KOPPEN_BEWAARD]
    bewaard += tuple(regel for regel in kop.regels[grenzen.KOPPEN_BEWAARD :] if regel[0] in STUURKOPPEN)
    return Koppen(tuple((naam, decode_koptekst(waarde[: grenzen.KOPWAARDE_TEKENS])) for naam, waarde in bewaard))


def _read_onderwerp(kop: Kopregels, waarschuwingen: Waarschuwingen) -> str:
    ruw = kop.get("subject")
    onderwerp = decode_koptekst(ruw[: grenzen.ONDERWERP_BYTES])
    if len(ruw) > grenzen.ONDERWERP_BYTES or len(onderwerp) > grenzen.ONDERWERP_TEKENS:
        waarschuwingen.add("onderwerp-ingekort")
    return onderwerp[: grenzen.ONDERWERP_TEKENS]


def _read_afzender(kop: Kopregels, waarschuwingen: Waarschuwingen) -> Adres | None:
    """Return the first author; without one the technical sender (RFC 5322, section 3.6.2), else None."""
    velden = [veld for veld in kop.get_all("from") if veld]
    for kandidaten in (parse_adressen(velden[:1]), _read_adressen(kop, "sender")):
        if kandidaten.eerste:
            if kandidaten.aantal > 1:
                waarschuwingen.add("meer-afzenders")
            return next((adres for adres in kandidaten.eerste if adres.adres), kandidaten.eerste[0])
    waarschuwingen.add("geen-afzender")
    return None


def _read_adressen(kop: Kopregels, naam: str) -> Adressen:
    velden = kop.get_all(naam)
    return parse_adressen(velden) if velden else Adressen()


def _bounded(adressen: Adressen, waarschuwingen: Waarschuwingen) -> Adressen:
    if adressen.aantal > len(adressen.eerste):
        waarschuwingen.add("adressen-weggelaten")
    return adressen


def _read_references(kop: Kopregels, overige: tuple[str, ...]) -> tuple[str, ...]:
    """Return the newest references in their order, with the identifiers that In-Reply-To has too many in front."""
    ids = parse_ids(kop.get("references")) if kop.get("references") else ()
    return tuple(dict.fromkeys((*overige, *ids)))[-grenzen.VERWIJZINGEN :]


def _read_moment(kop: Kopregels, waarschuwingen: Waarschuwingen) -> datetime | None:
    veld = decode_koptekst(kop.get("date")[:1_000])
    moment = parse_moment(veld)
    if veld and moment is None:
        waarschuwingen.add("datum-onleesbaar")
    return moment
