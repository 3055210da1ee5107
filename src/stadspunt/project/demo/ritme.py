"""When Lindewaard gets in touch: which days are busy, through which channel and at what time."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.toeval import Gewichten, Toeval

# Thousandths of all contacts at the start and at the end of the year: the website grows, the telephone gives way.
_AANDEEL: dict[Kanaal, tuple[int, int]] = {
    Kanaal.TELEFOON: (530, 452),
    Kanaal.BALIE: (168, 158),
    Kanaal.EMAIL: (170, 166),
    Kanaal.INTERNET: (88, 186),
    Kanaal.POST: (44, 38),
}
# Monday up to Sunday.
_WEEK: dict[Kanaal, tuple[int, ...]] = {
    Kanaal.TELEFOON: (264, 212, 182, 188, 154, 0, 0),
    Kanaal.BALIE: (214, 198, 186, 232, 170, 0, 0),
    Kanaal.EMAIL: (208, 178, 164, 160, 142, 66, 82),
    Kanaal.INTERNET: (182, 158, 148, 146, 128, 108, 130),
    Kanaal.POST: (150, 236, 214, 208, 192, 0, 0),
}
_MAAND = (112, 119, 113, 100, 98, 107, 84, 80, 105, 101, 99, 82)

# Weight of each half hour from the first; the dip in the middle is lunch.
_TELEFOON = (510, (9, 12, 13, 13, 12, 11, 8, 5, 5, 8, 10, 10, 9, 8, 7, 6, 4))
_BALIE = (540, (9, 12, 13, 13, 11, 7, 6, 6, 9, 11, 11, 10, 9, 8, 7, 4))
_BALIE_DONDERDAG = (540, (9, 11, 12, 11, 10, 7, 6, 6, 8, 9, 9, 8, 8, 7, 7, 6, 6, 7, 7, 6, 5, 3))
_POST = (570, (14, 10, 3))
_MAIL = (0, (1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 12, 13, 13, 12, 11, 10, 9,
             9, 10, 11, 11, 10, 10, 9, 9, 8, 7, 6, 6, 7, 8, 10, 11, 11, 10, 9, 7, 5, 4, 3, 2))  # fmt: skip

STORINGSDAGEN = 3


def list_dagen(einddatum: date) -> list[date]:
    """Return the 365 days of the year that ends on `einddatum`, that day included."""
    return [einddatum - timedelta(days=terug) for terug in range(364, -1, -1)]


def find_storing(einddatum: date) -> date:
    """Return the Monday of the bad week: the second Monday of September of the year that ends on `einddatum`.

    On that day and the two after it the mailbox takes nothing; on Thursday morning all of it comes at once.
    """
    dagen = list_dagen(einddatum)
    maandagen = [dag for dag in dagen if dag.month == 9 and dag.weekday() == 0 and 8 <= dag.day <= 14]
    return maandagen[-1]


def hold_back(storing: date, moment: datetime) -> datetime:
    """Return when a mail that was sent at `moment` arrives: at once, or on the Thursday after the bad days."""
    if not 0 <= (moment.date() - storing).days < STORINGSDAGEN:
        return moment
    donderdag = datetime.combine(storing + timedelta(days=STORINGSDAGEN), time(6, 40))
    # What waited longest comes out first.
    return donderdag + (moment - datetime.combine(storing, time.min)) * 5_400 // (STORINGSDAGEN * 86_400)


def _weigh(dag: date, kanaal: Kanaal, verloop: int, rooster: Werkrooster, gisteren_dicht: bool) -> int:
    begin, einde = _AANDEEL[kanaal]
    aandeel = begin * (364 - verloop) + einde * verloop
    gewicht = aandeel * _WEEK[kanaal][dag.weekday()] * _MAAND[dag.month - 1]
    if kanaal in {Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.POST}:
        if dag not in rooster.werkt:
            return 0
        # Who found the door closed on a holiday comes the day after.
        return gewicht * 118 // 100 if gisteren_dicht else gewicht
    return gewicht if dag in rooster.werkt or dag.weekday() > 4 else gewicht // 3


class Ritme:
    """Hands out moments over the year, so that every channel and every day gets its share."""

    def __init__(self, einddatum: date, rooster: Werkrooster, kanalen: tuple[Kanaal, ...] = tuple(Kanaal)) -> None:
        """Know the weight of every channel on every day."""
        self._cellen: list[tuple[date, Kanaal]] = []
        gewichten: list[int] = []
        for verloop, dag in enumerate(list_dagen(einddatum)):
            gisteren = dag - timedelta(days=1)
            na_feestdag = gisteren.weekday() < 5 and gisteren not in rooster.werkt
            for kanaal in kanalen:
                self._cellen.append((dag, kanaal))
                gewichten.append(_weigh(dag, kanaal, verloop, rooster, na_feestdag))
        self._grenzen = list(accumulate(gewichten))
        self._storing = find_storing(einddatum)

    def list_momenten(self, aantal: int, toeval: Toeval) -> Iterator[tuple[datetime, Kanaal]]:
        """Yield `aantal` moments (Dutch wall clock) with their channel, day by day."""
        totaal = self._grenzen[-1]
        for nummer in range(aantal):
            plek = int((nummer + toeval.breuk()) * totaal / aantal)
            dag, kanaal = self._cellen[min(bisect_right(self._grenzen, plek), len(self._cellen) - 1)]
            yield self._choose_moment(dag, kanaal, toeval), kanaal

    def _choose_moment(self, dag: date, kanaal: Kanaal, toeval: Toeval) -> datetime:
        begin, halve_uren = _UREN[kanaal, dag.weekday() == 3]
        minuut = begin + 30 * toeval.weeg(halve_uren)
        moment = datetime.combine(dag, time.min) + timedelta(minutes=minuut, seconds=toeval.heel(0, 1_799))
        return hold_back(self._storing, moment) if kanaal is Kanaal.EMAIL else moment


def _to_gewichten(profiel: tuple[int, tuple[int, ...]]) -> tuple[int, Gewichten[int]]:
    return profiel[0], Gewichten(range(len(profiel[1])), profiel[1])


_UREN: dict[tuple[Kanaal, bool], tuple[int, Gewichten[int]]] = {
    (kanaal, donderdag): _to_gewichten(_BALIE_DONDERDAG if kanaal is Kanaal.BALIE and donderdag else profiel)
    for kanaal, profiel in (
        (Kanaal.TELEFOON, _TELEFOON),
        (Kanaal.BALIE, _BALIE),
        (Kanaal.EMAIL, _MAIL),
        (Kanaal.INTERNET, _MAIL),
        (Kanaal.POST, _POST),
    )
    for donderdag in (False, True)
}
