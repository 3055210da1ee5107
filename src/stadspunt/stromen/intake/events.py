"""What happened to an arrival or a mailbox."""

from dataclasses import dataclass
from datetime import date

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class OntvangstVerwerkt:
    """An arrival was processed; `uitkomst` says what it became."""

    ontvangst_id: int
    uitkomst: str
    klantcontact_id: int | None
    klantvraag_id: int | None


@feit
@dataclass(frozen=True, slots=True)
class OntvangstMislukt:
    """An arrival could not be processed after all attempts: a person must look."""

    ontvangst_id: int
    gemeente_id: int
    pogingen: int


@feit
@dataclass(frozen=True, slots=True)
class OntvangstOpnieuwAangeboden:
    """A person asked for another attempt."""

    ontvangst_id: int


@feit
@dataclass(frozen=True, slots=True)
class PostbusOnbereikbaar:
    """A mailbox cannot be reached for a quarter of an hour."""

    postbus_id: int
    ingang_id: int


@feit
@dataclass(frozen=True, slots=True)
class PostbusHersteld:
    """A mailbox that was reported as away can be reached again."""

    postbus_id: int
    ingang_id: int


@feit
@dataclass(frozen=True, slots=True)
class AansluitingGemaakt:
    """The count of a day was made; `overgeslagen` messages in the mailbox were not in the ledger."""

    postbus_id: int
    dag: date
    klopt: bool
    overgeslagen: int


@feit
@dataclass(frozen=True, slots=True)
class IngangStil:
    """An entrance for mail is silent for longer than it usually is."""

    ingang_id: int


@feit
@dataclass(frozen=True, slots=True)
class IngangWeerActief:
    """Mail came in again at an entrance that was too silent."""

    ingang_id: int
