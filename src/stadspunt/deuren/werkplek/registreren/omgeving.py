"""What the registration screen offers: channels, entrances, teams, products and quick codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from stadspunt.bronnen.organisatie.beelden import AfdelingBeeld, IngangBeeld, KanaalBeeld, TeamBeeld
from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_kanalen, list_teams
from stadspunt.bronnen.producten.queries import ProductBeeld, SnelcodeBeeld, list_producten, list_snelcodes
from stadspunt.deuren.werkplek.kanaalkeuze import list_mogelijke_ingangen
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The choices for one agent. The team says for which municipality the contact is.

    `teams` are his own, to choose from; an entrance can bring a contact to any of `alle_teams`.
    """

    kanalen: tuple[KanaalBeeld, ...]
    teams: tuple[TeamBeeld, ...]
    alle_teams: tuple[TeamBeeld, ...]
    ingangen: tuple[IngangBeeld, ...]
    alle_producten: tuple[ProductBeeld, ...]
    alle_snelcodes: tuple[SnelcodeBeeld, ...]
    alle_afdelingen: tuple[AfdelingBeeld, ...]

    def find_team(self, team_id: str) -> TeamBeeld | None:
        """Return the team that was chosen, None when the entrance decides."""
        return next((team for team in self.teams if str(team.id) == team_id), None)

    def get_team(self, ingang: IngangBeeld | None) -> TeamBeeld:
        """Return the team of an entrance, else the first one of this agent."""
        van_ingang = (team for team in self.alle_teams if ingang is not None and team.id == ingang.team_id)
        return next(van_ingang, self.teams[0])

    def list_producten(self, gemeente_id: int) -> tuple[ProductBeeld, ...]:
        """Return the products of a municipality, by name."""
        return tuple(product for product in self.alle_producten if product.gemeente_id == gemeente_id)

    def get_producten_op_naam(self, gemeente_id: int) -> Mapping[str, ProductBeeld]:
        """Return the products of a municipality by their name without capitals, as somebody types it."""
        return {product.naam.casefold(): product for product in self.list_producten(gemeente_id)}

    def list_afdelingen(self, gemeente_id: int) -> tuple[AfdelingBeeld, ...]:
        """Return the departments of a municipality that can be asked something."""
        return tuple(afdeling for afdeling in self.alle_afdelingen if afdeling.gemeente_id == gemeente_id)

    def list_snelcodes(self, gemeente_id: int) -> tuple[SnelcodeBeeld, ...]:
        """Return the quick codes of a municipality."""
        return tuple(snelcode for snelcode in self.alle_snelcodes if snelcode.gemeente_id == gemeente_id)

    def find_snelcode(self, gemeente_id: int, tekst: str) -> SnelcodeBeeld | None:
        """Return the quick code called `tekst`, else the first one with these words in its name, or None."""
        zoek = tekst.strip().casefold()
        snelcodes = self.list_snelcodes(gemeente_id)
        precies = (een for een in snelcodes if een.code.casefold() == zoek)
        gelijkend = (een for een in snelcodes if zoek and zoek in een.naam.casefold())
        return next(precies, None) or next(gelijkend, None)


def get_omgeving(raadpleging: Raadpleging) -> Omgeving:
    """Return what this agent may choose from: his own teams, or all of the KCC when he belongs to none.

    Raises NietGevondenError when there is no team that could own a question.
    """
    actor = raadpleging.actor
    teams = tuple(list_teams(actor.gemeente_ids, alleen_kcc=True))
    eigen = tuple(team for team in teams if team.id in actor.team_ids)
    if not teams:
        raise NietGevondenError("er is geen team van het KCC om een vraag van te laten zijn")
    return Omgeving(
        tuple(list_kanalen()),
        eigen or teams,
        teams,
        list_mogelijke_ingangen(raadpleging),
        tuple(list_producten(actor.gemeente_ids)),
        tuple(list_snelcodes(actor.gemeente_ids)),
        tuple(list_afdelingen(actor.gemeente_ids)),
    )
