"""Products about who you are, where you live and how you travel. Amounts are examples of a made-up town."""

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.productvorm import DemoProduct, Knip

T, B, M, I, P = Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.EMAIL, Kanaal.INTERNET, Kanaal.POST  # noqa: E741

BURGERZAKEN: tuple[DemoProduct, ...] = (
    DemoProduct(
        code="verhuismelding",
        naam="Verhuizing doorgeven",
        upl_naam="verhuismelding",
        upl="verhuismelding",
        grondslag="Artikel 2.39 Wet basisregistratie personen",
        afdeling="burgerzaken",
        doelgroepen=("inwoner", "nieuwe inwoner", "gezin", "student"),
        thema="verhuizen",
        kanalen=(I, B, P),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "U geeft uw verhuizing door via onze website, met DigiD. Dat kan vanaf 4 weken voor de verhuizing tot en met "
            "5 dagen erna. Stuur een foto van uw huurcontract of koopakte mee. Woont u bij iemand in? Dan is "
            "toestemming van de hoofdbewoner nodig. Het kost niets. Wij verwerken uw verhuizing binnen 2 werkdagen."
        ),
        woorden=("verhuizen", "adreswijziging", "inschrijven", "uitschrijven", "nieuw adres", "moving", "register"),
    ),
    DemoProduct(
        code="paspoort",
        naam="Paspoort",
        upl_naam="paspoort",
        upl="paspoort",
        grondslag="Artikel 26 Paspoortwet",
        afdeling="burgerzaken",
        doelgroepen=("inwoner", "kind", "reiziger"),
        thema="reizen en identiteit",
        kanalen=(B, I, T),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "U vraagt uw paspoort zelf aan, aan de balie en op afspraak. Neem al uw oude reisdocumenten mee en een "
            "pasfoto van niet ouder dan 6 maanden. Een paspoort kost € 86,85 en voor kinderen tot 18 jaar € 65,70. "
            "Na 5 werkdagen haalt u het op. Met spoed is het de volgende werkdag klaar; dat kost € 57,70 extra."
        ),
        woorden=("pas", "reisdocument", "paspoort verlengen", "verlopen paspoort", "passport", "spoedpaspoort"),
    ),
    DemoProduct(
        code="identiteitskaart",
        naam="Identiteitskaart",
        upl_naam="identiteitskaart",
        upl="identiteitskaart",
        grondslag="Artikel 16a Paspoortwet",
        afdeling="burgerzaken",
        doelgroepen=("inwoner", "kind"),
        thema="reizen en identiteit",
        kanalen=(B, I, T),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "U vraagt een identiteitskaart aan de balie aan, op afspraak. Neem uw oude kaart en een recente pasfoto mee. "
            "Een kaart kost € 78,90 en voor kinderen tot 18 jaar € 43,20. Na 5 werkdagen ligt de kaart klaar. Buiten "
            "Europa hebt u bijna altijd een paspoort nodig."
        ),
        woorden=("id", "id-kaart", "legitimatie", "ID card", "identiteitsbewijs"),
    ),
    DemoProduct(
        code="rijbewijs",
        naam="Rijbewijs",
        upl_naam="rijbewijs",
        upl="rijbewijs",
        grondslag="Artikel 107 Wegenverkeerswet 1994",
        afdeling="burgerzaken",
        doelgroepen=("bestuurder", "75-plusser"),
        thema="verkeer",
        kanalen=(B, I, T),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "U verlengt uw rijbewijs aan de balie, op afspraak. Neem uw oude rijbewijs en een pasfoto mee. Het kost "
            "€ 52,30. Na 5 werkdagen is het klaar. Bent u 75 jaar of ouder? Vul dan eerst de gezondheidsverklaring van "
            "het CBR in, liefst 5 maanden van tevoren. Zonder goedkeuring van het CBR kunnen wij niet verlengen."
        ),
        woorden=("roze pasje", "rijbewijs verlengen", "rijbewijs kwijt", "CBR", "driving licence"),
    ),
    DemoProduct(
        code="brp-uittreksel",
        naam="Uittreksel uit de basisregistratie personen",
        upl_naam="brp-uittreksel",
        upl="brpUittr",
        grondslag="Artikel 2.55 Wet basisregistratie personen",
        afdeling="burgerzaken",
        doelgroepen=("inwoner",),
        thema="documenten",
        kanalen=(I, B, P),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "Een uittreksel vraagt u online aan met DigiD; dat kost € 14,50 en u hebt het de volgende werkdag in huis. "
            "Aan de balie kost het € 17,20 en krijgt u het meteen mee. Vraag eerst na welke gegevens op het uittreksel "
            "moeten staan. Voor het buitenland geven wij ook een uittreksel in meer talen."
        ),
        woorden=("bewijs van inschrijving", "bewijs van in leven zijn", "uittreksel bevolkingsregister", "extract"),
    ),
    DemoProduct(
        code="geboorteaangifte",
        naam="Geboorte aangeven",
        upl_naam="geboorteaangifte",
        upl="geboorteaangifte",
        grondslag="Artikel 19e Burgerlijk Wetboek Boek 1",
        afdeling="burgerzaken",
        doelgroepen=("ouder",),
        thema="gezin",
        kanalen=(B, I),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=2,
        antwoord=(
            "U geeft de geboorte aan in de gemeente waar uw kind is geboren, binnen 3 dagen na de dag van de geboorte. "
            "Dat kan online met DigiD of aan de balie. Neem uw legitimatie mee en het trouwboekje of de akte van "
            "erkenning als u die hebt. Het is gratis. Een afschrift van de akte kost € 16,60."
        ),
        woorden=("baby aangeven", "geboren", "geboorteakte", "aangifte doen", "naam kind"),
    ),
    DemoProduct(
        code="huwelijksaangifte",
        naam="Trouwen of partnerschap melden",
        upl_naam="huwelijksaangifte",
        upl="huwelijksaangifte",
        grondslag="Artikel 44 Burgerlijk Wetboek Boek 1",
        afdeling="burgerzaken",
        doelgroepen=("partners",),
        thema="gezin",
        kanalen=(I, B, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "Meld uw huwelijk minstens 14 dagen van tevoren; dat kan tot een jaar vooruit. U doet dat samen, online met "
            "DigiD. Daarna kiest u datum, plaats en getuigen (minimaal 2, hoogstens 4). Op dinsdag om 9.00 uur trouwt u "
            "gratis in het stadhuis. Op andere tijden hangt de prijs af van de dag en de plaats."
        ),
        woorden=("trouwen", "ondertrouw", "geregistreerd partnerschap", "trouwambtenaar", "bruiloft", "wedding"),
    ),
    DemoProduct(
        code="overlijdensaangifte",
        naam="Overlijden aangeven",
        upl_naam="overlijdensaangifte",
        upl="overlijdensaangifte",
        grondslag="Artikel 19h Burgerlijk Wetboek Boek 1",
        afdeling="burgerzaken",
        doelgroepen=("nabestaande", "uitvaartondernemer"),
        thema="overlijden",
        kanalen=(B, I),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=2,
        antwoord=(
            "Meestal doet de uitvaartondernemer de aangifte. U mag het ook zelf doen, in de gemeente waar iemand is "
            "overleden. Neem de verklaring van de arts mee. De begrafenis of crematie is op zijn vroegst na 36 uur en "
            "uiterlijk op de 6e werkdag na het overlijden. Aangifte is gratis; een akte kost € 16,60."
        ),
        woorden=("overleden", "akte van overlijden", "nabestaande", "erfgenaam", "begraven", "cremeren"),
    ),
    DemoProduct(
        code="brp-geheimhouding",
        naam="Geheimhouding van uw gegevens",
        upl_naam="brp-geheimhoudingsverzoek",
        upl="brpGehhVzk",
        grondslag="Artikel 2.59 Wet basisregistratie personen",
        afdeling="burgerzaken",
        doelgroepen=("inwoner",),
        thema="privacy",
        kanalen=(I, B, P),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "U kunt vragen om uw adres en andere gegevens niet te geven aan bijvoorbeeld een advocaat of sportvereniging. "
            "Dat is gratis en u hoeft niet te zeggen waarom. U krijgt binnen 5 werkdagen een bevestiging. Overheid en "
            "pensioenfondsen krijgen uw gegevens wel, omdat de wet dat zo regelt."
        ),
        woorden=("adres geheim", "gegevens afschermen", "stalker", "privacy"),
    ),
    DemoProduct(
        code="brp-inzage",
        naam="Inzien wat er over u vastligt",
        upl_naam="brp-inzagerecht",
        upl="brpInzRecht",
        grondslag="Artikel 2.55 Wet basisregistratie personen",
        afdeling="burgerzaken",
        doelgroepen=("inwoner",),
        thema="privacy",
        kanalen=(I, B, P),
        knip=Knip.TWEEDE_LIJN,
        norm_werkdagen=5,
        antwoord=(
            "U mag zien welke gegevens over u in de basisregistratie personen staan, en aan wie wij ze in de afgelopen "
            "20 jaar hebben gegeven. U vraagt dit aan met DigiD, aan de balie of per brief. U krijgt binnen 4 weken "
            "antwoord. Het kost niets. Klopt er iets niet? Dan verbeteren wij het."
        ),
        woorden=("inzage", "welke gegevens", "AVG", "persoonsgegevens", "fout in gegevens"),
    ),
    DemoProduct(
        code="vog",
        naam="Verklaring omtrent het gedrag (VOG)",
        upl_naam="verklaring omtrent gedrag (vog)",
        upl="verklaring_omtrent_gedrag_(vog)",
        grondslag="Artikel 28 Wet justitiële en strafvorderlijke gegevens",
        afdeling="burgerzaken",
        doelgroepen=("werkzoekende", "vrijwilliger", "werkgever"),
        thema="documenten",
        kanalen=(B, I),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=3,
        antwoord=(
            "Meestal zet uw werkgever de aanvraag digitaal klaar bij Justis. Kan dat niet, dan vraagt u de VOG aan onze "
            "balie aan. Neem het formulier mee dat uw werkgever heeft ingevuld, en uw legitimatie. Aan de balie kost het "
            "€ 41,35. Justis beslist binnen 4 weken. Als vrijwilliger krijgt u de VOG soms gratis."
        ),
        woorden=("verklaring goed gedrag", "bewijs van goed gedrag", "VOG", "Justis"),
    ),
    DemoProduct(
        code="bezoekafspraak",
        naam="Afspraak maken",
        upl_naam="bezoekafspraak",
        upl="bezafspr",
        grondslag="",
        afdeling="burgerzaken",
        doelgroepen=("iedereen",),
        thema="contact",
        kanalen=(I, T, B),
        knip=Knip.EERSTE_LIJN,
        norm_werkdagen=2,
        antwoord=(
            "Een afspraak maakt u op onze website of via 14 000. Binnen 5 werkdagen is er plek. De balie in het stadhuis "
            "is open op werkdagen van 9.00 tot 17.00 uur en op donderdag tot 20.00 uur. U krijgt een dag van tevoren een "
            "herinnering met een lijst van wat u meeneemt."
        ),
        woorden=("openingstijden", "afspraak", "balie open", "afspraak verzetten", "appointment"),
    ),
)
