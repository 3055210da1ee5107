"""The words of the organisation."""

from enum import StrEnum


class Ingangsoort(StrEnum):
    """What an entrance is."""

    POSTBUS = "postbus"
    NUMMER = "nummer"
    BALIE = "balie"
    FORMULIER = "formulier"
    ADRES = "adres"


# The five channels of the founding plan; an administrator adds others ("sms") as data.
STANDAARD_KANALEN: tuple[tuple[str, str, bool], ...] = (
    ("telefoon", "Telefoon", False),
    ("email", "E-mail", True),
    ("internet", "Internet", True),
    ("balie", "Balie", False),
    ("post", "Post", False),
)
