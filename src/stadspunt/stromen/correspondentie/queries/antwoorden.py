"""Look at an answer, or a message in between, before it is written or sent."""

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.beelden import Mailvoorbeeld, Opzetbeeld, SjabloonBeeld, VerzendBeeld
from stadspunt.stromen.correspondentie.models import Verzending
from stadspunt.stromen.correspondentie.queries.berichten import to_verzendbeeld
from stadspunt.stromen.correspondentie.queries.sjablonen import list_sjablonen
from stadspunt.stromen.correspondentie.rules.antwoord import (
    Antwoordopzet,
    to_antwoordonderwerp,
    to_brief,
)
from stadspunt.stromen.correspondentie.rules.mail import to_platte_tekst
from stadspunt.stromen.correspondentie.rules.sjablonen import fill_sjabloon, needs_afdeling
from stadspunt.stromen.correspondentie.rules.woorden import ONDERWEG, Berichtsoort
from stadspunt.stromen.correspondentie.samenstelling import (
    Vraagomgeving,
    compose_antwoord,
    get_omgeving,
    propose_aan,
    to_antwoordadres,
)
from stadspunt.stromen.correspondentie.veldwaarden import Vraagbronnen, find_laatste_opdracht, to_veldwaarden
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.rules import Status as Overdrachtstatus


@query(recht="bericht.lezen")
def get_opzet(raadpleging: Raadpleging, klantvraag_id: int, sjabloon_id: int | None = None, kern: str = "") -> Opzetbeeld:
    """Return a pre-filled message, from a template of the municipality when `sjabloon_id` names one.

    `kern` is what to say when there is no template: the answer of a department, for example.
    Offered are the templates that fit where the question is, those in its language first.
    Raises NietGevondenError when the question is not there or not for this actor.
    """
    omgeving = get_omgeving(raadpleging, klantvraag_id)
    vraag, aan = omgeving.vraag, propose_aan(omgeving)
    opdracht = find_laatste_opdracht(raadpleging, klantvraag_id)
    alle = list_sjablonen([vraag.gemeente_id])
    sjabloon = next((een for een in alle if een.id == sjabloon_id), None)
    onderwerp, tekst = _fill(raadpleging, omgeving, sjabloon, opdracht, kern)
    leeg = Antwoordopzet(aan, onderwerp, tekst, vraag.uuid)
    return Opzetbeeld(
        aan=aan,
        soort=sjabloon.soort if sjabloon else Berichtsoort.ANTWOORD,
        onderwerp=onderwerp,
        tekst=tekst,
        citaat=compose_antwoord(omgeving, leeg).citaat,
        van_adres=omgeving.postbus.waarde if omgeving.postbus else "",
        taal=vraag.taal,
        sjablonen=tuple(
            sorted((een for een in alle if _past_bij(een, opdracht)), key=lambda een: (een.taal != vraag.taal, een.taal))
        ),
        andere_afzenders=_list_andere_afzenders(omgeving, aan),
        onderweg=_find_onderweg(klantvraag_id),
        voorkeurskanaal_id=omgeving.partij.voorkeurskanaal_id if omgeving.partij else None,
        klanttaal=omgeving.partij.voorkeurstaal if omgeving.partij else "",
        partij_ids=omgeving.partij_ids,
    )


@query(recht="bericht.lezen")
def get_voorbeeld(raadpleging: Raadpleging, klantvraag_id: int, opzet: Antwoordopzet) -> Mailvoorbeeld:
    """Return the mail exactly as it would be sent. Raises NietGevondenError."""
    omgeving = get_omgeving(raadpleging, klantvraag_id)
    mail = compose_antwoord(omgeving, opzet)
    return Mailvoorbeeld(
        van_naam=omgeving.van_naam,
        van_adres=omgeving.postbus.waarde if omgeving.postbus else "",
        aan_naam=mail.aan_naam,
        aan_adres=mail.aan_adres,
        onderwerp=mail.onderwerp,
        tekst=to_platte_tekst(mail.tekst, mail.citaat),
        partij_ids=omgeving.partij_ids,
    )


def _past_bij(sjabloon: SjabloonBeeld, opdracht: OverdrachtBeeld | None) -> bool:
    """Say whether a template fits: one about a department needs it to be asked, and in between also to be still busy."""
    if not needs_afdeling(sjabloon.onderwerp, sjabloon.tekst):
        return True
    if opdracht is None:
        return False
    return sjabloon.soort == Berichtsoort.ANTWOORD or opdracht.status == Overdrachtstatus.OPEN


def _fill(
    raadpleging: Raadpleging,
    omgeving: Vraagomgeving,
    sjabloon: SjabloonBeeld | None,
    opdracht: OverdrachtBeeld | None,
    kern: str,
) -> tuple[str, str]:
    klantnaam = omgeving.partij.naam if omgeving.partij else ""
    taal = sjabloon.taal if sjabloon else omgeving.vraag.taal
    waarden = to_veldwaarden(raadpleging, Vraagbronnen(omgeving.vraag, klantnaam, omgeving.gemeente.naam, opdracht), taal)
    if sjabloon is None:
        brief = to_brief(waarden["aanhef"], kern, waarden["medewerker"], omgeving.gemeente.naam, omgeving.vraag.taal)
        # The subject of a confidential question stands in no list of mails, and on no locked telephone.
        return to_antwoordonderwerp("" if omgeving.vraag.is_vertrouwelijk else omgeving.vraag.onderwerp), brief
    return fill_sjabloon(sjabloon.onderwerp, waarden), fill_sjabloon(sjabloon.tekst, waarden)


def _list_andere_afzenders(omgeving: Vraagomgeving, aan: str) -> tuple[str, ...]:
    bekend = omgeving.klantsleutels | {to_email_sleutel(aan)}
    schrijvers = (to_antwoordadres(een) for een in omgeving.berichten if een.soort == Berichtsoort.GEWOON)
    return tuple(dict.fromkeys(adres for adres in schrijvers if adres and to_email_sleutel(adres) not in bekend))


def _find_onderweg(klantvraag_id: int) -> VerzendBeeld | None:
    rij = Verzending.objects.filter(antwoord_op_id=klantvraag_id, status__in=ONDERWEG).first()
    return to_verzendbeeld(rij) if rij else None
