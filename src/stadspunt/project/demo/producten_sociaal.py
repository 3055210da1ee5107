"""Products about income, care, school and local taxes."""

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.productvorm import DemoProduct, Knip

T, B, M, I, P = Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.EMAIL, Kanaal.INTERNET, Kanaal.POST  # noqa: E741

SOCIAAL: tuple[DemoProduct, ...] = (
    DemoProduct(
        code="bijstand",
        naam="Bijstandsuitkering",
        upl_naam="bijstand",
        upl="bijstand",
        grondslag="Artikel 11 Participatiewet",
        afdeling="werk-en-inkomen",
        doelgroepen=("inwoner zonder inkomen", "jongere tot 27 jaar"),
        thema="werk en inkomen",
        kanalen=(I, B, T),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "U vraagt bijstand aan via werk.nl, met DigiD. Bent u jonger dan 27 jaar? Dan zoekt u eerst 4 weken zelf naar "
            "werk of een opleiding. Daarna hebben wij 8 weken om te beslissen. Hebt u nu geen geld? Vraag dan een "
            "voorschot. Dat moet er binnen 4 weken zijn."
        ),
        woorden=("uitkering", "bijstandsuitkering", "sociale dienst", "geen inkomen", "voorschot"),
    ),
    DemoProduct(
        code="bijzondere-bijstand",
        naam="Bijzondere bijstand",
        upl_naam="bijzonderebijstandsuitkering",
        upl="bijzBijstUitk",
        grondslag="Artikel 35 Participatiewet",
        afdeling="werk-en-inkomen",
        doelgroepen=("inwoner met een laag inkomen",),
        thema="werk en inkomen",
        kanalen=(I, B, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Hebt u een laag inkomen en hoge kosten die u niet kon voorzien? Dan kunt u bijzondere bijstand krijgen, "
            "bijvoorbeeld voor een bril, een wasmachine of bewindvoering. Vraag het aan vóórdat u de kosten maakt. Stuur "
            "een offerte of rekening mee. Wij beslissen meestal binnen 30 dagen."
        ),
        woorden=("vergoeding", "wasmachine", "bril", "bewindvoering", "extra kosten", "minima"),
    ),
    DemoProduct(
        code="schuldhulpverlening",
        naam="Hulp bij schulden",
        upl_naam="schuldhulpverlening",
        upl="schuldhulpverlening",
        grondslag="Artikel 3 Wet gemeentelijke schuldhulpverlening",
        afdeling="werk-en-inkomen",
        doelgroepen=("inwoner met schulden", "ondernemer met schulden"),
        thema="werk en inkomen",
        kanalen=(T, B, I),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "Kunt u uw rekeningen niet meer betalen? Bel ons of loop binnen. U krijgt binnen 2 weken een gesprek. Dreigt "
            "een huisuitzetting of wordt gas, water of stroom afgesloten? Dan spreken wij u binnen 3 werkdagen. De hulp "
            "is gratis en wij vertellen niets aan anderen zonder dat u het weet."
        ),
        woorden=("schulden", "deurwaarder", "huurachterstand", "afsluiten", "beslag", "betalingsachterstand"),
    ),
    DemoProduct(
        code="werkbegeleiding",
        naam="Hulp bij het vinden van werk",
        upl_naam="werkbegeleiding werkzoekenden",
        upl="werkbegeleiding_werkzoekenden",
        grondslag="",
        afdeling="werk-en-inkomen",
        doelgroepen=("werkzoekende", "werkgever"),
        thema="werk en inkomen",
        kanalen=(B, I, T),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Een consulent helpt u met zoeken, solliciteren of een opleiding. Binnen 5 werkdagen hebt u een eerste "
            "gesprek. Neem uw cv mee als u dat hebt. Elke woensdagochtend is er een banenmarkt in De Schakel; daar hebt "
            "u geen afspraak voor nodig."
        ),
        woorden=("werk zoeken", "baan", "solliciteren", "omscholing", "proefplaatsing", "consulent"),
    ),
    DemoProduct(
        code="wmo-voorziening",
        naam="Hulp en hulpmiddelen thuis (Wmo)",
        upl_naam="wmo-voorziening",
        upl="wmo-voorziening",
        grondslag="Artikel 2.3.1 Wet maatschappelijke ondersteuning 2015",
        afdeling="wmo-en-jeugd",
        doelgroepen=("inwoner met een beperking", "mantelzorger"),
        thema="zorg",
        kanalen=(T, B, I),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Hebt u hulp nodig in huis of een hulpmiddel? Meld het via 14 000, de website of de balie. Binnen 2 weken komt "
            "een consulent bij u langs. Het onderzoek duurt hoogstens 6 weken. Daarna beslissen wij binnen 2 weken. U "
            "betaalt een eigen bijdrage aan het CAK. Er mag altijd iemand bij het gesprek zijn."
        ),
        woorden=("huishoudelijke hulp", "scootmobiel", "traplift", "rolstoel", "regiotaxi", "mantelzorg", "thuiszorg"),
    ),
    DemoProduct(
        code="gehandicaptenparkeerkaart",
        naam="Gehandicaptenparkeerkaart",
        upl_naam="gehandicaptenparkeerkaart",
        upl="gehandicaptenparkeerkaart",
        grondslag="Artikel 49 Besluit administratieve bepalingen inzake het wegverkeer (BABW)",
        afdeling="wmo-en-jeugd",
        doelgroepen=("inwoner met een beperking",),
        thema="zorg en parkeren",
        kanalen=(I, B, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=10,
        antwoord=(
            "Kunt u niet verder dan 100 meter lopen, ook niet met een hulpmiddel? Dan kunt u een kaart aanvragen. Een arts "
            "onderzoekt u. Wij beslissen binnen 8 weken. De kaart geldt 5 jaar en in heel Europa. Een eigen parkeerplaats "
            "bij uw huis vraagt u apart aan."
        ),
        woorden=("invalidenkaart", "invalideparkeerkaart", "GPK", "blauwe kaart", "eigen parkeerplaats"),
    ),
    DemoProduct(
        code="leerlingenvervoer",
        naam="Vervoer naar school",
        upl_naam="leerlingenvervoer",
        upl="leerlingenvervoer",
        grondslag="Artikel 4 Wet op het voortgezet onderwijs",
        afdeling="onderwijs",
        doelgroepen=("ouder",),
        thema="jeugd en onderwijs",
        kanalen=(I, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Gaat uw kind naar een school die ver weg is, of kan het niet zelf reizen? Dan helpen wij soms met vervoer. "
            "Vraag het elk schooljaar opnieuw aan, liefst voor 1 juni. Dan is het vervoer geregeld als de school begint. "
            "Wij beslissen binnen 8 weken."
        ),
        woorden=("schooltaxi", "taxibusje", "speciaal onderwijs", "schoolbus", "reiskosten school"),
    ),
    DemoProduct(
        code="bezwaar-belastingaanslag",
        naam="Gemeentelijke belastingen en WOZ",
        upl_naam="belastingaanslag bezwaar",
        upl="belastingaanslag_bezwaar",
        grondslag="Artikel 7:1 Algemene wet bestuursrecht",
        afdeling="belastingen",
        doelgroepen=("belastingplichtige", "bedrijf"),
        thema="belastingen",
        kanalen=(I, P, B),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Bent u het niet eens met de aanslag of de WOZ-waarde? Bel ons eerst: vaak lossen wij het meteen op. Bezwaar "
            "maken kan tot 6 weken na de datum op de aanslag, online met DigiD of per brief. Het is gratis; u hebt er geen "
            "bureau voor nodig. Het taxatieverslag staat in de belastingbalie op onze website."
        ),
        woorden=("WOZ", "aanslag", "OZB", "rioolheffing", "afvalstoffenheffing", "taxatieverslag", "betalingsregeling"),
    ),
    DemoProduct(
        code="kwijtschelding",
        naam="Kwijtschelding van belastingen",
        upl_naam="belastingkwijtschelding",
        upl="belastingkwijtschelding",
        grondslag="Artikel 26 Invorderingswet 1990",
        afdeling="belastingen",
        doelgroepen=("inwoner met een laag inkomen", "kleine ondernemer"),
        thema="belastingen",
        kanalen=(I, P),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Hebt u een laag inkomen en weinig spaargeld? Dan hoeft u misschien geen afvalstoffenheffing en rioolheffing te "
            "betalen. Vraag kwijtschelding online aan binnen 3 maanden na de aanslag. Wij toetsen uw gegevens en beslissen "
            "binnen 8 weken. Zolang hoeft u niet te betalen."
        ),
        woorden=("kwijtschelding", "niet betalen", "minima", "geen geld", "afvalstoffenheffing"),
    ),
)
