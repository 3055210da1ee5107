"""What a product and a quick code must be."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from stadspunt.fundament.fouten import Fout

MAX_WERKDAGEN = 90
_MAXIMA = {"naam": 150, "thema": 100, "zoekwoorden": 500, "eerste_antwoord": 5000, "knip": 200, "upl_uri": 200}
_CODE = re.compile(r"[a-z0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Productgegevens:
    """What an editor fills in for a product; the `slug` is kept for as long as the product lives."""

    naam: str
    slug: str
    afdeling_id: int
    upl_uri: str = ""
    thema: str = ""
    zoekwoorden: str = ""
    eerste_antwoord: str = ""
    knip: str = ""
    norm_werkdagen: int | None = None
    eigenaar_id: int | None = None
    vertrouwelijk: bool = False


@dataclass(frozen=True, slots=True)
class Snelcodegegevens:
    """What an editor fills in for a quick code."""

    code: str
    naam: str
    antwoord: str
    product_id: int | None = None


def check_product(gegevens: Productgegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse a product; empty means that it can be kept."""
    fouten = []
    if not gegevens.naam.strip() or not gegevens.slug:
        fouten.append(Fout("leeg", "Vul een naam in met letters of cijfers.", "naam"))
    for veld, maximum in _MAXIMA.items():
        if len(getattr(gegevens, veld).strip()) > maximum:
            fouten.append(Fout("te-lang", f"Gebruik niet meer dan {maximum} tekens.", veld))
    if gegevens.upl_uri.strip() and not _is_webadres(gegevens.upl_uri.strip()):
        fouten.append(Fout("geen-adres", "Vul een webadres in dat begint met http:// of https://, of laat dit leeg.", "upl_uri"))
    if gegevens.norm_werkdagen is not None and not 0 <= gegevens.norm_werkdagen <= MAX_WERKDAGEN:
        fouten.append(Fout("norm", f"Vul een aantal werkdagen in van 0 tot en met {MAX_WERKDAGEN}.", "norm_werkdagen"))
    return tuple(fouten)


def check_snelcode(gegevens: Snelcodegegevens) -> tuple[Fout, ...]:
    """Return every reason to refuse a quick code; empty means that it can be kept."""
    fouten = []
    if not _CODE.fullmatch(to_code(gegevens.code)):
        fouten.append(Fout("code", "Vul een code in van 1 tot 6 letters of cijfers, bijvoorbeeld mi.", "code"))
    if not 0 < len(gegevens.naam.strip()) <= 100:
        fouten.append(Fout("naam", "Vul een naam in van 1 tot 100 tekens.", "naam"))
    if not 0 < len(gegevens.antwoord.strip()) <= 5000:
        fouten.append(Fout("antwoord", "Vul een antwoord in van 1 tot 5000 tekens.", "antwoord"))
    return tuple(fouten)


def to_code(tekst: str) -> str:
    """Return a quick code as it is kept: somebody types it without looking at capitals."""
    return tekst.strip().lower()


def _is_webadres(tekst: str) -> bool:
    try:
        delen = urlsplit(tekst)
    except ValueError:
        return False
    return delen.scheme in {"http", "https"} and bool(delen.netloc) and not any(teken.isspace() for teken in tekst)
