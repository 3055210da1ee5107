"""Look at the figures, and at the list behind each."""

from dataclasses import dataclass
from datetime import date, timedelta

from stadspunt.bronnen.organisatie.queries import get_kanalen, list_kanalen, list_teams
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.bronnen.termijnen.rules import count_werkdagen
from stadspunt.fundament.tijd.dagen import to_dag, to_moment
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.stromen.intake.queries.ontvangsten import count_mislukte_ontvangsten
from stadspunt.stromen.klantcontacten.queries_cijfers import (
    Afloop,
    Cijferlijst,
    Contactselectie,
    Openstand,
    Periode,
    Vraagselectie,
    count_inkomend_per_kanaal,
    count_per_afloop,
    count_per_dag,
    list_inkomend,
    list_openstanden,
    list_vragen,
)
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status
from stadspunt.sturing.stuurinformatie.beelden import Dagtelling, Dashboard, EersteContact, Kanaaltelling, Teamtelling
from stadspunt.sturing.stuurinformatie.rules import Cijfer, compute_aandeel, list_dagen


@dataclass(frozen=True, slots=True)
class Lijstkeuze:
    """The list behind a figure, or a part of it; an empty part means all of it. `dag` belongs to the trend."""

    cijfer: Cijfer
    kanaal_id: int | None = None
    team_id: int | None = None
    status: Status | None = None
    afloop: Afloop | None = None
    dag: date | None = None
    pagina: int = 1


def _to_periode(eerste: date, laatste: date) -> Periode:
    """Return the moments of Dutch days from `eerste` up to and including `laatste`."""
    return Periode(to_moment(eerste), to_moment(laatste + timedelta(days=1)))


@query(recht="stuurinformatie.lezen")
def get_dashboard(raadpleging: Raadpleging) -> Dashboard:
    """Return all figures of this moment, in a number of queries that does not depend on how much there is."""
    vandaag = raadpleging.vandaag
    dagen = list_dagen(vandaag)
    terugblik = _to_periode(dagen[0], vandaag)
    ontvangen, afgehandeld = count_per_dag(raadpleging, terugblik)
    standen = list_openstanden(raadpleging)
    oudste = min(standen, key=lambda stand: stand.oudste, default=None)
    return Dashboard(
        kanalen=_count_kanalen(raadpleging),
        teams=_to_teamtellingen(raadpleging, standen),
        oudste=oudste.oudste if oudste else None,
        oudste_werkdagen=count_werkdagen(to_dag(oudste.oudste), vandaag, get_kalender(oudste.gemeente_id)) if oudste else None,
        te_laat=sum(stand.te_laat for stand in standen),
        eerste_contact=get_eerste_contact(raadpleging),
        niet_verwerkt=count_niet_verwerkt(raadpleging),
        dagen=tuple(Dagtelling(dag, ontvangen.get(dag, 0), afgehandeld.get(dag, 0)) for dag in dagen),
    )


@query(recht="stuurinformatie.lezen")
def get_eerste_contact(raadpleging: Raadpleging) -> EersteContact:
    """Return the share that was answered at first contact in the look back, with what it is made of."""
    vandaag = raadpleging.vandaag
    per_afloop = count_per_afloop(raadpleging, _to_periode(list_dagen(vandaag)[0], vandaag))
    return EersteContact(per_afloop, compute_aandeel(per_afloop[Afloop.DIRECT], sum(per_afloop.values())))


@query(recht="stuurinformatie.lezen")
def count_niet_verwerkt(raadpleging: Raadpleging) -> int:
    """Return how many arrivals wait for a person because they could not be processed."""
    return count_mislukte_ontvangsten(sorted(raadpleging.actor.gemeente_ids))


def _count_kanalen(raadpleging: Raadpleging) -> tuple[Kanaaltelling, ...]:
    """Count today's contacts for every channel in use, and for one that is no longer in use but was still used."""
    tellingen = count_inkomend_per_kanaal(raadpleging, Contactselectie(_to_periode(raadpleging.vandaag, raadpleging.vandaag)))
    in_gebruik = {kanaal.id for kanaal in list_kanalen()}
    return tuple(
        Kanaaltelling(kanaal.id, kanaal.naam, tellingen.get(kanaal.id, 0))
        for kanaal in get_kanalen().values()
        if kanaal.id in in_gebruik or kanaal.id in tellingen
    )


def _to_teamtellingen(raadpleging: Raadpleging, standen: tuple[Openstand, ...]) -> tuple[Teamtelling, ...]:
    namen = {team.id: team.naam for team in list_teams(raadpleging.actor.gemeente_ids, alleen_kcc=True)}
    per_team: dict[int, dict[str, int]] = {team_id: {} for team_id in namen}
    for stand in standen:
        telling = per_team.setdefault(stand.team_id, {})
        telling[stand.status] = telling.get(stand.status, 0) + stand.aantal
    return tuple(Teamtelling(team_id, namen.get(team_id, "Opgeheven team"), telling) for team_id, telling in per_team.items())


def _select_oudste(raadpleging: Raadpleging, keuze: Lijstkeuze) -> Vraagselectie:
    """Return the open questions that came in on the day of the oldest; all of them (none) when nothing is open."""
    oudste = min((stand.oudste for stand in list_openstanden(raadpleging)), default=None)
    dag = _to_periode(to_dag(oudste), to_dag(oudste)) if oudste else None
    return Vraagselectie(statussen=OPEN_STATUSSEN, team_id=keuze.team_id, ontvangen=dag)


def _to_vraagselectie(raadpleging: Raadpleging, keuze: Lijstkeuze) -> Vraagselectie:
    vandaag = raadpleging.vandaag
    terugblik = _to_periode(keuze.dag, keuze.dag) if keuze.dag else _to_periode(list_dagen(vandaag)[0], vandaag)
    if keuze.cijfer in {Cijfer.EERSTE_CONTACT, Cijfer.AFGEHANDELD}:
        return Vraagselectie(team_id=keuze.team_id, afgehandeld=terugblik, afloop=keuze.afloop)
    if keuze.cijfer is Cijfer.ONTVANGEN:
        return Vraagselectie(team_id=keuze.team_id, ontvangen=terugblik)
    if keuze.cijfer is Cijfer.OUDSTE:
        return _select_oudste(raadpleging, keuze)
    statussen = frozenset({keuze.status}) & OPEN_STATUSSEN if keuze.status else OPEN_STATUSSEN
    te_laat = vandaag if keuze.cijfer is Cijfer.TE_LAAT else None
    return Vraagselectie(statussen=statussen or OPEN_STATUSSEN, team_id=keuze.team_id, beloofd_voor=te_laat)


@query(recht="stuurinformatie.lezen")
def list_achter_cijfer(raadpleging: Raadpleging, keuze: Lijstkeuze) -> Cijferlijst:
    """Return a page of the very rows that a figure counts.

    Raises ValueError for arrivals that could not be processed: those are listed at beheer, for
    who may read them.
    """
    if keuze.cijfer is Cijfer.NIET_VERWERKT:
        raise ValueError("de lijst van ontvangsten staat bij beheer")
    if keuze.cijfer is Cijfer.VANDAAG_BINNEN:
        vandaag = _to_periode(raadpleging.vandaag, raadpleging.vandaag)
        return list_inkomend(raadpleging, Contactselectie(vandaag, keuze.kanaal_id), keuze.pagina)
    return list_vragen(raadpleging, _to_vraagselectie(raadpleging, keuze), keuze.pagina)
