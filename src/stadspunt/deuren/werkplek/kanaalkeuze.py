"""The channel and the entrance an agent works on: remembered with the session, because the next call comes the same way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from stadspunt.bronnen.organisatie.beelden import IngangBeeld, KanaalBeeld
from stadspunt.bronnen.organisatie.queries import list_gemeenten, list_ingangen
from stadspunt.deuren.werkplek.weergave import get_ingangnaam, to_kanaalteken
from stadspunt.fundament.toegang.actor import Raadpleging

_KANAAL, _INGANGEN = "werkplek_kanaal", "werkplek_ingangen"


@dataclass(frozen=True, slots=True)
class Ingangkeuze:
    """One entrance to choose from."""

    id: int
    naam: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Kanaalkeuze:
    """One channel to choose from; `ingangen` is empty when there is nothing to choose."""

    id: int
    naam: str
    icoon: str
    slug: str
    gekozen: bool
    ingangen: tuple[Ingangkeuze, ...]


def get_gekozen_kanaal(verzoek: HttpRequest, kanalen: Sequence[KanaalBeeld]) -> KanaalBeeld:
    """Return the channel that this agent used last, else the first one of the list."""
    vorige = verzoek.session.get(_KANAAL)
    return next((kanaal for kanaal in kanalen if kanaal.id == vorige), kanalen[0])


def list_mogelijke_ingangen(raadpleging: Raadpleging) -> tuple[IngangBeeld, ...]:
    """Return the entrances of this agent's municipalities, those of his own teams first."""
    actor = raadpleging.actor
    ingangen = [een for een in list_ingangen() if een.gemeente_id in actor.gemeente_ids]
    return tuple(sorted(ingangen, key=lambda een: (een.team_id not in actor.team_ids, een.naam)))


def find_gekozen_ingang(verzoek: HttpRequest, ingangen: Sequence[IngangBeeld], kanaal_id: str) -> IngangBeeld | None:
    """Return the entrance of this channel that the form names, else the one used last, else the first; None without one."""
    mogelijk = [een for een in ingangen if str(een.kanaal_id) == kanaal_id]
    for gezocht in (verzoek.POST.get(f"ingang-{kanaal_id}", ""), str(verzoek.session.get(_INGANGEN, {}).get(kanaal_id, ""))):
        for een in mogelijk:
            if str(een.id) == gezocht:
                return een
    return mogelijk[0] if mogelijk else None


def build_kanaalkeuzes(
    verzoek: HttpRequest, kanalen: Sequence[KanaalBeeld], ingangen: Sequence[IngangBeeld], kanaal_id: str
) -> list[Kanaalkeuze]:
    """Return the channels, each with its entrances when there are several."""
    namen = _get_namen(ingangen)

    def list_keuzes(kanaal: KanaalBeeld) -> tuple[Ingangkeuze, ...]:
        eigen = [een for een in ingangen if een.kanaal_id == kanaal.id]
        gekozen = find_gekozen_ingang(verzoek, eigen, str(kanaal.id))
        return tuple(Ingangkeuze(een.id, namen[een.id], een == gekozen) for een in eigen) if len(eigen) > 1 else ()

    return [
        Kanaalkeuze(een.id, een.naam, to_kanaalteken(een).icoon, een.slug, str(een.id) == kanaal_id, list_keuzes(een))
        for een in kanalen
    ]


def _get_namen(ingangen: Sequence[IngangBeeld]) -> Mapping[int, str]:
    """Return what each entrance is called: with its municipality when there are several."""
    if len({een.gemeente_id for een in ingangen}) < 2:
        return {een.id: get_ingangnaam(een) for een in ingangen}
    gemeenten = {gemeente.id: gemeente.naam for gemeente in list_gemeenten()}
    return {een.id: f"{get_ingangnaam(een)} ({gemeenten[een.gemeente_id]})" for een in ingangen}


def remember_keuze(verzoek: HttpRequest, kanaal_id: int, ingang: IngangBeeld | None) -> None:
    """Keep the channel and its entrance for the next contact; writes the session only when they changed."""
    if verzoek.session.get(_KANAAL) != kanaal_id:
        verzoek.session[_KANAAL] = kanaal_id
    vorige = verzoek.session.get(_INGANGEN, {})
    if ingang is not None and vorige.get(str(kanaal_id)) != ingang.id:
        verzoek.session[_INGANGEN] = vorige | {str(kanaal_id): ingang.id}
