"""Facts about the secrecy of a question, told in Dutch. Pure."""

from collections.abc import Mapping
from typing import Any

from stadspunt.deuren.werkplek.weergave import get_naam
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import AANLEIDINGEN, Besluit

_BESLUITEN: dict[str, str] = {
    Besluit.OPGEHEVEN: "Niet meer vertrouwelijk: het voorstel is bevestigd",
    Besluit.AFGEWEZEN: "Blijft vertrouwelijk: het voorstel is niet bevestigd",
}


def describe_geheimfeit(namen: Mapping[int, str], soort: str, inhoud: Mapping[str, Any]) -> str | None:
    """Return what a fact about secrecy says; None for any other fact."""
    match soort:
        case "KlantvraagVertrouwelijkGemaakt":
            return f"Vertrouwelijk gemaakt {AANLEIDINGEN.get(inhoud['aanleiding'], '')}".rstrip()
        case "BetrokkeneToegevoegd":
            return f"Toegang gegeven aan {get_naam(namen, inhoud['medewerker_id'])}"
        case "BetrokkeneVerwijderd":
            return f"Toegang weggehaald bij {get_naam(namen, inhoud['medewerker_id'])}"
        case "NoodinzageGevraagd":
            return "Noodinzage gevraagd"
        case "OpheffingVoorgesteld":
            return "Voorgesteld: niet meer vertrouwelijk"
        case "OpheffingBesloten":
            return _BESLUITEN.get(inhoud["besluit"], "Besloten over vertrouwelijkheid")
    return None
