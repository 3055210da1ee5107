"""Ways to reach somebody, as keys that compare equal when they reach the same person."""

import re
import unicodedata

_EMAIL = re.compile(r"^[^@\s\x00-\x1f<>,;:\"()\[\]\\]+@[a-z0-9\-._\u00a1-\uffff]+\.[a-z0-9\-\u00a1-\uffff]{2,}$", re.IGNORECASE)
_NIET_CIJFER = re.compile(r"[\s\-().\u2010-\u2015/]")


def is_email(tekst: str) -> bool:
    """Say whether `tekst` has the shape of one e-mail address that can be answered."""
    return len(tekst) <= 254 and ".." not in tekst and bool(_EMAIL.match(tekst.strip()))


def to_email_sleutel(tekst: str) -> str:
    """Return the key under which an e-mail address is found: trimmed and in lower case."""
    return tekst.strip().lower()


def to_telefoon_sleutel(tekst: str) -> str:
    """Return the key under which a telephone number is found, or '' when it is none.

    Dutch numbers become E.164 ('+31612345678'); short and service numbers (14xxx, 0800,
    0900, 088, 112) stay as they are dialled, because they have no number abroad.
    """
    kaal = _NIET_CIJFER.sub("", tekst.strip())
    if not re.fullmatch(r"\+?\d{3,15}", kaal):
        return ""
    if kaal.startswith("+"):
        return kaal.replace("+310", "+31", 1)
    if kaal.startswith("00"):
        return "+" + kaal[2:].replace("310", "31", 1) if kaal.startswith("00310") else "+" + kaal[2:]
    if len(kaal) == 10 and kaal.startswith("0") and not kaal.startswith(("0800", "0900", "0906", "0909")):
        return "+31" + kaal[1:]
    return kaal


def to_zoeksleutel(tekst: str) -> str:
    """Return `tekst` in lower case without accents, for sorting and searching names as a Dutch reader expects.

    A control character parts words, as a space does: no name has one, and a database does not keep a NUL.
    """
    ontleed = unicodedata.normalize("NFKD", "".join(" " if unicodedata.category(teken) == "Cc" else teken for teken in tekst))
    kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(unicodedata.normalize("NFKD", kaal.casefold()).split())
