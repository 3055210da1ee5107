"""What agents fill in to ask a department and to check what came back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from stadspunt.bronnen.organisatie.beelden import AfdelingBeeld
from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.schermen.invoer import Datumveld
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.stromen.overdracht.rules import (
    MAX_GEVRAAGD,
    MAX_REDEN,
    REDEN_VRAGEN,
    VORMNAMEN,
    Oordeel,
    Toetspunt,
    Voorstel,
    Vorm,
    check_toetsing,
    check_voorstel,
    compute_terugdatum,
)

_TE_LANG = "Maak deze tekst korter dan {} tekens."


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What bounds the day of return: the promise to the client, the days of the organisation, today."""

    beloofd: date
    kalender: Kalender
    vandaag: date


class Vraagform(forms.Form):
    """What is asked of a department and by when; the base of asking first and asking again.

    Input and domain are checked together, so that every reason stands at its field at once.
    """

    gevraagd = forms.CharField(
        label="Wat wilt u van de afdeling weten?",
        max_length=MAX_GEVRAAGD,
        help_text="Schrijf het zo op dat de afdeling verder kan zonder u te bellen.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Schrijf op wat u van de afdeling wilt weten.",
            "max_length": _TE_LANG.format(MAX_GEVRAAGD),
        },
    )
    terug_op = Datumveld(label="Wanneer hebt u het terug nodig?")
    reden_later = forms.CharField(
        label="Waarom later dan u de klant beloofde?",
        required=False,
        max_length=MAX_REDEN,
        help_text="Alleen nodig als de dag na de belofte ligt.",
        error_messages={"max_length": _TE_LANG.format(MAX_REDEN)},
    )

    def __init__(self, afspraak: Afspraak, gegevens: Any = None, **kwargs: Any) -> None:
        """Make the form with a proposed day that keeps the promise where that can be."""
        super().__init__(gegevens, **kwargs)
        self._afspraak = afspraak
        terug = self.fields["terug_op"]
        terug.initial = compute_terugdatum(afspraak.beloofd, afspraak.kalender, afspraak.vandaag)
        terug.help_text = f"De klant verwacht uiterlijk {format_dag(afspraak.beloofd)} antwoord."
        terug.widget.attrs["min"] = afspraak.vandaag.isoformat()

    def clean(self) -> dict[str, Any]:
        """Add what the domain refuses to what was not filled in right."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("terug_op"):
            voorstel = self._build_voorstel(schoon)
            for fout in check_voorstel(voorstel, self._afspraak.beloofd, self._afspraak.kalender, self._afspraak.vandaag):
                if fout.veld not in self.errors or fout.veld == "terug_op":
                    self.add_error(fout.veld, forms.ValidationError(fout.tekst, code=fout.code))
        return schoon

    def _build_voorstel(self, schoon: dict[str, Any]) -> Voorstel:
        return Voorstel(
            schoon.get("afdeling") or 0,
            schoon.get("gevraagd", ""),
            Vorm(schoon.get("vorm") or Vorm.ANTWOORDTEKST),
            schoon["terug_op"],
            schoon.get("reden_later", ""),
        )


class OverdragenForm(Vraagform):
    """Ask a department."""

    afdeling = forms.TypedChoiceField(
        label="Aan welke afdeling?",
        coerce=int,
        error_messages={"required": "Kies een afdeling.", "invalid_choice": "Kies een afdeling uit de lijst."},
    )
    vorm = forms.ChoiceField(
        label="Wat krijgt u terug?",
        choices=[(vorm.value, naam) for vorm, naam in VORMNAMEN.items()],
        initial=Vorm.ANTWOORDTEKST.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u terugkrijgt.", "invalid_choice": "Kies wat u terugkrijgt."},
    )
    field_order = ("afdeling", "gevraagd", "vorm", "terug_op", "reden_later")

    def __init__(
        self, afspraak: Afspraak, afdelingen: list[AfdelingBeeld], gegevens: Any = None, *, voorstel: int | None = None
    ) -> None:
        """Make the form; `voorstel` is the department of the product, proposed and marked as such."""
        super().__init__(afspraak, gegevens)
        keuzes = [(een.id, f"{een.naam} (hoort bij het product)" if een.id == voorstel else een.naam) for een in afdelingen]
        self.fields["afdeling"].choices = [("", "Kies een afdeling"), *keuzes]  # type: ignore[attr-defined]
        self.fields["afdeling"].initial = voorstel

    def get_voorstel(self) -> Voorstel:
        """Return the value that the action takes."""
        return self._build_voorstel(self.cleaned_data)


class OpnieuwVragenForm(Vraagform):
    """Ask the same department once more, with what is missing."""

    def __init__(self, afspraak: Afspraak, gegevens: Any = None) -> None:
        """Make the form with the words of a second question."""
        super().__init__(afspraak, gegevens)
        self.fields["gevraagd"].label = "Wat ontbreekt er, of wat is niet duidelijk?"
        self.fields["gevraagd"].help_text = "De afdeling ziet haar eerste antwoord en deze opmerkingen bij elkaar."

    def get_voorstel(self, afdeling_id: int, vorm: str) -> Voorstel:
        """Return the value that the action takes, for the department and form of the first order."""
        return self._build_voorstel(self.cleaned_data | {"afdeling": afdeling_id, "vorm": vorm})


class ToetsingForm(forms.Form):
    """The three checks: each good, or a reason to go on. Whether it was in time is a fact and no box to tick."""

    volledigheid = forms.BooleanField(label="Het antwoord is volledig: alles wat de klant vroeg, staat erin.", required=False)
    begrijpelijkheid = forms.BooleanField(label="Het antwoord is duidelijk: de klant begrijpt wat er staat.", required=False)
    reden_snelheid = forms.CharField(
        label="Wat doet u eraan dat het te laat kwam?",
        max_length=MAX_REDEN,
        help_text="Bijvoorbeeld: ik heb de klant gebeld, of ik bied onze excuses aan.",
        error_messages={"required": REDEN_VRAGEN[Toetspunt.SNELHEID]},
    )
    reden_volledigheid = forms.CharField(label="Waarom is het zo toch goed?", required=False, max_length=MAX_REDEN)
    reden_begrijpelijkheid = forms.CharField(label="Waarom is het zo toch goed?", required=False, max_length=MAX_REDEN)

    def __init__(self, op_tijd: bool, gegevens: Any = None) -> None:
        """Make the form; an answer in time needs no word about it, a late one does."""
        super().__init__(gegevens)
        if op_tijd:
            del self.fields["reden_snelheid"]
        for naam, veld in self.fields.items():
            if naam.startswith("reden_"):
                veld.error_messages["max_length"] = _TE_LANG.format(MAX_REDEN)

    def clean(self) -> dict[str, Any]:
        """Add the points that are not good and not explained to what was not filled in right."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for fout in check_toetsing(self.get_oordelen()):
            if fout.veld not in self.errors:
                self.add_error(fout.veld, forms.ValidationError(fout.tekst, code=fout.code))
        return schoon

    def get_oordelen(self) -> dict[Toetspunt, Oordeel]:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        return {
            Toetspunt.SNELHEID: Oordeel("reden_snelheid" not in self.fields, schoon.get("reden_snelheid", "")),
            Toetspunt.VOLLEDIGHEID: Oordeel(schoon["volledigheid"], schoon.get("reden_volledigheid", "")),
            Toetspunt.BEGRIJPELIJKHEID: Oordeel(schoon["begrijpelijkheid"], schoon.get("reden_begrijpelijkheid", "")),
        }
