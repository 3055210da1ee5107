"""One line of a file with old contacts: what it must hold, and what is wrong with it in words that help."""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel
from stadspunt.stromen.klantcontacten.rules import MAX_ONDERWERP, Richting

KOLOMMEN: Final = (
    "datum", "tijd", "kanaal", "richting", "naam", "email", "telefoon", "onderwerp", "samenvatting", "product",
    "afgehandeld", "antwoord",
)  # fmt: skip
# Who did it, for how long: a file that gets these columns later still holds the same contacts, so they are not in the key.
EXTRA_KOLOMMEN: Final = ("team", "medewerker", "duur")
VERPLICHT: Final = ("datum", "kanaal", "onderwerp")
ZONDER_ANTWOORD: Final = "Afgehandeld vóór het inlezen. Het antwoord stond niet in het bestand."
# Somebody who wrote only a day has no better moment than the middle of it.
_ZONDER_TIJD = time(12)
_MAX_TEKST = 20_000
_OUDSTE = date(1990, 1, 1)

_DATUM = re.compile(r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?:[T ]+(\S+))?")
_TIJD = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?")
_DUUR = re.compile(r"(\d{1,4})(?: ?(?:m|min|minuut|minuten))?|(\d{1,5}) ?(?:s|sec|seconden)|(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)")
_RICHTINGEN = {
    "": Richting.IN, "in": Richting.IN, "inkomend": Richting.IN, "binnenkomend": Richting.IN,
    "uit": Richting.UIT, "uitgaand": Richting.UIT,
}  # fmt: skip
_JA = frozenset({"ja", "j", "1", "x", "true", "waar", "yes", "y"})
_NEE = frozenset({"", "nee", "n", "0", "false", "onwaar", "no"})
_SYNONIEMEN = {
    "telefonisch": "telefoon", "tel": "telefoon", "bellen": "telefoon", "mail": "email", "e-mail": "email",
    "web": "internet", "website": "internet", "formulier": "internet", "webformulier": "internet",
    "loket": "balie", "brief": "post",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keuzelijsten:
    """What a line may choose from, by name and by code in lower case: channels, products, teams; employees also by address."""

    kanalen: Mapping[str, int]
    producten: Mapping[str, int]
    teams: Mapping[str, int]
    medewerkers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Contactregel:
    """One old contact, ready to be registered."""

    gebeurd_op: datetime
    kanaal_id: int
    richting: Richting
    naam: str
    email: str
    telefoon: str
    onderwerp: str
    samenvatting: str
    product_id: int | None
    afgehandeld: bool
    antwoord: str
    team_id: int | None = None
    medewerker_id: int | None = None
    duur_seconden: int | None = None


def check_kop(kolommen: Collection[str]) -> tuple[Fout, ...]:
    """Return what is missing in the first line of the file."""
    ontbreekt = [naam for naam in VERPLICHT if naam not in kolommen]
    if not ontbreekt:
        return ()
    alle = ", ".join(KOLOMMEN + EXTRA_KOLOMMEN)
    tekst = f"De eerste regel mist de kolom {' en '.join(ontbreekt)}. Zet daar de namen van de kolommen: {alle}."
    return (Fout("kolom", tekst),)


def parse_contactregel(velden: Mapping[str, str], lijsten: Keuzelijsten, nu: datetime) -> Contactregel | tuple[Fout, ...]:
    """Return the contact that a line tells, or every reason why it cannot be read."""
    schoon = {naam: velden.get(naam, "").replace("\x00", "").strip() for naam in KOLOMMEN + EXTRA_KOLOMMEN}
    fouten: list[Fout] = []
    moment = _parse_moment(schoon["datum"], schoon["tijd"], nu, fouten)
    kanaal_id = _choose(schoon["kanaal"], lijsten.kanalen, "kanaal", fouten)
    product_id = _choose(schoon["product"], lijsten.producten, "product", fouten) if schoon["product"] else None
    team_id = _choose(schoon["team"], lijsten.teams, "team", fouten) if schoon["team"] else None
    medewerker_id = _choose(schoon["medewerker"], lijsten.medewerkers, "medewerker", fouten) if schoon["medewerker"] else None
    duur = _parse_duur(schoon["duur"], fouten)
    richting = _RICHTINGEN.get(schoon["richting"].lower())
    if richting is None:
        fouten.append(Fout("richting", f"Richting ‘{schoon['richting'][:40]}’ is onbekend. Vul in of uit in.", "richting"))
    if not schoon["onderwerp"]:
        fouten.append(Fout("leeg", "Het onderwerp is leeg. Vul in waar het contact over ging.", "onderwerp"))
    fouten += _check_bereik(schoon["email"], schoon["telefoon"])
    afgehandeld = schoon["afgehandeld"].lower()
    if afgehandeld not in _JA | _NEE:
        fouten.append(Fout("afgehandeld", f"Afgehandeld is ‘{afgehandeld[:40]}’. Vul ja of nee in.", "afgehandeld"))
    if fouten or moment is None or kanaal_id is None or richting is None:
        return tuple(fouten)
    return Contactregel(
        gebeurd_op=moment,
        kanaal_id=kanaal_id,
        richting=richting,
        naam=schoon["naam"][:200],
        email=schoon["email"],
        telefoon=schoon["telefoon"],
        onderwerp=" ".join(schoon["onderwerp"].split())[:MAX_ONDERWERP],
        samenvatting=schoon["samenvatting"][:_MAX_TEKST],
        product_id=product_id,
        afgehandeld=afgehandeld in _JA,
        antwoord=schoon["antwoord"][:_MAX_TEKST] or ZONDER_ANTWOORD,
        team_id=team_id,
        medewerker_id=medewerker_id,
        duur_seconden=duur,
    )


def compute_regelsleutel(gemeente_id: int, velden: Mapping[str, str], voorkomen: int) -> str:
    """Return the key of a line. `voorkomen` counts equal lines in one file: two equal calls are two contacts, also next time."""
    inhoud = "\x1f".join(" ".join(velden.get(naam, "").split()) for naam in KOLOMMEN)
    return f"import:{gemeente_id}:{hashlib.sha256(inhoud.encode('utf-8', 'replace')).hexdigest()[:48]}:{voorkomen}"


def _parse_moment(datum: str, tijd: str, nu: datetime, fouten: list[Fout]) -> datetime | None:
    treffer = _DATUM.fullmatch(datum)
    if treffer is None:
        fouten.append(Fout("datum", f"Datum ‘{datum[:40]}’ is niet te lezen. Schrijf hem als 24-11-2026.", "datum"))
        return None
    jaar, maand, dag = (treffer[1], treffer[2], treffer[3]) if treffer[1] else (treffer[6], treffer[5], treffer[4])
    klok = _parse_tijd(tijd or treffer[7] or "")
    if klok is None:
        fouten.append(Fout("tijd", f"Tijd ‘{(tijd or treffer[7])[:40]}’ is niet te lezen. Schrijf hem als 14:30.", "tijd"))
        return None
    try:
        kalenderdag = date(int(jaar), int(maand), int(dag))
    except ValueError:
        fouten.append(Fout("datum", f"Datum ‘{datum[:40]}’ bestaat niet. Schrijf eerst de dag en dan de maand.", "datum"))
        return None
    moment = to_moment(kalenderdag, klok)
    if kalenderdag < _OUDSTE or kalenderdag > nu.date():
        fouten.append(Fout("datum", f"Datum ‘{datum[:40]}’ ligt te ver weg of moet nog komen. Controleer het jaar.", "datum"))
        return None
    return min(moment, nu)


def _parse_tijd(tekst: str) -> time | None:
    if not tekst:
        return _ZONDER_TIJD
    treffer = _TIJD.match(tekst)
    if treffer is None or int(treffer[1]) > 23 or int(treffer[2]) > 59:
        return None
    return time(int(treffer[1]), int(treffer[2]))


def _parse_duur(tekst: str, fouten: list[Fout]) -> int | None:
    """Return the seconds of "4", "4 min", "240 s", "4:30" or "0:04:30"; None when nobody measured."""
    if not tekst:
        return None
    treffer = _DUUR.fullmatch(tekst.lower())
    if treffer is None:
        tip = "Schrijf hem in minuten, bijvoorbeeld 4, of als 4:30."
        fouten.append(Fout("duur", f"Duur ‘{tekst[:40]}’ is niet te lezen. {tip}", "duur"))
        return None
    minuten, seconden, uren, klokminuten, klokseconden = (int(deel or 0) for deel in treffer.groups())
    return uren * 3600 + (minuten + klokminuten) * 60 + seconden + klokseconden


def _choose(waarde: str, lijst: Mapping[str, int], veld: str, fouten: list[Fout]) -> int | None:
    sleutel = waarde.lower()
    gekozen = lijst.get(sleutel, lijst.get(_SYNONIEMEN.get(sleutel, "")))
    if gekozen is None:
        namen = ", ".join(sorted(lijst)[:12])
        fouten.append(Fout(veld, f"{veld.capitalize()} ‘{waarde[:40]}’ is onbekend. Kies uit: {namen}.", veld))
    return gekozen


def _check_bereik(email: str, telefoon: str) -> list[Fout]:
    fouten = []
    if email and not is_email(email):
        fouten.append(Fout("email", f"‘{email[:60]}’ is geen e-mailadres. Verbeter het of laat het leeg.", "email"))
    if telefoon and not to_telefoon_sleutel(telefoon):
        fouten.append(Fout("telefoon", f"‘{telefoon[:40]}’ is geen telefoonnummer. Verbeter het of laat het leeg.", "telefoon"))
    return fouten
