"""What a web form sends, as the bytes that are stored before the visitor gets an answer."""

from dataclasses import dataclass

import msgspec

_MAX_TEKENS = 20_000
_GRENZEN = {"naam": 200, "email": 254, "telefoon": 40, "onderwerp": 200, "vraag": _MAX_TEKENS, "product_slug": 60}


@dataclass(frozen=True, slots=True)
class Formulierinzending:
    """One form as the visitor sent it; empty parts were left empty.

    `bijlagen` are pairs (file name, hash); the bytes stand in the storage under that hash.
    """

    naam: str = ""
    email: str = ""
    telefoon: str = ""
    onderwerp: str = ""
    vraag: str = ""
    product_slug: str = ""
    taal: str = "nl"
    bijlagen: tuple[tuple[str, str], ...] = ()


class FormulierOnleesbaarError(ValueError):
    """The stored bytes are no form."""


def clean_inzending(inzending: Formulierinzending) -> Formulierinzending:
    """Return the form with every part within its limit and without the one character that PostgreSQL refuses."""
    velden = {naam: getattr(inzending, naam).replace("\x00", "")[:grens] for naam, grens in _GRENZEN.items()}
    taal = inzending.taal if inzending.taal in {"nl", "en"} else "nl"
    return Formulierinzending(**velden, taal=taal, bijlagen=inzending.bijlagen)


def to_bytes(inzending: Formulierinzending) -> bytes:
    """Return the form as JSON; the same form gives the same bytes."""
    return msgspec.json.encode(inzending, order="deterministic")


def from_bytes(ruw: bytes) -> Formulierinzending:
    """Return the form that `to_bytes` wrote. Raises FormulierOnleesbaarError for anything else."""
    try:
        return clean_inzending(msgspec.json.decode(ruw, type=Formulierinzending))
    except (msgspec.MsgspecError, UnicodeDecodeError) as fout:
        raise FormulierOnleesbaarError("de bewaarde bytes zijn geen formulier") from fout
