"""Let a locked (or new) question be confidential; used by every action that may cause it. For this room only."""

from stadspunt.bronnen.organisatie.queries import list_houders
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import check_houders, demand
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.klantcontacten.events import KlantvraagVertrouwelijkGemaakt
from stadspunt.stromen.klantcontacten.models import Betrokkene, Contactvraag, Klantvraag
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import Aanleiding

REDEN_REGISTRATIE = "Registreerde de vraag"


def demand_houder(handeling: Handeling, gemeente_id: int) -> None:
    """Raise GeweigerdError when nobody in this municipality could handle what is confidential."""
    demand(check_houders(list_houders(gemeente_id, Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN, handeling.moment)))


def begin_geheimhouding(handeling: Handeling, vraag: Klantvraag, aanleiding: Aanleiding) -> None:
    """Mark a question that is saved by the caller; who registered it is concerned by it from now on."""
    vraag.vertrouwelijk_op = handeling.moment
    eerste = Contactvraag.objects.filter(klantvraag_id=vraag.pk).order_by("id")
    wie = eerste.values_list("klantcontact__medewerker_id", flat=True).first()
    add_registrator(handeling, vraag, wie)
    publish(handeling, KlantvraagVertrouwelijkGemaakt(vraag.pk, aanleiding))


def add_registrator(handeling: Handeling, vraag: Klantvraag, medewerker_id: int | None) -> None:
    """Name who registered a question among whom it concerns; nobody for what came in by itself."""
    if medewerker_id is not None:
        Betrokkene.objects.bulk_create(
            [
                Betrokkene(
                    klantvraag=vraag, medewerker_id=medewerker_id, reden=REDEN_REGISTRATIE,
                    door_id=handeling.actor.medewerker_id, sinds_op=handeling.moment,
                )
            ],
            ignore_conflicts=True,
        )  # fmt: skip
