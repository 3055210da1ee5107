"""What a municipality, a department or a team must be, and for whom an administrator may set it up."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Actor, ActorSoort

MAX_NAAM = 100
NOODINZAGE_MIN, NOODINZAGE_MAX = 5, 480
_DOMEIN = re.compile(r"(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def demand_gemeente(actor: Actor, gemeente_id: int) -> None:
    """Raise NietGevondenError when this actor does not work for the municipality; the system works for all."""
    if actor.soort is not ActorSoort.SYSTEEM and gemeente_id not in actor.gemeente_ids:
        raise NietGevondenError(f"gemeente {gemeente_id}")


def demand_bereik(actor: Actor, gemeente_id: int | None, alle: Collection[int]) -> None:
    """Raise NietGevondenError when this actor does not work for the municipality; None: for each of `alle`."""
    for een in alle if gemeente_id is None else (gemeente_id,):
        demand_gemeente(actor, een)


def demand(fouten: Iterable[Fout]) -> None:
    """Raise GeweigerdError with every reason; without a reason nothing happens."""
    if alle := tuple(fouten):
        raise GeweigerdError(*alle)


class Vraageigenaar(Protocol):
    """What is asked of a team that is to own questions."""

    @property
    def gemeente_id(self) -> int: ...
    @property
    def is_kcc(self) -> bool: ...
    @property
    def actief(self) -> bool: ...


def check_eigenaarteam(team: Vraageigenaar | None, gemeente_id: int) -> tuple[Fout, ...]:
    """Return why a team gets no questions: only one of the KCC, in use, of the same municipality owns them (B3)."""
    if team is not None and team.gemeente_id == gemeente_id and team.is_kcc and team.actief:
        return ()
    return (Fout("geen-eigenaar", "Kies een team van het KCC van dezelfde gemeente.", "team"),)


def check_houders(houders: Sequence[object]) -> tuple[Fout, ...]:
    """Return why nothing can be made confidential here: nobody could handle it, unless `houders` may see it."""
    if houders:
        return ()
    tekst = (
        "Niemand in deze gemeente mag vertrouwelijke vragen behandelen. "
        "Vraag uw beheerder om iemand de rol ‘Vertrouwensmedewerker KCC’ te geven."
    )
    return (Fout("geen-houder", tekst, "vertrouwelijk"),)


def check_noodinzage(minuten: int) -> tuple[Fout, ...]:
    """Return why a broken glass cannot let somebody in for so long."""
    if NOODINZAGE_MIN <= minuten <= NOODINZAGE_MAX:
        return ()
    tekst = f"Vul een aantal minuten in van {NOODINZAGE_MIN} tot en met {NOODINZAGE_MAX}."
    return (Fout("noodinzage", tekst, "noodinzage_minuten"),)


def check_naam(naam: str, slug: str) -> tuple[Fout, ...]:
    """Return why a name is refused; `slug` is the name as it stands in an address."""
    if not naam.strip() or not slug:
        return (Fout("leeg", "Vul een naam in met letters of cijfers.", "naam"),)
    if len(naam.strip()) > MAX_NAAM:
        return (Fout("te-lang", f"Maak de naam korter dan {MAX_NAAM} tekens.", "naam"),)
    return ()


def to_maildomein(tekst: str) -> str:
    """Return a mail domain as it is kept: without spaces and a leading @, in lower case."""
    return tekst.strip().lower().removeprefix("@")


def check_maildomein(domein: str) -> tuple[Fout, ...]:
    """Return why a mail domain is refused."""
    if _DOMEIN.fullmatch(domein):
        return ()
    tekst = "Vul alleen het deel na het apenstaartje in, bijvoorbeeld lindewaard.nl."
    return (Fout("geen-domein", tekst, "maildomein"),)
