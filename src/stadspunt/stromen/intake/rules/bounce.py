"""Delivery reports: the standard ones (RFC 3464) and those that only people were meant to read."""

import re
from collections.abc import Iterator
from typing import Final

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.adressen import clean_adres
from stadspunt.stromen.intake.rules.kopregels import Kopregels, read_losse_koppen
from stadspunt.stromen.intake.rules.kopwaarden import decode_koptekst, parse_ids
from stadspunt.stromen.intake.rules.mailbericht import Adres, Bezorgactie, Bounce, Koppen

_STATUS: Final = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_SMTP: Final = re.compile(r"(?<![\d.])([45])\d\d(?![\d.])[ \-]")
_MAX_DIAGNOSE: Final = 500
_MAX_TEKST: Final = 20_000
_GROEPSGRENS: Final = re.compile(rb"(?:\r?\n[ \t]*){2,}")

_ROBOTS: Final = re.compile(r"(?:mailer-daemon|mail-daemon|postmaster|mdaemon|microsoftexchange[0-9a-f]*)(?:@.*)?", re.IGNORECASE)
_ONDERWERPEN: Final = re.compile(
    r"(?:undeliver(?:able|ed)|onbestelbaar|niet[- ]bestelbaar|niet (?:bezorgd|afgeleverd)|unzustellbar"
    r"|mail delivery (?:failed|failure|system)|delivery status notification|delivery (?:has )?fail(?:ed|ure)|failure notice"
    r"|returned mail|returned to sender|mail system error|message not delivered|nicht zugestellt|zustellung fehlgeschlagen"
    r"|kan niet worden bezorgd|bezorging (?:is )?mislukt|(?:mail )?delivery delayed|(?:mail|message) could not be delivered"
    r"|warning: (?:could not send message|message .{1,40} delayed)|non remis|échec de (?:la )?(?:remise|distribution)"
    r"|no se puede entregar|no entregado|mancato recapito|non recapitabile|não entregue|niedostarczon|teslim edilemedi)",
    re.IGNORECASE,
)
_VERTRAAGD: Final = re.compile(
    r"\bdelay(?:ed)?\b|vertraagd|will (?:continue|keep) trying|still trying|verzögert|not yet been delivered"
    r"|you do not need to resend",
    re.IGNORECASE,
)
_KOPIE: Final = re.compile(
    r"^(?:-+ ?(?:below this line is a copy|this is a copy of|original message|the following addresses|bijgevoegd).*"
    r"|-{3,} .*copy of the message.*|return-path: .*|received: .*)$",
    re.IGNORECASE | re.MULTILINE,
)
_ONTVANGER: Final = re.compile(
    r"<([^<>\s@]{1,200}@[^<>\s@]{1,253})>|(?<![\w.@])([\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})(?![\w@])"
)
_MESSAGE_ID: Final = re.compile(r"^(?:x-)?(?:original-)?message-id:\s*(<[^<>\s]{3,400}>)", re.IGNORECASE | re.MULTILINE)


def find_bounces(
    status: list[bytes], teruggestuurd: list[bytes], *, tekst: str, onderwerp: str, afzender: Adres | None, koppen: Koppen
) -> tuple[Bounce, ...]:
    """Return what a delivery report says per recipient, () when the message is no such report.

    `status` are the machine-readable parts, `teruggestuurd` the headers of returned messages. Without a machine-readable
    part a message counts as a report only when a mail system sent it and its subject or header says so.
    """
    origineel = find_origineel([*teruggestuurd, *status])
    bounces = [bounce for deel in status for bounce in _read_status(deel, origineel)]
    if bounces:
        return tuple(dict.fromkeys(bounces))[: grenzen.BOUNCES]
    if not status and not _lijkt_bounce(onderwerp, afzender, koppen):
        return ()
    return _read_tekst(tekst, onderwerp, origineel, koppen)


def find_origineel(teruggestuurd: list[bytes]) -> str:
    """Return the Message-ID of the message of ours that a report returns or names, '' when it does neither."""
    for kop in teruggestuurd:
        koppen = read_losse_koppen(kop)
        for naam in ("original-message-id", "x-original-message-id", "message-id"):
            ids = parse_ids(koppen.get(naam))
            if ids:
                return ids[0]
    return ""


def find_status(tekst: str) -> str:
    """Return the first enhanced status code (RFC 3463) in `tekst`, '' when there is none."""
    treffer = _STATUS.search(tekst)
    return treffer[0] if treffer else ""


def _read_status(deel: bytes, origineel: str) -> Iterator[Bounce]:
    """Yield one Bounce per recipient; the first group of fields is about the message as a whole."""
    groepen = [read_losse_koppen(groep) for groep in _GROEPSGRENS.split(deel.strip(), 2_000)]
    for groep in groepen:
        ruwe_ontvanger = groep.get("original-recipient") or groep.get("final-recipient")
        if not (ruwe_ontvanger or groep.get("action")):
            continue
        diagnose = _to_diagnose(groep.get("diagnostic-code"))
        status = find_status(decode_koptekst(groep.get("status"))) or find_status(diagnose)
        actie = _to_actie(groep, status)
        yield Bounce(
            oorspronkelijk_message_id=origineel,
            ontvanger=_find_ontvanger(groep),
            status=status,
            permanent=_is_permanent(actie, status, diagnose),
            diagnose=diagnose,
            actie=actie,
        )


def _to_actie(groep: Kopregels, status: str) -> Bezorgactie:
    woord = decode_koptekst(groep.get("action")).lower().split(" ")[0].strip(";")
    try:
        return Bezorgactie(woord)
    except ValueError:
        return Bezorgactie.BEZORGD if status.startswith("2") else Bezorgactie.MISLUKT


def _find_ontvanger(groep: Kopregels) -> str:
    """Return the address; final-recipient is where it went in the end, original-recipient is what we wrote."""
    for naam in ("original-recipient", "final-recipient", "x-actual-recipient"):
        waarde = decode_koptekst(groep.get(naam))
        adres = clean_adres(waarde.rpartition(";")[2].strip(" <>"))
        if adres:
            return adres
    return ""


def _to_diagnose(ruw: bytes) -> str:
    soort, punt, rest = decode_koptekst(ruw).partition(";")
    return (rest if punt and " " not in soort.strip() else f"{soort}{punt}{rest}").strip()[:_MAX_DIAGNOSE]


def _is_permanent(actie: Bezorgactie, status: str, diagnose: str) -> bool:
    """A class 5 code is permanent, a class 4 code is not; 'failed' without a code is the end of trying."""
    if actie is not Bezorgactie.MISLUKT:
        return False
    if status:
        return status.startswith("5")
    smtp = _SMTP.search(f"{diagnose} ")
    return smtp is None or smtp[1] == "5"


def _lijkt_bounce(onderwerp: str, afzender: Adres | None, koppen: Koppen) -> bool:
    if "x-failed-recipients" in koppen:
        return True
    is_robot = afzender is not None and bool(_ROBOTS.fullmatch(afzender.adres) or _ROBOTS.fullmatch(afzender.naam))
    return bool(_ONDERWERPEN.match(onderwerp.strip())) and (is_robot or koppen.get("return-path").strip() == "<>")


def _read_tekst(tekst: str, onderwerp: str, origineel: str, koppen: Koppen) -> tuple[Bounce, ...]:
    """Read a report made for people: qmail, Exim, old Exchange, web mail providers."""
    tekst = tekst[:_MAX_TEKST]
    grens = _KOPIE.search(tekst)
    boodschap = tekst[: grens.start()] if grens else tekst
    if not origineel:
        in_kopie = _MESSAGE_ID.search(tekst)
        origineel = in_kopie[1] if in_kopie else ""
    status = find_status(boodschap)
    vertraagd = bool(_VERTRAAGD.search(onderwerp) or (_VERTRAAGD.search(boodschap) and not status.startswith("5")))
    actie = Bezorgactie.VERTRAAGD if vertraagd else Bezorgactie.MISLUKT
    ontvangers = [clean_adres(adres) for adres in koppen.get("x-failed-recipients").split(",")]
    if not any(ontvangers):
        ontvangers = [clean_adres(hoek or kaal) for hoek, kaal in _ONTVANGER.findall(boodschap)]
    uniek = [adres for adres in dict.fromkeys(ontvangers) if adres and not _ROBOTS.fullmatch(adres)] or [""]
    return tuple(
        Bounce(origineel, adres, status, _is_permanent(actie, status, boodschap), _find_diagnose(boodschap, adres), actie)
        for adres in uniek[:5]
    )


def _find_diagnose(boodschap: str, adres: str) -> str:
    """Return the lines after the recipient, which is where mail systems say what went wrong."""
    na = boodschap.partition(adres)[2] if adres else boodschap
    regels = [regel.strip(" <>:") for regel in na.split("\n") if regel.strip(" <>:")]
    return " ".join(regels[:3])[:_MAX_DIAGNOSE]
