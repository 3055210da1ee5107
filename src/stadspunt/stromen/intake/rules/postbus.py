"""Words and checks of a mailbox that is emptied over IMAP."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from stadspunt.fundament.fouten import Fout

# A mailbox that was away for a moment (restart, network) is no alarm; this long is.
ONBEREIKBAAR_NA: Final = timedelta(minutes=15)
# By its name it can be no other secret of the installation, which would go to whoever owns the server in `host`.
_VARIABELE = re.compile(r"POSTBUS_[A-Z0-9_]{1,90}")
_MAXIMA = {"host": 253, "gebruiker": 254, "map": 200, "verwerkt_map": 200}


class Beveiliging(StrEnum):
    """How the connection to the mailbox is protected. GEEN is only for a server on the same machine."""

    TLS = "tls"
    STARTTLS = "starttls"
    GEEN = "geen"


class Staat(StrEnum):
    """What became of a message that was seen in a mailbox."""

    GEZIEN = "gezien"
    OPGESLAGEN = "opgeslagen"
    GEWEIGERD = "geweigerd"


class Weigering(StrEnum):
    """Why a message was seen and not stored; it stays in the mailbox."""

    TE_GROOT = "te-groot"
    VERDWENEN = "verdwenen"


@dataclass(frozen=True, slots=True)
class Postbusgegevens:
    """What an administrator fills in for a mailbox."""

    ingang_id: int
    host: str
    poort: int
    beveiliging: Beveiliging
    gebruiker: str
    geheim_variabele: str
    map: str = "INBOX"
    verwerkt_map: str = ""
    actief: bool = True


def check_geheim_variabele(naam: str) -> tuple[Fout, ...]:
    """Return why this is no name of an environment variable with the password of a mailbox."""
    if _VARIABELE.fullmatch(naam):
        return ()
    tekst = (
        "Vul de naam in van de omgevingsvariabele met het wachtwoord. De naam begint met POSTBUS_, zoals POSTBUS_INFO. "
        "Vul niet het wachtwoord zelf in."
    )
    return (Fout("geen-variabele", tekst, "geheim_variabele"),)


def check_postbusgegevens(gegevens: Postbusgegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse these data; empty means that they can be kept."""
    fouten: list[Fout] = []
    if not gegevens.host.strip():
        fouten.append(Fout("leeg", "Vul de naam van de mailserver in.", "host"))
    if not 1 <= gegevens.poort <= 65535:
        fouten.append(Fout("poort", "Vul een poort in van 1 tot en met 65535. Vaak is dat 993.", "poort"))
    if not gegevens.gebruiker.strip():
        fouten.append(Fout("leeg", "Vul de gebruikersnaam van de postbus in.", "gebruiker"))
    fouten += check_geheim_variabele(gegevens.geheim_variabele)
    for veld, maximum in _MAXIMA.items():
        if len(getattr(gegevens, veld).strip()) > maximum:
            fouten.append(Fout("te-lang", f"Gebruik niet meer dan {maximum} tekens.", veld))
    if not gegevens.map.strip():
        fouten.append(Fout("leeg", "Vul de map in, bijvoorbeeld INBOX.", "map"))
    if gegevens.map.strip() == gegevens.verwerkt_map.strip():
        fouten.append(Fout("zelfde-map", "Kies voor verwerkte berichten een andere map.", "verwerkt_map"))
    if gegevens.beveiliging is Beveiliging.GEEN and gegevens.host.strip() not in {"127.0.0.1", "::1", "localhost"}:
        fouten.append(
            Fout("onbeveiligd", "Zonder beveiliging kan alleen met een mailserver op deze machine. Kies TLS.", "beveiliging")
        )
    return tuple(fouten)


def is_onbereikbaar(fout_sinds: datetime | None, moment: datetime) -> bool:
    """Say whether a mailbox is away long enough for an alarm."""
    return fout_sinds is not None and moment - fout_sinds >= ONBEREIKBAAR_NA
