"""What agents fill in about confidential questions."""

from collections.abc import Sequence

from django import forms

from stadspunt.bronnen.organisatie.beelden import MedewerkerBeeld


def _reden(label: str, uitleg: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=uitleg,
        error_messages={"required": "Schrijf op waarom dit nodig is."},
    )


class BetrokkeneForm(forms.Form):
    """A colleague who may see this question too."""

    medewerker = forms.TypedChoiceField(
        label="Collega", coerce=int, error_messages={"required": "Kies een collega.", "invalid_choice": "Kies een collega."}
    )
    reden = _reden("Waarom gaat het deze collega aan?", "Collega’s die de vraag zien, lezen deze reden.")

    def __init__(self, collegas: Sequence[MedewerkerBeeld], **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.fields["medewerker"].choices = [("", "Kies een collega"), *((een.id, een.naam) for een in collegas)]  # type: ignore[attr-defined]


class WeghalenForm(forms.Form):
    """Take a colleague away; who it is stands with the button."""

    wie = forms.IntegerField(widget=forms.HiddenInput)
    reden = _reden("Waarom niet meer?", "Deze reden blijft bewaard.")


class OpheffenForm(forms.Form):
    """A proposal to end the secrecy."""

    reden = _reden("Waarom hoeft dit niet meer vertrouwelijk te zijn?", "Een collega leest dit en besluit.")


class NoodinzageForm(forms.Form):
    """Ask to look at a question in an emergency."""

    nummer = forms.CharField(
        label="Nummer van de vraag",
        max_length=20,
        help_text="Bijvoorbeeld 2026-000123-4.",
        error_messages={"required": "Vul het nummer in."},
    )
    reden = _reden("Waarom is dit nu nodig?", "De privacy officer leest dit meteen.")
