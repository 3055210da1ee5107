"""Read what a screen shows and what was kept, in the words of the tests."""

import html
import re

from django.http import HttpResponse

from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad


def get_tekst(antwoord: HttpResponse) -> str:
    """Return what a reader sees: the text without tags, spaces made one."""
    zonder = re.sub(r"<(script|style|datalist)\b.*?</\1>|<[^>]+>", " ", antwoord.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(zonder).split())


def get_vraag(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    """Return one question as it is now."""
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def get_nummer(stad: Stad, vraag_id: int) -> str:
    """Return the number of a question."""
    return get_vraag(stad, vraag_id).nummer


def get_veld(antwoord: HttpResponse, naam: str) -> str:
    """Return the value of a (hidden) input on the page."""
    invoer = re.search(rf'<input[^>]*name="{re.escape(naam)}"[^>]*>', antwoord.content.decode())
    assert invoer is not None, f"geen veld {naam}"
    waarde = re.search(r'value="([^"]*)"', invoer[0])
    return html.unescape(waarde[1]) if waarde else ""
