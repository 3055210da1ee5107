"""What an administrator fills in for templates, products and quick codes."""

from typing import Any

from django import forms

from stadspunt.bronnen.producten.rules import MAX_WERKDAGEN
from stadspunt.deuren.beheer.forms import BlijvendForm, Nummerkeuze
from stadspunt.deuren.beheer.werkgebied import Keuzes
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

TALEN = (("nl", "Nederlands"), ("en", "Engels"))
BERICHTSOORTEN = (
    (Berichtsoort.ANTWOORD.value, "Het antwoord: de vraag is klaar"),
    (Berichtsoort.TUSSENBERICHT.value, "Een tussenbericht: de vraag blijft open"),
)


def _lang(label: str, verplicht: str = "", **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 12 if verplicht else 4})
    return forms.CharField(label=label, widget=widget, required=bool(verplicht), error_messages={"required": verplicht}, **kwargs)


class SjabloonForm(BlijvendForm):
    """A template for an answer, or for a message in between."""

    naam = forms.CharField(
        label="Naam",
        help_text="Zo staat het sjabloon in de lijst bij een antwoord.",
        error_messages={"required": "Vul een naam in."},
    )
    taal = forms.ChoiceField(label="Taal", choices=TALEN)
    soort = forms.ChoiceField(
        label="Wat is dit bericht?",
        choices=BERICHTSOORTEN,
        widget=forms.RadioSelect,
        help_text="Wie het verstuurt, kan anders kiezen.",
        error_messages={"required": "Kies of de vraag na dit bericht klaar is."},
    )
    onderwerp = forms.CharField(label="Onderwerp van de e-mail", error_messages={"required": "Vul een onderwerp in."})
    tekst = _lang("Tekst", "Vul een tekst in.")
    vooraan = forms.BooleanField(label="Zet dit sjabloon bovenaan de lijst", required=False)


class BevestigingForm(forms.Form):
    """The text of the receipt in one language."""

    onderwerp = forms.CharField(label="Onderwerp van de e-mail", error_messages={"required": "Vul een onderwerp in."})
    tekst = _lang("Tekst", "Vul een tekst in.")


class ProductForm(BlijvendForm):
    """A product in short; its names are those of the domain, so that a refusal finds its field."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    afdeling_id = Nummerkeuze(label="Afdeling", leeg="Kies een afdeling", error_messages={"required": "Kies een afdeling."})
    eigenaar_id = Nummerkeuze(label="Eigenaar", leeg="Nog niemand", required=False)
    thema = forms.CharField(label="Thema", required=False, help_text="Bijvoorbeeld: wonen, verkeer, belastingen.")
    zoekwoorden = forms.CharField(
        label="Zoekwoorden", required=False, help_text="Andere woorden die klanten gebruiken, met komma’s ertussen."
    )
    eerste_antwoord = _lang("Eerste antwoord", help_text="Wat het KCC meteen kan zeggen.")
    knip = forms.CharField(
        label="Afspraak met de afdeling",
        required=False,
        help_text="Wat doet het KCC zelf, en wanneer gaat een vraag naar de afdeling?",
    )
    norm_werkdagen = forms.IntegerField(
        label="Eigen norm in werkdagen",
        required=False,
        help_text="Alleen als die korter is dan de norm van het kanaal. Laat anders leeg.",
        error_messages={"invalid": f"Vul een aantal werkdagen in van 0 tot en met {MAX_WERKDAGEN}."},
    )
    vertrouwelijk = forms.BooleanField(
        label="Vertrouwelijk",
        required=False,
        help_text="Een vraag over dit product is meteen vertrouwelijk, ook als het product pas later wordt gekozen.",
    )
    upl_uri = forms.CharField(
        label="Adres in de landelijke lijst", required=False, help_text="Het adres in de Uniforme Productnamenlijst (UPL)."
    )

    def __init__(self, *args: Any, afdelingen: Keuzes, medewerkers: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["afdeling_id"].fill(afdelingen)  # type: ignore[attr-defined]
        self.fields["eigenaar_id"].fill(medewerkers)  # type: ignore[attr-defined]


class SnelcodeForm(BlijvendForm):
    """A quick code."""

    code = forms.CharField(
        label="Code", help_text="Een paar letters die u intypt, bijvoorbeeld mi.", error_messages={"required": "Vul een code in."}
    )
    naam = forms.CharField(label="Vraag", help_text="Waar gaat het over?", error_messages={"required": "Vul een naam in."})
    antwoord = _lang("Antwoord", "Vul een antwoord in.")
    product_id = Nummerkeuze(label="Product", leeg="Geen product", required=False)

    def __init__(self, *args: Any, producten: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product_id"].fill(producten)  # type: ignore[attr-defined]
