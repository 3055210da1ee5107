"""The figures of the overview: each with its definition and the list behind it."""

from stadspunt.bronnen.documenten.queries import get_opslagbeeld, get_scannerbeeld
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.gebeurtenissen.queries import list_mislukte_afleveringen
from stadspunt.fundament.schermen.onderdelen import Kerncijfer, Niveau
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.queries.verzendingen import count_aandacht
from stadspunt.stromen.intake.queries.ontvangsten import count_mislukte_ontvangsten
from stadspunt.stromen.intake.queries.postbussen import list_alarmen


def _to_cijfer(naam: str, aantal: int, berekend: str, url: str) -> Kerncijfer:
    return Kerncijfer(naam, str(aantal), berekend, url, niveau=Niveau.TE_LAAT if aantal else Niveau.KLAAR)


def _list_scannercijfers(raadpleging: Raadpleging) -> list[Kerncijfer]:
    """Files wait for the scanner all day; that asks attention only when the scanner is away."""
    scanner = get_scannerbeeld(raadpleging)
    if not scanner.fout:
        return []
    berekend = f"Bestanden die wachten op de virusscanner. {scanner.fout}"
    return [_to_cijfer("Niet gecontroleerd", scanner.wachtend, berekend, "/beheer/gezondheid/")]


def _list_opslagcijfers(raadpleging: Raadpleging) -> list[Kerncijfer]:
    """Asks attention only when a document is not right, or their place is away."""
    stand = get_opslagbeeld(raadpleging)
    mis = stand.weg + stand.veranderd
    if not mis and not stand.fout:
        return []
    berekend = f"Documenten waarvan de inhoud weg is of veranderd. Zet ze terug uit een reservekopie. {stand.fout}".strip()
    return [Kerncijfer("Documenten niet in orde", str(mis), berekend, "/beheer/techniek/", niveau=Niveau.TE_LAAT)]


def build_aandacht(raadpleging: Raadpleging) -> list[Kerncijfer]:
    """Return what went wrong and waits for a person; nothing for who may not see the technical side."""
    if not raadpleging.actor.has_recht(Doel.BEHEREN, "techniek.lezen"):
        return []
    gemeente_ids = sorted(raadpleging.actor.gemeente_ids)
    return [
        _to_cijfer(
            "Niet verwerkt",
            count_mislukte_ontvangsten(gemeente_ids),
            "Berichten die binnenkwamen en niet verwerkt konden worden. Ze zijn bewaard.",
            "/beheer/ontvangsten/",
        ),
        _to_cijfer(
            "Niet aangekomen",
            count_aandacht(raadpleging) if raadpleging.actor.has_recht(Doel.BEHEREN, "verzending.lezen") else 0,
            "Berichten die niet zijn verzonden, zijn teruggekomen of misschien niet zijn aangekomen.",
            "/beheer/verzendingen/",
        ),
        _to_cijfer(
            "Niet doorgegeven",
            len(list_mislukte_afleveringen(raadpleging)),
            "Gebeurtenissen die nog niet aan elk onderdeel zijn doorgegeven, na ten minste één mislukte poging. Ten hoogste 100.",
            "/beheer/afleveringen/",
        ),
        _to_cijfer(
            "Alarmen bij de post",
            len(list_alarmen(raadpleging)),
            "Postbussen die onbereikbaar zijn of te lang stil, tellingen die niet kloppen, een postingang die stilstaat. "
            "De eigenaar van de ingang krijgt er een mail over.",
            "/beheer/postbussen/",
        ),
        *_list_scannercijfers(raadpleging),
        *_list_opslagcijfers(raadpleging),
    ]
