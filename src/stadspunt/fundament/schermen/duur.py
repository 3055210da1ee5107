"""How far away a due moment is, in words. Pure: the distance is counted elsewhere, in working time."""

from datetime import timedelta

from stadspunt.fundament.schermen.onderdelen import Niveau, Termijn

_MINUTEN_PER_UUR = 60
_BIJNA_VANAF = 0.75  # the badge turns when three quarters of the time is gone


def describe_duur(duur: timedelta, werkdag: timedelta = timedelta(days=1)) -> str:
    """Return `duur` in at most two units: "2 d 4 u", "3 u 10 min", "5 min".

    `werkdag` is how long one day is in the count: 24 hours on the clock, less in opening hours.
    Seconds are rounded up, so that what is not over never reads as 0.
    """
    minuten = -(-int(abs(duur).total_seconds()) // 60)
    per_dag = int(werkdag.total_seconds() // 60)
    dagen, rest = divmod(minuten, per_dag)
    uren, over = divmod(rest, _MINUTEN_PER_UUR)
    if dagen:
        return f"{dagen} d {uren} u" if uren else f"{dagen} d"
    if uren:
        return f"{uren} u {over} min" if over else f"{uren} u"
    return f"{over} min"


def to_termijn(resterend: timedelta, verstreken_deel: float, uiterlijk: str, werkdag: timedelta = timedelta(days=1)) -> Termijn:
    """Return the badge for a due moment.

    `resterend` is negative once it has passed; `verstreken_deel` is which part of the agreed
    time is gone (0 to 1 and beyond); `uiterlijk` is the due moment as a reader knows it.
    """
    woorden = describe_duur(resterend, werkdag)
    if resterend < timedelta(0):
        return Termijn(f"{woorden} te laat", Niveau.TE_LAAT, uiterlijk)
    niveau = Niveau.BIJNA if verstreken_deel >= _BIJNA_VANAF else Niveau.RUIM
    return Termijn(f"nog {woorden}", niveau, uiterlijk)
