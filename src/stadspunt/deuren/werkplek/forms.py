"""What agents fill in on the question page and the client page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from stadspunt.bronnen.organisatie.beelden import KanaalBeeld, TeamBeeld
from stadspunt.bronnen.partijen.rules import Partijgegevens, Taal
from stadspunt.bronnen.producten.queries import ProductBeeld
from stadspunt.deuren.werkplek.klantzijde import TAALNAMEN
from stadspunt.deuren.werkplek.stukken import Stukkenveld
from stadspunt.deuren.werkplek.tijdvelden import Momentvelden
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens
from stadspunt.stromen.klantcontacten.rules import MAX_ONDERWERP, Complexiteit, Richting, Vervalreden

COMPLEXITEITKEUZES = [
    (Complexiteit.EENVOUDIG.value, "Eenvoudig"),
    (Complexiteit.GEMIDDELD.value, "Gemiddeld"),
    (Complexiteit.COMPLEX.value, "Complex"),
]
RICHTINGKEUZES = [(Richting.IN.value, "De klant neemt contact op"), (Richting.UIT.value, "Wij nemen contact op")]
BEREIKTKEUZES = [("ja", "Ja, gesproken"), ("nee", "Nee, niet bereikt")]


class NotitieForm(forms.Form):
    """A note with a question."""

    tekst = forms.CharField(
        label="Notitie",
        widget=forms.Textarea(attrs={"rows": 3, "data-sneltoets": "t", "data-sneltoets-naam": "Notitie schrijven"}),
        help_text="Alleen voor collega’s. De klant kan de notitie wel opvragen.",
        error_messages={"required": "Schrijf de notitie op."},
    )


class WijzigenForm(forms.Form):
    """What a question is about, and whose it is while it is open."""

    onderwerp = forms.CharField(
        label="Onderwerp", max_length=MAX_ONDERWERP, error_messages={"required": "Vul in waar de vraag over gaat."}
    )
    product = forms.TypedChoiceField(label="Product", required=False, coerce=int, empty_value=None)
    complexiteit = forms.ChoiceField(label="Hoe ingewikkeld is de vraag?", choices=COMPLEXITEITKEUZES)
    team = forms.TypedChoiceField(
        label="Team",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Kiest u een ander team? Dan komt de vraag daar in de lijst, en heeft niemand hem.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, producten: list[ProductBeeld], teams: Sequence[TeamBeeld], **kwargs: object) -> None:
        """Make the form; with no more than one team to choose from nothing is asked about it."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        if len(teams) > 1:
            self.fields["team"].choices = [(een.id, een.naam) for een in teams]  # type: ignore[attr-defined]
        else:
            del self.fields["team"]
        self.fields["product"].choices = [("", "Geen product"), *((een.id, een.naam) for een in producten)]  # type: ignore[attr-defined]

    def get_gegevens(self) -> Vraaggegevens:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        return Vraaggegevens(schoon["onderwerp"], schoon["product"], Complexiteit(schoon["complexiteit"]), schoon.get("team"))


class VerplaatsenForm(forms.Form):
    """Put a question with another team of the KCC."""

    team = forms.TypedChoiceField(
        label="Naar welk team?",
        coerce=int,
        error_messages={"required": "Kies een team.", "invalid_choice": "Kies een team uit de lijst."},
    )
    notitie = forms.CharField(
        label="Wat moet dit team weten?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-waarvoor": "notitie"}),
        help_text="Het komt als notitie bij de vraag. De klant kan de notitie opvragen.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, teams: Sequence[TeamBeeld], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.fields["team"].choices = [("", "Kies een team"), *((een.id, een.naam) for een in teams)]  # type: ignore[attr-defined]


class VervallenForm(forms.Form):
    """Why a question is dropped."""

    reden = forms.ChoiceField(
        label="Waarom vervalt deze vraag?",
        choices=[
            (Vervalreden.DUBBEL.value, "De vraag staat er al: dubbel"),
            (Vervalreden.INGETROKKEN.value, "De klant trekt de vraag in"),
            (Vervalreden.VERGISSING.value, "De vraag is per ongeluk vastgelegd"),
            (Vervalreden.SPAM.value, "Het is reclame of misbruik"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een reden."},
    )


class VervolgcontactForm(Momentvelden):
    """A later contact about a question: usually calling back."""

    kanaal = forms.TypedChoiceField(
        label="Kanaal",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een kanaal.", "invalid_choice": "Kies een kanaal uit de lijst."},
    )
    richting = forms.ChoiceField(
        label="Wie nam contact op?", choices=RICHTINGKEUZES, widget=forms.RadioSelect, initial=Richting.UIT.value
    )
    bijlagen = Stukkenveld()
    bereikt = forms.ChoiceField(
        label="Hebt u de klant gesproken?", choices=BEREIKTKEUZES, widget=forms.RadioSelect, required=False
    )
    samenvatting = forms.CharField(label="Wat is er gezegd?", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    antwoord = forms.CharField(
        label="Antwoord aan de klant",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="Heeft de klant nu antwoord? Schrijf het hier op. De vraag is dan afgehandeld.",
    )

    def __init__(self, kanalen: list[KanaalBeeld], geopend_op: datetime, **kwargs: object) -> None:
        super().__init__(geopend_op, **kwargs)
        self.fields["kanaal"].choices = [(een.id, een.naam) for een in kanalen]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        uitgaand = schoon.get("richting") == Richting.UIT
        if uitgaand and not schoon.get("bereikt"):
            self.add_error("bereikt", "Kies of u de klant gesproken hebt.")
        if uitgaand and schoon.get("bereikt") == "nee" and str(schoon.get("antwoord", "")).strip():
            self.add_error("antwoord", "U hebt de klant niet gesproken. Maak het antwoord leeg, of kies ‘Ja, gesproken’.")
        return schoon

    def get_bereikt(self) -> bool | None:
        """Return whether the client was reached; None when the client came to us."""
        return None if self.cleaned_data["richting"] == Richting.IN else self.cleaned_data["bereikt"] == "ja"


class PartijForm(forms.Form):
    """Who a client is, and how he likes to be reached."""

    naam = forms.CharField(label="Naam", max_length=200, required=False)
    email = forms.CharField(label="E-mailadres erbij", max_length=254, required=False)
    telefoon = forms.CharField(label="Telefoonnummer erbij", max_length=30, required=False)
    voorkeurskanaal = forms.TypedChoiceField(label="Liefst bereikbaar via", required=False, coerce=int, empty_value=None)
    taal = forms.ChoiceField(label="Taal", choices=[(taal.value, TAALNAMEN[taal]) for taal in Taal])

    def __init__(self, kanalen: list[KanaalBeeld], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.fields["voorkeurskanaal"].choices = [("", "Geen voorkeur"), *((een.id, een.naam) for een in kanalen)]  # type: ignore[attr-defined]

    def get_gegevens(self) -> Partijgegevens:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        return Partijgegevens(
            schoon["naam"],
            schoon["email"],
            schoon["telefoon"],
            voorkeurskanaal_id=schoon["voorkeurskanaal"],
            voorkeurstaal=Taal(schoon["taal"]),
        )
