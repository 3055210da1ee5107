"""What an agent fills in to let a question wait."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from django import forms

from stadspunt.fundament.schermen.invoer import Datumveld, Tijdveld
from stadspunt.fundament.tijd.dagen import to_moment
from stadspunt.stromen.klantcontacten.beelden import WachtredenBeeld
from stadspunt.stromen.klantcontacten.rules import MAX_WACHTTOELICHTING, Wachten

MOMENT, KLANT = "moment", "klant"


class WachtenForm(forms.Form):
    """Until when a question waits, and why."""

    reden = forms.TypedChoiceField(
        label="Waarom wacht deze vraag?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een reden.", "invalid_choice": "Kies een reden uit de lijst."},
    )
    einde = forms.ChoiceField(
        label="Wanneer komt de vraag terug?",
        choices=[(MOMENT, "Op het moment hieronder"), (KLANT, "Als de klant reageert, en anders op het moment hieronder")],
        widget=forms.RadioSelect,
        required=False,
        help_text="Kiest u niets, dan geldt wat bij de reden hoort."
        " Reageert de klant eerder, dan komt de vraag altijd meteen terug.",
    )
    datum = Datumveld(label="Wachten tot")
    tijd = Tijdveld(label="Tijd", help_text="")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=MAX_WACHTTOELICHTING,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wat moet wie de vraag daarna ziet, weten?",
        error_messages={"max_length": f"Maak de toelichting korter dan {MAX_WACHTTOELICHTING} tekens."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, redenen: Sequence[WachtredenBeeld], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.redenen = {een.id: een for een in redenen}
        self.fields["reden"].choices = [(een.id, een.naam) for een in redenen]  # type: ignore[attr-defined]

    def get_wachten(self) -> Wachten:
        """Return the value that the action takes; who chose no ending gets the one that goes with the reason."""
        schoon = self.cleaned_data
        tot = to_moment(schoon["datum"], schoon["tijd"]).astimezone(UTC)
        op_klant = schoon["einde"] == KLANT if schoon["einde"] else self.redenen[schoon["reden"]].op_klant
        return Wachten(tot, schoon["reden"], schoon["toelichting"], op_klant)
