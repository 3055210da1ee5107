"""What is told to whom looks after an entrance, when a person is needed there. No word of what clients wrote. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Alarmsoort(StrEnum):
    """Why a person is needed."""

    MISLUKT = "mislukt"
    ONBEREIKBAAR = "onbereikbaar"
    STIL = "stil"
    VERSCHIL = "verschil"


@dataclass(frozen=True, slots=True)
class Alarmtekst:
    """The subject and the words of an alarm."""

    onderwerp: str
    tekst: str


_WAT: dict[Alarmsoort, tuple[str, str, str]] = {
    Alarmsoort.MISLUKT: (
        "Een bericht kon niet worden verwerkt",
        "Een of meer berichten kwamen binnen, maar zijn niet verwerkt. Ze zijn bewaard. Niemand behandelt ze tot u kijkt.",
        "Ga in StadsPunt naar Beheer, Ontvangsten. Daar staat de reden, en een knop om het opnieuw te proberen.",
    ),
    Alarmsoort.ONBEREIKBAAR: (
        "Een postbus is niet te bereiken",
        "StadsPunt kan deze postbus al een kwartier niet lezen. Nieuwe mail blijft daar liggen en gaat niet verloren.",
        "Ga in StadsPunt naar Beheer, Postbussen. Daar staat de reden. Vaak is het wachtwoord veranderd.",
    ),
    Alarmsoort.STIL: (
        "Er komt geen mail meer binnen",
        "Bij deze ingang komt al langer geen mail binnen dan gewoonlijk.",
        "Stuur zelf een mail naar dit adres. Komt die niet binnen, vraag dan de beheerder van de mail om hulp.",
    ),
    Alarmsoort.VERSCHIL: (
        "De telling van een postbus klopt niet",
        "Elke dag telt StadsPunt of alle mail uit deze postbus is bewaard. Gisteren klopte dat niet. "
        "Wat ontbrak, wordt alsnog opgehaald.",
        "Ga in StadsPunt naar Beheer, Postbussen, en bekijk de telling.",
    ),
}


def compose_alarm(soort: Alarmsoort, naam: str, ingang: str) -> Alarmtekst:
    """Return the alarm for the employee `naam` about the entrance `ingang` (its name, such as an address of ours)."""
    onderwerp, uitleg, doen = _WAT[soort]
    delen = (f"Beste {naam},", uitleg, f"Het gaat om: {ingang}", f"Wat kunt u doen?\n{doen}", "StadsPunt")
    return Alarmtekst(f"{onderwerp}: {ingang}", "\n\n".join(delen))
