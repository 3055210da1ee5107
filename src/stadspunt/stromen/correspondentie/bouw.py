"""Build messages for the demo and the tests, through the room's own actions."""

from typing import Any
from uuid import UUID, uuid4

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.actions.ontvangen import register_inkomend_bericht
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendBericht
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

# What every municipality can start with: plain Dutch, and one in English.
STANDAARD_SJABLONEN: tuple[Sjabloongegevens, ...] = (
    Sjabloongegevens(
        "Antwoord op uw vraag",
        "Antwoord op uw vraag over {onderwerp}",
        "{aanhef}\n\nU stelde ons een vraag over: {onderwerp}. Dit is ons antwoord:\n\n[vul in: het antwoord]\n\n"
        "Hebt u nog een vraag? Antwoord dan op deze e-mail. Laat het nummer {nummer} in het onderwerp staan.\n\n"
        "Met vriendelijke groet,\n{medewerker}\nGemeente {gemeente}",
        vooraan=True,
    ),
    Sjabloongegevens(
        "Wij hebben meer tijd nodig",
        "Uw vraag over {onderwerp}: wij hebben meer tijd nodig",
        "{aanhef}\n\nU kreeg van ons de toezegging dat u uiterlijk op {beloofd} antwoord zou hebben. Dat lukt niet. "
        "Wij vinden dat vervelend voor u.\n\n"
        "Wij zoeken uw vraag nog uit. U hoort uiterlijk op [vul in: datum van antwoord] van ons.\n\n"
        "Met vriendelijke groet,\n{medewerker}\nGemeente {gemeente}",
        soort=Berichtsoort.TUSSENBERICHT,
    ),
    Sjabloongegevens(
        "Wij missen nog iets",
        "Uw vraag over {onderwerp}: wilt u ons nog iets laten weten?",
        "{aanhef}\n\nWij kunnen uw vraag nog niet beantwoorden, want wij missen nog:\n\n- [vul in: wat u nodig hebt]\n\n"
        "Wilt u die sturen als antwoord op deze e-mail? Stuur geen burgerservicenummer en geen kopie van uw paspoort.\n\n"
        "Met vriendelijke groet,\n{medewerker}\nGemeente {gemeente}",
        soort=Berichtsoort.TUSSENBERICHT,
    ),
    Sjabloongegevens(
        "Answer to your question",
        "Answer to your question about {onderwerp}",
        "{aanhef}\n\nYou asked us a question about: {onderwerp}. This is our answer:\n\n[vul in: het antwoord]\n\n"
        "Do you have another question? Then reply to this e-mail. Please leave the number {nummer} in the subject.\n\n"
        "Kind regards,\n{medewerker}\nMunicipality of {gemeente}",
        taal="en",
        vooraan=True,
    ),
)


def build_sjablonen(handeling: Handeling, gemeente_id: int) -> tuple[int, ...]:
    """Add the standard templates to a municipality; returns their ids."""
    return tuple(add_sjabloon(handeling, gemeente_id, gegevens) for gegevens in STANDAARD_SJABLONEN)


def build_bericht(handeling: Handeling, gemeente_id: int, klantvraag_id: int, **anders: Any) -> int:
    """Register an ordinary mail about a question; `anders` fits InkomendBericht. Returns the bericht."""
    kenmerk = uuid4()
    velden: dict[str, Any] = {
        "soort": Berichtsoort.GEWOON,
        "sleutel": f"bouw:{kenmerk}",
        "onderwerp": "Vraag",
        "tekst": "Goedemorgen, kunt u mij helpen?",
        "van_naam": "Joost Jansen",
        "van_adres": "joost.jansen@example.org",
        "message_id": f"<{kenmerk}@example.org>",
        "mag_automatisch_antwoord": True,
        "klantvraag_ids": (klantvraag_id,),
    }
    return register_inkomend_bericht(handeling, InkomendBericht(gemeente_id=gemeente_id, **(velden | anders)))


def build_opzet(aan: str, tekst: str = "De milieustraat is open tot 17.00 uur.", **anders: Any) -> Antwoordopzet:
    """Return an answer as somebody means to send it; `anders` fits Antwoordopzet."""
    kenmerk: UUID = anders.pop("kenmerk", None) or uuid4()
    return Antwoordopzet(aan, anders.pop("onderwerp", "Openingstijden"), tekst, kenmerk, **anders)
