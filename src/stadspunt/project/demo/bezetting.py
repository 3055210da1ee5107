"""Who is at work: the employees of a team or a department by day of the week."""

from stadspunt.project.demo.organisatie import AFDELINGEN, MEDEWERKERS, TEAMS
from stadspunt.project.demo.toeval import Toeval


def _list_logins(code: str, weekdag: int) -> tuple[str, ...]:
    leden = [een for een in MEDEWERKERS if code in {een.afdeling, *een.teams} and een.login != "rian"]
    aanwezig = tuple(een.login for een in leden if weekdag in een.werkdagen)
    return aanwezig or tuple(een.login for een in leden)


_GROEPEN = [team.code for team in TEAMS] + [afdeling.code for afdeling in AFDELINGEN]
# By team or department and day of the week; on a Saturday the list is that of everybody who may be asked.
_AANWEZIG: dict[tuple[str, int], tuple[str, ...]] = {
    (code, weekdag): _list_logins(code, weekdag) for code in _GROEPEN for weekdag in range(7)
}


def choose_medewerker(toeval: Toeval, groep: str, weekdag: int) -> str:
    """Return the login of somebody of a team or department who works on that day of the week."""
    return toeval.kies(_AANWEZIG[groep, weekdag])
