"""What an agent types is kept while he types; who is at the same question is seen."""

from datetime import timedelta

import pytest

from stadspunt.fundament.concepten.queries import find_concept, list_concepten
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad

BEWAREN = "/werkplek/concepten/"


def typ(stad: Stad, tekst: str, wie: str = "kim", **bij: str) -> tuple[int, dict[str, object]]:
    velden = {"tekst": tekst, "concept-plek": "vraag-12-antwoord", "concept-titel": "Grofvuil", "concept-adres": "/werkplek/"}
    sinds = {"concept-sinds": get_moment().isoformat()}
    antwoord = stad.browser(wie).post(BEWAREN, velden | sinds | bij)
    return antwoord.status_code, antwoord.json()


def get_tekst(stad: Stad, wie: str = "kim") -> str | None:
    concept = find_concept(stad.raadpleging(wie), "vraag-12-antwoord")
    return concept.get_waarde("tekst") if concept else None


def test_what_is_typed_is_kept_and_the_time_is_told(stad: Stad) -> None:
    assert typ(stad, "Beste Joost,") == (200, {"versie": 1, "om": "vandaag 10.10 uur"})
    assert get_tekst(stad) == "Beste Joost,"


def test_a_draft_of_another_window_is_not_overwritten(stad: Stad) -> None:
    typ(stad, "eerste venster")
    status, lijf = typ(stad, "tweede venster")
    assert status == 409
    assert "ander venster" in str(lijf["tekst"])
    assert get_tekst(stad) == "eerste venster"


def test_a_place_that_is_no_place_is_refused(stad: Stad) -> None:
    status, lijf = typ(stad, "x", **{"concept-plek": "../../etc"})
    assert (status, lijf["tekst"]) == (400, "Deze plek bestaat niet. Laad de pagina opnieuw.")


@pytest.mark.parametrize("adres", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)", ""])
def test_a_draft_never_leads_away_from_this_site(stad: Stad, adres: str) -> None:
    typ(stad, "x", **{"concept-adres": adres})
    (concept,) = list_concepten(stad.raadpleging())
    assert concept.url == "/werkplek/"


def test_a_draft_is_thrown_away_by_its_owner(stad: Stad) -> None:
    typ(stad, "weg ermee")
    antwoord = stad.kim.post("/werkplek/concepten/weg/", {"plek": "vraag-12-antwoord", "naar": "/werkplek/?lijst=nieuw"})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/werkplek/?lijst=nieuw")
    assert get_tekst(stad) is None


def test_who_is_at_the_same_question_is_seen_and_gone_again(stad: Stad) -> None:
    vraag = get_klantvragen(stad.systeem().raadpleging, [stad.klantvraag()])
    ((vraag_id, beeld),) = vraag.items()
    stad.browser("tess").post("/werkplek/aanwezig/", {"plek": f"vraag-{vraag_id}", "schrijft": "1"})
    lezers = f"/werkplek/klantvragen/{beeld.nummer}/lezers/"
    assert "Tess" in stad.kim.get(lezers).content.decode()
    assert "schrijft" in stad.kim.get(lezers).content.decode()
    assert "Tess" not in stad.browser("tess").get(lezers).content.decode()
    stad.browser("tess").post("/werkplek/aanwezig/", {"plek": f"vraag-{vraag_id}", "weg": "1"})
    assert "Tess" not in stad.kim.get(lezers).content.decode()


def test_presence_at_what_one_may_not_see_leaves_no_trace(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert stad.browser("bram").post("/werkplek/aanwezig/", {"plek": f"vraag-{vraag_id}"}).status_code == 403
    assert stad.kim.post("/werkplek/aanwezig/", {"plek": "vraag-999999"}).status_code == 204
    assert stad.kim.post("/werkplek/aanwezig/", {"plek": "vraag-²"}).status_code == 204


def test_presence_is_over_when_no_sign_comes(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    stad.browser("tess").post("/werkplek/aanwezig/", {"plek": f"vraag-{vraag_id}"})
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    stad.vooruit(seconds=timedelta(minutes=2).total_seconds())
    assert "Tess" not in stad.kim.get(f"/werkplek/klantvragen/{nummer}/lezers/").content.decode()
