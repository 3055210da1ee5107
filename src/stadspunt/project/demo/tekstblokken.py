"""Short pieces of text that agents put into a field by typing `::`."""

from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens, Waarvoor

_KLANT = (Waarvoor.MAIL, Waarvoor.BRIEF)
_NOTITIE = (Waarvoor.NOTITIE,)
_AFDELING = (Waarvoor.AFDELING,)

TEKSTBLOKKEN: tuple[Tekstblokgegevens, ...] = (
    Tekstblokgegevens(
        "Groet", "groet", "Met vriendelijke groet,\n{medewerker}\nGemeente {gemeente}",
        "Kind regards,\n{medewerker}\nMunicipality of {gemeente}", _KLANT,
    ),
    Tekstblokgegevens(
        "Afspraak maken", "afspraak",
        "U hebt hiervoor een afspraak nodig. Die maakt u op onze website, of bel 14 000. "
        "Neem een geldig identiteitsbewijs mee.",
        "You need an appointment for this. You can make one on our website or call 14 000. Please bring a valid ID.", _KLANT,
    ),
    Tekstblokgegevens(
        "Openingstijden stadhuis", "open",
        "Het stadhuis is open van maandag tot en met vrijdag van 9 tot 17 uur, op donderdag tot 20 uur.",
        "The town hall is open Monday to Friday from 9 am to 5 pm, on Thursday until 8 pm.", (*_KLANT, Waarvoor.NOTITIE),
    ),
    Tekstblokgegevens(
        "Wij komen erop terug", "terug",
        "Wij zoeken dit voor u uit. U hoort uiterlijk {beloofd} van ons. Uw vraag heeft nummer {nummer}.",
        "We are looking into this. You will hear from us by {beloofd}. The number of your question is {nummer}.", _KLANT,
    ),
    Tekstblokgegevens(
        "Excuses voor het wachten", "excuus",
        "Het spijt ons dat u langer op antwoord moest wachten dan wij beloofden.",
        "We are sorry that you had to wait longer for an answer than we promised.", _KLANT,
    ),
    Tekstblokgegevens(
        "Bezwaar maken", "bezwaar",
        "Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken tot en met [vul in: laatste dag]. "
        "Dat kan met DigiD op onze website, of met een brief.",
        waarvoor=_KLANT,
    ),
    Tekstblokgegevens(
        "Teruggebeld, niet bereikt", "nietbereikt",
        "Teruggebeld, niet bereikt. Voicemail ingesproken: [vul in: ja of nee]. Opnieuw bellen op [vul in: dag en tijd].",
        waarvoor=_NOTITIE,
    ),
    Tekstblokgegevens(
        "Klant wil teruggebeld worden", "terugbellen",
        "{naam} wil teruggebeld worden op [vul in: nummer], het liefst [vul in: wanneer].", waarvoor=_NOTITIE,
    ),
    Tekstblokgegevens(
        "Vraag aan de afdeling", "vraag",
        "De klant vraagt: [vul in: de vraag]. Wij weten al: [vul in: wat bekend is]. "
        "Kunt u een tekst geven die wij zo aan de klant kunnen sturen? De klant verwacht antwoord op {beloofd}.",
        waarvoor=_AFDELING,
    ),
    Tekstblokgegevens(
        "Status van een aanvraag", "status",
        "De aanvraag is binnen sinds [vul in: datum] en wordt behandeld. Een besluit volgt uiterlijk [vul in: datum].",
        waarvoor=_AFDELING,
    ),
    Tekstblokgegevens(
        "Nog niet alles binnen", "aanvullen",
        "Wij missen nog: [vul in: stukken]. Zonder deze stukken kunnen wij niet verder.", waarvoor=(*_KLANT, Waarvoor.AFDELING),
    ),
)  # fmt: skip
