"""What happened to a klantvraag."""

from dataclasses import dataclass
from datetime import date, datetime

from stadspunt.fundament.gebeurtenissen.feiten import feit


@feit
@dataclass(frozen=True, slots=True)
class KlantcontactGeregistreerd:
    """A contact was registered, with these questions."""

    klantcontact_id: int
    gemeente_id: int
    kanaal_id: int
    richting: str
    klantvraag_ids: tuple[int, ...]


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagGeopend:
    """A new question, owned by a KCC team, with what was promised."""

    klantvraag_id: int
    klantcontact_id: int
    gemeente_id: int
    kanaal_id: int
    team_id: int
    product_id: int | None
    beloofd: date


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagOpgepakt:
    """An employee took the question."""

    klantvraag_id: int
    medewerker_id: int


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagVrijgegeven:
    """The question went back to the list of the team."""

    klantvraag_id: int


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagAfgehandeld:
    """The client has an answer."""

    klantvraag_id: int
    antwoord_id: int
    wijze: str
    eerste_contact: bool


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagHeropend:
    """The question is open again: by a reply, or by a person."""

    klantvraag_id: int
    klantcontact_id: int | None


@feit
@dataclass(frozen=True, slots=True)
class KlantReageerde:
    """The client wrote about a question that we have already; it is open now."""

    klantvraag_id: int
    klantcontact_id: int


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagVervallen:
    """The question was dropped without an answer."""

    klantvraag_id: int
    reden: str


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagGewijzigd:
    """What the question is about was changed; `velden` are the names of what changed."""

    klantvraag_id: int
    velden: tuple[str, ...]


@feit
@dataclass(frozen=True, slots=True)
class PartijGekoppeld:
    """The question is now known to be of this client."""

    klantvraag_id: int
    partij_id: int


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagVerplaatst:
    """The question went to another team of the KCC."""

    klantvraag_id: int
    van_team_id: int
    naar_team_id: int


@feit
@dataclass(frozen=True, slots=True)
class NotitieGeschreven:
    """An employee wrote a note with the question."""

    klantvraag_id: int
    notitie_id: int


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagVertrouwelijkGemaakt:
    """From now on only whom it concerns sees this question; `aanleiding` is a word of the rules."""

    klantvraag_id: int
    aanleiding: str


@feit
@dataclass(frozen=True, slots=True)
class BetrokkeneToegevoegd:
    """A confidential question concerns this colleague too, by name."""

    klantvraag_id: int
    medewerker_id: int


@feit
@dataclass(frozen=True, slots=True)
class BetrokkeneVerwijderd:
    """A confidential question does not concern this colleague any more."""

    klantvraag_id: int
    medewerker_id: int


@feit
@dataclass(frozen=True, slots=True)
class NoodinzageGevraagd:
    """Somebody broke the glass; without a question when there is none by the number that was asked."""

    noodinzage_id: int
    gemeente_id: int
    klantvraag_id: int | None


@feit
@dataclass(frozen=True, slots=True)
class OpheffingVoorgesteld:
    """Somebody proposes that a question is no longer confidential."""

    klantvraag_id: int
    opheffing_id: int


@feit
@dataclass(frozen=True, slots=True)
class OpheffingBesloten:
    """Somebody else decided about that; `besluit` is a word of the rules."""

    klantvraag_id: int
    opheffing_id: int
    besluit: str


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagWacht:
    """The question waits until `tot` at the latest; `reden` is the name of the reason as it was then."""

    klantvraag_id: int
    tot: datetime
    reden: str
    op_klant: bool


@feit
@dataclass(frozen=True, slots=True)
class KlantvraagWachtNietMeer:
    """The question waits no longer; `einde` says why."""

    klantvraag_id: int
    einde: str


@feit
@dataclass(frozen=True, slots=True)
class KlantvragenSamengevoegd:
    """Two questions became one: `opgegaan_id` went into `blijver_id`; both hear it."""

    klantvraag_ids: tuple[int, ...]
    blijver_id: int
    opgegaan_id: int
    nummers: tuple[str, str]


@feit
@dataclass(frozen=True, slots=True)
class SamenvoegingOngedaan:
    """The two are apart again."""

    klantvraag_ids: tuple[int, ...]
    blijver_id: int
    opgegaan_id: int
    nummers: tuple[str, str]
