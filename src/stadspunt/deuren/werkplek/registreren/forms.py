"""What an agent fills in for a contact: the contact itself, the client, and each question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from stadspunt.bronnen.organisatie.beelden import AfdelingBeeld, KanaalBeeld, TeamBeeld
from stadspunt.bronnen.partijen.rules import Partijgegevens, Partijsoort, Taal
from stadspunt.bronnen.producten.queries import ProductBeeld
from stadspunt.deuren.werkplek.forms import BEREIKTKEUZES, COMPLEXITEITKEUZES, RICHTINGKEUZES
from stadspunt.deuren.werkplek.klantzijde import TAALNAMEN, Klantzijde
from stadspunt.deuren.werkplek.stukken import Stukkenveld
from stadspunt.deuren.werkplek.teamnamen import get_teamnamen
from stadspunt.deuren.werkplek.tijdvelden import Momentvelden
from stadspunt.fundament.schermen.invoer import Datumveld
from stadspunt.stromen.klantcontacten.rules import MAX_ONDERWERP, Complexiteit, NieuweVraag, Richting
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Voorstel, Vorm

DIRECT, OPPAKKEN, LIJST, DOORZETTEN = "direct", "oppakken", "lijst", "doorzetten"
RESULTATEN = [
    (DIRECT, "Direct beantwoord"),
    (OPPAKKEN, "Ik pak dit op"),
    (LIJST, "Terug in de lijst"),
    (DOORZETTEN, "Naar een afdeling"),
]
# These have some value by themselves: who typed nothing else typed nothing.
VANZELF = frozenset({"complexiteit", "vorm", "vertrouwelijk"})


class ContactForm(Momentvelden):
    """The contact itself. `bestaande` are open questions of this client that it is about too."""

    kanaal = forms.TypedChoiceField(
        label="Kanaal",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een kanaal.", "invalid_choice": "Kies een kanaal uit de lijst."},
    )
    richting = forms.ChoiceField(
        label="Wie nam contact op?",
        choices=RICHTINGKEUZES,
        widget=forms.RadioSelect,
        initial=Richting.IN.value,
        error_messages={"required": "Kies wie contact opnam."},
    )
    bereikt = forms.ChoiceField(label="Klant gesproken?", choices=BEREIKTKEUZES, widget=forms.RadioSelect, required=False)
    # Empty: the team of the entrance.
    team = forms.TypedChoiceField(label="Team", coerce=int, required=False)
    bijlagen = Stukkenveld()
    partij = forms.IntegerField(widget=forms.HiddenInput, required=False)
    anoniem = forms.BooleanField(label="De klant blijft anoniem en krijgt geen bericht van ons", required=False)
    bestaande = forms.TypedMultipleChoiceField(
        label="Ook over een open vraag?",
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "utrecht-checkbox utrecht-checkbox--html-input"}),
        required=False,
    )
    samenvatting = forms.CharField(label="Wat is daarover gezegd?", widget=forms.Textarea(attrs={"rows": 2}), required=False)

    def __init__(self, kanalen: Sequence[KanaalBeeld], teams: Sequence[TeamBeeld], geopend_op: datetime, **kwargs: Any) -> None:
        super().__init__(geopend_op, **kwargs)
        # Who was chosen as the client; the screen looks him up once for all that needs him.
        self.klant: Klantzijde | None = None
        _set_keuzes(self.fields["kanaal"], [(een.id, een.naam) for een in kanalen])
        _set_keuzes(self.fields["team"], [("", "Van de ingang"), *get_teamnamen(teams).items()])

    def offer_vragen(self, vragen: Sequence[tuple[int, str]]) -> None:
        """Let the agent choose from these open questions of the client."""
        _set_keuzes(self.fields["bestaande"], vragen)

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("richting") == Richting.UIT and not schoon.get("bereikt"):
            self.add_error("bereikt", "Kies of u de klant gesproken hebt.")
        return schoon

    def get_bereikt(self) -> bool | None:
        """Return whether the client was reached; None when the client came to us."""
        return None if self.cleaned_data["richting"] == Richting.IN else self.cleaned_data["bereikt"] == "ja"


def _set_keuzes(veld: forms.Field, keuzes: Sequence[tuple[int | str, str]]) -> None:
    veld.choices = list(keuzes)  # type: ignore[attr-defined]


class KlantForm(forms.Form):
    """A client we did not know yet; everything empty means that nobody is added."""

    naam = forms.CharField(label="Naam", max_length=200, required=False)
    email = forms.CharField(label="E-mailadres", max_length=254, required=False)
    telefoon = forms.CharField(label="Telefoonnummer", max_length=30, required=False)
    voorkeurskanaal = forms.TypedChoiceField(label="Liefst bericht via", required=False, coerce=int, empty_value=None)
    taal = forms.ChoiceField(label="Taal", choices=[(taal.value, TAALNAMEN[taal]) for taal in Taal], required=False)
    organisatie = forms.BooleanField(label="Dit is een organisatie", required=False)

    def __init__(self, kanalen: Sequence[KanaalBeeld], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        _set_keuzes(self.fields["voorkeurskanaal"], [("", "Geen voorkeur"), *((een.id, een.naam) for een in kanalen)])

    def get_gegevens(self) -> Partijgegevens | None:
        """Return the new client, None when nothing was filled in."""
        schoon = self.cleaned_data
        soort = Partijsoort.ORGANISATIE if schoon["organisatie"] else Partijsoort.PERSOON
        gegevens = Partijgegevens(
            schoon["naam"].strip(),
            schoon["email"].strip(),
            schoon["telefoon"].strip(),
            soort,
            schoon["voorkeurskanaal"],
            Taal(schoon["taal"] or Taal.NEDERLANDS),
        )
        return None if gegevens.is_leeg else gegevens


class VraagForm(forms.Form):
    """One question, with what the agent does with it."""

    onderwerp = forms.CharField(
        label="Onderwerp", max_length=MAX_ONDERWERP, error_messages={"required": "Vul in waar de vraag over gaat."}
    )
    # A plain input with the browser's own list: hundreds of products, found by typing, without script.
    product = forms.CharField(
        label="Product", required=False, widget=forms.TextInput(attrs={"list": "producten", "autocomplete": "off"})
    )
    complexiteit = forms.ChoiceField(label="Hoe ingewikkeld?", choices=COMPLEXITEITKEUZES, initial=Complexiteit.EENVOUDIG.value)
    toelichting = forms.CharField(label="Toelichting", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    resultaat = forms.ChoiceField(
        label="Wat doet u ermee?",
        choices=RESULTATEN,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u met deze vraag doet."},
    )
    vertrouwelijk = forms.BooleanField(label="Vertrouwelijk: alleen voor wie het aangaat", required=False)
    antwoord = forms.CharField(label="Antwoord aan de klant", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    afdeling = forms.TypedChoiceField(
        label="Aan welke afdeling?",
        coerce=int,
        required=False,
        error_messages={"invalid_choice": "Kies een afdeling uit de lijst."},
    )
    gevraagd = forms.CharField(label="Notitie voor de afdeling", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    vorm = forms.ChoiceField(
        label="Wat krijgt u terug?",
        choices=[(vorm.value, naam) for vorm, naam in VORMNAMEN.items()],
        initial=Vorm.ANTWOORDTEKST.value,
        required=False,
        error_messages={"invalid_choice": "Kies wat u terugkrijgt."},
    )
    terug_op = Datumveld(label="Terug op", required=False, help_text="")
    reden_later = forms.CharField(label="Waarom later dan beloofd?", required=False)

    def __init__(self, producten: Mapping[str, ProductBeeld], afdelingen: Sequence[AfdelingBeeld], **kwargs: Any) -> None:
        super().__init__(use_required_attribute=False, **kwargs)
        self.producten = producten
        _set_keuzes(self.fields["afdeling"], [("", "Kies een afdeling"), *((een.id, een.naam) for een in afdelingen)])

    def has_changed(self) -> bool:
        """Say whether anything was filled in."""
        return any(veld not in VANZELF for veld in self.changed_data)

    def clean_product(self) -> ProductBeeld | None:
        naam = self.cleaned_data["product"].strip().casefold()
        if naam and naam not in self.producten:
            raise forms.ValidationError("Kies een product uit de lijst, of maak het veld leeg.")
        return self.producten.get(naam)

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("resultaat") == DIRECT and not schoon.get("antwoord", "").strip():
            self.add_error("antwoord", "Schrijf op welk antwoord de klant kreeg.")
        if schoon.get("resultaat") == DOORZETTEN:
            self._check_opdracht(schoon)
        return schoon

    def _check_opdracht(self, schoon: dict[str, Any]) -> None:
        """An order needs a department and a day; the rules of the order itself are asked where the promise is known."""
        if not schoon.get("afdeling") and "afdeling" not in self.errors:
            self.add_error("afdeling", "Kies een afdeling.")
        if not schoon.get("terug_op") and "terug_op" not in self.errors:
            self.add_error("terug_op", "Vul in wanneer u het terug nodig hebt.")

    @property
    def is_direct(self) -> bool:
        """Whether the client had the answer at once."""
        return bool(self.cleaned_data["resultaat"] == DIRECT)

    def get_voorstel(self) -> Voorstel:
        """Return the order that goes to the department; a field that was filled in wrong counts as empty."""
        schoon = self.cleaned_data
        return Voorstel(
            schoon.get("afdeling") or 0,
            schoon.get("gevraagd", ""),
            Vorm(schoon.get("vorm") or Vorm.ANTWOORDTEKST),
            schoon["terug_op"],
            schoon.get("reden_later", ""),
        )

    def get_vraag(self) -> NieuweVraag:
        """Return the value that the action takes. An answer counts only when it was given at once."""
        schoon = self.cleaned_data
        product: ProductBeeld | None = schoon["product"]
        return NieuweVraag(
            onderwerp=schoon["onderwerp"],
            toelichting=schoon["toelichting"],
            product_id=product.id if product else None,
            complexiteit=Complexiteit(schoon["complexiteit"]),
            antwoord=schoon["antwoord"] if self.is_direct else "",
            vertrouwelijk=schoon["vertrouwelijk"],
        )


@dataclass(frozen=True, slots=True)
class Registratieformulieren:
    """The three kinds of form that together are one registration."""

    contact: ContactForm
    klant: KlantForm
    vragen: tuple[VraagForm, ...]

    def list_alle(self) -> tuple[forms.Form, ...]:
        """Return the forms in the order of the screen."""
        return (self.contact, self.klant, *self.vragen)

    def has_fouten(self) -> bool:
        """Say whether anything is wrong; every form is checked, so that every fault is told at once."""
        return any([bool(form.errors) for form in self.list_alle()])  # noqa: C419  a generator would stop at the first

    def list_gebruikte_vragen(self) -> tuple[VraagForm, ...]:
        """Return the questions that were filled in; one that was left blank beside others does not count."""
        return tuple(form for form in self.vragen if form.has_changed() or not form.empty_permitted)
