"""A calendar invitation (RFC 5545, RFC 6047) in short: what, when, where, from whom."""

import re
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from stadspunt.stromen.intake.rules.adressen import clean_adres
from stadspunt.stromen.intake.rules.mailbericht import Adres, Uitnodiging
from stadspunt.stromen.intake.rules.tekens import to_een_regel

_MAX_TEKENS: Final = 200_000
_MAX_VELD: Final = 500
_VOUW: Final = re.compile(r"\n[ \t]")
_VELD: Final = re.compile(r"([A-Za-z0-9-]{1,60})((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(.*)")
_MOMENT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?", re.ASCII)
_ZONE: Final = re.compile(r"[A-Za-z]{2,20}(?:/[A-Za-z_+-]{2,30}){1,2}")
_NEDERLAND: Final = ZoneInfo("Europe/Amsterdam")
_WINDOWS: Final = {
    "gmt standard time": "Europe/London",
    "utc": "UTC",
    "eastern standard time": "America/New_York",
    "turkey standard time": "Europe/Istanbul",
}
_SOORTEN: Final = {
    "CANCEL": "Afspraak afgezegd",
    "REPLY": "Antwoord op een uitnodiging",
    "COUNTER": "Voorstel voor een andere tijd",
    "DECLINECOUNTER": "Voorstel voor een andere tijd afgewezen",
    "REFRESH": "Vraag om de laatste gegevens van een afspraak",
}
_REACTIES: Final = {
    "ACCEPTED": "komt",
    "DECLINED": "komt niet",
    "TENTATIVE": "komt misschien",
    "DELEGATED": "stuurt iemand anders",
}
_PARTSTAT: Final = re.compile(r"PARTSTAT=\"?([A-Z-]{1,20})", re.IGNORECASE)
_ONTSNAPT: Final = re.compile(r"\\([\\;,nN])")


def parse_uitnodiging(tekst: str, methode: str) -> Uitnodiging | None:
    """Return the first event in an iCalendar text, None when there is none.

    `methode` is that of the Content-Type, used when the calendar has none. A zone that is unknown is read as Dutch time.
    """
    velden: dict[str, tuple[str, str]] = {}
    in_event = False
    for regel in _VOUW.sub("", tekst[:_MAX_TEKENS]).split("\n"):
        kaal = regel.strip().upper()
        if kaal == "BEGIN:VEVENT":
            in_event = True
        elif kaal == "END:VEVENT":
            break
        elif kaal.startswith("BEGIN:") and in_event:
            break  # an alarm: the event itself has been read
        elif veld := _VELD.fullmatch(regel.strip()[:5_000]):
            naam = veld[1].upper()
            if in_event or naam == "METHOD":
                velden.setdefault(naam, (veld[2], veld[3]))
    if not in_event:
        return None
    return Uitnodiging(
        methode=_get_tekst(velden, "METHOD").upper()[:20] or methode.upper()[:20],
        onderwerp=_get_tekst(velden, "SUMMARY"),
        begin=_parse_moment(*velden.get("DTSTART", ("", ""))),
        einde=_parse_moment(*velden.get("DTEND", ("", ""))),
        organisator=_parse_organisator(*velden.get("ORGANIZER", ("", ""))),
        plaats=_get_tekst(velden, "LOCATION"),
        uid=_get_tekst(velden, "UID"),
        reactie=partstat[1].upper() if (partstat := _PARTSTAT.search(velden.get("ATTENDEE", ("", ""))[0])) else "",
    )


def format_uitnodiging(uitnodiging: Uitnodiging) -> str:
    """Return an invitation in Dutch words, for a message that has no other text."""
    soort = _SOORTEN.get(uitnodiging.methode, "Uitnodiging")
    regels = [f"{soort}: {uitnodiging.onderwerp or '(zonder onderwerp)'}"]
    if uitnodiging.methode == "REPLY" and uitnodiging.reactie in _REACTIES:
        regels.append(f"Reactie: {_REACTIES[uitnodiging.reactie]}")
    if uitnodiging.begin is not None:
        regels.append(f"Begin: {_format_moment(uitnodiging.begin)}")
    if uitnodiging.einde is not None:
        regels.append(f"Einde: {_format_moment(uitnodiging.einde)}")
    if uitnodiging.plaats:
        regels.append(f"Plaats: {uitnodiging.plaats}")
    if uitnodiging.organisator is not None:
        regels.append(f"Van: {uitnodiging.organisator.naam or uitnodiging.organisator.adres}")
    return "\n".join(regels)


def _get_tekst(velden: dict[str, tuple[str, str]], naam: str) -> str:
    waarde = velden.get(naam, ("", ""))[1]
    return to_een_regel(_ONTSNAPT.sub(lambda t: " " if t[1] in "nN" else t[1], waarde))[:_MAX_VELD]


def _parse_moment(parameters: str, waarde: str) -> datetime | date | None:
    treffer = _MOMENT.fullmatch(waarde.rpartition(":")[2].strip())  # some write a zone name with a colon unquoted
    if treffer is None:
        return None
    jaar, maand, dag = int(treffer[1]), int(treffer[2]), int(treffer[3])
    try:
        if treffer[4] is None:
            return date(jaar, maand, dag)
        zone = UTC if treffer[7] else _find_zone(parameters)
        lokaal = datetime(jaar, maand, dag, int(treffer[4]), int(treffer[5]), min(int(treffer[6]), 59), tzinfo=zone)
        return lokaal.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _find_zone(parameters: str) -> ZoneInfo:
    treffer = re.search(r'TZID="?([^";:]{1,80})', parameters, re.IGNORECASE)
    naam = treffer[1].strip() if treffer else ""
    naam = _WINDOWS.get(naam.lower(), naam)
    if not (_ZONE.fullmatch(naam) or naam == "UTC"):
        return _NEDERLAND
    try:
        return ZoneInfo(naam)
    except (KeyError, ValueError, OSError):
        return _NEDERLAND


def _parse_organisator(parameters: str, waarde: str) -> Adres | None:
    adres = clean_adres(re.sub(r"(?i)^mailto:", "", waarde.strip()))
    naam = re.search(r'CN=(?:"([^"]{0,200})"|([^";:]{0,200}))', parameters, re.IGNORECASE)
    leesbaar = to_een_regel((naam[1] or naam[2] or "") if naam else "")
    return Adres(leesbaar, adres) if adres or leesbaar else None


def _format_moment(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(_NEDERLAND):%d-%m-%Y %H:%M}"
    return f"{moment:%d-%m-%Y}"
