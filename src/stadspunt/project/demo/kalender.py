"""On which days and at which hours the town hall of Lindewaard works, for sums in bulk.

The days are those of the room that keeps calendars; here they are only made quick.
"""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta

from stadspunt.bronnen.termijnen.rules import list_feestdagen

DAGBEGIN = time(8, 30)
DAGEINDE = time(17, 0)
MINUTEN_PER_DAG = 510


class Werkrooster:
    """The working days between two days, so that many sums with working time are quick."""

    __slots__ = ("dagen", "werkt")

    def __init__(self, van: date, tot: date) -> None:
        """Know all working days from `van` up to and including `tot`."""
        alle = (van + timedelta(i) for i in range((tot - van).days + 1))
        gesloten = {dag for jaar in range(van.year, tot.year + 1) for dag in list_feestdagen(jaar)}
        self.dagen = [dag for dag in alle if dag.weekday() < 5 and dag not in gesloten]
        self.werkt = frozenset(self.dagen)

    def add_werkdagen(self, dag: date, aantal: int) -> date:
        """Return the working day that comes `aantal` (1 or more) working days after `dag`."""
        return self.dagen[bisect_right(self.dagen, dag) + aantal - 1]

    def back(self, dag: date, aantal: int) -> date:
        """Return the working day that lies `aantal` (1 or more) working days before `dag`."""
        return self.dagen[bisect_left(self.dagen, dag) - aantal]

    def count_werkdagen(self, van: date, tot: date) -> int:
        """Return how many working days lie after `van` up to and including `tot` (0 when there are none)."""
        return max(0, bisect_right(self.dagen, tot) - bisect_right(self.dagen, van))

    def add_werktijd(self, moment: datetime, minuten: int) -> datetime:
        """Return the wall-clock time when `minuten` of office time have passed since `moment` (both Dutch, naive)."""
        plek = bisect_left(self.dagen, moment.date())
        vandaag = self.dagen[plek]
        verlopen = 0
        if vandaag == moment.date():
            verlopen = (moment.hour * 60 + moment.minute) - (DAGBEGIN.hour * 60 + DAGBEGIN.minute)
            verlopen = min(max(verlopen, 0), MINUTEN_PER_DAG)
        dagen, rest = divmod(verlopen + minuten, MINUTEN_PER_DAG)
        return datetime.combine(self.dagen[plek + dagen], DAGBEGIN) + timedelta(minutes=rest, seconds=moment.second)
