"""The people whom confidential questions are entrusted to: Noor and Omar of the KCC, Ines of Belastingen."""

from stadspunt.bronnen.organisatie.actions import add_medewerker, assign_rol
from tests.stad import Stad


def add_vertrouwden(stad: Stad) -> None:
    """Let Noor (confidential questions), Omar (team leader) and Ines (those of Belastingen) work in the city."""
    systeem = stad.systeem()
    for login, naam, rol, team, afdeling in (
        ("noor", "Noor Peters", "vertrouwensmedewerker", "mit", None),
        ("omar", "Omar Haddad", "teamleider-kcc", "mit", None),
        ("ines", "Ines Pinto", "vertrouwensbehandelaar", None, "belastingen"),
    ):
        wie = add_medewerker(systeem, naam, login, "", f"{login}@lindewaard.example")
        stad.medewerkers[login] = wie
        assign_rol(
            systeem, wie, rol, stad.gemeente_id,
            team_id=stad.teams[team] if team else None, afdeling_id=stad.afdelingen[afdeling] if afdeling else None,
        )  # fmt: skip
