"""What a resident fills in on the public site."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stadspunt.bronnen.partijen.rules import Adressoort, to_adressleutel

MAX_BESTANDEN = 5
MAX_BESTAND = 10 * 1024 * 1024
MAX_SAMEN = 25 * 1024 * 1024


class Meerbestanden(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Bestandenveld(forms.FileField):
    """Several files; the cleaned value is a tuple, empty when none was chosen."""

    widget = Meerbestanden

    def clean(self, data: Any, initial: Any = None) -> "tuple[UploadedFile[Any], ...]":  # noqa: ARG002  the signature is Django's
        bestanden = tuple(bestand for bestand in (data if isinstance(data, list | tuple) else [data]) if bestand)
        if len(bestanden) > MAX_BESTANDEN:
            raise forms.ValidationError(_("Kies ten hoogste 5 bestanden."), code="te-veel")
        if any((bestand.size or 0) > MAX_BESTAND for bestand in bestanden):
            raise forms.ValidationError(
                _("Een bestand is groter dan 10 MB. Maak het kleiner of stuur het later."), code="te-groot"
            )
        if sum(bestand.size or 0 for bestand in bestanden) > MAX_SAMEN:
            raise forms.ValidationError(_("De bestanden zijn samen groter dan 25 MB. Kies er minder."), code="te-groot")
        return bestanden


class ContactForm(forms.Form):
    """A question to the municipality. Only what is needed to answer is asked."""

    onderwerp = forms.CharField(
        label=_("Waar gaat uw vraag over?"),
        help_text=_("Bijvoorbeeld: grofvuil ophalen, parkeervergunning, aanslag."),
        max_length=150,
        error_messages={"required": _("Vul in waar uw vraag over gaat.")},
    )
    vraag = forms.CharField(
        label=_("Uw vraag"),
        help_text=_("Schrijf geen burgerservicenummer (BSN) en geen medische gegevens op."),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Schrijf uw vraag op.")},
    )
    bestanden = Bestandenveld(
        label=_("Foto’s of documenten"), help_text=_("Ten hoogste 5 bestanden, samen 25 MB."), required=False
    )
    naam = forms.CharField(
        label=_("Uw naam"), max_length=200, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.CharField(
        label=_("Uw e-mailadres"),
        help_text=_("Hier sturen wij het antwoord naartoe."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    telefoon = forms.CharField(
        label=_("Uw telefoonnummer"),
        help_text=_("Dan kunnen wij u bellen als wij nog iets willen weten."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    anoniem = forms.BooleanField(label=_("Ik hoef geen antwoord en wil anoniem blijven"), required=False)
    # A trap for robots: people do not see this field, and who hears it is told to leave it empty.
    website = forms.CharField(label=_("Laat dit veld leeg"), required=False)
    eenmalig = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip()
        if email and not to_adressleutel(Adressoort.EMAIL, email):
            raise forms.ValidationError(_("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."), code="geen-email")
        return email

    def clean_telefoon(self) -> str:
        telefoon = str(self.cleaned_data["telefoon"]).strip()
        if telefoon and not to_adressleutel(Adressoort.TELEFOON, telefoon):
            raise forms.ValidationError(_("Dit is geen telefoonnummer. Gebruik alleen cijfers."), code="geen-telefoon")
        return telefoon

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        bereikbaar = self.data.get("email", "").strip() or self.data.get("telefoon", "").strip()
        if not bereikbaar and not gegevens.get("anoniem"):
            self.add_error(
                "email",
                forms.ValidationError(
                    _("Vul een e-mailadres of telefoonnummer in, of zet een vinkje bij ‘geen antwoord’."), code="onbereikbaar"
                ),
            )
        return gegevens
