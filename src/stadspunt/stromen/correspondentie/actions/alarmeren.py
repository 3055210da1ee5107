"""Tell an employee by mail that something asks for a person."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.queries import get_gemeente, list_houders, list_ingangen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.bereik import to_email_sleutel
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.correspondentie.rules.mail import to_message_id
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.correspondentie.vergrendeling import plan_verzending
from stadspunt.stromen.klantcontacten.rules import Richting


@dataclass(frozen=True, slots=True)
class Alarm:
    """What to tell to whom. `sleutel` is the same for what has to be told once."""

    sleutel: str
    gemeente_id: int
    aan_naam: str
    aan_adres: str
    onderwerp: str
    tekst: str


_NOODINZAGE = """Beste {naam},

Een medewerker vroeg zojuist noodinzage in een vertrouwelijke vraag.

Wat moet u doen? Meld u aan bij StadsPunt en kies Beheer, Noodinzage. Daar staat wie het was en waarom. \
Kies ‘Ik heb dit bekeken’ als u ervan weet.

Dit bericht is automatisch gemaakt. Er staan met opzet geen namen of nummers in."""


@action(recht="bericht.verzenden")
def send_alarm(handeling: Handeling, alarm: Alarm) -> bool:
    """Send an alarm, once for its `sleutel`; returns whether it goes out now.

    It does not go to an address at which we take in mail ourselves, for then the alarm would become a question, and not when
    the municipality has no mailbox to write from.
    """
    postbussen = list_ingangen(Ingangsoort.POSTBUS)
    van = next((ingang.waarde for ingang in postbussen if ingang.gemeente_id == alarm.gemeente_id), "")
    eigen = {to_email_sleutel(ingang.waarde) for ingang in postbussen}
    if not van or to_email_sleutel(alarm.aan_adres) in eigen:
        return False
    gemeente = get_gemeente(alarm.gemeente_id)
    uuid, sleutel = make_uuid7(), f"alarm:{alarm.sleutel}"
    rij = Bericht(
        uuid=uuid,
        gemeente_id=alarm.gemeente_id,
        richting=Richting.UIT,
        soort=Berichtsoort.ALARM,
        sleutel=sleutel,
        onderwerp=alarm.onderwerp,
        tekst=alarm.tekst,
        van_naam=f"StadsPunt {gemeente.naam}",
        van_adres=van,
        aan_naam=alarm.aan_naam,
        aan_adres=alarm.aan_adres,
        message_id=to_message_id(uuid, gemeente.maildomein),
        geregistreerd_op=handeling.moment,
    )
    Bericht.objects.bulk_create([rij], ignore_conflicts=True)
    bericht = Bericht.objects.filter(uuid=uuid).first()
    if bericht is None:
        return False
    plan_verzending(handeling, bericht, sleutel)
    return True


@action(recht="bericht.verzenden")
def alarm_noodinzage(handeling: Handeling, noodinzage_id: int, gemeente_id: int) -> int:
    """Tell everybody who watches over privacy in a municipality that the glass was broken; returns how many mails go out."""
    toezicht = list_houders(gemeente_id, Doel.BEHEREN, "noodinzage.toezien", handeling.moment)
    alarmen = (
        Alarm(
            f"noodinzage:{noodinzage_id}:{een.id}",
            gemeente_id,
            een.naam,
            een.email,
            "Noodinzage gevraagd",
            _NOODINZAGE.format(naam=een.naam),
        )
        for een in toezicht
        if een.email
    )
    return sum(send_alarm(handeling, alarm) for alarm in alarmen)
