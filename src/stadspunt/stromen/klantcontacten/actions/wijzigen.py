"""Change what a question is about, and which team of the KCC has it."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.queries import list_teams
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.events import KlantvraagGewijzigd, KlantvraagVerplaatst
from stadspunt.stromen.klantcontacten.geheimhouding import begin_geheimhouding
from stadspunt.stromen.klantcontacten.models import Klantvraag
from stadspunt.stromen.klantcontacten.rules import MAX_ONDERWERP, Complexiteit, Status
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import Aanleiding
from stadspunt.stromen.klantcontacten.vergrendeling import (
    clear_wacht,
    demand_eigen,
    demand_open,
    demand_versie,
    lock_klantvraag,
    save_klantvraag,
    step,
)


@dataclass(frozen=True, slots=True)
class Vraaggegevens:
    """What an agent may change of a question; `team_id` None leaves it with its team."""

    onderwerp: str
    product_id: int | None
    complexiteit: Complexiteit
    team_id: int | None = None


@action(recht="klantvraag.behandelen")
def update_klantvraag(handeling: Handeling, klantvraag_id: int, gegevens: Vraaggegevens, versie: int) -> None:
    """Change what a question is about and whose it is.

    Raises AchterhaaldError when it changed since `versie`, GeweigerdError, NietGevondenError.
    """
    if not 0 < len(gegevens.onderwerp.strip()) <= MAX_ONDERWERP:
        raise GeweigerdError(Fout("leeg", f"Vul een onderwerp in van 1 tot {MAX_ONDERWERP} tekens.", "onderwerp"))
    vraag = _lock_ongewijzigd(handeling, klantvraag_id, versie)
    nieuw = {"onderwerp": gegevens.onderwerp.strip(), "product_id": gegevens.product_id, "complexiteit": gegevens.complexiteit}
    gewijzigd = tuple(sorted(naam for naam, waarde in nieuw.items() if getattr(vraag, naam) != waarde))
    for naam in gewijzigd:
        setattr(vraag, naam, nieuw[naam])
    product = get_producten([gegevens.product_id]).get(gegevens.product_id) if gegevens.product_id else None
    if product is not None and product.vertrouwelijk and vraag.vertrouwelijk_op is None:
        begin_geheimhouding(handeling, vraag, Aanleiding.PRODUCT)
    verplaatst = _place(vraag, gegevens.team_id)
    if gewijzigd or verplaatst:
        save_klantvraag(vraag)
    if gewijzigd:
        publish(handeling, KlantvraagGewijzigd(vraag.pk, gewijzigd))
    if verplaatst:
        _tell_verplaatst(handeling, verplaatst)


@action(recht="klantvraag.behandelen")
def move_klantvraag(handeling: Handeling, klantvraag_id: int, team_id: int, versie: int, notitie: str = "") -> None:
    """Put a question in the queue of another team of the KCC, with a note for who takes it; nobody has it then.

    Raises GeweigerdError when that is no team of the KCC of the same municipality, AchterhaaldError
    when the question changed since `versie` or is closed, NietGevondenError.
    """
    vraag = _lock_ongewijzigd(handeling, klantvraag_id, versie)
    if verplaatst := _place(vraag, team_id):
        save_klantvraag(vraag)
        _tell_verplaatst(handeling, verplaatst)
    if notitie.strip():
        add_notitie(handeling, klantvraag_id, notitie)


def _lock_ongewijzigd(handeling: Handeling, klantvraag_id: int, versie: int) -> Klantvraag:
    vraag = lock_klantvraag(handeling, klantvraag_id)
    demand_versie(vraag, versie)
    demand_eigen(vraag)
    return vraag


def _place(vraag: Klantvraag, team_id: int | None) -> KlantvraagVerplaatst | None:
    """Let a locked question be of this team, without a handler; None when it is already."""
    van = vraag.eigenaar_team_id
    if team_id is None or team_id == van:
        return None
    demand_open(vraag)
    if team_id not in {team.id for team in list_teams([vraag.gemeente_id], alleen_kcc=True)}:
        raise GeweigerdError(Fout("geen-team", "Kies een team van het KCC van dezelfde gemeente.", "team"))
    # What is with a department or came back from it stays there: the team only takes over who minds it.
    if vraag.status == Status.IN_BEHANDELING:
        step(vraag, Status.NIEUW)
    # The next team must see it.
    clear_wacht(vraag)
    vraag.eigenaar_team_id = team_id
    vraag.behandelaar_id = None
    return KlantvraagVerplaatst(vraag.pk, van, team_id)


def _tell_verplaatst(handeling: Handeling, verplaatst: KlantvraagVerplaatst) -> None:
    publish(handeling, verplaatst)
    # Saving told the new team; the list that it left must know too.
    announce(f"team-{verplaatst.van_team_id}")
