"""Putting two questions together on the screens: choose, look, do it, and take it back."""

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_veld, get_vraag
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, drop_klantvraag
from stadspunt.stromen.klantcontacten.rules import Status, Vervalreden
from tests.stad import Stad


def adres(stad: Stad, vraag_id: int, deel: str = "samenvoegen/") -> str:
    return f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/{deel}"


def twee_vragen(stad: Stad) -> tuple[int, int]:
    eerste = stad.klantvraag("Bezwaar tegen aanslag")
    stad.vooruit(hours=1)
    return eerste, stad.klantvraag("Nog eens over de aanslag")


def test_a_question_that_looks_alike_is_offered_calmly(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    tekst = get_tekst(stad.kim.get(adres(stad, tweede, "")))
    assert "Deze klant heeft nog een open vraag die hierop lijkt: Bezwaar tegen aanslag" in tekst
    stad.klantvraag("Paspoort kwijt")
    keuze = get_tekst(stad.kim.get(adres(stad, eerste)))
    assert keuze.count("Lijkt op deze vraag") == 1
    assert "Paspoort kwijt" in keuze


def test_an_agent_sees_both_and_the_result_and_merges(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    add_notitie(stad.handeling(), tweede, "Belde weer.")
    voorbeeld = stad.kim.get(adres(stad, tweede), {"met": get_nummer(stad, eerste)})
    tekst = get_tekst(voorbeeld)
    assert all(deel in tekst for deel in ("Deze blijft", "Deze gaat erin op", "2 contacten, 1 notitie"))
    velden = {naam: get_veld(voorbeeld, naam) for naam in ("blijver", "opgegaan", "versie_blijver", "versie_opgegaan")}
    assert velden["blijver"] == str(eerste)
    na = get_tekst(stad.kim.post(adres(stad, tweede), velden, follow=True))
    assert f"Samengevoegd: {get_nummer(stad, tweede)} ging op in {get_nummer(stad, eerste)}" in na
    oud = get_tekst(stad.kim.get(adres(stad, tweede, "")))
    assert f"Ga naar vraag {get_nummer(stad, eerste)}" in oud
    assert "Samenvoegen ongedaan maken" in oud


def test_undo_says_first_what_goes_back(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    voorbeeld = stad.kim.get(adres(stad, tweede), {"met": get_nummer(stad, eerste)})
    velden = {naam: get_veld(voorbeeld, naam) for naam in ("blijver", "opgegaan", "versie_blijver", "versie_opgegaan")}
    stad.kim.post(adres(stad, tweede), velden)
    assert "Wat daarna kwam, blijft bij" in get_tekst(stad.kim.get(adres(stad, tweede, "uit-elkaar/")))
    assert "zijn weer los van elkaar" in get_tekst(stad.kim.post(adres(stad, tweede, "uit-elkaar/"), follow=True))
    assert get_vraag(stad, tweede).status == Status.IN_BEHANDELING
    assert stad.kim.post(adres(stad, tweede, "uit-elkaar/")).status_code == 409


def test_what_went_into_another_question_takes_nothing_more(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    voorbeeld = stad.kim.get(adres(stad, tweede), {"met": get_nummer(stad, eerste)})
    velden = {naam: get_veld(voorbeeld, naam) for naam in ("blijver", "opgegaan", "versie_blijver", "versie_opgegaan")}
    stad.kim.post(adres(stad, tweede), velden)
    pagina = stad.kim.get(adres(stad, tweede, "")).content.decode()
    assert [een for een in ("notitie/", "wijzigen/", "vertrouwelijk/", "vervallen/") if adres(stad, tweede, een) in pagina] == []
    antwoord = stad.kim.post(adres(stad, tweede, "notitie/"), {"tekst": "Belde weer."})
    assert antwoord.status_code == 409
    assert "Ga naar die vraag en doe het daar" in get_tekst(antwoord)


def test_turned_round_the_newest_stays(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    voorbeeld = stad.kim.get(adres(stad, tweede), {"met": get_nummer(stad, eerste), "andersom": "1"})
    assert get_veld(voorbeeld, "blijver") == str(tweede)


def test_what_cannot_be_merged_is_told_at_the_field(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    drop_klantvraag(stad.handeling(), eerste, Vervalreden.SPAM)
    for met, fout in (
        ("", "Vul een nummer in."),
        ("2026-1", "Deze vraag is er niet."),
        (get_nummer(stad, eerste), "niet meer open"),
    ):
        antwoord = stad.kim.get(adres(stad, tweede), {"met": met})
        assert antwoord.status_code == 400
        assert fout in get_tekst(antwoord)


def test_two_clients_are_refused_with_what_to_do(stad: Stad) -> None:
    ander = register_partij(stad.systeem(), stad.gemeente_id, Partijgegevens("Fien de Boer", "fien@example.org"))
    eerste, tweede = stad.klantvraag(), stad.klantvraag(partij_id=ander)
    velden = {"blijver": eerste, "opgegaan": tweede, "versie_blijver": 1, "versie_opgegaan": 1}
    antwoord = stad.kim.post(adres(stad, tweede), velden)
    assert antwoord.status_code == 400
    assert "Koppel dan eerst de juiste klant." in get_tekst(antwoord)
    assert stad.kim.post(adres(stad, tweede), velden | {"blijver": "x"}).status_code == 404
