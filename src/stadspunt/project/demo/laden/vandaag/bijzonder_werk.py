"""What agents do with a question that is not ready: let it wait for the client, or for an agreed moment."""

from datetime import time

from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.project.demo.laden.vandaag.handelingen import register_gesprek
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.stromen.klantcontacten.actions.wachten import snooze_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.queries_beheer import list_wachtredenen
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuweVraag, Wachten

# Who let it wait, the client, its subject and product, why it waits and what is known.
_WACHT: tuple[tuple[str, int, str, str, str, str], ...] = (
    ("kim", 62, "Rijbewijs kwijt in het buitenland", "rijbewijs", "Terugbellen afgesproken", "Mw is morgen na 9.00 uur thuis."),
    (
        "hatice",
        63,
        "Kwijtschelding, inkomen ontbreekt",
        "kwijtschelding",
        "Wij wachten op de klant",
        "Stuurt loonstroken per mail.",
    ),
)


def play_wachten(toneel: Toneel) -> None:
    """Two calls of today that wait until tomorrow: one for an agreed moment, one for papers of the client."""
    redenen = {een.naam: een for een in list_wachtredenen(toneel.inrichting.gemeente_id)}
    for login, klant, onderwerp, product, reden, toelichting in _WACHT:
        with toneel.op(toneel.back(0, time(9, 48))):
            nieuw = NieuweVraag(
                onderwerp, product_id=toneel.inrichting.producten.get(product), complexiteit=Complexiteit.GEMIDDELD
            )
            (vraag_id,) = register_gesprek(toneel, login, "telefoon", toneel.find_klant(klant), [nieuw])
            handeling, gekozen = toneel.als(login), redenen[reden]
            vraag = get_klantvragen(handeling.raadpleging, [vraag_id])[vraag_id]
            tot = to_moment(min(toneel.straks(1), vraag.beloofd), time(23) if toneel.straks(1) > vraag.beloofd else time(9))
            snooze_klantvraag(handeling, vraag_id, Wachten(tot, gekozen.id, toelichting, gekozen.op_klant), vraag.versie)
