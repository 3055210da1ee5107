"""The saved filters of the work list, and what the address of the page chooses from them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.queries import Filter
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status

EERSTE_TAB = "mijn"
TABNAMEN: dict[str, str] = {
    "mijn": "Mijn vragen",
    "nieuw": "Team nieuw",
    "open": "Team alles open",
    "controleren": "Te controleren",
    "afdeling": "Bij de afdeling",
    "wacht": "Wacht",
    "laat": "Te laat",
    "vandaag": "Afgehandeld vandaag",
}
_VOLGORDES = {
    "termijn": "beloofd",
    "-termijn": "laatst-beloofd",
    "ontvangen": "oudste",
    "-ontvangen": "nieuwste",
}

# One entrance is chosen in the same field as its channel.
_INGANG = "ingang-"


@dataclass(frozen=True, slots=True)
class Lijstkeuze:
    """What an agent asks of the list, as it stands in the address of the page."""

    tab: str = EERSTE_TAB
    team_id: int | None = None
    kanaal_id: int | None = None
    ingang_id: int | None = None
    product_id: int | None = None
    status: Status | None = None
    tekst: str = ""
    sorteer: str = ""
    blad: int = 1

    @property
    def kanaal(self) -> str:
        """The channel, or one entrance of it, as it stands in the address."""
        return f"{_INGANG}{self.ingang_id}" if self.ingang_id else str(self.kanaal_id or "")

    @property
    def is_zoeken(self) -> bool:
        """Whether words are searched, which looks through everything and not through a tab."""
        return bool(self.tekst)


def parse_lijstkeuze(gegevens: Mapping[str, str]) -> Lijstkeuze:
    """Return the choice in the parameters of an address; what makes no sense counts as not chosen."""
    tab, status, kanaal = gegevens.get("lijst", ""), gegevens.get("status", ""), gegevens.get("kanaal", "")
    return Lijstkeuze(
        tab=tab if tab in TABNAMEN else EERSTE_TAB,
        team_id=_parse_id(gegevens.get("team", "")),
        kanaal_id=_parse_id(kanaal),
        ingang_id=_parse_id(kanaal.removeprefix(_INGANG)) if kanaal.startswith(_INGANG) else None,
        product_id=_parse_id(gegevens.get("product", "")),
        status=Status(status) if status in set(Status) else None,
        tekst=gegevens.get("q", "").replace("\x00", "").strip()[:200],
        sorteer=gegevens.get("sorteer", ""),
        blad=_parse_id(gegevens.get("blad", "")) or 1,
    )


def _parse_id(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 18 else None


def build_tabfilters(raadpleging: Raadpleging, team_ids: frozenset[int]) -> dict[str, Filter]:
    """Return the filter behind each tab for an agent of these teams."""
    team = Filter(team_ids=team_ids)
    # What waits is nobody's work now; only what was promised for a day that has gone by is shown all the same.
    wakker = replace(team, wacht=False)
    return {
        "mijn": Filter(behandelaar_id=raadpleging.actor.medewerker_id or 0, wacht=False),
        "nieuw": replace(wakker, statussen=frozenset({Status.NIEUW})),
        "open": wakker,
        "controleren": replace(team, statussen=frozenset({Status.TE_CONTROLEREN})),
        "afdeling": replace(wakker, statussen=frozenset({Status.OVERGEDRAGEN})),
        "wacht": replace(team, wacht=True, volgorde="wacht"),
        "laat": replace(team, beloofd_voor=raadpleging.vandaag),
        "vandaag": replace(
            team,
            statussen=frozenset({Status.AFGEHANDELD}),
            afgehandeld_vanaf=to_moment(raadpleging.vandaag),
            volgorde="pas-afgehandeld",
        ),
    }


def build_filter(keuze: Lijstkeuze, tabfilters: Mapping[str, Filter]) -> Filter:
    """Return the filter for the list itself: the tab (or everything, when searching) with what was chosen on top.

    A chosen status takes the place of those of the tab, so that 'my questions, closed' can be asked.
    """
    filter_ = Filter(statussen=frozenset(Status), volgorde="nieuwste") if keuze.is_zoeken else tabfilters[keuze.tab]
    filter_ = replace(narrow_filter(filter_, keuze), tekst=keuze.tekst, pagina=keuze.blad)
    if keuze.status is not None:
        filter_ = replace(filter_, statussen=frozenset({keuze.status}))
    if keuze.status is not None and keuze.status not in OPEN_STATUSSEN:
        filter_ = replace(filter_, beloofd_voor=None, wacht=None)
    return replace(filter_, volgorde=_VOLGORDES.get(keuze.sorteer, filter_.volgorde))


def narrow_filter(filter_: Filter, keuze: Lijstkeuze) -> Filter:
    """Return `filter_` with the team, channel or entrance, and product that were chosen: these hold for every tab."""
    if keuze.team_id is not None:
        filter_ = replace(filter_, team_ids=frozenset({keuze.team_id}))
    if keuze.kanaal_id is not None:
        filter_ = replace(filter_, kanaal_ids=frozenset({keuze.kanaal_id}))
    if keuze.ingang_id is not None:
        filter_ = replace(filter_, ingang_ids=frozenset({keuze.ingang_id}))
    if keuze.product_id is not None:
        filter_ = replace(filter_, product_ids=frozenset({keuze.product_id}))
    return filter_
