"""Change the set-up of a running organisation."""

from stadspunt.bronnen.organisatie.models import Ingang, Kanaal, Roltoewijzing, Team
from stadspunt.bronnen.organisatie.queries import list_houders
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import check_eigenaarteam, check_houders, demand
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="beheer.wijzigen")
def update_kanaal(
    handeling: Handeling, kanaal_id: int, naam: str, *, actief: bool, digitaal: bool, eigenaar_id: int | None
) -> None:
    """Rename a channel, take it in or out of use, say whether it gets receipts by itself, give it an owner.

    Old contacts keep their channel, and the receipts that were sent.

    Raises GeweigerdError when the name is empty or when entrances still use a channel that is closed.
    """
    kanaal = Kanaal.objects.select_for_update().filter(pk=kanaal_id).first()
    if kanaal is None:
        raise NietGevondenError(f"kanaal {kanaal_id}")
    if not naam.strip():
        raise GeweigerdError(Fout("leeg", "Vul een naam in.", "naam"))
    if not actief and Ingang.objects.filter(kanaal=kanaal, actief=True).exists():
        raise GeweigerdError(Fout("in-gebruik", "Sluit eerst de ingangen van dit kanaal.", "actief"))
    kanaal.naam, kanaal.actief, kanaal.digitaal, kanaal.eigenaar_id = naam.strip()[:60], actief, digitaal, eigenaar_id
    kanaal.save()


@action(recht="beheer.wijzigen")
def update_ingang(
    handeling: Handeling, ingang_id: int, *, team_id: int, eigenaar_id: int | None, actief: bool, vertrouwelijk: bool = False
) -> None:
    """Let the questions of an entrance go to another team, give it an owner, open or close it.

    `vertrouwelijk`: what comes in from now on is confidential. Raises GeweigerdError when the team cannot own questions of
    this municipality, or when nobody could handle what is confidential; NietGevondenError.
    """
    eigen = Ingang.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids)
    ingang = eigen.select_for_update().filter(pk=ingang_id).first()
    if ingang is None:
        raise NietGevondenError(f"ingang {ingang_id}")
    demand(check_eigenaarteam(Team.objects.filter(pk=team_id).first(), ingang.gemeente_id))
    if vertrouwelijk and not ingang.vertrouwelijk:
        houders = list_houders(ingang.gemeente_id, Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN, handeling.moment)
        demand(check_houders(houders))
    ingang.team_id, ingang.eigenaar_id, ingang.actief, ingang.vertrouwelijk = team_id, eigenaar_id, actief, vertrouwelijk
    ingang.save()


@action(recht="beheer.wijzigen")
def end_toewijzing(handeling: Handeling, toewijzing_id: int) -> None:
    """Let a role end now; its rights are gone with the next request. Raises AchterhaaldError when it ended before."""
    eigen = Roltoewijzing.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids)
    toewijzing = eigen.select_for_update().filter(pk=toewijzing_id).first()
    if toewijzing is None:
        raise NietGevondenError(f"toewijzing {toewijzing_id}")
    if toewijzing.tot_op is not None and toewijzing.tot_op <= handeling.moment:
        raise AchterhaaldError(Fout("voorbij", "Deze rol was al geëindigd."))
    if toewijzing.van_op >= handeling.moment:
        toewijzing.delete()
        return
    toewijzing.tot_op = handeling.moment
    toewijzing.save(update_fields=["tot_op"])
