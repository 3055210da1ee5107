"""When a contact was and how long it took, as an agent fills that in."""

import re
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from stadspunt.fundament.schermen.invoer import Datumveld, Tijdveld
from stadspunt.fundament.tijd.dagen import NEDERLAND, to_moment
from stadspunt.fundament.waarden.uuid7 import make_uuid7

_DUUR = re.compile(r"(?:(\d{1,3})[:.])?(\d{1,4})")
_SLEUTEL = re.compile(r"[0-9a-f]{32}")
# A screen that stood open longer was left alone: no figure is better than a wrong one.
_LANGSTE_GEMETEN = timedelta(hours=4)


class Duurveld(forms.CharField):
    """How long it took, as minutes ('4') or minutes and seconds ('4:30'); cleans to seconds, None when empty."""

    def clean(self, value: Any) -> int | None:
        """Return seconds, or None. Raises ValidationError for what is no duration."""
        tekst = str(super().clean(value)).strip()
        if not tekst:
            return None
        treffer = _DUUR.fullmatch(tekst)
        if treffer is None or (treffer[1] is not None and int(treffer[2]) > 59):
            raise ValidationError("Vul de duur in als minuten, bijvoorbeeld 4 of 4:30.")
        return int(treffer[2]) * 60 if treffer[1] is None else int(treffer[1]) * 60 + int(treffer[2])


class Momentvelden(forms.Form):
    """The day and the time at which a contact happened: now, unless the agent says otherwise.

    `geopend_op` is the moment at which the screen was opened; it travels with the form, so that
    what was not changed stays exact and the duration can be measured. `sleutel` is one of a kind
    for each opened screen: pressing the button twice keeps one contact.
    """

    datum = Datumveld(label="Datum", help_text="")
    tijd = Tijdveld(label="Tijd", required=False, help_text="")
    duur = Duurveld(label="Duur in minuten", required=False, widget=forms.TextInput(attrs={"placeholder": "4 of 4:30"}))
    geopend = forms.CharField(widget=forms.HiddenInput, required=False)
    sleutel = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, geopend_op: datetime, **kwargs: Any) -> None:
        plaatselijk = geopend_op.astimezone(NEDERLAND)
        begin = {
            "datum": plaatselijk.date(),
            "tijd": plaatselijk.time().replace(second=0, microsecond=0),
            "geopend": geopend_op.isoformat(),
            "sleutel": make_uuid7().hex,
        }
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(**kwargs)
        self.geopend_op = geopend_op

    def get_gebeurd_op(self) -> datetime:
        """Return the moment it happened. Of a day without a time (a letter) it is noon, or now when that is earlier."""
        datum, tijd = self.cleaned_data["datum"], self.cleaned_data["tijd"]
        geopend = self.geopend_op.astimezone(NEDERLAND)
        if (datum, tijd) == (geopend.date(), geopend.time().replace(second=0, microsecond=0)):
            return self.geopend_op
        if tijd is None:
            return min(to_moment(datum, time(12)), self.geopend_op) if datum == geopend.date() else to_moment(datum, time(12))
        return to_moment(datum, tijd)

    def compute_duur(self, moment: datetime) -> int | None:
        """Return the duration in seconds at `moment`: what was filled in, else measured since the screen was opened."""
        ingevuld: int | None = self.cleaned_data["duur"]
        if ingevuld is not None:
            return ingevuld
        gemeten = moment - self.geopend_op
        return int(gemeten.total_seconds()) if timedelta(0) <= gemeten <= _LANGSTE_GEMETEN else None

    def get_bron_sleutel(self, medewerker_id: int | None) -> str | None:
        """Return the key under which this contact is kept once, None when the form brought none."""
        sleutel = self.cleaned_data["sleutel"]
        return f"werkplek-{medewerker_id}-{sleutel}" if _SLEUTEL.fullmatch(sleutel) else None


def parse_geopend(tekst: str, moment: datetime) -> datetime:
    """Return the moment of opening that came back with a form; one that is broken or yet to come is not believed."""
    try:
        geopend = datetime.fromisoformat(tekst)
    except ValueError:
        return moment
    return geopend if geopend.tzinfo is not None and geopend <= moment else moment
