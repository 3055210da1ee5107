"""Every key that a page or a script binds stands in the one list of keys, and every key of the list is bound somewhere."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import amend_concept
from stadspunt.fundament.schermen.toetsen import PAGINATOETSEN, TOETSGROEPEN
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.bouw import build_opzet
from stadspunt.stromen.klantcontacten.actions.wachten import snooze_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.queries_beheer import list_wachtredenen
from stadspunt.stromen.klantcontacten.rules import Wachten
from stadspunt.stromen.macros.actions.inrichten import add_macro
from stadspunt.stromen.macros.actions.uitvoeren import run_macro
from stadspunt.stromen.macros.rules import Macrogegevens, Stap, Stapsoort
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.huis.bouwtekening import PAKKET
from tests.stad import Stad

JS = [pad for pad in PAKKET.rglob("static/**/*.js") if pad.is_file()]


def open_pagina(stad: Stad, wie: str, pad: str) -> str:
    antwoord = stad.browser(wie).get(pad)
    assert antwoord.status_code == 200, pad
    return antwoord.content.decode()


def open_vraag(stad: Stad, vraag_id: int) -> str:
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    return open_pagina(stad, "kim", f"/werkplek/klantvragen/{nummer}/")


def list_paginas(stad: Stad) -> list[str]:
    """Return pages in which every kind of thing that can have a key is there."""
    macros = [
        add_macro(
            stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, Macrogegevens(f"M{nummer}", (Stap(Stapsoort.OPPAKKEN),))
        )
        for nummer in range(10)
    ]
    nieuw, terug, onderweg, gedaan = stad.klantvraag(wie="systeem"), stad.klantvraag(), stad.klantvraag(), stad.klantvraag()
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Klopt dit?", Vorm.ADVIES, stad.handeling().vandaag)
    return_overdracht(
        stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), hand_over_klantvraag(stad.handeling(), terug, voorstel), "Ja."
    )
    send_antwoord(stad.handeling(), onderweg, build_opzet("joost.jansen@example.org"))
    run_macro(stad.handeling(), macros[0], gedaan, uuid4())
    wacht = stad.klantvraag()
    reden = list_wachtredenen(stad.gemeente_id)[0].id
    wachten = Wachten(stad.handeling().moment + timedelta(days=1), reden, "Morgen weer.")
    versie = get_klantvragen(stad.systeem().raadpleging, [wacht])[wacht].versie
    snooze_klantvraag(stad.handeling(), wacht, wachten, versie)
    paginas = [open_vraag(stad, een) for een in (terug, onderweg, gedaan, wacht, stad.klantvraag(), nieuw)]
    # With a client active his questions can be added to the contact, and he can be let go of.
    amend_concept(stad.handeling(), "contact-1", {"partij": [str(stad.partijen["joost"])]}, titel="", url="/werkplek/")
    paginas.append(open_vraag(stad, nieuw))
    paginas += [open_pagina(stad, "kim", pad) for pad in ("/werkplek/?lijst=open", "/werkplek/contacten/nieuw/")]
    return [*paginas, open_pagina(stad, "bram", "/afdeling/"), open_pagina(stad, "fatma", "/beheer/")]


def test_the_keys_of_the_pages_are_those_of_the_list(stad: Stad) -> None:
    gebonden = {toets for pagina in list_paginas(stad) for toets in re.findall(r'data-sneltoets="([^"]+)"', pagina)}
    assert gebonden == set(PAGINATOETSEN)


def list_scripttoetsen(pad: Path) -> set[str]:
    """Return the letters and signs that a script listens to by itself."""
    return set(re.findall(r'\.key(?:\.toLowerCase\(\))? === "(.)"', pad.read_text("utf-8")))


def test_the_keys_of_the_scripts_are_those_of_the_sheet() -> None:
    in_blad = {deel.lower() for groep in TOETSGROEPEN for toets in groep.toetsen for deel in toets.delen if len(deel) == 1}
    in_scripts = {toets for pad in JS for toets in list_scripttoetsen(pad)}
    # The colons are read from the field, and the figures of the strip from the place of the key.
    assert in_scripts == in_blad - {"1", "9", "…"}


def test_the_sheet_shows_every_key_that_works_everywhere(stad: Stad) -> None:
    blad = open_pagina(stad, "kim", "/werkplek/").partition('id="sneltoetsen"')[2]
    for groep in TOETSGROEPEN:
        assert f"<h3>{groep.naam}</h3>" in blad
        for toets in groep.toetsen:
            assert f"<dd>{toets.naam}</dd>" in blad
