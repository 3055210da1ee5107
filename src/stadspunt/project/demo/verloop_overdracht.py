"""The way of a question through a department: asked, late or in time, checked, sometimes asked again."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from stadspunt.project.demo.afdelingsritme import RITME_PER_AFDELING, get_kans_te_laat, is_achter
from stadspunt.project.demo.bezetting import choose_medewerker
from stadspunt.project.demo.jaarvorm import Jaaroverdracht
from stadspunt.project.demo.kalender import DAGBEGIN, DAGEINDE, MINUTEN_PER_DAG, Werkrooster
from stadspunt.project.demo.teksten import vervolg
from stadspunt.project.demo.tijdstip import to_utc
from stadspunt.project.demo.toeval import Toeval

_VORM_PER_PRODUCT = {
    "melding-openbare-ruimte": "actie",
    "grofvuil": "actie",
    "leerlingenvervoer": "actie",
    "bezwaar": "advies",
    "klacht": "advies",
}


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What is asked of a department; `verzonden` is Dutch wall-clock time."""

    afdeling: str
    product: str
    van: str
    gevraagd: str
    vakantwoord: str
    beloofd: date
    verzonden: datetime


@dataclass(slots=True)
class Overdrachtverloop:
    """What became of it: the orders, and when (Dutch wall clock) the answer was good to go (None: not yet)."""

    overdrachten: list[Jaaroverdracht] = field(default_factory=list)
    status: str = "overgedragen"
    gereed: datetime | None = None


def compute_terugdatum(rooster: Werkrooster, beloofd: date, vandaag: date) -> date:
    """Return the day of return as the contact centre proposes it: a working day before the promise, but not before today."""
    if beloofd < vandaag:
        return rooster.add_werkdagen(vandaag, 1)
    dag = max(rooster.back(beloofd, 1), vandaag)
    return dag if dag in rooster.werkt else rooster.add_werkdagen(dag, 1)


def play_overdracht(toeval: Toeval, rooster: Werkrooster, opdracht: Opdracht, einde: datetime) -> Overdrachtverloop:
    """Play one question at a department until `einde`; the clock of the client never starts again (B8)."""
    verloop = Overdrachtverloop()
    verzonden, gevraagd = opdracht.verzonden, opdracht.gevraagd
    for ronde in (1, 2):
        terug_op = compute_terugdatum(rooster, opdracht.beloofd, verzonden.date())
        terug = _choose_teruggave(toeval, rooster, opdracht.afdeling, verzonden, terug_op)
        behandelaar = choose_medewerker(toeval, opdracht.afdeling, terug.weekday())
        opnieuw = ronde == 1 and toeval.kans(0.06)
        antwoord = toeval.kies(vervolg.ONVOLLEDIGE_VAKANTWOORDEN) if opnieuw else opdracht.vakantwoord
        getoetst = rooster.add_werktijd(terug, toeval.heel(12, 330))
        te_laat = terug.date() > terug_op
        is_terug, is_getoetst = terug <= einde, getoetst <= einde
        verloop.overdrachten.append(
            Jaaroverdracht(
                afdeling=opdracht.afdeling,
                van=opdracht.van,
                vorm=_VORM_PER_PRODUCT.get(opdracht.product, "antwoordtekst"),
                gevraagd=gevraagd,
                verzonden_op=to_utc(verzonden),
                terug_op=terug_op,
                teruggegeven_op=to_utc(terug) if is_terug else None,
                behandelaar=behandelaar,
                antwoord=antwoord if is_terug else "",
                te_laat=te_laat and is_terug,
                getoetst_op=to_utc(getoetst) if is_getoetst and not opnieuw else None,
                toetser=opdracht.van if is_getoetst and not opnieuw else "",
                reden_te_laat=toeval.kies(vervolg.REDENEN_TE_LAAT) if te_laat else "",
                reden_onbegrijpelijk=toeval.kies(vervolg.REDENEN_ONBEGRIJPELIJK) if toeval.kans(0.09) else "",
            )
        )
        if not is_terug:
            return verloop
        if not is_getoetst:
            verloop.status = "te_controleren"
            return verloop
        if not opnieuw:
            break
        verzonden, gevraagd = getoetst, toeval.kies(vervolg.TERUGVRAGEN)
    verloop.status, verloop.gereed = "in_behandeling", getoetst
    return verloop


def _choose_teruggave(toeval: Toeval, rooster: Werkrooster, afdeling: str, verzonden: datetime, terug_op: date) -> datetime:
    maand = verzonden.month
    if toeval.heel(1, 100) > get_kans_te_laat(afdeling, maand):
        ruimte = rooster.count_werkdagen(verzonden.date(), terug_op) * MINUTEN_PER_DAG + _count_minuten_over(rooster, verzonden)
        deel = toeval.heel(RITME_PER_AFDELING[afdeling].traagheid, 98)
        return rooster.add_werktijd(verzonden, max(25, ruimte * deel // 100))
    dagen = toeval.heel(2, 11) if is_achter(afdeling, maand) else toeval.heel(1, 4)
    dag = rooster.add_werkdagen(max(terug_op, verzonden.date()), dagen)
    return datetime.combine(dag, DAGBEGIN) + timedelta(minutes=toeval.heel(5, 490), seconds=toeval.heel(0, 59))


def _count_minuten_over(rooster: Werkrooster, moment: datetime) -> int:
    """Return how many minutes of office time are left on the day of `moment`."""
    if moment.date() not in rooster.werkt or moment.time() >= DAGEINDE:
        return 0
    begin = max(moment.time(), DAGBEGIN)
    return _to_minuten(DAGEINDE) - _to_minuten(begin)


def _to_minuten(tijd: time) -> int:
    return tijd.hour * 60 + tijd.minute
