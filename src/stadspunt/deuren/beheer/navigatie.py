"""The tabs of the administration, those that this actor may open."""

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.schermen.onderdelen import Tab
from stadspunt.fundament.toegang.actor import Raadpleging

_TABS: tuple[tuple[str, str, str], ...] = (
    ("Overzicht", "/beheer/", "beheer.lezen"),
    ("Binnengekomen", "/beheer/ontvangsten/", "techniek.lezen"),
    ("Verzonden", "/beheer/verzendingen/", "techniek.lezen"),
    ("Doorgeven", "/beheer/afleveringen/", "techniek.lezen"),
    ("Postbussen", "/beheer/postbussen/", "techniek.lezen"),
    ("Kanalen", "/beheer/kanalen/", "beheer.lezen"),
    ("Ingangen", "/beheer/ingangen/", "beheer.lezen"),
    ("Medewerkers", "/beheer/medewerkers/", "beheer.lezen"),
    ("Techniek", "/beheer/techniek/", "techniek.lezen"),
    ("Inzage", "/beheer/inzage/", "inzagelogboek.lezen"),
)


def build_tabs(raadpleging: Raadpleging, hier: str) -> tuple[Tab, ...]:
    """Return the tabs for this actor; `hier` is the address of the open one."""
    return tuple(
        Tab(naam, url, actief=url == hier) for naam, url, recht in _TABS if raadpleging.actor.has_recht(Doel.BEHEREN, recht)
    )
