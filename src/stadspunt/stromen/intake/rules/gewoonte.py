"""How long an entrance for mail is usually silent, and when its silence is an alarm.

Silence is counted in working time only (08.00 to 18.00 on working days), because an empty
Sunday says nothing. The habit is the gap that 95% of the gaps of the past eight weeks stay
under; the alarm goes at three times that, so that a busy mailbox is missed within an hour and
a quiet one does not cry every week. With fewer than 20 gaps there is no habit yet.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Final

from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.tijd.dagen import to_dag, to_moment

TERUGKIJKEN: Final = timedelta(weeks=8)
_OPEN, _DICHT = time(8), time(18)
_MIN_TUSSENPOZEN = 20
_DEEL = 0.95
_MAAL = 3
_MINSTENS = timedelta(hours=1)
_HOOGSTENS = timedelta(hours=50)


def compute_werktijd(van: datetime, tot: datetime, kalender: Kalender) -> timedelta:
    """Return how much working time lies between two moments; nothing when `tot` is earlier."""
    totaal = timedelta()
    dag = to_dag(van)
    while dag <= to_dag(tot):
        if kalender.is_werkdag(dag):
            begin, einde = max(van, to_moment(dag, _OPEN)), min(tot, to_moment(dag, _DICHT))
            totaal += max(timedelta(), einde - begin)
        dag += timedelta(days=1)
    return totaal


def compute_drempel(momenten: Sequence[datetime], kalender: Kalender) -> timedelta | None:
    """Return the working time without mail that is an alarm, from the moments (sorted) at which mail came; None: no habit yet.

    Never under one hour (a coffee break is no outage) and never over five working days.
    """
    pozen = sorted(compute_werktijd(eerder, later, kalender) for eerder, later in pairwise(momenten))
    if len(pozen) < _MIN_TUSSENPOZEN:
        return None
    gewoon = pozen[min(len(pozen) - 1, int(len(pozen) * _DEEL))]
    return min(max(gewoon * _MAAL, _MINSTENS), _HOOGSTENS)


def is_te_stil(drempel: timedelta | None, laatst_op: datetime | None, moment: datetime, kalender: Kalender) -> bool:
    """Say whether the silence since `laatst_op` is longer than the habit allows."""
    if drempel is None or laatst_op is None:
        return False
    return compute_werktijd(laatst_op, moment, kalender) > drempel
