"""The Date field: read as well as it goes, and judged against the moment of receipt."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

_OUDSTE: Final = datetime(1990, 1, 1, tzinfo=UTC)
_TOEKOMST: Final = timedelta(days=1)
_MAX_TEKENS: Final = 100
_OPMERKING: Final = re.compile(r"\([^()]*\)")
# Scanners and form mailers write the month in the language of the office.
_MAANDEN: Final = {
    "januari": "Jan", "jan.": "Jan", "januar": "Jan",
    "februari": "Feb", "feb.": "Feb", "februar": "Feb",
    "maart": "Mar", "mrt": "Mar", "mrt.": "Mar", "märz": "Mar", "mär": "Mar",
    "april": "Apr", "apr.": "Apr",
    "mei": "May", "mai": "May",
    "juni": "Jun", "jun.": "Jun", "juli": "Jul", "jul.": "Jul",
    "augustus": "Aug", "aug.": "Aug", "september": "Sep", "sept": "Sep", "sept.": "Sep", "sep.": "Sep",
    "oktober": "Oct", "okt": "Oct", "okt.": "Oct",
    "november": "Nov", "nov.": "Nov", "december": "Dec", "dec.": "Dec", "dezember": "Dec", "dez": "Dec",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verzendmoment:
    """The moment to show as sent; `gelooft_afzender` is false when the Date field was absurd and receipt counts."""

    moment: datetime
    gelooft_afzender: bool


def parse_moment(ruw: str) -> datetime | None:
    """Return a Date field (RFC 5322, section 3.3, or ISO 8601) in UTC, None when it is no moment at all.

    Without a zone it is read as UTC. Absurd years are returned as they are: `judge_moment` has the clock for that.
    """
    tekst = _OPMERKING.sub(" ", ruw[:_MAX_TEKENS]).strip()
    if not tekst:
        return None
    for poging in (tekst, _to_engels(tekst)):
        try:
            gelezen = parsedate_to_datetime(poging)
            return _to_utc(gelezen)
        except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
            continue
    try:
        return _to_utc(datetime.fromisoformat(tekst))
    except (ValueError, OverflowError):
        return None


def judge_moment(verzonden_op: datetime | None, ontvangen_op: datetime) -> Verzendmoment:
    """Return when the message counts as sent: what the sender says, unless that is before 1990 or over a day ahead."""
    if verzonden_op is None or verzonden_op < _OUDSTE or verzonden_op > ontvangen_op + _TOEKOMST:
        return Verzendmoment(ontvangen_op, gelooft_afzender=False)
    return Verzendmoment(verzonden_op, gelooft_afzender=True)


def _to_utc(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _to_engels(tekst: str) -> str:
    """Return a date with Dutch or German month names in English, without the name of the day."""
    woorden = re.split(r"[\s,]+", tekst)
    if woorden and woorden[0].strip(".").isalpha():
        woorden = woorden[1:]
    return " ".join(_MAANDEN.get(woord.lower(), woord) for woord in woorden)
