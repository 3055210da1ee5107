"""Whatever stands in an address or a form: a message or a plain page, and never a fault of ours."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import URLPattern

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.huis.test_poorten import ZONDER_POORT, list_adressen
from tests.huis.test_rollentabel import WIE_MAG, fill_in
from tests.stad import Stad

# A NUL (which PostgreSQL does not keep), more digits than Python reads, more than a column holds, letters that look like
# digits, a way out of the folder, and something that only looks like what is asked.
KWAAD = ("\x00", "9" * 5000, "-1", "²", "../../etc/passwd", "0", "9" * 18, "x" * 3000, "1e9", "[]", "2026-02-30")
# Names that addresses of the house understand.
VRAAGDELEN = (
    "q", "lijst", "team", "kanaal", "ingang", "product", "status", "sorteer", "blad", "partij", "contact", "bericht", "soort",
    "overdracht", "verstuurd", "van", "tot", "jaar", "zonder", "gemeente", "medewerker", "afloop",
    "dag", "next", "wie", "afdeling", "hier", "waarvoor",
)  # fmt: skip


class Invoer(HTMLParser):
    """The names of everything that can be filled in on a page, and its buttons with what they say."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.namen: set[str] = set()
        self.knoppen: set[tuple[str, str]] = set()
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        bij = dict(attrs)
        if tag in {"input", "textarea", "select", "button"} and bij.get("type") != "file" and bij.get("name"):
            self.namen.add(bij["name"] or "")
        if tag == "button" and bij.get("name"):
            # Of a list of buttons that differ by a number one is enough.
            soort = (bij.get("value") or "").partition("-")[0]
            if not any(waarde.startswith(soort) for naam, waarde in self.knoppen if naam == bij["name"]):
                self.knoppen.add((bij["name"] or "", bij.get("value") or ""))


def list_doelen() -> list[tuple[str, URLPattern]]:
    return [(pad, patroon) for pad, patroon in list_adressen() if pad.strip("/") not in ZONDER_POORT]


def open_adres(stad: Stad, patroon: str) -> str:
    """Return the address with things of the city in it, so that more than a 404 is reached."""
    vraag_id = stad.klantvraag("Grofvuil")
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    for deel, waarde in (
        ("<str:nummer>", nummer),
        ("<int:partij_id>", str(stad.partijen["joost"])),
        ("<str:cijfer>", "wachtend"),
    ):
        patroon = patroon.replace(deel, waarde)
    return fill_in(patroon)


def make_client(stad: Stad, patroon: URLPattern) -> Client:
    poort = patroon.callback.scherm
    mensen = WIE_MAG.get(Doel(poort.doel), set())
    client = stad.browser(None if poort.openbaar else min(mensen))
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(("pad", "patroon"), list_doelen(), ids=[pad for pad, _ in list_doelen()])
def test_bad_input_is_never_a_fault_of_ours(stad: Stad, pad: str, patroon: URLPattern) -> None:
    client, adres = make_client(stad, patroon), open_adres(stad, pad)
    begin = client.get(adres)
    invoer = Invoer(begin.content.decode() if begin.status_code == 200 and not begin.streaming else "")
    extra = {"plek", "actie", "sleutel", "concept-plek", "concept-titel", "concept-adres", "concept-sinds", "concept-versie"}
    for kwaad in KWAAD:
        antwoord = client.get(adres, dict.fromkeys(VRAAGDELEN, kwaad))
        assert antwoord.status_code < 500, f"GET met {kwaad[:20]!r}"
        antwoord = client.post(adres, dict.fromkeys(invoer.namen | extra, kwaad))
        assert antwoord.status_code < 500, f"POST met {kwaad[:20]!r}"
    for naam, waarde in sorted(invoer.knoppen):
        for kwaad in KWAAD[:4]:
            antwoord = client.post(adres, dict.fromkeys(invoer.namen | extra, kwaad) | {naam: waarde})
            assert antwoord.status_code < 500, f"{waarde} met {kwaad[:20]!r}"
