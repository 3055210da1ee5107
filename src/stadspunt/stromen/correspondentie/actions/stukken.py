"""Keep what an agent registers together with the papers that came along: a scanned letter, a form over the counter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.events import BerichtOntvangen
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Berichtvraag
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.correspondentie.vergrendeling import announce_bericht
from stadspunt.stromen.klantcontacten.actions.gesprek import Gesprek, register_gesprek, register_vervolgcontact
from stadspunt.stromen.klantcontacten.actions.registreren import Registratie
from stadspunt.stromen.klantcontacten.rules import NieuwContact, Richting
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel


@action(recht="klantcontact.registreren")
def register_gesprek_met_stukken(
    handeling: Handeling, gesprek: Gesprek, document_ids: Sequence[int], opdrachten: Mapping[int, Voorstel] | None = None
) -> Registratie:
    """Keep a conversation as register_gesprek does, with the files that the client gave; all of it or nothing.

    `opdrachten` holds, by the position of a new question, what is asked of a department at once: a call that is noted and
    passed on with its day of return (A4). Raises GeweigerdError with every reason, NietGevondenError.
    """
    gemaakt = register_gesprek(handeling, gesprek)
    _keep_stukken(handeling, gesprek.contact, gemaakt, document_ids)
    for positie, voorstel in sorted((opdrachten or {}).items()) if gemaakt.nieuw else ():
        _pass_on(handeling, gemaakt.klantvraag_ids[positie], positie, voorstel)
    return gemaakt


def _pass_on(handeling: Handeling, klantvraag_id: int, positie: int, voorstel: Voorstel) -> None:
    """Ask the department; a refusal names the question that it is about."""
    try:
        hand_over_klantvraag(handeling, klantvraag_id, voorstel)
    except GeweigerdError as weigering:
        fouten = (replace(fout, veld=f"vraag-{positie}-{fout.veld}") for fout in weigering.fouten)
        raise GeweigerdError(*fouten) from weigering


@action(recht="klantcontact.registreren")
def register_vervolgcontact_met_stukken(
    handeling: Handeling, contact: NieuwContact, antwoord: str, document_ids: Sequence[int]
) -> Registratie:
    """Keep a later contact as register_vervolgcontact does, with the files that the client gave; all of it or nothing.

    Raises GeweigerdError with every reason, AchterhaaldError, NietGevondenError.
    """
    gemaakt = register_vervolgcontact(handeling, contact, antwoord)
    _keep_stukken(handeling, contact, gemaakt, document_ids)
    return gemaakt


def _keep_stukken(handeling: Handeling, contact: NieuwContact, gemaakt: Registratie, document_ids: Sequence[int]) -> None:
    if not document_ids or not gemaakt.nieuw:
        return
    _demand_eigen_stukken(handeling, contact, document_ids)
    bericht = Bericht.objects.create(
        gemeente_id=contact.gemeente_id,
        klantcontact_id=gemaakt.klantcontact_id,
        medewerker_id=handeling.actor.medewerker_id,
        richting=Richting.IN,
        soort=Berichtsoort.GEWOON,
        sleutel=f"stukken:{gemaakt.klantcontact_id}",
        tekst=contact.samenvatting,
        taal=contact.taal,
        # A person wrote it: whether a receipt goes is for the channel and the client to decide.
        mag_automatisch_antwoord=True,
        geregistreerd_op=handeling.moment,
    )
    Berichtvraag.objects.bulk_create(Berichtvraag(bericht=bericht, klantvraag_id=een) for een in gemaakt.klantvraag_ids)
    Berichtbijlage.objects.bulk_create(
        Berichtbijlage(bericht=bericht, document_id=een, volgorde=volgorde) for volgorde, een in enumerate(document_ids)
    )
    publish(handeling, BerichtOntvangen(bericht.pk, gemaakt.klantvraag_ids, bericht.soort))
    announce_bericht(bericht)


def _demand_eigen_stukken(handeling: Handeling, contact: NieuwContact, document_ids: Sequence[int]) -> None:
    """Refuse files of a contact that we sought, and files that are not there or came with another message."""
    if contact.richting == Richting.UIT:
        tekst = "Bestanden horen bij wat de klant ons gaf. Kies dat de klant contact opnam, of haal ze weg."
        raise GeweigerdError(Fout("uitgaand", tekst, "bijlagen"))
    bekend = get_documenten(handeling.raadpleging, document_ids)
    if len(bekend) != len(document_ids) or Berichtbijlage.objects.filter(document_id__in=document_ids).exists():
        raise GeweigerdError(Fout("bestand-weg", "Een bestand hoort niet bij dit contact. Voeg het opnieuw toe.", "bijlagen"))
