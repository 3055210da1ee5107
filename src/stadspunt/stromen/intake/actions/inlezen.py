"""Register contacts from a file that another system wrote."""

from dataclasses import replace

from django.db import transaction

from stadspunt.bronnen.organisatie.queries import list_ingangen, list_teams
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.actions.bevestigen import forbid_ontvangstbevestiging
from stadspunt.stromen.intake.rules.contactregel import Contactregel
from stadspunt.stromen.intake.verwerking.partij import find_or_register_partij
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag


@action(recht="ontvangst.verwerken")
def register_contactregel(handeling: Handeling, gemeente_id: int, regel: Contactregel, bron_sleutel: str) -> bool:
    """Register one old contact with its question; returns False when the same line was registered before.

    What was settled then is registered as of then, so that the past does not count as work of today; what is still open
    is registered now. The contact is of the employee and the team that the line names. Nobody gets a receipt.
    Raises GeweigerdError.
    """
    toen = replace(handeling, moment=regel.gebeurd_op) if regel.afgehandeld else handeling
    if regel.medewerker_id is not None:
        toen = replace(toen, actor=replace(toen.actor, medewerker_id=regel.medewerker_id))
    with transaction.atomic():
        ingang_id, team_id = _find_plek(gemeente_id, regel.kanaal_id, regel.team_id)
        contact = NieuwContact(
            gemeente_id=gemeente_id,
            kanaal_id=regel.kanaal_id,
            team_id=team_id,
            ingang_id=ingang_id,
            partij_id=_find_partij(toen, gemeente_id, regel),
            gebeurd_op=regel.gebeurd_op,
            richting=regel.richting,
            samenvatting=regel.samenvatting,
            duur_seconden=regel.duur_seconden,
            bron_sleutel=bron_sleutel,
            vragen=(
                NieuweVraag(
                    regel.onderwerp,
                    regel.samenvatting,
                    product_id=regel.product_id,
                    antwoord=regel.antwoord if regel.afgehandeld else "",
                ),
            ),
        )
        registratie = register_klantcontact(toen, contact)
        if registratie.nieuw:
            forbid_ontvangstbevestiging(toen, registratie.klantvraag_ids)
        else:
            transaction.set_rollback(True)  # the client that was made for it a second time goes too
    return registratie.nieuw


def _find_partij(handeling: Handeling, gemeente_id: int, regel: Contactregel) -> int | None:
    gegevens = Partijgegevens(regel.naam, regel.email, regel.telefoon)
    if regel.email or regel.telefoon:
        return find_or_register_partij(handeling, gemeente_id, gegevens)
    # A name alone is no ground to say that two people are one.
    return register_partij(handeling, gemeente_id, gegevens) if regel.naam else None


def _find_plek(gemeente_id: int, kanaal_id: int, team_id: int | None) -> tuple[int | None, int]:
    """Return the first entrance of the channel (that goes to `team_id`, when named) and its team, or else a team alone."""
    for ingang in list_ingangen():
        if ingang.gemeente_id == gemeente_id and ingang.kanaal_id == kanaal_id and team_id in {None, ingang.team_id}:
            return ingang.id, ingang.team_id
    if team_id is not None:
        return None, team_id
    teams = list_teams([gemeente_id], alleen_kcc=True)
    if not teams:
        raise GeweigerdError(Fout("geen-team", "Deze gemeente heeft nog geen KCC-team. Maak er in het beheer een aan."))
    return None, teams[0].id
