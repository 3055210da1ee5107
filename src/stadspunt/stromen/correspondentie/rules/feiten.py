"""The facts of messages, told in Dutch for the timeline of a question."""

from collections.abc import Mapping
from typing import Any

from stadspunt.stromen.correspondentie.rules.bevestiging import GEEN_BEVESTIGING
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

_NAMEN: dict[str, str] = {
    Berichtsoort.ONTVANGSTBEVESTIGING: "Ontvangstbevestiging",
    Berichtsoort.TUSSENBERICHT: "Tussenbericht",
}
_REGELS: dict[str, str] = {
    "VerzendingIngetrokken": "niet verstuurd: ingetrokken",
    "VerzendingMislukt": "niet verstuurd: het lukte niet",
    "VerzendingOnzeker": "misschien niet verstuurd",
    "BerichtOnbestelbaar": "niet aangekomen bij de klant",
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
    if soort == "VerzendingIngetrokken" and inhoud["soort"] == Berichtsoort.ONTVANGSTBEVESTIGING:
        return "Ontvangstbevestiging niet meer nodig"
    return f"{_NAMEN.get(inhoud['soort'], 'Antwoord')} {_REGELS[soort]}"
