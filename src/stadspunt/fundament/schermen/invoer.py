"""Form fields whose input a Dutch reader can fill in with or without a mouse.

A date or a time is the browser's own input: it is the one that screen readers, phones and
zoom know best, and it needs no script. Where a browser shows a plain text field instead, or
somebody pastes a date, the Dutch way of writing is accepted too.
"""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

_DATUMVORMEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
_TIJDVORMEN = ("%H:%M", "%H.%M", "%H:%M:%S")


class Datuminvoer(forms.DateInput):
    """The browser's own date input; the value travels as ISO, the screen shows day-month-year."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Show a day that does not exist as text: the browser's date input would leave it out, and what was typed is gone."""
        context = super().get_context(name, value, attrs)
        if waarde := context["widget"]["value"]:
            try:
                date.fromisoformat(waarde)
            except ValueError:
                context["widget"]["type"] = "text"
        return context


class Tijdinvoer(forms.TimeInput):
    """The browser's own time input, in hours and minutes."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class Zoekinvoer(forms.TextInput):
    """A text input that a browser and a screen reader know as search."""

    input_type = "search"


class Datumveld(forms.DateField):
    """A day. Also takes 24-11-2026, 24/11/2026 and 24.11.2026."""

    widget = Datuminvoer
    default_error_messages: ClassVar = {
        "required": _("Vul een datum in."),
        "invalid": _("Vul een datum in die bestaat, bijvoorbeeld 24-11-2026."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", _DATUMVORMEN)
        kwargs.setdefault("help_text", _("Dag, maand en jaar. Bijvoorbeeld 24-11-2026."))
        super().__init__(**kwargs)


class Tijdveld(forms.TimeField):
    """A time of the day. Also takes 9.30."""

    widget = Tijdinvoer
    default_error_messages: ClassVar = {
        "required": _("Vul een tijd in."),
        "invalid": _("Vul een tijd in met uren en minuten, bijvoorbeeld 14:30."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", _TIJDVORMEN)
        kwargs.setdefault("help_text", _("Uren en minuten. Bijvoorbeeld 14:30."))
        super().__init__(**kwargs)
