"""Address fields (RFC 5322, section 3.4) as people and programs really write them; linear, never recursive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.kopwaarden import ENCODED_WORD, decode_koptekst
from stadspunt.stromen.intake.rules.mailbericht import Adres, Adressen
from stadspunt.stromen.intake.rules.tekens import decode_kop, to_een_regel

# Encoded words come first: some programs leave commas and brackets inside them unencoded.
_TOKEN: Final = re.compile(
    rf'(?P<woord>{ENCODED_WORD})|"(?P<citaat>(?:[^"\\]|\\.)*+)"|<(?P<hoek>[^<>]*)>|(?P<haakje>[()])'
    r'|(?P<scheiding>[,;:])|(?P<wit>\s+)|(?P<atoom>[^\s,;:()<>"]+)|(?P<los>.)',
    re.DOTALL,
)
_ADRES: Final = re.compile(r'(?:[^@\s<>"(),:;\\\[\]]{1,200}|"[^"\\<>]{1,100}")@[^@\s<>"(),:;\\\[\]]{1,253}')
_ONTSNAPT: Final = re.compile(r"\\(.)", re.DOTALL)
_MAX_NAAM: Final = 200


@dataclass(slots=True)
class _Lopend:
    """The mailbox that is being read."""

    woorden: list[str] = field(default_factory=list)
    opmerking: list[str] = field(default_factory=list)
    adres: str = ""
    heeft_hoek: bool = False

    def is_leeg(self) -> bool:
        return not (self.heeft_hoek or "".join(self.woorden).strip() or self.adres)


def parse_adressen(velden: list[bytes]) -> Adressen:
    """Return the addresses of one or more fields of the same name: the first ones, and the number of all.

    Groups are opened ('team: a@x, b@x;'), comments become the name when there is no other. The name is decoded after
    the structure is read, so that an encoded '<' never makes an address.
    """
    eerste: list[Adres] = []
    aantal = 0
    for veld in velden:
        for adres in _read_veld(decode_kop(veld)):
            aantal += 1
            if len(eerste) < grenzen.ADRESSEN:
                eerste.append(adres)
    return Adressen(tuple(eerste), aantal)


def clean_adres(ruw: str) -> str:
    """Return `ruw` as an address that mail can be sent to (domain in lower case), '' when it is none."""
    kaal = to_een_regel(ruw).strip(" <>,;[]").replace(" @", "@").replace("@ ", "@")
    if not kaal.startswith('"') or kaal.endswith('"'):
        kaal = kaal.strip("'\"")
    kaal = kaal.removeprefix("mailto:").rstrip(".")
    if ":" in kaal and kaal.startswith("@"):
        kaal = kaal.rpartition(":")[2]  # source route, RFC 5321 appendix C
    if not _ADRES.fullmatch(kaal):
        return ""
    lokaal, _, domein = kaal.rpartition("@")
    return f"{lokaal}@{domein.lower()}"


def _read_veld(tekst: str) -> Iterator[Adres]:
    lopend = _Lopend()
    diepte = 0
    for token in _TOKEN.finditer(tekst):
        soort, waarde = token.lastgroup, token[token.lastgroup or 0]
        if soort == "haakje":
            diepte = diepte + 1 if waarde == "(" else max(0, diepte - 1)
        elif diepte:
            lopend.opmerking.append(token[0])
        elif soort == "scheiding":
            if waarde != ":":
                yield from _flush(lopend)
                lopend = _Lopend()
            elif "@" not in "".join(lopend.woorden):
                lopend = _Lopend()  # the words so far were the name of a group
        elif soort == "hoek":
            if lopend.heeft_hoek and lopend.adres:
                yield from _flush(lopend)
                lopend = _Lopend()
            lopend.adres, lopend.heeft_hoek = clean_adres(waarde), True
        elif soort == "citaat":
            kaal = _ONTSNAPT.sub(r"\1", waarde)
            lopend.woorden.append(f'"{kaal}"' if tekst.startswith("@", token.end()) else kaal)
        elif soort in ("woord", "atoom"):
            lopend.woorden.append(waarde)
        elif soort == "wit":
            lopend.woorden.append(" ")
    yield from _flush(lopend)


def _flush(lopend: _Lopend) -> Iterator[Adres]:
    if lopend.is_leeg():
        return
    ruwe_naam = "".join(lopend.woorden)
    adres = lopend.adres
    if not adres:
        adres, ruwe_naam = _find_in_woorden(ruwe_naam)
    naam = _decode_naam(ruwe_naam) or _decode_naam("".join(lopend.opmerking))
    if not adres and "=?" in ruwe_naam:
        adres, naam = _find_in_woorden(naam.replace("<", " ").replace(">", " "))
    yield Adres("" if naam.lower() == adres.lower() else naam[:_MAX_NAAM], adres)


def _find_in_woorden(tekst: str) -> tuple[str, str]:
    """Return the address among bare words, and the words without it ('jan jansen jan@example.org')."""
    heel = clean_adres(tekst)
    if heel:
        return heel, ""
    woorden = tekst.split()
    for plaats, woord in enumerate(woorden):
        if "@" in woord and (adres := clean_adres(woord)):
            return adres, " ".join(woorden[:plaats] + woorden[plaats + 1 :])
    return "", tekst


def _decode_naam(ruw: str) -> str:
    naam = decode_koptekst(ruw.encode("utf-8", "replace")) if "=?" in ruw else to_een_regel(ruw)
    return naam.strip(" '\"")
