"""A second municipality in the same installation, where nobody of the city works."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_team
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag
from tests.stad import Stad


@dataclass(frozen=True)
class Buurgemeente:
    """What is of the neighbours: a client, his question and the contact in which he asked it."""

    gemeente_id: int
    team_id: int
    partij_id: int
    nummer: str
    klantcontact_id: int


def build_buurgemeente(stad: Stad) -> Buurgemeente:
    """Build the neighbours with one question."""
    systeem = stad.systeem()
    gemeente_id = add_gemeente(systeem, "Wilgenoord", "wilgenoord", "wilgenoord.example")
    team_id = add_team(systeem, gemeente_id, "KCC", "kcc")
    partij_id = register_partij(systeem, gemeente_id, Partijgegevens("Truus Buurvrouw", "truus@example.org"))
    contact = NieuwContact(
        gemeente_id,
        stad.kanaal("telefoon"),
        team_id,
        systeem.moment,
        partij_id=partij_id,
        vragen=(NieuweVraag("Hondenbelasting"),),
    )
    gemaakt = register_klantcontact(systeem, contact)
    vraag = get_klantvragen(systeem.raadpleging, gemaakt.klantvraag_ids)[gemaakt.klantvraag_ids[0]]
    return Buurgemeente(gemeente_id, team_id, partij_id, vraag.nummer, gemaakt.klantcontact_id)
