"""What somebody fills in to sign in."""

from django import forms

from stadspunt.fundament.toegang.wachtwoorden import MIN_LENGTE


class AanmeldenForm(forms.Form):
    """Login name and password."""

    login = forms.CharField(
        label="Inlognaam",
        max_length=150,
        error_messages={"required": "Vul uw inlognaam in."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    wachtwoord = forms.CharField(
        label="Wachtwoord",
        max_length=500,
        strip=False,
        error_messages={"required": "Vul uw wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class NieuwWachtwoordForm(forms.Form):
    """A new password, typed twice."""

    nieuw = forms.CharField(
        label="Nieuw wachtwoord",
        strip=False,
        help_text=f"Ten minste {MIN_LENGTE} tekens. Spaties mogen: een zin van een paar woorden is sterk.",
        error_messages={"required": "Vul een nieuw wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    nogmaals = forms.CharField(
        label="Nieuw wachtwoord, nog een keer",
        strip=False,
        error_messages={"required": "Vul het nieuwe wachtwoord nog een keer in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> None:
        """Refuse two that differ."""
        super().clean()
        nieuw, nogmaals = self.cleaned_data.get("nieuw"), self.cleaned_data.get("nogmaals")
        if nieuw and nogmaals and nieuw != nogmaals:
            self.add_error("nogmaals", "De twee wachtwoorden zijn niet gelijk. Vul ze allebei opnieuw in.")
