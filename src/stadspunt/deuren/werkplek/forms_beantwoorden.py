"""What an agent fills in to write to a client by e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from stadspunt.bronnen.documenten.queries import DocumentBeeld
from stadspunt.stromen.correspondentie.rules.antwoord import (
    MAX_BIJLAGEN,
    MAX_BYTES,
    MAX_ONDERWERP,
    Antwoordopzet,
    check_antwoordopzet,
)
from stadspunt.stromen.correspondentie.rules.sjablonen import MAX_TEKST
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.intake.rules.bijlagen import make_bijlage
from stadspunt.stromen.intake.rules.mailbericht import Bijlage

_ZOUT = "werkplek.antwoordbijlage"
SOORTKEUZES = (
    (Berichtsoort.ANTWOORD.value, "Dit is het antwoord"),
    (Berichtsoort.TUSSENBERICHT.value, "De vraag blijft open"),
)


@dataclass(frozen=True, slots=True)
class BewaardBestand:
    """A file that was chosen before and goes along; `bewijs` is how the form remembers it."""

    naam: str
    grootte: int
    bewijs: str


class Bestandenveld(forms.FileField):
    """Several files; the cleaned value is a tuple, empty when none was chosen."""

    class Invoer(forms.ClearableFileInput):
        allow_multiple_selected = True
        template_name = "django/forms/widgets/file.html"

    widget = Invoer

    def clean(self, data: Any, initial: Any = None) -> "tuple[UploadedFile[Any], ...]":  # noqa: ARG002  the signature is Django's
        bestanden = tuple(een for een in (data if isinstance(data, list | tuple) else [data]) if een)
        if len(bestanden) > MAX_BIJLAGEN:
            raise forms.ValidationError(f"Stuur niet meer dan {MAX_BIJLAGEN} bestanden mee.", code="te-veel")
        if sum(een.size or 0 for een in bestanden) > MAX_BYTES:
            tekst = f"De bestanden zijn samen groter dan {MAX_BYTES // 1_000_000} MB. Stuur er minder mee."
            raise forms.ValidationError(tekst, code="te-groot")
        return bestanden


class BeantwoordenForm(forms.Form):
    """A message as somebody means to send it. What it must be is checked where it is sent."""

    aan = forms.CharField(
        label="Aan",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Vul het e-mailadres van de klant in."},
    )
    onderwerp = forms.CharField(
        label="Onderwerp",
        max_length=MAX_ONDERWERP,
        help_text="Het nummer van de vraag komt er vanzelf achter.",
        error_messages={"required": "Vul in waar het bericht over gaat."},
    )
    tekst = forms.CharField(
        label="Uw bericht",
        max_length=MAX_TEKST,
        strip=False,
        help_text="Schrijf kort en eenvoudig. Zet het antwoord in de eerste zin.",
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Schrijf het bericht op."},
    )
    citeer = forms.BooleanField(label="Zet de eerdere berichten met deze klant eronder", required=False)
    bijlagen = Bestandenveld(
        label="Bestanden meesturen",
        help_text=f"Ten hoogste {MAX_BIJLAGEN} bestanden, samen {MAX_BYTES // 1_000_000} MB.",
        required=False,
    )
    soort = forms.ChoiceField(
        label="Is de vraag hiermee klaar?",
        choices=SOORTKEUZES,
        widget=forms.RadioSelect,
        help_text="Na het antwoord is de vraag afgehandeld. Blijft de vraag open, dan loopt de tijd door.",
        error_messages={"required": "Kies of dit het antwoord is, of dat de vraag open blijft."},
    )
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask the rules of a message too, so that every reason is told at once and not one after the other."""
        al_gezegd = frozenset(self.errors)
        aan, onderwerp, tekst = (str(self.data.get(naam, "")) for naam in ("aan", "onderwerp", "tekst"))
        for fout in check_antwoordopzet(Antwoordopzet(aan, onderwerp, tekst, UUID(int=0)), ()):
            if fout.veld not in al_gezegd:
                self.add_error(fout.veld, forms.ValidationError(fout.tekst, code=fout.code))
        return super().clean() or self.cleaned_data

    def add_kept(self, bijlagen: Sequence[Bijlage]) -> list[Bijlage]:
        """Return the files that may go along; for each that may not, put the reason at the field."""
        goed = []
        for bijlage in bijlagen:
            if bijlage.gevaarlijk:
                tekst = f"U kunt {bijlage.naam} niet meesturen. {bijlage.gevaarlijk.tekst}"
                self.add_error("bijlagen", forms.ValidationError(tekst, code="gevaarlijk"))
            else:
                goed.append(bijlage)
        return goed

    @property
    def is_antwoord(self) -> bool:
        """Whether a valid form is the answer, and not a message in between."""
        return bool(self.cleaned_data["soort"] == Berichtsoort.ANTWOORD)

    def get_ingevuld(self) -> dict[str, Any]:
        """Return what was filled in as the beginning of another form; files are kept apart."""
        velden: dict[str, Any] = {naam: self.data.get(naam, "") for naam in ("aan", "onderwerp", "tekst", "soort", "kenmerk")}
        return velden | {"citeer": bool(self.data.get("citeer"))}

    def to_opzet(self, document_ids: Sequence[int]) -> Antwoordopzet:
        """Return the message of a valid form."""
        data = self.cleaned_data
        return Antwoordopzet(
            aan=data["aan"].strip(),
            onderwerp=data["onderwerp"],
            tekst=data["tekst"].replace("\r\n", "\n"),
            kenmerk=data["kenmerk"],
            document_ids=tuple(document_ids),
            citeer=data["citeer"],
        )


def read_bijlagen(bestanden: Sequence[Any]) -> list[Bijlage]:
    """Return uploaded files with a safe name, their type by content and their danger."""
    return [
        make_bijlage(bestand.name or "", bestand.content_type or "", bestand.read(), volgnummer=volgnummer, bron="antwoord")
        for volgnummer, bestand in enumerate(bestanden, 1)
    ]


def to_bewaard(klantvraag_id: int, document: DocumentBeeld) -> BewaardBestand:
    """Return a kept file with the proof that it was chosen for the answer to this question."""
    return BewaardBestand(document.naam, document.grootte, signing.dumps([klantvraag_id, document.id], salt=_ZOUT))


def list_bewaard(klantvraag_id: int, bewijzen: Sequence[str]) -> list[int]:
    """Return the documents that these proofs speak of; what is not ours or of another question is left out."""
    gevonden: dict[int, None] = {}
    for bewijs in bewijzen[: MAX_BIJLAGEN * 2]:
        try:
            van, document_id = signing.loads(bewijs, salt=_ZOUT)
        except (signing.BadSignature, ValueError):
            continue
        if van == klantvraag_id:
            gevonden[document_id] = None
    return list(gevonden)
