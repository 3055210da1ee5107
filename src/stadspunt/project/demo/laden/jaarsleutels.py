"""The ids of the year: taken from the sequences beforehand, so that rows can point to each other while they are copied."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.waarden.nummer import format_nummer
from stadspunt.project.demo.jaarvorm import Jaarcontact, Jaarvraag
from stadspunt.project.demo.laden.inrichting import Inrichting
from stadspunt.project.demo.laden.kopieren import reserve_ids, reserve_nummers
from stadspunt.project.demo.partijen import DemoPartij

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Jaarwereld:
    """Everything that the rows of the year are made from. `vraag` and `geopend_bij` find a question and its contact by key."""

    inrichting: Inrichting
    partijen: tuple[DemoPartij, ...]
    partij_ids: list[int]
    contacten: list[Jaarcontact]
    vraag: dict[int, Jaarvraag] = field(default_factory=dict)
    geopend_bij: dict[int, Jaarcontact] = field(default_factory=dict)
    contact_ids: list[int] = field(default_factory=list)
    vraag_ids: dict[int, int] = field(default_factory=dict)
    nummers: dict[int, str] = field(default_factory=dict)
    overdracht_ids: dict[tuple[int, int], int] = field(default_factory=dict)
    antwoord_ids: dict[tuple[int, int], int] = field(default_factory=dict)

    def get_partij_id(self, contact: Jaarcontact) -> int | None:
        """Return the id of the client of a contact, None when he gave no name."""
        return None if contact.partij is None else self.partij_ids[contact.partij]

    def get_medewerker_id(self, login: str) -> int | None:
        """Return the id of an employee, None for nobody."""
        return self.inrichting.medewerkers[login] if login else None

    def list_vraag_ids(self, contact: Jaarcontact) -> tuple[int, ...]:
        """Return the questions that a contact is about: those it opened, or the earlier one."""
        ids = tuple(self.vraag_ids[vraag.sleutel] for vraag in contact.vragen)
        return ids if contact.vervolg_op is None else (*ids, self.vraag_ids[contact.vervolg_op])


def build_jaarwereld(
    inrichting: Inrichting, partijen: tuple[DemoPartij, ...], partij_ids: list[int], contacten: list[Jaarcontact]
) -> Jaarwereld:
    """Take an id for every row to come; within a table they rise with the moment, as if they had come one by one."""
    wereld = Jaarwereld(inrichting, partijen, partij_ids, contacten)
    for contact in contacten:
        for vraag in contact.vragen:
            wereld.vraag[vraag.sleutel] = vraag
            wereld.geopend_bij[vraag.sleutel] = contact
    sleutels = list(wereld.vraag)
    wereld.contact_ids.extend(reserve_ids("klantcontacten.Klantcontact", len(contacten)))
    wereld.vraag_ids.update(zip(sleutels, reserve_ids("klantcontacten.Klantvraag", len(sleutels)), strict=True))
    volgnummers = reserve_nummers("klantcontacten_klantvraag_volgnummer", len(sleutels))
    for sleutel, volgnummer in zip(sleutels, volgnummers, strict=True):
        wereld.nummers[sleutel] = format_nummer(to_dag(wereld.geopend_bij[sleutel].moment).year, volgnummer)
    overdrachten = {
        (sleutel, ronde): overdracht.verzonden_op
        for sleutel, vraag in wereld.vraag.items()
        for ronde, overdracht in enumerate(vraag.overdrachten, start=1)
    }
    antwoorden = {
        (sleutel, volgorde): antwoord.gegeven_op
        for sleutel, vraag in wereld.vraag.items()
        for volgorde, antwoord in enumerate(vraag.antwoorden)
    }
    wereld.overdracht_ids.update(_number("overdracht.Overdracht", overdrachten))
    wereld.antwoord_ids.update(_number("klantcontacten.Antwoord", antwoorden))
    return wereld


def _number(tabel: str, momenten: dict[S, datetime]) -> dict[S, int]:
    volgorde = sorted(momenten, key=lambda sleutel: momenten[sleutel])
    return dict(zip(volgorde, reserve_ids(tabel, len(volgorde)), strict=True))
