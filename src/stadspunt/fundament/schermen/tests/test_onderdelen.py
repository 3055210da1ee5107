"""Pages, due moments and the small signs."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from stadspunt.fundament.schermen.duur import describe_duur, to_termijn
from stadspunt.fundament.schermen.onderdelen import Bestand, Blad, Niveau, Toast

UUR = timedelta(hours=1)


def draw(tekst: str, pad: str = "/lijst/", **context: object) -> str:
    return Template("{% load schermen %}" + tekst).render(Context({"request": RequestFactory().get(pad), **context}))


@pytest.mark.parametrize(
    ("duur", "woorden"),
    [
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=3, minutes=10), "3 u 10 min"),
        (timedelta(hours=27), "1 d 3 u"),
        (timedelta(days=2), "2 d"),
        (timedelta(seconds=1), "1 min"),
    ],
)
def test_a_distance_is_told_in_at_most_two_units(duur: timedelta, woorden: str) -> None:
    assert describe_duur(duur) == woorden


def test_a_day_of_eight_opening_hours_counts_as_a_day() -> None:
    assert describe_duur(11 * UUR, werkdag=8 * UUR) == "1 d 3 u"


def test_a_due_moment_turns_when_three_quarters_of_the_time_is_gone() -> None:
    assert to_termijn(3 * UUR, 0.74, "di").niveau is Niveau.RUIM
    assert to_termijn(3 * UUR, 0.75, "di").niveau is Niveau.BIJNA


def test_a_due_moment_that_passed_says_how_long_ago() -> None:
    termijn = to_termijn(-2 * UUR, 1.2, "ma 23 nov 15.00")
    assert (termijn.tekst, termijn.niveau) == ("2 u te laat", Niveau.TE_LAAT)


def test_a_page_knows_its_rows_and_neighbours() -> None:
    blad = Blad(3, 25, 204)
    assert (blad.eerste_regel, blad.laatste_regel, blad.laatste, blad.vorige, blad.volgende) == (51, 75, 9, 2, 4)


def test_page_numbers_show_a_gap_only_where_more_than_one_is_left_out() -> None:
    assert Blad(5, 10, 100).list_nummers() == (1, None, 4, 5, 6, None, 10)
    assert Blad(3, 10, 100).list_nummers() == (1, 2, 3, 4, None, 10)
    assert Blad(4, 10, 70).list_nummers() == (1, 2, 3, 4, 5, 6, 7)


def test_an_empty_list_has_one_page() -> None:
    assert Blad(1, 25, 0).list_nummers() == (1,)


def test_a_page_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="geen blad"):
        Blad(10, 25, 204)


def test_paging_keeps_the_filters() -> None:
    html = draw("{% paginering blad %}", "/lijst/?kanaal=email&blad=3", blad=Blad(3, 25, 204))
    assert 'href="?kanaal=email&amp;blad=4" rel="next"' in html
    assert "51 tot en met 75 van 204" in html


def test_a_column_sorts_and_sorts_back_and_starts_at_the_first_page() -> None:
    eerst = draw('{% kolomkop "Termijn" "termijn" %}', "/lijst/?q=a&blad=2")
    assert 'href="?q=a&amp;sorteer=termijn"' in eerst
    assert "aria-sort" not in eerst
    terug = draw('{% kolomkop "Termijn" "termijn" %}', "/lijst/?sorteer=termijn")
    assert 'aria-sort="ascending"' in terug
    assert 'href="?sorteer=-termijn"' in terug


def test_a_status_is_always_a_word() -> None:
    assert ">Bij afdeling</span>" in draw('{% status "Bij afdeling" "let-op" %}')


def test_a_channel_that_nobody_drew_has_the_general_icon() -> None:
    assert "#kanaal" in draw('{% kanaal "Sms" %}')


def test_text_from_outside_is_escaped_in_every_small_sign() -> None:
    tags = "{% status t %}{% label t %}{% kanaal t %}{% initialen t %}{% knop t %}{% bericht t %}"
    html = draw(tags + "{% melding kop=t %}{{ t }}{% endmelding %}", t="<b>x")
    assert "<b>" not in html


def test_a_dangerous_file_says_why_it_is_not_opened() -> None:
    html = draw("{% bestanden b %}", b=(Bestand("factuur.pdf.exe", 81_233, "Programma", "/x", "Dit is een programma."),))
    assert "bestand--gevaar" in html
    assert "Dit is een programma." in html


def test_undo_is_a_form_so_that_it_works_without_script() -> None:
    html = draw("{% toast t %}", t=Toast("Verstuurd.", ongedaan_url="/ongedaan/"), csrf_token="geheim")
    assert '<form method="post" action="/ongedaan/">' in html
    assert 'name="csrfmiddlewaretoken" value="geheim"' in html


def test_a_link_that_opens_a_dialog_is_a_link_without_script() -> None:
    assert 'href="/x/" data-dialoog="laden"' in draw('{% knoplink "Overdragen" "/x/" dialoog="laden" %}')


def test_initials_take_first_and_last_name() -> None:
    assert ">KV</span>" in draw('{% initialen "Kim de Vries" %}')
