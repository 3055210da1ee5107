"""What happened to an order."""

from dataclasses import dataclass
from datetime import date

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagOvergedragen:
    """The KCC asked a department; `ronde` counts the orders about this question, from one."""

    overdracht_id: int
    klantvraag_id: int
    afdeling_id: int
    ronde: int
    vorm: str
    terug_op: date


@feit
@dataclass(frozen=True, slots=True)
class OverdrachtOpgepakt:
    """Somebody of the department works on it."""

    overdracht_id: int
    klantvraag_id: int
    medewerker_id: int


@feit
@dataclass(frozen=True, slots=True)
class OverdrachtVrijgegeven:
    """The order went back to the list of the department."""

    overdracht_id: int
    klantvraag_id: int


@feit
@dataclass(frozen=True, slots=True)
class OverdrachtTeruggegeven:
    """The department gave its answer, in time or not."""

    overdracht_id: int
    klantvraag_id: int
    afdeling_id: int
    op_tijd: bool


@feit
@dataclass(frozen=True, slots=True)
class OverdrachtIngetrokken:
    """The order is no longer needed: the KCC took it back, or the client has an answer."""

    overdracht_id: int
    klantvraag_id: int
    afdeling_id: int


@feit
@dataclass(frozen=True, slots=True)
class AntwoordGetoetst:
    """The KCC checked what came back; `afwijkingen` are the points that were let pass with a reason."""

    overdracht_id: int
    klantvraag_id: int
    afwijkingen: tuple[str, ...]
