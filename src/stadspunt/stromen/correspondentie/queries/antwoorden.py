"""Look at an answer before it is written or sent."""

from stadspunt.bronnen.organisatie.queries import list_afdelingen
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import query
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.stromen.correspondentie.beelden import Conceptbeeld, Mailvoorbeeld, SjabloonBeeld, VerzendBeeld
from stadspunt.stromen.correspondentie.models import Verzending
from stadspunt.stromen.correspondentie.queries.berichten import to_verzendbeeld
from stadspunt.stromen.correspondentie.queries.sjablonen import list_sjablonen
from stadspunt.stromen.correspondentie.rules.antwoord import (
    Antwoordconcept,
    to_aanhef,
    to_antwoordonderwerp,
    to_brief,
)
from stadspunt.stromen.correspondentie.rules.bevestiging import format_day
from stadspunt.stromen.correspondentie.rules.mail import to_platte_tekst
from stadspunt.stromen.correspondentie.rules.sjablonen import render_sjabloon
from stadspunt.stromen.correspondentie.rules.woorden import ONDERWEG, Berichtsoort
from stadspunt.stromen.correspondentie.samenstelling import (
    Vraagomgeving,
    compose_antwoord,
    get_omgeving,
    propose_aan,
    to_antwoordadres,
)


@query(recht="bericht.lezen")
def get_concept(raadpleging: Raadpleging, klantvraag_id: int, sjabloon_id: int | None = None, kern: str = "") -> Conceptbeeld:
    """Return a pre-filled answer, from a template of the municipality when `sjabloon_id` names one.

    `kern` is what to say when there is no template: the answer of a department, for example.
    Raises NietGevondenError when the question is not there or not for this actor.
    """
    omgeving = get_omgeving(raadpleging, klantvraag_id)
    vraag, aan = omgeving.vraag, propose_aan(omgeving)
    sjablonen = list_sjablonen([vraag.gemeente_id])
    sjabloon = next((een for een in sjablonen if een.id == sjabloon_id), None)
    onderwerp, tekst = _fill(raadpleging, omgeving, sjabloon, kern)
    leeg = Antwoordconcept(aan, onderwerp, tekst, vraag.uuid)
    return Conceptbeeld(
        aan=aan,
        onderwerp=onderwerp,
        tekst=tekst,
        citaat=compose_antwoord(omgeving, leeg).citaat,
        van_adres=omgeving.postbus.waarde if omgeving.postbus else "",
        taal=vraag.taal,
        sjablonen=tuple(sorted(sjablonen, key=lambda een: een.taal != vraag.taal)),
        andere_afzenders=_list_andere_afzenders(omgeving, aan),
        onderweg=_find_onderweg(klantvraag_id),
        partij_ids=omgeving.partij_ids,
    )


@query(recht="bericht.lezen")
def get_voorbeeld(raadpleging: Raadpleging, klantvraag_id: int, concept: Antwoordconcept) -> Mailvoorbeeld:
    """Return the mail exactly as it would be sent. Raises NietGevondenError."""
    omgeving = get_omgeving(raadpleging, klantvraag_id)
    mail = compose_antwoord(omgeving, concept)
    return Mailvoorbeeld(
        van_naam=omgeving.van_naam,
        van_adres=omgeving.postbus.waarde if omgeving.postbus else "",
        aan_naam=mail.aan_naam,
        aan_adres=mail.aan_adres,
        onderwerp=mail.onderwerp,
        tekst=to_platte_tekst(mail.tekst, mail.citaat),
        partij_ids=omgeving.partij_ids,
    )


def _fill(raadpleging: Raadpleging, omgeving: Vraagomgeving, sjabloon: SjabloonBeeld | None, kern: str) -> tuple[str, str]:
    waarden = _list_waarden(raadpleging, omgeving, sjabloon.taal if sjabloon else omgeving.vraag.taal)
    if sjabloon is None:
        brief = to_brief(waarden["aanhef"], kern, waarden["medewerker"], omgeving.gemeente.naam, omgeving.vraag.taal)
        return to_antwoordonderwerp(omgeving.vraag.onderwerp), brief
    return render_sjabloon(sjabloon.onderwerp, waarden), render_sjabloon(sjabloon.tekst, waarden)


def _list_waarden(raadpleging: Raadpleging, omgeving: Vraagomgeving, taal: str) -> dict[str, str]:
    vraag = omgeving.vraag
    naam = omgeving.partij.naam if omgeving.partij else ""
    product = get_producten([vraag.product_id]).get(vraag.product_id) if vraag.product_id else None
    afdelingen = list_afdelingen([vraag.gemeente_id]) if product else []
    return {
        "aanhef": to_aanhef(naam, taal),
        "naam": naam,
        "nummer": vraag.nummer,
        "onderwerp": vraag.onderwerp,
        "product": product.naam if product else "",
        "afdeling": next((een.naam for een in afdelingen if product and een.id == product.afdeling_id), ""),
        "beloofd": format_day(vraag.beloofd) if taal == "en" else format_dag(vraag.beloofd),
        "medewerker": raadpleging.actor.naam,
        "gemeente": omgeving.gemeente.naam,
    }


def _list_andere_afzenders(omgeving: Vraagomgeving, aan: str) -> tuple[str, ...]:
    bekend = omgeving.klantsleutels | {to_email_sleutel(aan)}
    schrijvers = (to_antwoordadres(een) for een in omgeving.berichten if een.soort == Berichtsoort.GEWOON)
    return tuple(dict.fromkeys(adres for adres in schrijvers if adres and to_email_sleutel(adres) not in bekend))


def _find_onderweg(klantvraag_id: int) -> VerzendBeeld | None:
    rij = Verzending.objects.filter(antwoord_op_id=klantvraag_id, status__in=ONDERWEG).first()
    return to_verzendbeeld(rij) if rij else None
