"""Which database server runs, how old it is, and how much waits."""

from django.conf import settings
from django.http import HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.module_loading import import_string

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.gebeurtenissen.queries import count_open_afleveringen
from stadspunt.fundament.schermen.onderdelen import Feit
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.taken.queries import get_takenstand
from stadspunt.fundament.tijd.dagen import NEDERLAND, to_dag
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.queries.ontvangsten import count_wachtende_ontvangsten


@scherm(doel=Doel.BEHEREN)
def techniek(verzoek: Verzoek) -> HttpResponseBase:
    """Show the database server and the queues. The embedded server is for trying out, not for production."""
    server = import_string(settings.STADSPUNT_DATABASESERVER)()
    feiten = [
        Feit("Database", f"PostgreSQL {server.versie}"),
        Feit("Soort", "Meegeleverd met StadsPunt" if server.ingebouwd else "Eigen server"),
        Feit("Draait sinds", date_format(server.gestart_op.astimezone(NEDERLAND), "j F Y H:i")),
        Feit("Ruimte in gebruik", filesizeformat(server.bytes_in_gebruik)),
    ]
    dagen_oud = None
    if server.uitgebracht:
        dagen_oud = (verzoek.raadpleging.vandaag - server.uitgebracht).days
        feiten.insert(1, Feit("Uitgebracht op", f"{date_format(server.uitgebracht, 'j F Y')} ({dagen_oud} dagen geleden)"))
    stand = get_takenstand(verzoek.raadpleging)
    wachtrijen = [
        Feit("Binnengekomen, nog niet verwerkt", str(count_wachtende_ontvangsten())),
        Feit("Gebeurtenissen, nog niet doorgegeven", str(count_open_afleveringen())),
        Feit("Taken die wachten", str(stand.wachtend)),
        Feit("Taken die lopen", str(stand.lopend)),
        Feit("Taken die mislukten", str(stand.mislukt)),
        Feit("Werkers met hartslag in de laatste minuut", str(stand.werkers)),
    ]
    inhoud = {
        "feiten": feiten,
        "wachtrijen": wachtrijen,
        "ingebouwd": server.ingebouwd,
        "dagen_oud": dagen_oud,
        "vandaag": to_dag(verzoek.raadpleging.moment),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/techniek/"),
    }
    return toon(verzoek, "beheer/techniek.html", inhoud)
