"""A field on the screen tells everybody the same: what it is for, what help there is, what is wrong."""

import re
from datetime import date, time
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import Context, Template

from stadspunt.fundament.schermen.invoer import Datumveld, Tijdveld


class Proefformulier(forms.Form):
    naam = forms.CharField(label="Naam", error_messages={"required": "Vul uw naam in."})
    email = forms.EmailField(label="E-mail", help_text="Hier komt het antwoord.", required=False)
    vraag = forms.CharField(label="Vraag", widget=forms.Textarea, max_length=200)
    antwoord = forms.ChoiceField(label="Antwoord per", widget=forms.RadioSelect, choices=[("e", "E-mail"), ("t", "Telefoon")])
    akkoord = forms.BooleanField(label="Klopt alles?")
    dag = Datumveld(label="Dag")
    tijd = Tijdveld(label="Tijd")
    geheim = forms.CharField(widget=forms.HiddenInput)


class Lezer(HTMLParser):
    """Collects every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))

    def find(self, tag: str, **eigenschappen: str) -> dict[str, str | None]:
        for naam, gegevens in self.elementen:
            if naam == tag and all(gegevens.get(sleutel.rstrip("_")) == waarde for sleutel, waarde in eigenschappen.items()):
                return gegevens
        raise AssertionError(f"geen {tag} met {eigenschappen}")

    @property
    def ids(self) -> set[str]:
        return {gegevens["id"] or "" for _, gegevens in self.elementen if "id" in gegevens}


def draw(tag: str, gegevens: dict[str, str] | None = None) -> str:
    return Template("{% load schermen %}" + tag).render(Context({"form": Proefformulier(gegevens)}))


def test_a_label_belongs_to_its_input() -> None:
    lezer = Lezer(draw("{% veld form.naam %}"))
    assert lezer.find("label")["for"] == lezer.find("input")["id"] == "id_naam"


def test_a_field_that_may_stay_empty_says_so_and_a_required_one_does_not() -> None:
    assert "(niet verplicht)" in draw("{% veld form.email %}")
    assert "(niet verplicht)" not in draw("{% veld form.naam %}")


def test_help_describes_the_input() -> None:
    html = draw("{% veld form.email %}")
    assert Lezer(html).find("input")["aria-describedby"] == "id_email-hulp"
    assert '<p class="veld__hulp utrecht-form-field-description" id="id_email-hulp">Hier komt het antwoord.</p>' in html


def test_a_field_without_help_or_error_is_described_by_nothing() -> None:
    assert "aria-describedby" not in Lezer(draw("{% veld form.naam %}")).find("input")


def test_help_and_error_both_describe_an_input_that_is_wrong() -> None:
    lezer = Lezer(draw("{% veld form.email %}", {"email": "jan"}))
    invoer = lezer.find("input")
    assert invoer["aria-describedby"] == "id_email-hulp id_email-fout"
    assert invoer["aria-invalid"] == "true"
    assert {"id_email-hulp", "id_email-fout"} <= lezer.ids


def test_an_error_stands_between_label_and_input_and_keeps_what_was_typed() -> None:
    html = draw("{% veld form.email %}", {"email": "jan"})
    assert html.index("<label") < html.index('id_email-fout"') < html.index("<input")
    assert Lezer(html).find("input")["value"] == "jan"


def test_a_counter_describes_the_input_and_works_without_script() -> None:
    html = draw("{% veld form.vraag teller=True %}")
    assert Lezer(html).find("textarea")["aria-describedby"] == "id_vraag-teller"
    assert "U kunt 200 tekens gebruiken." in html


def test_radio_buttons_are_a_group_with_a_legend_and_the_group_is_described() -> None:
    lezer = Lezer(draw("{% veld form.antwoord %}", {"naam": "x"}))
    assert lezer.find("fieldset")["aria-describedby"] == "id_antwoord-fout"
    assert lezer.find("input", type="radio")["aria-invalid"] == "true"
    assert {gegevens["for"] for tag, gegevens in lezer.elementen if tag == "label"} == {"id_antwoord_0", "id_antwoord_1"}
    assert {"id_antwoord_0", "id_antwoord_1"} <= lezer.ids


def test_a_checkbox_stands_before_its_label() -> None:
    html = draw("{% veld form.akkoord %}")
    assert html.index("<input") < html.index("<label")


def test_a_hidden_field_has_no_label() -> None:
    html = draw("{% veld form.geheim %}")
    assert Lezer(html).find("input", type="hidden")["name"] == "geheim"
    assert "<label" not in html


def test_all_fields_at_once_come_in_the_order_of_the_form() -> None:
    html = draw("{% velden form %}")
    assert re.findall(r'name="(\w+)"', html)[:3] == ["naam", "email", "vraag"]


def test_the_summary_links_each_error_to_its_input() -> None:
    html = draw("{% foutenlijst form %}{% velden form %}", {"email": "jan", "vraag": "x", "akkoord": "on", "geheim": "g"})
    lezer = Lezer(html)
    doelen = {gegevens["href"] for tag, gegevens in lezer.elementen if tag == "a"}
    assert doelen == {"#id_naam", "#id_email", "#id_antwoord_0", "#id_dag", "#id_tijd"}
    assert {doel[1:] for doel in doelen if doel} <= lezer.ids
    assert "Er zijn nog 5 dingen niet goed ingevuld" in html


def test_there_is_no_summary_before_the_form_was_sent() -> None:
    assert draw("{% foutenlijst form %}") == ""


@pytest.mark.parametrize("getypt", ["2026-11-24", "24-11-2026", "24/11/2026", "24.11.2026"])
def test_a_day_is_understood_as_browsers_and_people_write_it(getypt: str) -> None:
    assert Datumveld().clean(getypt) == date(2026, 11, 24)


def test_a_day_that_does_not_exist_is_refused_with_an_example() -> None:
    with pytest.raises(forms.ValidationError, match="bijvoorbeeld 24-11-2026"):
        Datumveld().clean("31-02-2026")


def test_a_day_that_is_known_reaches_the_browser_as_iso() -> None:
    class Formulier(forms.Form):
        dag = Datumveld()

    assert 'value="2026-11-24"' in str(Formulier(initial={"dag": date(2026, 11, 24)})["dag"])


def test_a_day_that_does_not_exist_is_shown_again_as_it_was_typed() -> None:
    class Formulier(forms.Form):
        dag = Datumveld()

    html = str(Formulier({"dag": "31-02-2026"})["dag"])
    assert 'type="text"' in html
    assert 'value="31-02-2026"' in html


@pytest.mark.parametrize("getypt", ["14:30", "14.30", "14:30:00"])
def test_a_time_is_understood_with_colon_and_with_dot(getypt: str) -> None:
    assert Tijdveld().clean(getypt) == time(14, 30)
