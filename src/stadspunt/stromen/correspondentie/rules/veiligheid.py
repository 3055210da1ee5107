"""What must not leave by mail."""

import re

from stadspunt.fundament.waarden.bereik import to_email_sleutel

_BSN = re.compile(r"(?<![\d.])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\d.]?\d)")
_LINK = re.compile(r"https?:|://|www\.|\b[\w-]{2,}\.(?!\s)[a-z]{2,}(?:/|\b)|@", re.IGNORECASE)
_ROBOT = re.compile(
    r"(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|geen[-_.]?antwoord|niet[-_.]?beantwoorden"
    r"|.+-request|.+-owner|owner-.+|listserv|majordomo)(?:[+=-].*)?",
    re.IGNORECASE,
)
_MAX_ECHO = 120


def find_bsns(tekst: str) -> tuple[str, ...]:
    """Return what reads as a burgerservicenummer: nine digits, alone, that pass the eleven-test.

    The test: 9a+8b+7c+6d+5e+4f+3g+2h-i is divisible by 11 (Logisch Ontwerp BSN). One in eleven
    numbers of nine digits passes it, so a hit is a question to the writer, no certainty.
    """
    return tuple(treffer[0] for treffer in _BSN.finditer(tekst) if _is_elfproef("".join(filter(str.isdecimal, treffer[0]))))


def _is_elfproef(cijfers: str) -> bool:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, gewichten, strict=True))
    return som % 11 == 0 and int(cijfers) > 0


def mask_bsns(tekst: str) -> str:
    """Return `tekst` with every burgerservicenummer made unreadable."""
    for bsn in find_bsns(tekst):
        tekst = tekst.replace(bsn, "*" * len(bsn))
    return tekst


def to_veilige_echo(tekst: str) -> str:
    """Return what a sender wrote as it may be repeated in an automatic message, or ''.

    Who forges a sender must not be able to have us deliver his link to somebody else.
    """
    kaal = " ".join(tekst.split())
    return "" if len(kaal) > _MAX_ECHO or _LINK.search(kaal) or find_bsns(kaal) else kaal


def is_robotadres(adres: str) -> bool:
    """Say whether the name of the mailbox already tells that nobody reads it (RFC 3834, section 2)."""
    return bool(_ROBOT.fullmatch(to_email_sleutel(adres).rpartition("@")[0]))
