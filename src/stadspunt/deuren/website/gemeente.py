"""For which municipality a page of the site is: one house can answer for several."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from stadspunt.bronnen.organisatie.beelden import GemeenteBeeld, IngangBeeld
from stadspunt.bronnen.organisatie.queries import list_gemeenten, list_ingangen
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import NietGevondenError

# The entrance of the question form; a second municipality has its own: 'contact-zuiderveen'.
FORMULIER = "contact"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where on the site a visitor is: the municipality of the page (None: still to choose), and all there are.

    `in_adres` says whether the address of the page names the municipality; then the links on it do so too.
    """

    gemeente: GemeenteBeeld | None
    gemeenten: tuple[GemeenteBeeld, ...]
    in_adres: bool = False

    def build_url(self, naam: str, **delen: Any) -> str:
        """Return the address of a page of the site for the same municipality."""
        if self.in_adres and self.gemeente is not None:
            delen["gemeente"] = self.gemeente.slug
        return reverse(f"website:{naam}", kwargs=delen)


def find_plek(verzoek: HttpRequest) -> Plek:
    """Return where we are: by the address, else by the host name (www.lindewaard.nl), else the only municipality there is.

    Raises NietGevondenError for an address that names a municipality that is not there.
    """
    gemeenten = tuple(list_gemeenten())
    delen = verzoek.resolver_match.kwargs if verzoek.resolver_match and verzoek.resolver_match.app_name == "website" else {}
    if slug := delen.get("gemeente", ""):
        genoemd = next((gemeente for gemeente in gemeenten if gemeente.slug == slug), None)
        if genoemd is None:
            raise NietGevondenError(f"gemeente {slug}")
        return Plek(genoemd, gemeenten, in_adres=True)
    if len(gemeenten) == 1:
        return Plek(gemeenten[0], gemeenten)
    return Plek(_find_by_host(verzoek.get_host(), gemeenten), gemeenten)


def _find_by_host(host: str, gemeenten: tuple[GemeenteBeeld, ...]) -> GemeenteBeeld | None:
    naam = "." + host.rpartition(":")[0].lower() if ":" in host else "." + host.lower()
    return next((gemeente for gemeente in gemeenten if naam.endswith("." + gemeente.maildomein.lower())), None)


def find_formulier(gemeente: GemeenteBeeld) -> IngangBeeld | None:
    """Return the entrance of the question form of this municipality, or None when it has none."""
    eigen = [ingang for ingang in list_ingangen(Ingangsoort.FORMULIER) if ingang.gemeente_id == gemeente.id]
    return next((een for een in eigen if een.waarde == FORMULIER or een.waarde.startswith(f"{FORMULIER}-")), None)
