"""Every door beside the work place: no accessibility fault in light and dark, no scrolling sideways."""

import pytest

from tests.browser.conftest import Pagina, check_axe, check_breedte
from tests.stad import Stad

pytestmark = pytest.mark.browser

DEUREN: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    (None, ("/", "/contact/", "/en/contact/", "/privacy/", "/toegankelijkheid/", "/aanmelden/", "/aanmelden/geen-rol/")),
    ("fatma", ("", "ontvangsten/", "verzendingen/", "afleveringen/", "postbussen/", "kanalen/", "ingangen/", "ingangen/nieuw/")),
    ("fatma", ("medewerkers/", "teams/", "teams/nieuw/", "afdelingen/", "gemeenten/", "gezondheid/", "/sturing/")),
    ("fatma", ("sjablonen/", "sjablonen/nieuw/", "producten/", "producten/nieuw/", "snelcodes/", "snelcodes/nieuw/")),
    ("fatma", ("servicenormen/", "sluitingsdagen/", "postbussen/nieuw/")),
    ("pien", ("inzage/", "noodinzagen/")),
    ("bram", ("/afdeling/",)),
    ("fatma", ("tekstblokken/", "tekstblokken/nieuw/", "macros/", "macros/nieuw/", "wachtredenen/", "wachtredenen/nieuw/")),
    ("fatma", ("tweede-stap/", "aanmeldlogboek/")),
    ("kim", ("/mijn/tekstblokken/", "/mijn/instellingen/")),
    ("rian", ("/aanmelden/geen-rol/",)),
)
WAT = (
    "public",
    "administration",
    "people-and-figures",
    "answers",
    "terms",
    "access-log",
    "department",
    "texts-and-macros",
    "signing-in",
    "own-settings",
    "no-role",
)


@pytest.mark.parametrize(("breedte", "donker"), [(320, True), (1280, False)], ids=["narrow-dark", "wide-light"])
@pytest.mark.parametrize(("wie", "paden"), DEUREN, ids=WAT)
def test_a_page_fits_in_the_window_and_has_no_fault_that_axe_knows(
    levende_stad: Stad, pagina: Pagina, wie: str | None, paden: tuple[str, ...], breedte: int, donker: bool
) -> None:
    blad = pagina(wie, breedte=breedte, donker=donker)
    for pad in paden:
        antwoord = blad.goto(pad if pad.startswith("/") else f"/beheer/{pad}")
        assert antwoord is not None
        assert antwoord.status in {200, 403}
        check_axe(blad)
        check_breedte(blad)
