"""The channel an agent works on: remembered with the session, because the next call comes the same way."""

from collections.abc import Sequence

from django.http import HttpRequest

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld

_SLEUTEL = "werkplek_kanaal"


def get_gekozen_kanaal(verzoek: HttpRequest, kanalen: Sequence[KanaalBeeld]) -> KanaalBeeld:
    """Return the channel that this agent used last, else the first one of the list."""
    vorige = verzoek.session.get(_SLEUTEL)
    return next((kanaal for kanaal in kanalen if kanaal.id == vorige), kanalen[0])


def remember_kanaal(verzoek: HttpRequest, kanaal_id: int) -> None:
    """Keep the channel for the next contact; writes the session only when it changed."""
    if verzoek.session.get(_SLEUTEL) != kanaal_id:
        verzoek.session[_SLEUTEL] = kanaal_id
