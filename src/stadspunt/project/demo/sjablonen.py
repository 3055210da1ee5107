"""Templates that agents start a message from.

The fields in braces are those of the correspondence room; what stands between square brackets a person fills in.
"""

from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort

_GROET = "\n\nMet vriendelijke groet,\n{medewerker}\nGemeente {gemeente}"
_GROET_EN = "\n\nKind regards,\n{medewerker}\nMunicipality of {gemeente}"


def _nl(
    naam: str, onderwerp: str, kern: str, soort: Berichtsoort = Berichtsoort.ANTWOORD, *, vooraan: bool = False
) -> Sjabloongegevens:
    return Sjabloongegevens(naam, onderwerp, "{aanhef}\n\n" + kern + _GROET, soort=soort, vooraan=vooraan)


def _en(
    naam: str, onderwerp: str, kern: str, soort: Berichtsoort = Berichtsoort.ANTWOORD, *, vooraan: bool = False
) -> Sjabloongegevens:
    return Sjabloongegevens(naam, onderwerp, "{aanhef}\n\n" + kern + _GROET_EN, "en", soort=soort, vooraan=vooraan)


SJABLONEN: tuple[Sjabloongegevens, ...] = (
    _nl(
        "Antwoord op uw vraag",
        "Uw vraag: {onderwerp}",
        "Uw vraag ging over: {onderwerp}. Dit is ons antwoord:\n\n[vul in: het antwoord]\n\nHebt u nog een "
        "vraag? Antwoord dan op deze mail, of bel 14 000. Uw nummer is {nummer}.",
        vooraan=True,
    ),
    _nl(
        "Wij hebben meer informatie nodig",
        "Wij hebben nog iets van u nodig",
        "Om uw vraag over {onderwerp} goed te beantwoorden, missen wij nog iets:\n\n- [vul in: wat u van de klant "
        "nodig hebt]\n\nWilt u dit sturen als antwoord op deze mail? Dan gaan wij meteen verder. Uw nummer is {nummer}.",
        Berichtsoort.TUSSENBERICHT,
    ),
    _nl(
        "Antwoord duurt langer",
        "Uw antwoord duurt langer",
        "Op uw vraag over {onderwerp} zou u op {beloofd} antwoord hebben. Dat lukt ons niet. Dat "
        "spijt ons.\n\nWij zoeken het nog uit. U hoort uiterlijk op [vul in: datum van antwoord] van ons. U hoeft "
        "zelf niets te doen.",
        Berichtsoort.TUSSENBERICHT,
    ),
    _nl(
        "Uitgezet bij de afdeling",
        "Wij zoeken het voor u uit",
        "Bedankt voor uw vraag ({onderwerp}). Wij hebben hem aan onze collega's van {afdeling} "
        "voorgelegd. U krijgt uiterlijk {beloofd} antwoord van ons. Wij blijven uw aanspreekpunt.\n"
        "\nUw nummer is {nummer}.",
        Berichtsoort.TUSSENBERICHT,
    ),
    _nl(
        "Afspraak bevestigen",
        "Uw afspraak in het stadhuis",
        "Wij hebben een afspraak voor u gemaakt:\n\nDatum en tijd: [vul in: datum en tijd]\nPlaats: stadhuis, Lindeplein "
        "1\nVoor: {product}\n\nNeem een geldig identiteitsbewijs mee. Kunt u niet? Zeg de afspraak "
        "dan af via 14 000.",
    ),
    _nl(
        "Melding ontvangen en doorgegeven",
        "Uw melding is doorgegeven",
        "Bedankt voor uw melding over {onderwerp}. Wij hebben haar doorgegeven aan {afdeling}. De "
        "meeste meldingen zijn binnen 10 werkdagen opgelost. U krijgt bericht als het klaar is.\n\n"
        "Is het gevaarlijk geworden? Bel ons dan op 14 000, ook in het weekend.",
        Berichtsoort.TUSSENBERICHT,
    ),
    _nl(
        "Melding opgelost",
        "Uw melding is opgelost",
        "U meldde ons iets over {onderwerp}. Onze collega's van {afdeling} hebben het opgelost:\n\n"
        "[vul in: wat er gedaan is]\n\nIs het niet goed? Antwoord dan op deze mail. Wij openen uw melding dan opnieuw.",
    ),
    _nl(
        "Excuses",
        "Onze excuses",
        "U schreef ons over {onderwerp}. U hebt gelijk: dit hadden wij beter moeten doen. Het "
        "spijt ons.\n\nDit is er gebeurd: [vul in: wat er misging]\n\nDit doen wij eraan: [vul in: wat u doet]\n\n"
        "Bent u niet tevreden met dit "
        "antwoord? Dan kunt u een klacht indienen. Dat kan op elke manier en kost niets.",
    ),
    _nl(
        "Bezwaar maken",
        "Zo maakt u bezwaar",
        "U bent het niet eens met ons besluit. U kunt bezwaar maken binnen 6 weken na de datum die "
        "op het besluit staat. Dat kan op onze website met DigiD, of per brief. Schrijf op tegen "
        "welk besluit u bent en waarom. Het kost niets.\n\nWilt u er eerst over praten? Antwoord "
        "op deze mail met uw telefoonnummer. Wij bellen u binnen 5 werkdagen.",
    ),
    _nl(
        "Niet van de gemeente",
        "Hiervoor kunt u ergens anders terecht",
        "Uw vraag over {onderwerp} kunnen wij niet beantwoorden, omdat de gemeente hier niet over "
        "gaat. U kunt terecht bij: [vul in: wie hierover gaat]\n\nKomt u er niet uit? Bel ons gerust op 14 000, dan helpen "
        "wij u op weg.",
    ),
    _nl(
        "Aanvraag online doen",
        "Zo vraagt u {product} aan",
        "U wilt {product} aanvragen. Dat doet u op onze website, met DigiD. U hebt daarvoor "
        "nodig:\n\n- [vul in: wat de klant nodig heeft]\n\nHebt u geen computer of geen DigiD? Bel 14 000. Dan maken wij een "
        "afspraak en doen wij het samen.",
    ),
    _en(
        "Answer to your question",
        "Your question about {onderwerp}",
        "You asked us about {onderwerp}. Our answer:\n\n[vul in: het antwoord]\n\nDo you have another question? Please "
        "reply to this e-mail or call 14 000. Your number is {nummer}.",
        vooraan=True,
    ),
    _en(
        "We need more information",
        "We need something from you",
        "To answer your question about {onderwerp}, we still need:\n\n- [vul in: wat u van de klant nodig hebt]\n\nPlease "
        "send it as a reply to this e-mail. Your number is {nummer}.",
        Berichtsoort.TUSSENBERICHT,
    ),
    _en(
        "We are looking into it",
        "We are looking into your question",
        "Thank you for your question about {onderwerp}. We have asked our colleagues of "
        "{afdeling}. You will hear from us on {beloofd} at the latest. Your number is {nummer}.",
        Berichtsoort.TUSSENBERICHT,
    ),
)
