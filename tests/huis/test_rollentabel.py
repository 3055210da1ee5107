"""Every screen against every person: who may open it stands here, and a screen without a row fails."""

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from tests.huis.test_poorten import ZONDER_POORT, list_adressen
from tests.stad import Stad

# Which of the people of the city hold any right for a purpose; everybody else gets 403.
WIE_MAG: dict[Doel, set[str]] = {
    Doel.KLANTVRAAG_BEHANDELEN: {"kim", "tess"},
    Doel.OVERDRACHT_BEANTWOORDEN: {"bram", "vera"},
    Doel.STUREN: {"kim", "tess", "fatma"},
    Doel.BEHEREN: {"fatma", "pien"},
    Doel.EIGEN_ACCOUNT: {"kim", "tess", "bram", "vera", "rian", "fatma", "pien"},
    Doel.STIJLGIDS: {"kim", "tess", "bram", "vera", "rian", "fatma"},
    Doel.EIGEN_WERKWIJZE: {"kim", "tess", "bram", "vera", "rian", "fatma", "pien"},
}
MENSEN = ("kim", "tess", "bram", "vera", "rian", "fatma", "pien", "gast")
# Stand-ins for the parts of an address; nothing in the city answers to them, so who may look gets 404.
INVULLING = {"str": "2026-999999-9", "int": "999999999", "uuid": "0193b0a0-0000-7000-8000-000000000000", "slug": "geen"}


def fill_in(patroon: str) -> str:
    """Return an address with its parts filled in."""
    for soort, waarde in INVULLING.items():
        while f"<{soort}:" in patroon:
            begin = patroon.index(f"<{soort}:")
            patroon = patroon[:begin] + waarde + patroon[patroon.index(">", begin) + 1 :]
    return "/" + patroon


STAF = [
    (fill_in(pad), patroon)
    for pad, patroon in list_adressen()
    if pad.strip("/") not in ZONDER_POORT and not patroon.callback.scherm.openbaar
]


def open_scherm(client: Client, pad: str) -> HttpResponseBase:
    """Open a screen as a browser does; one that only takes a POST gets an empty one."""
    antwoord = client.get(pad)
    return client.post(pad) if antwoord.status_code == 405 else antwoord


@pytest.mark.parametrize(("pad", "patroon"), STAF, ids=[pad for pad, _ in STAF])
def test_only_who_holds_the_purpose_passes(stad: Stad, pad: str, patroon: URLPattern) -> None:
    mag = WIE_MAG[Doel(patroon.callback.scherm.doel)]
    for wie in MENSEN:
        antwoord = open_scherm(stad.browser(wie), pad).status_code
        assert (antwoord != 403) == (wie in mag), f"{wie} kreeg {antwoord}"
        assert antwoord < 500


@pytest.mark.parametrize("pad", [pad for pad, _ in STAF])
def test_who_is_not_signed_in_is_sent_to_the_sign_in_page(stad: Stad, pad: str) -> None:
    antwoord = open_scherm(Client(), pad)
    assert (antwoord.status_code, antwoord.headers["Location"].split("?")[0]) == (302, "/aanmelden/")
