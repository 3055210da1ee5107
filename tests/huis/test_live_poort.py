"""Nobody follows a list that he may not see."""

from datetime import date

from asgiref.sync import async_to_sync
from django.conf import settings

from stadspunt.project.live_poort import mag_volgen
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad


def volg(stad: Stad, wie: str | None, *lijsten: str) -> list[str]:
    cookies = {}
    if wie:
        cookies[settings.SESSION_COOKIE_NAME] = stad.browser(wie).cookies[settings.SESSION_COOKIE_NAME].value
    return async_to_sync(mag_volgen)(cookies, list(lijsten))


def test_an_agent_follows_teams_and_questions_of_the_municipality(stad: Stad) -> None:
    lijsten = [f"team-{stad.teams['mit']}", f"vraag-{stad.klantvraag()}"]
    assert volg(stad, "kim", *lijsten, "vraag-999999999", "team-0", "rommel", "vraag-1;x") == lijsten


def test_a_department_follows_only_its_own_list(stad: Stad) -> None:
    eigen, ander = (f"afdeling-{stad.afdelingen[naam]}" for naam in ("belastingen", "vergunningen"))
    assert volg(stad, "bram", eigen, ander, f"team-{stad.teams['mit']}") == [eigen]


def test_who_is_not_signed_in_or_has_no_role_follows_nothing(stad: Stad) -> None:
    team = f"team-{stad.teams['mit']}"
    assert volg(stad, None, team) == volg(stad, "gast", team) == []


def test_a_specialist_follows_an_order_of_his_own_department_only(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Bezwaar")
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Op tijd?", Vorm.ADVIES, date(2026, 11, 26))
    lijst = f"opdracht-{hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)}"
    assert [volg(stad, wie, lijst) for wie in ("bram", "vera", "kim", "gast")] == [[lijst], [], [], []]
