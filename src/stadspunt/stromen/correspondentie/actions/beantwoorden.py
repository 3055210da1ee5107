"""Write to a client by e-mail: the answer, which closes the question, or a message in between, which does not."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.bronnen.organisatie.beelden import IngangBeeld
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.events import VerzendingGepland, VerzendingIngetrokken
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Berichtvraag, Verzending
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet, Bijlagemaat, check_antwoordopzet
from stadspunt.stromen.correspondentie.rules.mail import to_message_id
from stadspunt.stromen.correspondentie.rules.planning import BEDENKTIJD
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort, Verzendstatus
from stadspunt.stromen.correspondentie.samenstelling import Vraagomgeving, compose_antwoord, get_omgeving
from stadspunt.stromen.correspondentie.vergrendeling import plan_verzending
from stadspunt.stromen.klantcontacten.actions.samenvoegen import hold_klantvraag
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import demand_handelbaar
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Richting, Status
from stadspunt.stromen.overdracht.queries import check_getoetst


@action(recht="antwoord.versturen")
def send_antwoord(handeling: Handeling, klantvraag_id: int, opzet: Antwoordopzet) -> int:
    """Plan an answer to a question: it leaves after a short time in which it can be taken back; returns the bericht.

    The same `kenmerk` again returns the same message. Raises GeweigerdError with every reason,
    AchterhaaldError when another answer to this question is on its way (the database decides
    between two at once), NietGevondenError.
    """
    bericht_id, nieuw = _plan(handeling, klantvraag_id, opzet, Berichtsoort.ANTWOORD)
    if nieuw:
        _withdraw_mislukte(handeling, klantvraag_id)
    return bericht_id


@action(recht="antwoord.versturen")
def send_tussenbericht(handeling: Handeling, klantvraag_id: int, opzet: Antwoordopzet) -> int:
    """Plan a message to the client that is not the answer: the question stays as it is; returns the bericht.

    Any number may be on their way, also beside an answer. The same `kenmerk` again returns the
    same message. Raises GeweigerdError with every reason, also when the question is closed;
    NietGevondenError.
    """
    return _plan(handeling, klantvraag_id, opzet, Berichtsoort.TUSSENBERICHT)[0]


def _plan(handeling: Handeling, klantvraag_id: int, opzet: Antwoordopzet, soort: Berichtsoort) -> tuple[int, bool]:
    """Return the message, and whether it was not there before."""
    sleutel = f"{soort}:{klantvraag_id}:{opzet.kenmerk}"
    eerder = Bericht.objects.filter(sleutel=sleutel).values_list("pk", flat=True).first()
    if eerder is not None:
        return eerder, False
    demand_handelbaar(handeling.raadpleging, klantvraag_id)
    hold_klantvraag(handeling, klantvraag_id)
    omgeving = get_omgeving(handeling.raadpleging, klantvraag_id)
    postbus = _demand_toegestaan(handeling, omgeving, opzet, soort)
    try:
        with transaction.atomic():
            bericht = _insert_bericht(handeling, omgeving, postbus, opzet, soort, sleutel)
            # Only an answer closes, and only one answer at a time is on its way.
            sluit = klantvraag_id if soort == Berichtsoort.ANTWOORD else None
            plan_verzending(handeling, bericht, f"bericht:{bericht.uuid}", bedenktijd=BEDENKTIJD, antwoord_op_id=sluit)
    except IntegrityError as fout:
        dubbel = Bericht.objects.filter(sleutel=sleutel).values_list("pk", flat=True).first()
        if dubbel is not None:
            return dubbel, False
        tekst = "Er gaat al een antwoord naar deze klant. Wacht tot het verstuurd is, of maak dat eerst ongedaan."
        raise AchterhaaldError(Fout("al-onderweg", tekst)) from fout
    publish(handeling, VerzendingGepland(bericht.pk, (klantvraag_id,), soort))
    announce(f"vraag-{klantvraag_id}")
    return bericht.pk, True


def _check_vraag(handeling: Handeling, omgeving: Vraagomgeving, soort: Berichtsoort) -> tuple[Fout, ...]:
    """Return why this question cannot get a message of this kind now."""
    status = omgeving.vraag.status
    if soort == Berichtsoort.TUSSENBERICHT:
        if status in OPEN_STATUSSEN:
            return ()
        tekst = "Deze vraag is niet meer open. Open de vraag opnieuw, of kies ‘Dit is het antwoord’."
        return (Fout("niet-open", tekst, "soort"),)
    fouten = check_getoetst(handeling.raadpleging, omgeving.vraag.id)
    vervallen = Fout("vervallen", "Deze vraag is vervallen. Heropen de vraag eerst.")
    return (*fouten, vervallen) if status == Status.VERVALLEN else fouten


def _demand_toegestaan(handeling: Handeling, omgeving: Vraagomgeving, opzet: Antwoordopzet, soort: Berichtsoort) -> IngangBeeld:
    documenten = get_documenten(handeling.raadpleging, opzet.document_ids)
    fouten = list(check_antwoordopzet(opzet, [Bijlagemaat(een.naam, een.grootte, een.mag_mee) for een in documenten.values()]))
    fouten += _check_vraag(handeling, omgeving, soort)
    if set(documenten) != set(opzet.document_ids) or _has_bestand_van_ander(omgeving.vraag.id, opzet):
        fouten.append(Fout("bestand-weg", "Een bestand hoort niet bij deze vraag. Voeg het opnieuw toe.", "bijlagen"))
    if omgeving.postbus is None:
        fouten.append(Fout("geen-postbus", "De gemeente heeft nog geen postbus om mee te versturen. Vraag dit aan uw beheerder."))
    if fouten or omgeving.postbus is None:
        raise GeweigerdError(*fouten)
    return omgeving.postbus


def _has_bestand_van_ander(klantvraag_id: int, opzet: Antwoordopzet) -> bool:
    """Say whether a file came or went with a message that does not concern this question."""
    van_ander = Berichtbijlage.objects.filter(document_id__in=opzet.document_ids).exclude(
        bericht__in=Berichtvraag.objects.filter(klantvraag_id=klantvraag_id).values("bericht_id")
    )
    return van_ander.exists()


def _insert_bericht(
    handeling: Handeling,
    omgeving: Vraagomgeving,
    postbus: IngangBeeld,
    opzet: Antwoordopzet,
    soort: Berichtsoort,
    sleutel: str,
) -> Bericht:
    mail = compose_antwoord(omgeving, opzet)
    uuid = make_uuid7()
    bericht = Bericht.objects.create(
        uuid=uuid,
        gemeente_id=omgeving.vraag.gemeente_id,
        medewerker_id=handeling.actor.medewerker_id,
        richting=Richting.UIT,
        soort=soort,
        sleutel=sleutel,
        onderwerp=mail.onderwerp,
        tekst=mail.tekst,
        citaat=mail.citaat,
        van_naam=omgeving.van_naam,
        van_adres=postbus.waarde,
        aan_naam=mail.aan_naam,
        aan_adres=mail.aan_adres,
        message_id=to_message_id(uuid, omgeving.gemeente.maildomein),
        in_reply_to=mail.in_reply_to,
        taal=omgeving.vraag.taal,
        geregistreerd_op=handeling.moment,
    )
    Berichtvraag.objects.create(bericht=bericht, klantvraag_id=omgeving.vraag.id)
    Berichtbijlage.objects.bulk_create(
        Berichtbijlage(bericht=bericht, document_id=een, volgorde=volgorde) for volgorde, een in enumerate(opzet.document_ids)
    )
    return bericht


def _withdraw_mislukte(handeling: Handeling, klantvraag_id: int) -> None:
    """Take back earlier answers that never left: this one comes in their place."""
    mislukt = Verzending.objects.select_for_update().filter(antwoord_op_id=klantvraag_id, status=Verzendstatus.MISLUKT)
    for rij in mislukt.order_by("id"):
        rij.status = Verzendstatus.INGETROKKEN
        rij.save(update_fields=["status"])
        publish(handeling, VerzendingIngetrokken(rij.bericht_id, (klantvraag_id,), rij.soort))
