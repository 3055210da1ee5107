"""What happened to messages. A message can concern several questions."""

from dataclasses import dataclass

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class BerichtOntvangen:
    """A message came in; `soort` says what it is."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class VerzendingGepland:
    """A message was written (by a person or as a receipt) and will go out."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class VerzendingIngetrokken:
    """A message was taken back before it left."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class BerichtVerzonden:
    """The mail server took the message."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class VerzendingMislukt:
    """The mail server refused the message, or it could not be reached for too long."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class VerzendingOnzeker:
    """Nobody knows whether the message left; a person decides."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str


@feit
@dataclass(frozen=True, slots=True)
class BerichtOnbestelbaar:
    """The message came back: the address does not take it."""

    bericht_id: int
    klantvraag_ids: tuple[int, ...]
    soort: str
    status: str


@feit
@dataclass(frozen=True, slots=True)
class OntvangstbevestigingOvergeslagen:
    """No receipt went; `reden` is a code of GEEN_BEVESTIGING."""

    klantvraag_id: int
    reden: str
