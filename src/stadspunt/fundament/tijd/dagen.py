"""From moments to Dutch days and back."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def to_dag(moment: datetime) -> date:
    """Return the calendar day in the Netherlands on which `moment` (aware) falls."""
    return moment.astimezone(NEDERLAND).date()


def to_moment(dag: date, tijd: time = time.min) -> datetime:
    """Return the moment at which it is `tijd` (wall clock) in the Netherlands on `dag`."""
    return datetime.combine(dag, tijd, NEDERLAND)


def format_dag(dag: date) -> str:
    """Return `dag` as a letter writes it: 'dinsdag 24 november 2026'."""
    return f"{WEEKDAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
