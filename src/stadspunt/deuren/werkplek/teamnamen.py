"""What a team is called on screen: with its municipality when there are several."""

from collections.abc import Sequence

from stadspunt.bronnen.organisatie.beelden import TeamBeeld
from stadspunt.bronnen.organisatie.queries import list_gemeenten


def get_teamnamen(teams: Sequence[TeamBeeld]) -> dict[int, str]:
    """Return the name of each team by its id, in the same order."""
    if len({team.gemeente_id for team in teams}) < 2:
        return {team.id: team.naam for team in teams}
    gemeenten = {gemeente.id: gemeente.naam for gemeente in list_gemeenten()}
    return {team.id: f"{team.naam} ({gemeenten[team.gemeente_id]})" for team in teams}
