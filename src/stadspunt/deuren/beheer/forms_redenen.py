"""What an administrator fills in for the lists from which agents choose."""

from django import forms

from stadspunt.deuren.beheer.forms import BlijvendForm


class WachtredenForm(BlijvendForm):
    """A reason for which a question may wait."""

    naam = forms.CharField(
        label="Reden",
        help_text="Zo staat de reden bij de vraag en in de lijst.",
        error_messages={"required": "Vul een reden in."},
    )
    op_klant = forms.BooleanField(
        label="De klant is aan zet",
        required=False,
        help_text="Dan staat ‘tot de klant reageert’ al klaar. De klantadviseur kan anders kiezen.",
    )
