"""A chart shows what the figures say, and says it in a table too."""

import re

import pytest

from stadspunt.fundament.schermen.assenstelsel import build_schaal, compute_stap, format_getal
from stadspunt.fundament.schermen.grafiek import (
    Grafiek,
    Reeks,
    render_lijngrafiek,
    render_staafgrafiek,
    render_stapelgrafiek,
)

DAGEN = ("ma", "di", "wo")


def build_grafiek(*reeksen: tuple[float | None, ...], **anders: object) -> Grafiek:
    namen = ("Telefoon", "E-mail", "Balie")
    gegevens: dict[str, object] = {
        "id": "proef",
        "titel": "Contacten",
        "omschrijving": "Maandag is het drukst.",
        "categorie": "Dag",
        "categorieen": DAGEN,
        "reeksen": tuple(Reeks(naam, waarden) for naam, waarden in zip(namen, reeksen, strict=False)),
    }
    return Grafiek(**{**gegevens, **anders})  # type: ignore[arg-type]


@pytest.mark.parametrize(("hoogste", "stap"), [(0, 1), (5, 1), (132, 50), (210, 50), (1204, 250), (0.4, 0.1)])
def test_the_steps_of_an_axis_are_round(hoogste: float, stap: float) -> None:
    assert compute_stap(hoogste) == pytest.approx(stap)


def test_an_axis_starts_at_zero_and_ends_at_a_round_step_above_the_highest() -> None:
    schaal = build_schaal(132, van=100, naar=0)
    assert schaal.list_strepen() == (0, 50, 100, 150)
    assert (schaal.plaats(0), schaal.plaats(75), schaal.plaats(150)) == (100, 50, 0)


def test_a_highest_value_on_a_step_needs_no_further_step() -> None:
    assert build_schaal(150, van=0, naar=1).hoogste == 150


def test_figures_are_written_the_dutch_way() -> None:
    assert (format_getal(1250), format_getal(3.5), format_getal(0)) == ("1.250", "3,5", "0")


def test_the_line_of_the_norm_runs_through_no_figure() -> None:
    html = render_staafgrafiek(build_grafiek((132, 97, 41), norm=100))
    streep = float(re.search(r'class="grafiek__norm" x1="([\d.]+)"', html)[1])  # type: ignore[index]
    for plek, getal in re.findall(r'class="grafiek__waarde" x="([\d.]+)"[^>]*>(\d+)<', html):
        assert not float(plek) < streep < float(plek) + 7 * len(getal), getal


def test_a_bar_twice_as_high_is_twice_as_long() -> None:
    html = render_staafgrafiek(build_grafiek((40, 20, 10)))
    lengtes = [float(breed) for breed in re.findall(r'<rect class="grafiek__vlak grafiek__reeks-1"[^>]*? width="([\d.]+)"', html)]
    assert lengtes[0] == pytest.approx(2 * lengtes[1], abs=0.2)
    assert lengtes[1] == pytest.approx(2 * lengtes[2], abs=0.2)


def test_every_bar_carries_its_figure() -> None:
    html = render_staafgrafiek(build_grafiek((40, 20, None)))
    assert re.findall(r'<text class="grafiek__waarde"[^>]*>([^<]+)<', html) == ["40", "20", "–"]


def test_a_day_without_measurement_leaves_a_gap_in_the_line_and_no_zero() -> None:
    html = render_lijngrafiek(build_grafiek((1, None, 3)))
    assert html.count("<circle") == 2
    assert '<line class="grafiek__lijn' not in html


def test_a_line_joins_the_days_that_were_measured() -> None:
    html = render_lijngrafiek(build_grafiek((1, 2, 3)))
    assert html.count('<line class="grafiek__lijn grafiek__reeks-1"') == 2


def test_stacked_parts_lie_on_each_other_without_gap_or_overlap() -> None:
    html = render_stapelgrafiek(build_grafiek((60, 0, 30), (30, 10, 0)))
    patroon = r'<rect class="grafiek__vlak grafiek__reeks-(\d)" x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"'
    delen = re.findall(patroon, html)
    maandag = {nummer: (float(y), float(hoog)) for nummer, x, y, hoog in delen if x == delen[0][1]}
    assert maandag["2"][0] + maandag["2"][1] == pytest.approx(maandag["1"][0], abs=0.1)
    assert maandag["1"][1] == pytest.approx(2 * maandag["2"][1], abs=0.2)


def test_stacked_parts_are_told_apart_by_pattern_too() -> None:
    html = render_stapelgrafiek(build_grafiek((60, 0, 30), (30, 10, 0), (5, 5, 5)))
    assert 'fill="url(#proef-patroon-2)"' in html
    assert '<pattern id="proef-patroon-3"' in html


def test_the_table_has_every_figure_of_every_series() -> None:
    html = render_stapelgrafiek(build_grafiek((1250, 0, None), (3.5, 1, 2)))
    rijen = [re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", rij) for rij in re.findall(r"<tr>(.*?)</tr>", html)]
    assert rijen == [["Dag", "Telefoon", "E-mail"], ["ma", "1.250", "3,5"], ["di", "0", "1"], ["wo", "–", "2"]]


def test_a_chart_has_a_name_and_a_description_for_who_cannot_see_it() -> None:
    html = render_lijngrafiek(build_grafiek((1, 2, 3)))
    assert '<title id="proef-naam">Contacten</title>' in html
    assert '<desc id="proef-omschrijving">Maandag is het drukst.</desc>' in html
    assert 'aria-labelledby="proef-naam proef-omschrijving"' in html


def test_a_name_from_outside_is_escaped_in_the_drawing() -> None:
    html = render_staafgrafiek(build_grafiek((1, 2, 3), categorieen=("<b>", "di", "wo")))
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_a_long_name_is_cut_before_its_bar_and_whole_in_the_table() -> None:
    lang = "Aanvraag van een gehandicaptenparkeerkaart voor bestuurders"
    html = render_staafgrafiek(build_grafiek((1, 2, 3), categorieen=(lang, "di", "wo")))
    assert ">Aanvraag van een gehandicaptenp…</text>" in html
    assert f'<th scope="row">{lang}</th>' in html


@pytest.mark.parametrize("reeksen", [((1, 2),), ((1, -2, 3),), ()])
def test_what_cannot_be_drawn_honestly_is_refused(reeksen: tuple[tuple[float, ...], ...]) -> None:
    with pytest.raises(ValueError, match=r"reeks|grafiek"):
        build_grafiek(*reeksen)


def test_bars_of_two_series_are_refused() -> None:
    with pytest.raises(ValueError, match="precies een reeks"):
        render_staafgrafiek(build_grafiek((1, 2, 3), (1, 2, 3)))


def test_a_chart_has_no_style_attribute_and_no_script() -> None:
    html = render_stapelgrafiek(build_grafiek((1, 2, 3), (1, 2, 3)))
    assert "style=" not in html
    assert "<script" not in html
