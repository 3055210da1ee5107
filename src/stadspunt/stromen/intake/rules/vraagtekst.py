"""From a message to a question: subject, language, and the moment that counts."""

import re
from datetime import datetime, timedelta
from typing import Final

from stadspunt.fundament.waarden.nummer import find_nummers
from stadspunt.stromen.intake.rules.mailbericht import Adres, Mailbericht
from stadspunt.stromen.intake.rules.moment import judge_moment
from stadspunt.stromen.intake.rules.ontvangst import Envelop, Herkomst

MAX_ONDERWERP: Final = 200
MAX_TOELICHTING: Final = 20_000
ZONDER_ONDERWERP: Final = "E-mail zonder onderwerp"
# Somebody who gets a receipt a week late is puzzled; an emptied old mailbox must not greet its whole past.
MAX_LEEFTIJD_BEVESTIGING: Final = timedelta(days=7)

_VOORVOEGSEL = re.compile(
    r"^\s*(?:(?:re|fw|fwd|antw|antwoord|betreft|doorst|beantw|aw|wg|sv|tr|vs)\s*(?:\[\d{1,3}\])?\s*[:：]"
    r"|\[(?:extern|external|ext|spam\??|suspected spam)\])\s*",
    re.IGNORECASE,
)
_MET_NUMMER = re.compile(r"[\[(#]*20\d{2}[-\u2010-\u2015 ]?\d{6,9}[-\u2010-\u2015 ]?\d[\])]*")
_NEDERLANDS = re.compile(
    r"\b(?:de|het|een|en|ik|dat|niet|van|voor|met|op|te|u|mijn|uw|zijn|wij|er|kan|aan|om|naar|heb|hebben|wordt|graag|wanneer)\b",
    re.IGNORECASE,
)
_ENGELS = re.compile(
    r"\b(?:the|a|and|i|that|not|with|to|you|my|your|are|we|there|can|at|have|has|please|when|would|could|this|it)\b",
    re.IGNORECASE,
)
_AANHEF: Final = frozenset([
    "beste", "geachte", "hallo", "dear", "goedemorgen", "goedemiddag", "goedenavond", "goedendag", "goededag", "hi", "hello",
    "dag", "hoi", "l.s", "weledele",
])  # fmt: skip


def clean_onderwerp(bericht: Mailbericht) -> str:
    """Return the subject of the question: without 'Re:' and our own number, else the first words of the text."""
    kaal = _strip_voorvoegsels(bericht.onderwerp)
    if find_nummers(kaal):
        kaal = _strip_voorvoegsels(_MET_NUMMER.sub(" ", kaal))
    kaal = " ".join(kaal.split()).strip(" -:")
    return kaal[:MAX_ONDERWERP].strip() or first_words(bericht.eigen_tekst) or ZONDER_ONDERWERP


def first_words(tekst: str, maximum: int = 60) -> str:
    """Return the beginning of the first line that says something, cut between words; '' when there is none."""
    for regel in tekst[:5_000].splitlines():
        kaal = " ".join(regel.split())
        if sum(teken.isalnum() for teken in kaal) >= 3 and not _is_aanhef(kaal):
            return kaal if len(kaal) <= maximum else kaal[:maximum].rsplit(" ", 1)[0] + "…"
    return ""


def guess_taal(tekst: str) -> str:
    """Return 'en' when a text has clearly more English than Dutch small words, else 'nl'."""
    begin = tekst[:5_000]
    engels, nederlands = len(_ENGELS.findall(begin)), len(_NEDERLANDS.findall(begin))
    return "en" if engels >= 3 and engels > 2 * nederlands else "nl"


def choose_klant(bericht: Mailbericht, *, wijst_door: bool) -> Adres | None:
    """Return who the client is: the sender, or the first to reply to when the mail came from us, a machine or nobody.

    A form of a website, or a colleague who forwards, sends from our domain or as 'noreply' and names the client in Reply-To.
    """
    if wijst_door:
        return next((adres for adres in bericht.antwoord_naar if adres.adres), bericht.afzender)
    return bericht.afzender


def compute_gebeurd_op(bericht: Mailbericht, envelop: Envelop, ontvangen_op: datetime) -> datetime:
    """Return when the contact took place, which is when the message could be read here (Awb 2:17).

    For a mailbox that is when it lay there, however long we were away; for an import it is when it was sent,
    if that can be; otherwise the moment of receipt.
    """
    if envelop.herkomst is Herkomst.IMAP and envelop.aangekomen_op is not None:
        oordeel = judge_moment(envelop.aangekomen_op, ontvangen_op)
    elif envelop.herkomst is Herkomst.IMPORT:
        oordeel = judge_moment(bericht.verzonden_op, ontvangen_op)
    else:
        return ontvangen_op
    return min(oordeel.moment, ontvangen_op)


def may_confirm(envelop: Envelop, gebeurd_op: datetime, ontvangen_op: datetime) -> bool:
    """Say whether a receipt may go out, apart from what the message itself says about robots."""
    return envelop.herkomst is not Herkomst.IMPORT and ontvangen_op - gebeurd_op <= MAX_LEEFTIJD_BEVESTIGING


def _strip_voorvoegsels(onderwerp: str) -> str:
    kaal = onderwerp[:1_000]
    while treffer := _VOORVOEGSEL.match(kaal):
        kaal = kaal[treffer.end() :]
    return kaal.strip()


def _is_aanhef(regel: str) -> bool:
    woorden = regel.rstrip(" ,.!").lower().split()
    return 0 < len(woorden) <= 5 and woorden[0] in _AANHEF
