"""What somebody fills in to sign in."""

from django import forms


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
