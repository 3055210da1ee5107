"""The KCC checks what came back."""

from collections.abc import Mapping

from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_gecontroleerd
from stadspunt.stromen.overdracht.events import AntwoordGetoetst
from stadspunt.stromen.overdracht.models import Overdracht, Toetsing
from stadspunt.stromen.overdracht.rules import Oordeel, Status, Toetspunt, check_toetsing, is_op_tijd
from stadspunt.stromen.overdracht.vergrendeling import find_overdracht


@action(recht="overdracht.maken")
def record_toetsing(handeling: Handeling, overdracht_id: int, oordelen: Mapping[Toetspunt, Oordeel]) -> int:
    """Write down the three checks on what came back, after which the client may be answered; returns the id.

    Whether it was in time is computed here: `akkoord` of that point is not looked at, its reason is.
    Raises GeweigerdError with a reason for each point that is not good and not explained,
    AchterhaaldError when there is nothing to check (any more), NietGevondenError.
    """
    gezien = find_overdracht(handeling, overdracht_id)
    if gezien.status != Status.TERUGGEGEVEN or gezien.teruggegeven_op is None:
        raise AchterhaaldError(Fout("niet-terug", "Op deze opdracht is geen antwoord om te controleren."))
    op_tijd = is_op_tijd(to_dag(gezien.teruggegeven_op), gezien.terug_op)
    reden_te_laat = oordelen.get(Toetspunt.SNELHEID, Oordeel(op_tijd)).reden
    volledig = {**oordelen, Toetspunt.SNELHEID: Oordeel(op_tijd, reden_te_laat)}
    fouten = check_toetsing(volledig)
    if fouten:
        raise GeweigerdError(*fouten)
    mark_gecontroleerd(handeling, gezien.klantvraag_id)  # locks the question: from here nobody else moves it
    _demand_laatste(gezien)
    velden = {str(punt): oordeel.akkoord for punt, oordeel in volledig.items()}
    redenen = {f"reden_{punt}": "" if oordeel.akkoord else oordeel.reden.strip() for punt, oordeel in volledig.items()}
    toetsing = Toetsing.objects.create(
        overdracht=gezien, medewerker_id=handeling.actor.medewerker_id, getoetst_op=handeling.moment, **velden, **redenen
    )
    afwijkingen = tuple(str(punt) for punt in Toetspunt if not volledig[punt].akkoord)
    publish(handeling, AntwoordGetoetst(gezien.pk, gezien.klantvraag_id, afwijkingen))
    return toetsing.pk


def _demand_laatste(overdracht: Overdracht) -> None:
    """Raise AchterhaaldError when a newer order went out since; the question is locked."""
    if Overdracht.objects.filter(klantvraag_id=overdracht.klantvraag_id, ronde__gt=overdracht.ronde).exists():
        raise AchterhaaldError(Fout("niet-laatste", "Er is al een nieuwere opdracht over deze vraag. Bekijk de vraag opnieuw."))
