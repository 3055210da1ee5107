"""What an administrator fills in for a shared piece of text."""

from typing import Any

from django import forms

from stadspunt.bronnen.tekstblokken.rules import WAARVOORNAMEN, Tekstblokgegevens, Waarvoor
from stadspunt.deuren.beheer.forms import Nummerkeuze
from stadspunt.deuren.beheer.werkgebied import Keuzes, Werkgebied


class TekstblokForm(forms.Form):
    """A shared piece of text; its names are those of the domain, so that a refusal finds its field."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    code = forms.CharField(
        label="Kort woord",
        help_text="Dit typt een medewerker na de dubbele punten, bijvoorbeeld ::openingstijden.",
        error_messages={"required": "Vul een kort woord in."},
    )
    waarvoor = forms.MultipleChoiceField(
        label="Waarvoor is het?",
        choices=[(een.value, naam) for een, naam in WAARVOORNAMEN.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waarvoor dit tekstblok is.", "invalid_choice": "Kies uit de lijst."},
    )
    gemeente = Nummerkeuze(label="Gemeente", leeg="Alle gemeenten", required=False)
    team = Nummerkeuze(label="Team", leeg="Alle teams", required=False)
    tekst_nl = forms.CharField(
        label="Tekst", widget=forms.Textarea(attrs={"rows": 8}), error_messages={"required": "Vul een tekst in."}
    )
    tekst_en = forms.CharField(
        label="Tekst in het Engels",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text="Zonder Engelse tekst staat het tekstblok niet in de lijst bij een Engelse e-mail of brief.",
    )
    actief = forms.BooleanField(label="In gebruik", required=False)

    def __init__(self, *args: Any, werkgebied: Werkgebied, teams: Keuzes, nieuw: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._enige: int | None = None if werkgebied.meer else werkgebied.gemeenten[0][0]
        self.fields["gemeente"].fill(werkgebied.gemeenten)  # type: ignore[attr-defined]
        self.fields["team"].fill(teams)  # type: ignore[attr-defined]
        if not nieuw or not werkgebied.meer:
            del self.fields["gemeente"]
        if nieuw:
            del self.fields["actief"]

    @property
    def gemeente_id(self) -> int | None:
        """The chosen municipality, or the only one; None for all of them."""
        return self.cleaned_data.get("gemeente", self._enige)

    def get_gegevens(self) -> Tekstblokgegevens:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        velden: dict[str, Any] = {naam: schoon[naam] for naam in ("naam", "code", "tekst_nl", "tekst_en")}
        waarvoor = tuple(Waarvoor(een) for een in schoon["waarvoor"])
        return Tekstblokgegevens(**velden, waarvoor=waarvoor, actief=schoon.get("actief", True))
