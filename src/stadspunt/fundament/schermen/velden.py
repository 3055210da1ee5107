"""From a Django form field to a field on the screen: label, help, error, counter and their aria links.

Rules of the design: what is not required says so (most fields are), the error stands between
the label and the input, and the input names help, error and counter with aria-describedby.
"""

from dataclasses import dataclass
from enum import StrEnum

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

_BREEDTE = {"postcode": "veld__invoer--postcode", "kort": "veld__invoer--kort", "breed": "veld__invoer--breed"}


class Veldsoort(StrEnum):
    """How a field is laid out."""

    REGEL = "regel"
    KEUZEGROEP = "keuzegroep"
    VINK = "vink"
    VERBORGEN = "verborgen"


@dataclass(frozen=True, slots=True)
class Keuze:
    """One radio button or checkbox of a group."""

    invoer: SafeString
    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class VeldBeeld:
    """Everything the template of a field needs; `invoer` is the ready input, empty for a group of choices."""

    soort: Veldsoort
    id: str
    naam: str
    label: str
    verplicht: bool
    hulp: str
    fouten: tuple[str, ...]
    invoer: SafeString
    keuzes: tuple[Keuze, ...] = ()
    maximum: int | None = None
    zoekveld: bool = False
    verborgen_label: bool = False

    @property
    def hulp_id(self) -> str:
        """The id of the help text."""
        return f"{self.id}-hulp"

    @property
    def fout_id(self) -> str:
        """The id of the error text."""
        return f"{self.id}-fout"

    @property
    def teller_id(self) -> str:
        """The id of the text that says how many characters fit."""
        return f"{self.id}-teller"

    @property
    def beschreven_door(self) -> str:
        """The value of aria-describedby for the whole group of choices."""
        return _list_beschrijvers(self.id, bool(self.hulp), bool(self.fouten), teller=False)


def _list_beschrijvers(veld_id: str, hulp: bool, fout: bool, teller: bool) -> str:
    delen = (("hulp", hulp), ("fout", fout), ("teller", teller))
    return " ".join(f"{veld_id}-{deel}" for deel, aanwezig in delen if aanwezig)


def _get_soort(veld: BoundField) -> Veldsoort:
    invoer = veld.field.widget
    if veld.is_hidden:
        return Veldsoort.VERBORGEN
    if isinstance(invoer, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return Veldsoort.KEUZEGROEP
    return Veldsoort.VINK if isinstance(invoer, forms.CheckboxInput) else Veldsoort.REGEL


def _get_klasse(invoer: forms.Widget) -> str:
    """Return the NL Design System class for an input."""
    if isinstance(invoer, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        return "utrecht-checkbox utrecht-checkbox--html-input"
    if isinstance(invoer, forms.RadioSelect):
        return "utrecht-radio-button utrecht-radio-button--html-input"
    if isinstance(invoer, forms.Select):
        return "utrecht-select utrecht-select--html-select"
    if isinstance(invoer, forms.Textarea):
        return "utrecht-textarea utrecht-textarea--html-textarea"
    if isinstance(invoer, forms.FileInput):
        return "bestandskeuze"
    return "utrecht-textbox utrecht-textbox--html-input"


def _list_keuzes(veld: BoundField, klasse: str) -> tuple[Keuze, ...]:
    return tuple(
        Keuze(deel.tag(wrap_label=False), deel.id_for_label, str(deel.choice_label)) for deel in _with_attributen(veld, klasse)
    )


def _with_attributen(veld: BoundField, klasse: str) -> list[forms.boundfield.BoundWidget]:
    attributen: dict[str, str | bool] = {"class": klasse}
    if veld.errors:
        attributen["aria-invalid"] = "true"
    return [
        forms.boundfield.BoundWidget(veld.field.widget, gegevens, veld.form.renderer)
        for gegevens in veld.field.widget.subwidgets(
            veld.html_name, veld.value(), attrs=veld.build_widget_attrs({"id": veld.auto_id, **attributen})
        )
    ]


def to_veld(
    veld: BoundField,
    *,
    label: str = "",
    breedte: str = "",
    teller: bool = False,
    verborgen_label: bool = False,
) -> VeldBeeld:
    """Return `veld` ready to draw.

    `label` replaces the one of the form; `breedte` is "postcode", "kort" or "breed";
    `teller` counts characters down against the max_length of the field; `verborgen_label`
    keeps the label for a screen reader only (a search field next to its button).
    """
    soort = _get_soort(veld)
    fouten = tuple(str(fout) for fout in veld.errors)
    hulp = str(veld.help_text or "")
    maximum = getattr(veld.field, "max_length", None) if teller else None
    klasse = _get_klasse(veld.field.widget)
    veld_id = veld.auto_id or veld.html_name
    keuzes: tuple[Keuze, ...] = ()
    invoer = SafeString("")
    if soort is Veldsoort.KEUZEGROEP:
        keuzes = _list_keuzes(veld, klasse)
    else:
        attributen: dict[str, str | bool] = {"class": " ".join(filter(None, (klasse, _BREEDTE.get(breedte, "")))), "id": veld_id}
        if beschrijvers := _list_beschrijvers(veld_id, bool(hulp), bool(fouten), maximum is not None):
            attributen["aria-describedby"] = beschrijvers
        invoer = veld.as_widget(attrs=attributen)
    return VeldBeeld(
        soort=soort,
        id=veld_id,
        naam=veld.html_name,
        label=label or str(veld.label or ""),
        verplicht=veld.field.required,
        hulp=hulp,
        fouten=fouten,
        invoer=invoer,
        keuzes=keuzes,
        maximum=maximum,
        zoekveld=getattr(veld.field.widget, "input_type", "") == "search",
        verborgen_label=verborgen_label,
    )


@dataclass(frozen=True, slots=True)
class Foutregel:
    """One line of the error summary; `doel` is the id to jump to, empty for the form as a whole."""

    tekst: str
    doel: str


def list_foutregels(formulier: forms.BaseForm) -> tuple[Foutregel, ...]:
    """Return every error of `formulier`, in the order of the fields, those of the whole form first."""
    regels = [Foutregel(str(tekst), "") for tekst in formulier.non_field_errors()]
    for veld in formulier:
        doel = veld.auto_id or veld.html_name
        if _get_soort(veld) is Veldsoort.KEUZEGROEP:
            doel = f"{doel}_0"
        if veld.is_hidden:
            regels.extend(Foutregel(f"{veld.label}: {fout}", "") for fout in veld.errors)
        else:
            regels.extend(Foutregel(str(fout), doel) for fout in veld.errors)
    return tuple(regels)
