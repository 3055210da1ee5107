"""A door for everybody opens for everybody, whatever cookies the browser still has, and asks no session."""

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.huis.test_poorten import list_adressen
from tests.stad import Stad

# What stands in an address; a page of which the thing is not there is a page too.
_DELEN = {"<uuid:ontvangst>": "0193b0a0-0000-7000-8000-000000000000", "<slug:gemeente>": "lindewaard", "<str:geheim>": "x" * 43}


def list_openbare_paden() -> list[str]:
    """Return the address of every screen that is open to everybody; Dutch has no prefix."""
    paden = []
    for pad, patroon in list_adressen():
        if getattr(getattr(patroon.callback, "scherm", None), "openbaar", False):
            for deel, waarde in _DELEN.items():
                pad = pad.replace(deel, waarde)
            paden.append("/" + pad.removeprefix("nl/"))
    return paden


def open_pagina(client: Client, pad: str) -> HttpResponse:
    """Open the page; a door that only takes a POST gets one."""
    antwoord = client.get(pad)
    return client.post(pad) if antwoord.status_code == 405 else antwoord


@pytest.mark.parametrize("pad", list_openbare_paden())
@pytest.mark.parametrize("koekje", ["live", "ended"])
def test_a_session_cookie_closes_no_public_door(stad: Stad, pad: str, koekje: str) -> None:
    client = stad.browser("kim")
    if koekje == "ended":
        client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    kaal = open_pagina(stad.browser(), pad)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = open_pagina(client, pad)
    assert antwoord.status_code == kaal.status_code < 500
    if antwoord.status_code == 200:
        assert [vraag["sql"] for vraag in vragen if "toegang_sessie" in vraag["sql"]] == []
        assert "Kim de Wit" not in antwoord.content.decode()


def test_the_public_doors_are_all_found() -> None:
    assert {"/", "/contact/", "/aanmelden/"} <= set(list_openbare_paden())
