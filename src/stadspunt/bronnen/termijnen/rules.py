"""Counting in working days of the organisation. The legal calendar (Algemene termijnenwet) is another one."""

from dataclasses import dataclass
from datetime import date, timedelta

from stadspunt.fundament.fouten import Fout

# The first day of a norm that holds for as long as anybody can look back.
BEGIN = date(2000, 1, 1)
MAX_WERKDAGEN = 90
MAX_NAAM = 100


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days on which the organisation is open: Monday to Friday, but for its closing days."""

    sluitingsdagen: frozenset[date] = frozenset()

    def is_werkdag(self, dag: date) -> bool:
        """Say whether the organisation works on `dag`."""
        return dag.weekday() < 5 and dag not in self.sluitingsdagen


def add_werkdagen(dag: date, aantal: int, kalender: Kalender) -> date:
    """Return the day that is `aantal` (0 or more) working days after `dag`; `dag` itself never counts.

    With 0 it is `dag` itself, or the first working day after it when the organisation is closed.
    """
    if aantal < 0:
        raise ValueError("terugtellen in werkdagen is een andere regel")
    while aantal > 0 or not kalender.is_werkdag(dag):
        dag += timedelta(days=1)
        if kalender.is_werkdag(dag):
            aantal -= 1
            if aantal <= 0:
                break
    return dag


def count_werkdagen(van: date, tot: date, kalender: Kalender) -> int:
    """Return how many working days lie after `van` up to and including `tot`; negative when `tot` is earlier."""
    if tot < van:
        return -count_werkdagen(tot, van, kalender)
    dagen = (tot - van).days
    return sum(kalender.is_werkdag(van + timedelta(days=stap)) for stap in range(1, dagen + 1))


def compute_pasen(jaar: int) -> date:
    """Return Easter Sunday of `jaar` (anonymous Gregorian algorithm, Meeus/Jones/Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def list_feestdagen(jaar: int) -> dict[date, str]:
    """Return the days on which a municipality is usually closed, as a proposal for its table of closing days."""
    pasen = compute_pasen(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == 6:
        koningsdag = date(jaar, 4, 26)
    return {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen + timedelta(days=1): "Tweede paasdag",
        koningsdag: "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        pasen + timedelta(days=39): "Hemelvaartsdag",
        pasen + timedelta(days=50): "Tweede pinksterdag",
        date(jaar, 12, 25): "Eerste kerstdag",
        date(jaar, 12, 26): "Tweede kerstdag",
    }


def check_servicenorm(werkdagen: int, vanaf: date, vandaag: date) -> tuple[Fout, ...]:
    """Return why a norm is refused. It never begins in the past: that would rewrite what clients were told."""
    fouten = []
    if not 0 <= werkdagen <= MAX_WERKDAGEN:
        fouten.append(Fout("norm", f"Vul een aantal werkdagen in van 0 tot en met {MAX_WERKDAGEN}.", "werkdagen"))
    if vanaf < vandaag:
        fouten.append(Fout("verleden", "Kies vandaag of een latere dag.", "vanaf"))
    return tuple(fouten)


def check_sluitingsdag(naam: str) -> tuple[Fout, ...]:
    """Return why a closing day is refused."""
    if 0 < len(naam.strip()) <= MAX_NAAM:
        return ()
    return (Fout("naam", f"Vul in waarom de gemeente dicht is, in 1 tot {MAX_NAAM} tekens.", "naam"),)
