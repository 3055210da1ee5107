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


class WachtwoordWijzigenForm(NieuwWachtwoordForm):
    """The old password, and the new one typed twice."""

    oud = forms.CharField(
        label="Huidig wachtwoord",
        max_length=500,
        strip=False,
        error_messages={"required": "Vul uw huidige wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("oud", "nieuw", "nogmaals")


class BevestigForm(forms.Form):
    """The password again."""

    wachtwoord = forms.CharField(
        label="Wachtwoord",
        max_length=500,
        strip=False,
        error_messages={"required": "Vul uw wachtwoord in."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        help_text="Zes cijfers uit uw app. Of een herstelcode: tien letters en cijfers.",
        error_messages={"required": "Vul een code in."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}),
    )


class NieuweAppForm(forms.Form):
    """The first code of a new app."""

    code = forms.CharField(
        label="Code uit de app",
        max_length=20,
        help_text="De zes cijfers die de app nu toont.",
        error_messages={"required": "Vul de code in die de app nu toont."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasskeyForm(forms.Form):
    """What the browser answers about a passkey; script fills it in."""

    antwoord = forms.CharField(max_length=20_000)
    bewijs = forms.CharField(max_length=2_000)


class NieuwePasskeyForm(forms.Form):
    """A new passkey with the name by which its holder knows it."""

    naam = forms.CharField(
        label="Naam van de passkey",
        max_length=60,
        help_text="Waar u hem aan herkent. Bijvoorbeeld: telefoon, of sleutel aan mijn sleutelbos.",
        error_messages={"required": "Geef de passkey een naam."},
    )
    antwoord = forms.CharField(
        max_length=20_000,
        widget=forms.HiddenInput,
        label="Passkey",
        error_messages={"required": "Uw browser maakte geen passkey."},
    )
    bewijs = forms.CharField(max_length=2_000, widget=forms.HiddenInput, label="Passkey")
