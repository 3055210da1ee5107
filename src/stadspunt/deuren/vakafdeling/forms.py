"""What a department fills in."""

from django import forms

from stadspunt.stromen.overdracht.rules import MAX_ANTWOORD, Vorm

_HULP: dict[Vorm, str] = {
    Vorm.ANTWOORDTEKST: "Schrijf het zo op dat de klant het kan lezen. Het KCC kijkt het na en stuurt het aan de klant.",
    Vorm.ADVIES: "Het KCC maakt van uw advies een antwoord aan de klant.",
    Vorm.ACTIE: "Schrijf op wat u hebt gedaan. Het KCC laat het de klant weten.",
}


class TeruggevenForm(forms.Form):
    """The answer of the department: one field."""

    antwoord = forms.CharField(
        label="Uw antwoord aan het KCC",
        max_length=MAX_ANTWOORD,
        error_messages={
            "required": "Schrijf uw antwoord aan het KCC op.",
            "max_length": f"Maak deze tekst korter dan {MAX_ANTWOORD} tekens.",
        },
        widget=forms.Textarea(attrs={"rows": 9}),
    )

    def __init__(self, vorm: str, gegevens: object = None) -> None:
        """Make the form for an order that asks this form of answer."""
        super().__init__(gegevens)  # type: ignore[arg-type]
        self.fields["antwoord"].help_text = _HULP[Vorm(vorm)]
