"""What an agent fills in to put two questions together."""

from django import forms

from stadspunt.stromen.klantcontacten.actions.samenvoegen import Samenvoegpaar


class MetForm(forms.Form):
    """With which question, by its number."""

    met = forms.CharField(
        label="Nummer van de andere vraag",
        max_length=40,
        error_messages={"required": "Vul een nummer in.", "max_length": "Vul het nummer van één vraag in."},
    )


class SamenvoegForm(forms.Form):
    """Which question stays and which one goes into it, as the agent saw both."""

    blijver = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    opgegaan = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    versie_blijver = forms.IntegerField(widget=forms.HiddenInput)
    versie_opgegaan = forms.IntegerField(widget=forms.HiddenInput)

    def list_ids(self) -> list[int]:
        """Return both questions of a valid form."""
        return [self.cleaned_data["blijver"], self.cleaned_data["opgegaan"]]

    def get_paar(self) -> Samenvoegpaar:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        return Samenvoegpaar(schoon["blijver"], schoon["opgegaan"], schoon["versie_blijver"], schoon["versie_opgegaan"])
