"""Products about the street, the house, the business and about what went wrong."""

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.productvorm import DemoProduct, Knip

T, B, M, I, P = Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.EMAIL, Kanaal.INTERNET, Kanaal.POST  # noqa: E741

STAD: tuple[DemoProduct, ...] = (
    DemoProduct(
        code="parkeervergunning",
        naam="Parkeervergunning",
        upl_naam="parkeervergunning",
        upl="parkeervergunning",
        grondslag="Artikel 225 Gemeentewet",
        afdeling="parkeren",
        doelgroepen=("bewoner", "bedrijf", "mantelzorger", "bezoeker"),
        thema="verkeer en parkeren",
        kanalen=(I, T, B),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Woont u in zone A, B of C en staat de auto op uw naam? Dan vraagt u de vergunning online aan met DigiD; zij "
            "gaat meteen in. Een vergunning kost per jaar € 118,80 in zone A, € 72,00 in zone B en € 48,00 in zone C. "
            "Bezoek meldt u aan in de parkeerapp of via 14 000."
        ),
        woorden=("vergunning auto", "kenteken wijzigen", "bezoekersparkeren", "parkeersaldo", "parking permit"),
    ),
    DemoProduct(
        code="kapvergunning",
        naam="Vergunning om een boom te kappen",
        upl_naam="omgevingsvergunning kap",
        upl="omgevingsvergunning_kap",
        grondslag="Artikel 2.2 Wet algemene bepalingen omgevingsrecht",
        afdeling="vergunningen",
        doelgroepen=("bewoner", "bedrijf"),
        thema="wonen en groen",
        kanalen=(I,),
        knip=Knip.VAKAFDELING,
        norm_werkdagen=10,
        antwoord=(
            "Is de stam van de boom op 1,30 meter hoogte dikker dan 30 centimeter? Dan hebt u bijna altijd een vergunning "
            "nodig. U vraagt haar aan in het Omgevingsloket. Doe eerst de vergunningcheck. Wij beslissen binnen 8 weken en "
            "maken uw aanvraag bekend, zodat de buurt kan reageren."
        ),
        woorden=("boom kappen", "boom omzagen", "kapvergunning", "snoeien", "herplanten"),
    ),
    DemoProduct(
        code="bouwvergunning",
        naam="Vergunning om te bouwen of te verbouwen",
        upl_naam="omgevingsvergunning bouw",
        upl="omgevingsvergunning_bouw",
        grondslag="Artikel 2.1 Wet algemene bepalingen omgevingsrecht",
        afdeling="vergunningen",
        doelgroepen=("bewoner", "bedrijf"),
        thema="bouwen",
        kanalen=(I,),
        knip=Knip.VAKAFDELING,
        norm_werkdagen=10,
        antwoord=(
            "Doe eerst de vergunningcheck in het Omgevingsloket. Een dakkapel aan de achterkant of een schuur mag vaak "
            "zonder vergunning. Aan de voorkant meestal niet. Wij beslissen binnen 8 weken; dat mag één keer 6 weken langer. "
            "Hebt u een groter plan? Vraag dan eerst een gesprek aan met de casemanager."
        ),
        woorden=("verbouwen", "dakkapel", "aanbouw", "uitbouw", "schutting", "schuur", "omgevingsvergunning"),
    ),
    DemoProduct(
        code="melding-openbare-ruimte",
        naam="Melding over de straat of het groen",
        upl_naam="melding openbare ruimte (algemeen)",
        upl="melding_openbare_ruimte_(algemeen)",
        grondslag="",
        afdeling="openbare-ruimte",
        doelgroepen=("iedereen",),
        thema="wonen en groen",
        kanalen=(I, T, B),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=10,
        antwoord=(
            "Meld een kapotte lantaarn, losse tegel, zwerfvuil of ander ongemak op onze website of via 14 000. Geef de "
            "plek zo precies mogelijk door; een foto helpt. Het mag ook zonder uw naam. De meeste meldingen lossen wij "
            "binnen 10 werkdagen op. Bij gevaar komen wij dezelfde dag, ook in het weekend."
        ),
        woorden=("lantaarnpaal", "losse tegel", "gat in de weg", "zwerfvuil", "onkruid", "ratten", "speeltuin", "klacht straat"),
    ),
    DemoProduct(
        code="evenementenvergunning",
        naam="Evenement melden of aanvragen",
        upl_naam="evenementenvergunning",
        upl="evenementenvergunning",
        grondslag="Artikel 2:25 Model Algemene plaatselijke verordening",
        afdeling="vergunningen",
        doelgroepen=("organisator", "vereniging"),
        thema="evenementen",
        kanalen=(I,),
        knip=Knip.VAKAFDELING,
        norm_werkdagen=10,
        antwoord=(
            "Een klein feest met hoogstens 150 mensen dat om 23.00 uur stopt, meldt u 3 weken van tevoren. Voor een groter "
            "evenement vraagt u een vergunning aan, minstens 8 weken vooraf. Politie en brandweer geven dan advies. U "
            "regelt het online. Dien op tijd in: te laat betekent vaak dat het niet doorgaat."
        ),
        woorden=("straatfeest", "buurtbarbecue", "festival", "rommelmarkt", "Koningsdag", "geluid", "braderie"),
    ),
    DemoProduct(
        code="horeca-exploitatie",
        naam="Vergunning om een horecazaak te hebben",
        upl_naam="horecabedrijf exploitatievergunning",
        upl="horecaExplVrg",
        grondslag="Artikel 2:28 Model Algemene plaatselijke verordening",
        afdeling="economie",
        doelgroepen=("ondernemer",),
        thema="ondernemen",
        kanalen=(I, T),
        knip=Knip.VAKAFDELING,
        norm_werkdagen=10,
        antwoord=(
            "Voor een café, restaurant of lunchroom hebt u een exploitatievergunning nodig. Plan eerst een gesprek met de "
            "accountmanager bedrijven. Daarna vraagt u de vergunning online aan. Wij doen een onderzoek naar de "
            "achtergrond van het bedrijf (Bibob). Reken op 8 weken; dat mag één keer langer duren."
        ),
        woorden=("café beginnen", "restaurant", "terras", "horecavergunning", "Bibob", "exploitatie"),
    ),
    DemoProduct(
        code="alcoholvergunning",
        naam="Alcoholvergunning",
        upl_naam="alcoholvergunning",
        upl="alcoholvergunning",
        grondslag="Artikel 3 Alcoholwet",
        afdeling="economie",
        doelgroepen=("ondernemer", "vereniging"),
        thema="ondernemen",
        kanalen=(I,),
        knip=Knip.VAKAFDELING,
        norm_werkdagen=10,
        antwoord=(
            "Schenkt u alcohol in uw zaak of kantine? Dan hebt u een alcoholvergunning nodig. Leidinggevenden zijn 21 jaar "
            "of ouder en hebben de verklaring Sociale Hygiëne. Een nieuwe leidinggevende meldt u online vóór de eerste "
            "werkdag. Wij beslissen binnen 8 weken."
        ),
        woorden=("drankvergunning", "leidinggevende bijschrijven", "kantine", "tap", "sociale hygiëne"),
    ),
    DemoProduct(
        code="klacht",
        naam="Klacht over de gemeente",
        upl_naam="klacht",
        upl="klacht",
        grondslag="Artikel 9:1 Algemene wet bestuursrecht",
        afdeling="juridische-zaken",
        doelgroepen=("iedereen",),
        thema="contact",
        kanalen=(T, B, M, I, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=10,
        antwoord=(
            "Bent u niet tevreden over hoe wij met u omgingen? Vertel het ons, op de manier die u wilt. De "
            "klachtencoördinator belt u binnen 2 werkdagen. Komen we er samen niet uit, dan hoort u binnen 6 weken ons "
            "oordeel. Daarna kunt u naar de ombudsman. Het kost niets."
        ),
        woorden=("klacht", "niet tevreden", "slecht behandeld", "onbeleefd", "te lang wachten", "ombudsman"),
    ),
    DemoProduct(
        code="bezwaar",
        naam="Bezwaar tegen een besluit",
        upl_naam="bezwaar",
        upl="bezwaar",
        grondslag="Artikel 7:1 Algemene wet bestuursrecht",
        afdeling="juridische-zaken",
        doelgroepen=("belanghebbende",),
        thema="contact",
        kanalen=(I, P, B),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Bezwaar maakt u binnen 6 weken na de datum van het besluit, online met DigiD of per brief. Schrijf op tegen "
            "welk besluit u bent en waarom. Wij bellen u binnen 5 werkdagen om te horen wat u dwarszit. Vaak is bezwaar "
            "daarna niet meer nodig. Het is gratis."
        ),
        woorden=("bezwaarschrift", "niet eens met besluit", "in beroep", "hoorzitting"),
    ),
    DemoProduct(
        code="grofvuil",
        naam="Grofvuil laten ophalen en afval",
        upl_naam="afvalinzameling grofvuil",
        upl="afvalinzameling_grofvuil",
        grondslag="Artikel 7 Model Afvalstoffenverordening",
        afdeling="afval",
        doelgroepen=("inwoner",),
        thema="afval",
        kanalen=(I, T),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "U maakt een afspraak op onze website of via 14 000. Binnen 10 werkdagen halen wij uw grofvuil op. Zet het de "
            "avond ervoor na 20.00 uur aan de straat, hoogstens 2 kubieke meter. Twee keer per jaar is het gratis. Zelf "
            "brengen naar de milieustraat mag het hele jaar; neem uw afvalpas mee."
        ),
        woorden=("grof vuil", "bank ophalen", "milieustraat", "container", "afvalpas", "kliko", "kerstboom", "bulky waste"),
    ),
)
