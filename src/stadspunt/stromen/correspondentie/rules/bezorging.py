"""Why a message did not arrive, in plain Dutch: from the code of RFC 3463, else from the words of the mail server. Pure."""

import re
from typing import Final

_CODE: Final = re.compile(r"(?<![\d.])[245]\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_ANDERS: Final = "De mailserver van de klant nam het bericht niet aan."
_BESTAAT_NIET: Final = "Het adres bestaat niet."
_DOMEIN: Final = "Het deel van het adres na de @ bestaat niet, of neemt geen e-mail aan."
_VOL: Final = "De mailbox van de klant is vol."
_UIT: Final = "De mailbox van de klant is uitgezet."
_TE_GROOT: Final = "Het bericht is te groot voor de mailbox van de klant."
_GEWEIGERD: Final = "De mailserver van de klant weigerde het bericht."
_ONBEREIKBAAR: Final = "De mailserver van de klant was niet te bereiken."

# Subject and detail of the code; the class before it says only whether trying goes on.
_BIJ_CODE: Final[dict[tuple[int, int], str]] = {
    (1, 2): _DOMEIN,
    (1, 10): _DOMEIN,
    (1, 6): "De klant heeft dit adres niet meer.",
    (1, 7): "De mailserver van de klant neemt geen bericht aan van ons adres.",
    (1, 8): "De mailserver van de klant neemt geen bericht aan van ons adres.",
    (2, 1): _UIT,
    (2, 2): _VOL,
    (2, 3): _TE_GROOT,
    (3, 1): _VOL,
    (3, 4): _TE_GROOT,
    (4, 4): _DOMEIN,
}
_BIJ_ONDERWERP: Final[dict[int, str]] = {
    1: _BESTAAT_NIET,
    2: "De mailbox van de klant neemt het bericht niet aan.",
    3: "De mailserver van de klant heeft een storing.",
    4: _ONBEREIKBAAR,
    6: "De mailserver van de klant kon het bericht niet lezen.",
    7: _GEWEIGERD,
}
_BIJ_WOORDEN: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(patroon, re.IGNORECASE), reden)
    for patroon, reden in (
        (r"quota|mailbox (?:is )?full|mailbox vol|over ?quota|insufficient storage", _VOL),
        (r"too (?:large|big)|size limit|exceeds.{0,30}size|te groot", _TE_GROOT),
        (r"host (?:or domain name )?not found|domain not found|no such domain|nullmx", _DOMEIN),
        (r"disabled|inactive|suspended", _UIT),
        (
            r"(?:user|recipient|mailbox|address|account).{0,40}(?:unknown|not found|does ?n.t exist|does not exist|unavailable)"
            r"|(?:unknown|no such|invalid) (?:local )?(?:user|recipient|mailbox|address)|bestaat niet",
            _BESTAAT_NIET,
        ),
        (r"timed? ?out|unreachable|connection refused|could not connect", _ONBEREIKBAAR),
        (r"spam|block|blacklist|policy|denied|reject|reputation", _GEWEIGERD),
    )
)


def explain_bezorgstatus(status: str, diagnose: str = "") -> str:
    """Return in one sentence why a message did not arrive; `status` is a code such as '5.2.2' or ''."""
    code = _CODE.search(status) or _CODE.search(diagnose)
    if code is not None:
        onderwerp, detail = int(code[1]), int(code[2])
        reden = _BIJ_CODE.get((onderwerp, detail)) or _BIJ_ONDERWERP.get(onderwerp)
        if reden is not None:
            return reden
    return next((reden for patroon, reden in _BIJ_WOORDEN if patroon.search(diagnose)), _ANDERS)
