"""A confidential call, and a colleague who looked at it in an emergency."""

from datetime import time, timedelta

from stadspunt.project.demo.laden.vandaag.handelingen import get_nummer, register_gesprek
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.actions.noodinzage import request_noodinzage
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import add_betrokkene, propose_opheffing
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuweVraag


def play_vertrouwelijk(toneel: Toneel) -> None:
    """A call that only the team leader and Kim may see; Tess breaks the glass, and the privacy officer did not look yet."""
    vraag = NieuweVraag(
        "Geheimhouding van nieuw adres",
        "Mw is uit huis gegaan en wil dat niemand haar nieuwe adres krijgt. Alleen terugbellen op haar mobiel.",
        complexiteit=Complexiteit.COMPLEX,
        vertrouwelijk=True,
    )
    begin = toneel.back(0, time(9, 12))
    with toneel.op(begin):
        samenvatting = "Belt vanuit de auto, kan niet lang praten."
        (vraag_id,) = register_gesprek(toneel, "tom", "telefoon", toneel.find_klant(62), [vraag], samenvatting, 240)
    with toneel.op(begin + timedelta(minutes=9)):
        add_notitie(toneel.als("tom"), vraag_id, "Burgerzaken gebeld: geheimhouding kan vandaag in. Kim belt mw terug.")
        kim = toneel.inrichting.medewerkers["kim"]
        add_betrokkene(toneel.als("tom"), vraag_id, kim, "Kim belt mevrouw vanmiddag terug.")
    with toneel.op(begin + timedelta(minutes=31)):
        reden = "Mevrouw belt in paniek terug, Tom is in overleg en Kim is aan de lijn."
        request_noodinzage(toneel.als("tess"), get_nummer(toneel, vraag_id), reden)
    with toneel.op(begin + timedelta(minutes=40)):
        propose_opheffing(toneel.als("tom"), vraag_id, "De geheimhouding staat in de BRP. De rest mag elke collega weten.")
