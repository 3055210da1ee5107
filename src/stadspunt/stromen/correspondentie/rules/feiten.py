"""The facts of messages, told in Dutch for the timeline of a question."""

from collections.abc import Mapping
from typing import Any

from stadspunt.stromen.correspondentie.rules.bevestiging import GEEN_BEVESTIGING
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

_BEVESTIGING = "Ontvangstbevestiging"
_REGELS: dict[str, tuple[str, str]] = {
    "VerzendingIngetrokken": ("Antwoord niet verstuurd: ingetrokken", f"{_BEVESTIGING} niet meer nodig"),
    "VerzendingMislukt": ("Antwoord niet verstuurd: het lukte niet", f"{_BEVESTIGING} niet verstuurd: het lukte niet"),
    "VerzendingOnzeker": ("Antwoord misschien niet verstuurd", f"{_BEVESTIGING} misschien niet verstuurd"),
    "BerichtOnbestelbaar": ("Antwoord niet aangekomen bij de klant", f"{_BEVESTIGING} niet aangekomen bij de klant"),
}
# These are drawn from the message itself, with its text and where it is.
_VAN_BERICHT = frozenset({"BerichtOntvangen", "VerzendingGepland", "BerichtVerzonden"})
# That somebody who called gets no mail is how it should be; the others are worth a line.
_GEWOON = frozenset({"geen-wens", "afgehandeld", "ingelezen"})


def describe_feit(soort: str, inhoud: Mapping[str, Any]) -> str | None:
    """Return one line for a fact of this room, '' when it needs none, None when it is not of this room."""
    if soort in _VAN_BERICHT:
        return ""
    if soort == "OntvangstbevestigingOvergeslagen":
        reden = inhoud["reden"]
        uitleg = GEEN_BEVESTIGING.get(reden, reden)
        return "" if reden in _GEWOON else f"Geen ontvangstbevestiging. {uitleg}"
    if soort not in _REGELS:
        return None
    antwoord, bevestiging = _REGELS[soort]
    return bevestiging if inhoud["soort"] == Berichtsoort.ONTVANGSTBEVESTIGING else antwoord
