"""Which database server runs and how old it is, the virus scanner, and how much waits."""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.module_loading import import_string

from stadspunt.bronnen.documenten.queries import ScannerBeeld, get_scannerbeeld
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.fundament.gebeurtenissen.queries import count_open_afleveringen
from stadspunt.fundament.schermen.onderdelen import Feit
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.taken.queries import get_takenstand
from stadspunt.fundament.tijd.dagen import NEDERLAND, to_dag
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.queries.ontvangsten import count_wachtende_ontvangsten


def _list_scannerfeiten(scanner: ScannerBeeld) -> list[Feit]:
    van = scanner.handtekeningen_van
    handtekeningen = f"{scanner.handtekeningen}, van {_format(van, 'j F Y H:i')}" if van else scanner.handtekeningen
    feiten = [
        Feit("Scanner", scanner.programma or "Onbekend"),
        Feit("Virushandtekeningen", handtekeningen or "Geen van de maker"),
        Feit("Laatste antwoord", _format(scanner.gezien_op, "j F Y H:i") if scanner.gezien_op else "Nog nooit"),
        Feit("Bestanden die wachten op controle", str(scanner.wachtend)),
    ]
    besmet = Feit("Bestanden met een virus", str(scanner.besmet))
    return [*feiten, besmet] if scanner.in_gebruik else [besmet]


def _format(moment: datetime, vorm: str) -> str:
    return date_format(moment.astimezone(NEDERLAND), vorm)


@scherm(doel=Doel.BEHEREN)
def techniek(verzoek: Verzoek) -> HttpResponseBase:
    """Show the database server, the virus scanner and the queues. The embedded server is for trying out, not for production."""
    server = import_string(settings.STADSPUNT_DATABASESERVER)()
    feiten = [
        Feit("Database", f"PostgreSQL {server.versie}"),
        Feit("Soort", "Meegeleverd met StadsPunt" if server.ingebouwd else "Eigen server"),
        Feit("Draait sinds", _format(server.gestart_op, "j F Y H:i")),
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
    scanner = get_scannerbeeld(verzoek.raadpleging)
    inhoud = {
        "feiten": feiten,
        "scanner": scanner,
        "scannerfeiten": _list_scannerfeiten(scanner),
        "wachtrijen": wachtrijen,
        "ingebouwd": server.ingebouwd,
        "dagen_oud": dagen_oud,
        "vandaag": to_dag(verzoek.raadpleging.moment),
        "tabs": build_tabs(verzoek.raadpleging, "/beheer/techniek/"),
    }
    return toon(verzoek, "beheer/techniek.html", inhoud)
