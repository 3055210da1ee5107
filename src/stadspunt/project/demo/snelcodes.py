"""Quick codes: simple questions that come all day, with the answer an agent gives at once (A14)."""

from dataclasses import dataclass

from stadspunt.project.demo.kanalen import Kanaal

_ALLE = (Kanaal.TELEFOON, Kanaal.BALIE)
_BEL = (Kanaal.TELEFOON,)


@dataclass(frozen=True, slots=True)
class DemoSnelcode:
    """A key with its question and answer; `product` is a code or '', `gewicht` how often it is used in the past year."""

    code: str
    naam: str
    antwoord: str
    product: str
    gewicht: int
    kanalen: tuple[Kanaal, ...] = _ALLE


SNELCODES: tuple[DemoSnelcode, ...] = (
    DemoSnelcode(
        "op",
        "Openingstijden stadhuis",
        "Het stadhuis is open op werkdagen van 9.00 tot 17.00 uur, op donderdag tot 20.00 uur. Alleen op afspraak.",
        "bezoekafspraak",
        12,
    ),
    DemoSnelcode(
        "ds",
        "Openingstijden De Schakel",
        "De balie in De Schakel is open op maandag, woensdag en vrijdag van 9.00 tot 12.30 uur, zonder afspraak.",
        "bezoekafspraak",
        5,
    ),
    DemoSnelcode(
        "mi",
        "Openingstijden milieustraat",
        "De milieustraat is open van dinsdag tot en met vrijdag van 9.00 tot 16.30 uur en op "
        "zaterdag tot 16.00 uur. Neem uw afvalpas mee.",
        "grofvuil",
        11,
    ),
    DemoSnelcode(
        "gft",
        "Welke container wanneer",
        "Op welke dag wij welke container legen, staat in de afvalkalender op onze website. Vul uw postcode en huisnummer in.",
        "grofvuil",
        9,
    ),
    DemoSnelcode(
        "gv",
        "Grofvuil aanbieden",
        "Maak een afspraak op onze website. Zet het de avond ervoor na 20.00 uur buiten, hoogstens 2 kubieke meter.",
        "grofvuil",
        6,
    ),
    DemoSnelcode(
        "pp",
        "Kosten paspoort",
        "Een paspoort kost € 86,85; voor kinderen tot 18 jaar € 65,70. Spoed kost € 57,70 extra.",
        "paspoort",
        8,
    ),
    DemoSnelcode(
        "id",
        "Kosten identiteitskaart",
        "Een identiteitskaart kost € 78,90; voor kinderen tot 18 jaar € 43,20.",
        "identiteitskaart",
        6,
    ),
    DemoSnelcode("rb", "Kosten rijbewijs", "Een rijbewijs kost € 52,30. Na 5 werkdagen is het klaar.", "rijbewijs", 5),
    DemoSnelcode(
        "pf",
        "Eisen aan de pasfoto",
        "De foto is niet ouder dan 6 maanden, in kleur, en uw gezicht is recht van voren te zien. Elke fotograaf kent de eisen.",
        "paspoort",
        4,
    ),
    DemoSnelcode(
        "kl",
        "Ligt mijn document klaar",
        "Uw document ligt klaar. U kunt het zonder afspraak ophalen. Neem uw oude document mee.",
        "paspoort",
        8,
    ),
    DemoSnelcode(
        "ut",
        "Uittreksel: hoe en wat kost het",
        "Online met DigiD kost een uittreksel € 14,50 en hebt u het de volgende werkdag. Aan de balie kost het € 17,20.",
        "brp-uittreksel",
        5,
    ),
    DemoSnelcode(
        "vh",
        "Verhuizing doorgeven",
        "U geeft uw verhuizing door op onze website met DigiD, van 4 weken ervoor tot en met 5 dagen erna.",
        "verhuismelding",
        7,
    ),
    DemoSnelcode(
        "pk",
        "Tarief parkeren op straat",
        "Parkeren op straat kost € 2,60 per uur in zone A en € 1,80 in zone B. Op zondag is het gratis.",
        "parkeervergunning",
        5,
    ),
    DemoSnelcode(
        "pg",
        "Parkeergarages",
        "De garages aan het Lindeplein en bij het station zijn dag en nacht open. U betaalt hoogstens € 14,00 per dag.",
        "parkeervergunning",
        4,
    ),
    DemoSnelcode(
        "ws",
        "Stand van de wachtrij balie",
        "U bent over ongeveer een kwartier aan de beurt. Er is koffie bij de ingang.",
        "bezoekafspraak",
        3,
        (Kanaal.BALIE,),
    ),
    DemoSnelcode("dv", "Doorverbinden met een medewerker", "Ik heb u doorverbonden met de collega die u zocht.", "", 9, _BEL),
    DemoSnelcode(
        "ub",
        "Verwezen naar UWV, CAK of Belastingdienst",
        "Hiervoor kunt u bij een andere instantie terecht. Ik heb u het nummer en de openingstijden gegeven.",
        "",
        7,
    ),
    DemoSnelcode(
        "vk", "Verkeerd verbonden", "U zocht een andere gemeente of organisatie; ik heb u het goede nummer gegeven.", "", 4, _BEL
    ),
    DemoSnelcode(
        "wg",
        "Wegafsluiting of werk aan de weg",
        "Alle afsluitingen staan op de kaart op onze website, met de omleiding.",
        "melding-openbare-ruimte",
        4,
    ),
    DemoSnelcode(
        "dd",
        "DigiD werkt niet",
        "DigiD is niet van de gemeente. De helpdesk van DigiD helpt u; ik heb u het nummer gegeven.",
        "",
        4,
    ),
)
