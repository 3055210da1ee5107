"""What an employee fills in about how he works."""

from typing import Any

from django import forms

from stadspunt.bronnen.tekstblokken.beelden import TekstblokBeeld
from stadspunt.bronnen.tekstblokken.rules import WAARVOORNAMEN, Tekstblokgegevens, Waarvoor


class InstellingenForm(forms.Form):
    """How somebody works with the keyboard."""

    lettertoetsen = forms.BooleanField(
        label="Sneltoetsen van één letter gebruiken",
        required=False,
        help_text="Zet dit uit als u tegen de computer praat of soms per ongeluk een toets raakt. Ctrl+K blijft werken.",
    )


class EigenTekstblokForm(forms.Form):
    """A piece of text of oneself. What it must be is checked where it is kept."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    code = forms.CharField(
        label="Kort woord",
        help_text="Dit typt u na de dubbele punten, bijvoorbeeld ::openingstijden.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": "Vul een kort woord in."},
    )
    waarvoor = forms.MultipleChoiceField(
        label="Waarvoor is het?",
        choices=[(een.value, naam) for een, naam in WAARVOORNAMEN.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waarvoor dit tekstblok is.", "invalid_choice": "Kies uit de lijst."},
    )
    tekst_nl = forms.CharField(
        label="Tekst", widget=forms.Textarea(attrs={"rows": 6}), error_messages={"required": "Vul een tekst in."}
    )
    tekst_en = forms.CharField(
        label="Tekst in het Engels",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text="Zonder Engelse tekst staat het tekstblok niet in de lijst bij een Engelse e-mail of brief.",
    )

    def get_gegevens(self) -> Tekstblokgegevens:
        """Return the value that the action takes."""
        velden: dict[str, Any] = {naam: self.cleaned_data[naam] for naam in ("naam", "code", "tekst_nl", "tekst_en")}
        return Tekstblokgegevens(**velden, waarvoor=tuple(Waarvoor(een) for een in self.cleaned_data["waarvoor"]))


def to_begin(blok: TekstblokBeeld) -> dict[str, Any]:
    """Return a piece of text as the beginning of its form."""
    return {naam: getattr(blok, naam) for naam in ("naam", "code", "tekst_nl", "tekst_en")} | {"waarvoor": list(blok.waarvoor)}
