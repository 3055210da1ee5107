"""Forms with every kind of field."""

from calendar import SATURDAY
from datetime import date

from django import forms

from stadspunt.fundament.schermen.invoer import Datumveld, Tijdveld, Zoekinvoer


def check_werkdag(dag: date) -> None:
    """Refuse a day in the weekend, so that the example shows a day that is there and cannot be."""
    if dag.weekday() >= SATURDAY:
        raise forms.ValidationError("Op deze dag is de afdeling dicht. Kies een dag van maandag tot en met vrijdag.")


class Voorbeeldformulier(forms.Form):
    """Every kind of field."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul uw naam in."})
    email = forms.EmailField(
        label="E-mailadres",
        help_text="Hier sturen we het antwoord naartoe.",
        error_messages={"invalid": "Vul een e-mailadres in met een @, bijvoorbeeld naam@voorbeeld.nl."},
    )
    vraag = forms.CharField(label="Uw vraag", widget=forms.Textarea(attrs={"rows": 4}), max_length=500)
    onderwerp = forms.ChoiceField(
        label="Onderwerp",
        choices=[("", "Kies een onderwerp"), ("parkeren", "Parkeren"), ("afval", "Afval"), ("paspoort", "Paspoort")],
        required=False,
    )
    antwoord = forms.ChoiceField(
        label="Hoe wilt u antwoord?",
        widget=forms.RadioSelect,
        choices=[("email", "Per e-mail"), ("telefoon", "Per telefoon"), ("post", "Per brief")],
        error_messages={"required": "Kies hoe u antwoord wilt."},
    )
    kanalen = forms.MultipleChoiceField(
        label="Welke kanalen wilt u zien?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("email", "E-mail"), ("telefoon", "Telefoon"), ("balie", "Balie")],
        required=False,
    )
    dag = Datumveld(label="Dag", validators=[check_werkdag])
    tijd = Tijdveld(label="Tijd", required=False)
    bijlage = forms.FileField(label="Bijlage", required=False, help_text="Een bestand tot 10 MB.")
    zoek = forms.CharField(label="Zoek een klant", widget=Zoekinvoer, required=False)
    akkoord = forms.BooleanField(label="Ik heb alles goed ingevuld", error_messages={"required": "Vink aan dat alles klopt."})


class Filterformulier(forms.Form):
    """The filters above the example list."""

    q = forms.CharField(label="Zoek op nummer, naam of woord", widget=Zoekinvoer, required=False)
    kanaal = forms.ChoiceField(
        label="Kanaal", choices=[("", "Alle"), ("email", "E-mail"), ("telefoon", "Telefoon")], required=False
    )
    status = forms.ChoiceField(label="Status", choices=[("", "Alle"), ("open", "Open"), ("wacht", "Wacht")], required=False)
