"""What typing `::` gets from the server: what fits, filled, and nothing of others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.tekstblokken.actions import add_eigen_tekstblok, add_tekstblok
from stadspunt.bronnen.tekstblokken.queries import list_gedeelde_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens, Waarvoor
from stadspunt.fundament.toegang.models import Inzage
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

TEKST = "{aanhef} uw vraag {nummer} over {product} is bij {medewerker}."


def add(stad: Stad, code: str = "stand", tekst: str = TEKST, **anders: object) -> int:
    gegevens = Tekstblokgegevens(f"Blok {code}", code, tekst, **anders)  # type: ignore[arg-type]
    return add_tekstblok(stad.handeling("fatma", Doel.BEHEREN), gegevens, stad.gemeente_id)


def get_nummer(stad: Stad, vraag_id: int) -> str:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer


def vraag_blokken(stad: Stad, pad: str, wie: str = "kim", waar: str = "werkplek", **meer: str) -> list[dict[str, str]]:
    antwoord = stad.browser(wie).get(f"/{waar}/tekstblokken/", {"hier": pad} | meer)
    assert antwoord.status_code == 200
    return antwoord.json()["blokken"]


def test_fields_come_from_the_record_and_what_is_not_known_is_marked(stad: Stad) -> None:
    add(stad)
    nummer = get_nummer(stad, stad.klantvraag())
    (blok,) = vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/beantwoorden/")
    assert blok["tekst"] == f"Beste Joost Jansen, uw vraag {nummer} over [vul in: de naam van het product] is bij Kim de Wit."


def test_a_client_without_a_name_gets_no_name(stad: Stad) -> None:
    add(stad, tekst="Dag {naam}")
    nummer = get_nummer(stad, stad.klantvraag(partij_id=None))
    assert vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/")[0]["tekst"] == "Dag [vul in: de naam van de klant]"


def test_a_new_contact_has_no_record_yet(stad: Stad) -> None:
    add(stad, tekst="{naam} belde met {medewerker} van {gemeente}")
    tekst = vraag_blokken(stad, "/werkplek/contacten/nieuw/")[0]["tekst"]
    assert tekst == "[vul in: de naam van de klant] belde met Kim de Wit van Lindewaard"


@pytest.mark.parametrize(
    ("pagina", "codes"),
    [("", ["n"]), ("beantwoorden/", ["m"]), ("overdragen/", ["a"]), ("controleren/", ["a"]), ("contact/", ["b", "n"])],
)
def test_each_page_offers_what_its_fields_are_for(stad: Stad, pagina: str, codes: list[str]) -> None:
    for code, waarvoor in zip("mbna", Waarvoor, strict=True):
        add(stad, code, waarvoor=(waarvoor,))
    nummer = get_nummer(stad, stad.klantvraag())
    blokken = vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/{pagina}")
    assert sorted(blok["code"] for blok in blokken) == codes


def test_the_note_for_another_team_gets_notes(stad: Stad) -> None:
    add(stad, waarvoor=(Waarvoor.NOTITIE,))
    pad = f"/werkplek/klantvragen/{get_nummer(stad, stad.klantvraag())}/overdragen/"
    assert [blok["code"] for blok in vraag_blokken(stad, pad, waarvoor="notitie")] == ["stand"]
    assert vraag_blokken(stad, pad, waarvoor="iets anders") == []


def test_an_english_question_gets_english_in_its_mail(stad: Stad) -> None:
    add(stad, tekst="Hartelijk dank.", tekst_en="Thank you. We answer by {beloofd}.")
    nummer = get_nummer(stad, stad.klantvraag(taal="en"))
    (blok,) = vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/beantwoorden/")
    assert blok["tekst"] == "Thank you. We answer by Tuesday 1 December 2026."
    assert vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/")[0]["tekst"] == "Hartelijk dank."


def test_the_look_at_the_client_is_written_down(stad: Stad) -> None:
    add(stad)
    nummer = get_nummer(stad, stad.klantvraag())
    voor = Inzage.objects.count()
    vraag_blokken(stad, f"/werkplek/klantvragen/{nummer}/beantwoorden/")
    assert Inzage.objects.count() > voor


def test_a_department_gets_its_own_kind_about_its_own_order(stad: Stad) -> None:
    add(stad, "dank", "Dank voor vraag {nummer}.", waarvoor=(Waarvoor.AFDELING,))
    add(stad, "mail", "Niet hier.", waarvoor=(Waarvoor.MAIL,))
    vraag_id = stad.klantvraag()
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Klopt dit?", Vorm.ADVIES, stad.handeling().vandaag)
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)
    (order,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    pad = f"/afdeling/opdrachten/{order.uuid}/"
    assert [blok["tekst"] for blok in vraag_blokken(stad, pad, "bram", "afdeling")] == [
        f"Dank voor vraag {get_nummer(stad, vraag_id)}."
    ]
    assert stad.browser("vera").get("/afdeling/tekstblokken/", {"hier": pad}).status_code == 404
    antwoord = stad.browser("bram").post(f"{pad}teruggeven/", {"antwoord": "Het bedrag is [vul in: bedrag]."})
    assert (antwoord.status_code, "Vul nog in: [vul in: bedrag]" in antwoord.content.decode()) == (400, True)


def test_use_is_counted(stad: Stad) -> None:
    blok = add(stad)
    assert stad.kim.post(f"/werkplek/tekstblokken/{blok}/gebruikt/").status_code == 204
    (regel,) = list_gedeelde_tekstblokken(stad.raadpleging("fatma", Doel.BEHEREN))
    assert regel.aantal_gebruikt == 1
    assert "1 keer, laatst vandaag" in stad.browser("fatma").get("/beheer/tekstblokken/").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_blocks(stad: Stad) -> None:
    pad = f"/werkplek/klantvragen/{get_nummer(stad, stad.klantvraag())}/beantwoorden/"
    add(stad)
    kim = stad.kim
    kim.get("/werkplek/tekstblokken/", {"hier": pad})
    with CaptureQueriesContext(connection) as een:
        kim.get("/werkplek/tekstblokken/", {"hier": pad})
    for nummer in range(40):
        add_eigen_tekstblok(stad.handeling(), Tekstblokgegevens(f"Blok {nummer}", f"c{nummer}", TEKST))
    with CaptureQueriesContext(connection) as veel:
        kim.get("/werkplek/tekstblokken/", {"hier": pad})
    assert len(veel) == len(een)
