"""Moving house, extracts, secrecy, access and the certificate of conduct, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import (
    Casus,
    Zwaarte,
    beleefd,
    beperkt,
    boos,
    engels,
    herhaal,
    jongere,
    kort,
    oudere,
)

INSCHRIJVING: tuple[Casus, ...] = (
    Casus(
        product="verhuismelding",
        onderwerp="Verhuizing doorgeven",
        vragen=(
            kort("Wij gaan {datum} verhuizen naar {adres}. Hoe geef ik dat door en kan dat nu al?"),
            jongere(
                "Hey, ik ga op kamers in Lindewaard, {straat}. Moet ik mij dan inschrijven of mag ik bij "
                "mn ouders blijven staan? Mijn huisbaas zegt dat inschrijven niet mag"
            ),
            engels(
                "Dear sir or madam, my partner and I are moving to {adres} on {datum}. We are EU citizens "
                "and live in another Dutch town at the moment. Do we both have to come to the town hall?"
            ),
            beperkt("Ik heb nieuw huis {adres}. Vrouw en 3 kind ook mee. Waar moet ik papier invullen? Digid ik heb nog niet."),
        ),
        notities=(
            "Verhuizing per {datum} naar {adres}, kan nu al online (4 wkn vooraf). Huurcontract uploaden uitgelegd.",
            "Student, huisbaas verbiedt inschrijven. Uitgelegd dat inschrijven verplicht is waar je woont. Gaat melding doen.",
            "Mw heeft geen DigiD. Verhuizing aan balie, afspraak {dag} {uur}. Huurcontract + id hele gezin meenemen.",
        ),
        antwoord=(
            "U geeft uw verhuizing door op onze website, met DigiD. Dat kan vanaf 4 weken voor de "
            "verhuizing tot en met 5 dagen erna. Stuur uw huurcontract of koopakte mee. U mag de "
            "andere gezinsleden meteen meenemen. Hebt u geen DigiD? Maak dan een afspraak aan de "
            "balie. U moet staan ingeschreven waar u woont, ook als de verhuurder dat niet wil."
        ),
        engels=(
            "Moving to Lindewaard",
            "Welcome to Lindewaard. As you already live in the Netherlands, you can report your move "
            "online with DigiD, from 4 weeks before until 5 days after the move. One of you can do it "
            "for both. Please upload the rental contract. If you do not have DigiD, make an "
            "appointment and come together.",
        ),
        gewicht=7,
    ),
    Casus(
        product="verhuismelding",
        onderwerp="Verhuizing nog niet verwerkt",
        vragen=(
            herhaal(
                "Heb {eerder} mijn verhuizing doorgegeven, maar in mijn overzicht staat nog steeds mijn "
                "oude adres. Zo krijg ik geen huurtoeslag. Wanneer is dit geregeld?"
            ),
            boos(
                "Al vier weken wacht ik op mijn inschrijving op {adres}. Eerst was er iets met de "
                "handtekening, toen met het contract, nu hoor ik niets meer. Zonder inschrijving krijg ik "
                "geen parkeervergunning en geen huisarts. Ik wil vandaag nog teruggebeld worden."
            ),
        ),
        notities=(
            "Verhuizing {adres} van {eerder} hangt. Systeem: 'wacht op toestemming hoofdbewoner'. Nagaan bij burgerzaken.",
            "Kl boos: inschrijving duurt 4 wkn. Status niet te zien voor ons. Uitgezet met spoed.",
        ),
        antwoord=(
            "Uw verhuizing is vandaag verwerkt. U staat vanaf {eerder} ingeschreven op {adres}. De "
            "Belastingdienst en andere instanties krijgen dit morgen door. U hoeft zelf niets meer te "
            "doen."
        ),
        gevraagd=(
            "Verhuizing naar {adres}, doorgegeven {eerder}, staat nog open. Wat ontbreekt er, en "
            "wanneer is klant ingeschreven? Klant loopt huurtoeslag mis."
        ),
        vragen_naar_afdeling=(0, 1),
        notities_naar_afdeling=(0, 1),
        vakantwoord=(
            "Op het adres staan al 4 personen ingeschreven, dus ging het dossier automatisch naar "
            "adresonderzoek. Verhuurder heeft bevestigd dat de vorige bewoners weg zijn. Wij boeken de "
            "verhuizing vandaag in met ingang van de meldingsdatum {eerder}. Geen verdere actie klant."
        ),
        eindantwoord=(
            "U bent vanaf {eerder} ingeschreven op {adres}. Het duurde langer, omdat er nog andere "
            "mensen op dat adres stonden. Dat moesten wij eerst uitzoeken. U verliest er geen toeslag "
            "door: wij gebruiken de dag waarop u de verhuizing doorgaf."
        ),
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="verhuismelding",
        onderwerp="Iemand staat ten onrechte op mijn adres",
        vragen=(
            beleefd(
                "Goedendag,\n\nSinds wij in {adres} wonen, krijgen wij post van een incassobureau voor "
                "iemand die hier niet woont. Volgens de postbode staat die persoon nog op ons adres. Kunt "
                "u dit controleren en de inschrijving weghalen?"
            ),
        ),
        notities=("Kl krijgt post deurwaarder voor onbekende op {adres}. Vraagt adresonderzoek. Ingevuld en uitgezet.",),
        antwoord=(
            "Wij mogen u niet vertellen wie er op uw adres staat, maar wij onderzoeken het wel. Stuur "
            "de post ongeopend terug met 'woont hier niet'. Bent u huurder of eigenaar? Dan hoort u "
            "binnen 6 weken of de inschrijving is aangepast."
        ),
        gevraagd=(
            "Melding bewoner {adres}: post voor onbekende persoon. Willen jullie adresonderzoek "
            "starten en laten weten of dat loopt?"
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Adresonderzoek gestart {eerder}. Betrokkene is aangeschreven en heeft 2 weken om te "
            "reageren. Geen reactie = ambtshalve uitschrijven. Melder krijgt van ons alleen te horen "
            "dat het is afgerond, geen inhoud ivm privacy."
        ),
        eindantwoord=(
            "Wij zijn een onderzoek gestart naar de inschrijvingen op {adres}. Over ongeveer 6 weken "
            "is dat klaar. Wij laten u dan weten dat het is afgerond. Wie het betreft, mogen wij u "
            "niet zeggen. Post die niet voor u is, kunt u blijven terugsturen."
        ),
        gewicht=1,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="brp-uittreksel",
        onderwerp="Uittreksel aanvragen",
        vragen=(
            kort("Ik heb een uittreksel nodig voor een hypotheek. Hoe snel kan dat?"),
            beleefd(
                "Geachte mevrouw, meneer,\n\nVoor mijn pensioen in het buitenland moet ik elk jaar een "
                "bewijs van in leven zijn sturen. Kan dit formulier bij u worden afgestempeld en moet ik "
                "daarvoor zelf komen?"
            ),
            engels(
                "I need an international extract from the population register for my wedding abroad, "
                "showing that I am not married. How do I apply and how much is it?"
            ),
        ),
        notities=(
            "Uittreksel voor hypotheek, online met DigiD, volgende dag in huis. Kosten genoemd.",
            "Bewijs van in leven zijn: zelf langskomen met id, stempel is gratis. Zonder afspraak bij snelbalie.",
        ),
        antwoord=(
            "U vraagt een uittreksel aan op onze website, met DigiD. Het kost € 14,50 en u hebt het de "
            "volgende werkdag in huis. Aan de balie kost het € 17,20 en krijgt u het meteen mee. Vraag "
            "eerst welke gegevens erop moeten staan. Voor het buitenland geven wij een uittreksel in "
            "meer talen."
        ),
        engels=(
            "Extract from the population register",
            "You can apply online with DigiD for € 14.50. Choose the international extract and tick "
            "the box for marital status. It reaches you on the next working day. At the desk it costs "
            "€ 17.20 and you can take it with you at once.",
        ),
        gewicht=5,
    ),
    Casus(
        product="brp-uittreksel",
        onderwerp="Uittreksel klopt niet",
        vragen=(
            boos(
                "Op het uittreksel dat ik {eerder} kreeg staat de verkeerde geboorteplaats van mijn "
                "moeder. Ik heb er gewoon voor betaald. Nu is de afspraak bij de notaris niet doorgegaan. "
                "Wie betaalt dat?"
            ),
            oudere(
                "Beste mensen,\n\nIk ontving een uittreksel, dank daarvoor. Alleen staat mijn trouwdatum "
                "er niet op en daar vraagt het pensioenfonds juist om. Moet ik nu weer betalen?"
            ),
        ),
        notities=("Uittreksel {eerder} bevat fout (geboorteplaats ouder). Wil kosteloos nieuw. Bij burgerzaken laten nakijken.",),
        antwoord=(
            "Wij sturen u vandaag een nieuw uittreksel, met alle gegevens die u nodig hebt. U betaalt "
            "niet opnieuw. Het is morgen of overmorgen bij u."
        ),
        gevraagd=(
            "Klant zegt dat de geboorteplaats van een ouder fout op het uittreksel staat. Klopt onze "
            "registratie met de akte? Zo nee: herstellen en nieuw uittreksel zonder kosten."
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Akte opgevraagd bij de andere gemeente. Plaatsnaam is bij een herindeling gewijzigd en "
            "bij ons verkeerd overgenomen. Hersteld. Nieuw uittreksel gaat vandaag mee met de post, "
            "leges vervallen."
        ),
        eindantwoord=(
            "U hebt gelijk: de geboorteplaats stond verkeerd in ons systeem. Wij hebben dat hersteld. "
            "Het nieuwe uittreksel is vandaag op de post gegaan en kost u niets. Hebt u schade omdat "
            "uw afspraak niet doorging? Stuur ons dan de rekening van de notaris."
        ),
        gewicht=1,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="brp-geheimhouding",
        onderwerp="Adres geheim houden",
        vragen=(
            kort("Kan ik mijn adres afschermen zodat mijn ex het niet kan opvragen?"),
            beleefd(
                "Goedemiddag,\n\nSinds kort sta ik voor de klas en ik merk dat leerlingen naar mijn "
                "woonadres zoeken. Ik heb gelezen dat u gegevens geheim kunt houden. Voor wie geldt dat "
                "precies, en kan ik het later weer terugdraaien?"
            ),
            beperkt(
                "Ik wil niet dat man weet waar ik woon met kinderen. Advocaat zeg vraag bij gemeente. Ik ben bang. Helpen aub."
            ),
        ),
        notities=(
            "Mw vraagt geheimhouding ivm ex-partner. Direct ingevoerd na id-controle aan balie. Ook op kinderen gezet.",
            "Geheimhouding: uitgelegd wie nog wel gegevens krijgt. Doet het online.",
            "Mw zit met kinderen in een opvang, wordt bedreigd. Geheimhouding ook voor de kinderen? Met spoed uitgezet.",
        ),
        antwoord=(
            "U kunt uw gegevens geheim laten houden. Dat is gratis en u hoeft niet te zeggen waarom. "
            "Doe het op onze website met DigiD, of kom langs. Wij geven uw adres dan niet meer aan "
            "bijvoorbeeld een advocaat of een vereniging. De Belastingdienst, de politie en "
            "pensioenfondsen krijgen het nog wel. U kunt het altijd weer terugdraaien."
        ),
        gevraagd=(
            "Klant is bedreigd en woont in een opvang. Mag geheimhouding ook op het oude dossier, en "
            "op dat van de kinderen zonder handtekening van de vader?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Ja. Ouder met gezag kan dit voor kinderen alleen aanvragen, tweede handtekening niet "
            "nodig. Staat er sinds vandaag op, ook bij de vorige inschrijvingen. Opvangadres wordt als "
            "briefadres geregistreerd."
        ),
        eindantwoord=(
            "De gegevens van u en uw kinderen zijn vanaf vandaag geheim. De andere ouder hoefde daar "
            "niet voor te tekenen. Wij schrijven u in op een briefadres, zodat uw verblijf nergens "
            "staat. Bel bij gevaar altijd 112."
        ),
    ),
    Casus(
        product="brp-inzage",
        onderwerp="Inzage in mijn gegevens",
        vragen=(
            beleefd(
                "L.S.,\n\nHierbij verzoek ik u, op grond van de privacywet, om een overzicht van alle "
                "gegevens die de gemeente over mij heeft en van de instanties aan wie deze de afgelopen "
                "jaren zijn verstrekt."
            ),
            kort("Wie heeft mijn gegevens allemaal bekeken?? Kreeg reclame die alleen via jullie kan"),
            oudere(
                "Mijn overleden man staat op een brief van u nog als getrouwd en levend vermeld. Kunt u "
                "kijken wat er over ons vastligt?"
            ),
        ),
        notities=("Verzoek inzage BRP incl. verstrekkingen. Id gecontroleerd, formulier ingenomen. Termijn 4 weken verteld.",),
        antwoord=(
            "U mag zien wat wij over u hebben vastgelegd en aan wie wij dat in de afgelopen 20 jaar "
            "hebben gegeven. Vraag het aan op onze website met DigiD. Binnen 4 weken krijgt u het "
            "overzicht. Het kost niets. Klopt er iets niet? Dan verbeteren wij het."
        ),
        gevraagd=(
            "Inzageverzoek met lijst van verstrekkingen, id gecontroleerd. Graag overzicht klaarmaken, "
            "ook van belastingen en Wmo."
        ),
        vragen_naar_afdeling=(0, 1),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Overzicht BRP is klaar: 14 verstrekkingen, allemaal aan bevoegde instanties. Belastingen "
            "en Wmo leveren hun deel apart aan via de privacy officer. Geen verstrekking aan "
            "commerciële partijen."
        ),
        eindantwoord=(
            "U krijgt het overzicht met de post, omdat er persoonlijke gegevens in staan. Wij gaven uw "
            "gegevens 14 keer door, steeds aan een instantie die daar recht op heeft. Aan bedrijven "
            "hebben wij niets gegeven. Wat Belastingen en Wmo over u hebben, krijgt u binnen 2 weken "
            "van onze privacy officer."
        ),
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="vog",
        onderwerp="VOG aanvragen",
        vragen=(
            kort("Ik begin {datum} als begeleider op de bso. Hoe kom ik aan een VOG?"),
            jongere("hallo kan ik hier een vog halen voor me bijbaan? mn baas snapt t digitale niet. hoe lang duurt het"),
            herhaal(
                "Mijn VOG is nog niet binnen, terwijl ik hem {eerder} aan de balie heb aangevraagd en betaald. Waar blijft hij?"
            ),
        ),
        notities=(
            "VOG voor bso, verwezen naar werkgever: digitaal klaarzetten bij Justis is sneller en goedkoper.",
            "VOG aan balie {eerder}, nog niet ontvangen. Uitgelegd: beslissing is bij Justis, tot 4 weken. Nr Justis gegeven.",
        ),
        antwoord=(
            "Meestal zet uw werkgever de aanvraag klaar bij Justis en doet u de rest online. Kan dat "
            "niet? Maak dan een afspraak aan de balie en neem het formulier mee dat uw werkgever heeft "
            "ingevuld. Het kost € 41,35. Justis beslist binnen 4 weken."
        ),
        gevraagd=(
            "VOG-aanvraag van {eerder} zou doorgestuurd zijn, Justis zegt niets te hebben. Kunnen jullie de verzending nakijken?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Aanvraag is blijven staan op 'betaald, niet verzonden' door storing in de koppeling. "
            "Vandaag alsnog verzonden met verzoek om voorrang. Doorlooptijd nu circa 1 week."
        ),
        eindantwoord=(
            "Door een storing is uw aanvraag niet naar Justis gegaan. Dat is onze fout en het spijt "
            "ons. Vandaag is hij alsnog verstuurd, met het verzoek om voorrang. U hebt de VOG "
            "waarschijnlijk binnen een week. Laat deze mail gerust aan uw werkgever zien."
        ),
        gewicht=4,
    ),
)
