"""Who is at the gate."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from stadspunt.fundament.tijd.dagen import to_dag


class ActorSoort(StrEnum):
    """The three kinds of actor."""

    MEDEWERKER = "medewerker"
    SYSTEEM = "systeem"
    BEZOEKER = "bezoeker"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody (or the system itself) with what it may, as it stood when it came in.

    `rechten` are pairs (purpose, right). The scopes say for which municipalities,
    teams and departments they hold; an empty scope is nothing, not everything. `plekken` says
    where each right is held, as (purpose, right, municipality, department or 0): for what one may
    in one place and not in another.
    """

    soort: ActorSoort
    naam: str
    medewerker_id: int | None = None
    rechten: frozenset[tuple[str, str]] = frozenset()
    gemeente_ids: frozenset[int] = frozenset()
    team_ids: frozenset[int] = frozenset()
    afdeling_ids: frozenset[int] = frozenset()
    account_id: int | None = None
    # One of the roles asks a second step at sign-in; the gate of a screen lets nobody through without.
    eist_tweede_stap: bool = False
    plekken: frozenset[tuple[str, str, int, int]] = frozenset()

    def list_gemeenten(self, doel: str, recht: str) -> frozenset[int]:
        """Return the municipalities in which `recht` is held for `doel`."""
        return frozenset(gemeente for eigen, een, gemeente, _ in self.plekken if (eigen, een) == (doel, recht))

    def list_afdelingen(self, doel: str, recht: str) -> frozenset[int]:
        """Return the departments for which `recht` is held for `doel`."""
        return frozenset(plek for eigen, een, _, plek in self.plekken if plek and (eigen, een) == (doel, recht))

    def has_recht(self, doel: str, recht: str) -> bool:
        """Say whether this actor may do `recht` for `doel`. The system acts by its own code and may."""
        return self.soort is ActorSoort.SYSTEEM or (doel, recht) in self.rechten

    def has_doel(self, doel: str) -> bool:
        """Say whether any right is held for `doel`, which opens the screens of that purpose."""
        return self.soort is ActorSoort.SYSTEEM or any(eigen == doel for eigen, _ in self.rechten)


@dataclass(frozen=True, slots=True)
class Raadpleging:
    """A look: who, for which purpose, at which moment (aware, UTC)."""

    actor: Actor
    doel: str
    moment: datetime

    @property
    def vandaag(self) -> date:
        """The Dutch day of the moment."""
        return to_dag(self.moment)


@dataclass(frozen=True, slots=True)
class Handeling:
    """An act: who, for which purpose, at which moment (aware, UTC).

    `geheel` names the larger act that this one is a part of: their facts are told as one.
    """

    actor: Actor
    doel: str
    moment: datetime
    geheel: UUID | None = None

    @property
    def raadpleging(self) -> Raadpleging:
        """The look that belongs to this act, for what an action must read."""
        return Raadpleging(self.actor, self.doel, self.moment)

    @property
    def vandaag(self) -> date:
        """The Dutch day of the moment."""
        return to_dag(self.moment)


# What somebody without an account may: put a question. Nothing can be looked up.
_BEZOEKERSRECHTEN = frozenset(
    {("vraag-stellen", "ontvangst.ontvangen"), ("vraag-stellen", "website.lezen"), ("aanmelden", "aanmelden.proberen")}
)

# What everybody who may sign in may do with his own account, whatever his role.
ACCOUNTHOUDERSRECHTEN = frozenset({("eigen-account", "account.bijhouden")})


def build_bezoeker(gemeente_ids: frozenset[int] = frozenset()) -> Actor:
    """Return the actor for a visitor of the public site."""
    return Actor(ActorSoort.BEZOEKER, "bezoeker", rechten=_BEZOEKERSRECHTEN, gemeente_ids=gemeente_ids)


def build_systeem(naam: str, moment: datetime, doel: str = "systeemtaak") -> Handeling:
    """Return the act with which a job (`naam`, for the record) does its work at `moment`."""
    return Handeling(Actor(ActorSoort.SYSTEEM, naam), doel, moment)
