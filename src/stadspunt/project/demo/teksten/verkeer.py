"""Parking and bulky waste, as they are asked about."""

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
    ondernemer,
    oudere,
)

VERKEER: tuple[Casus, ...] = (
    Casus(
        product="parkeervergunning",
        onderwerp="Parkeervergunning aanvragen",
        vragen=(
            kort("Net verhuisd naar {straat}. Hoe kom ik aan een parkeervergunning en wat kost dat?"),
            beleefd(
                "Geachte medewerker,\n\nIk rijd in een leaseauto ({kenteken}) die op naam van mijn "
                "werkgever staat. Welke papieren hebt u nodig om mij een bewonersvergunning te geven?"
            ),
            engels(
                "I moved to the Stationskwartier last week and my car still has a foreign number plate. "
                "Can I get a parking permit already?"
            ),
            ondernemer(
                "Goedemiddag, wij openen {datum} een praktijk aan de {straat}. Hoeveel "
                "bedrijfsvergunningen kunnen wij krijgen, en zijn die overdraagbaar tussen medewerkers?"
            ),
            beperkt("Hallo ik krijg elke dag boete voor mijn huis. Ik woon hier! Hoe maak vergunning kenteken {kenteken}?"),
        ),
        notities=(
            "Nieuwe bewoner {straat}, vergunning online met DigiD, gaat direct in. Tarief zone verteld.",
            "Leaseauto {kenteken}: werkgeversverklaring of leasecontract uploaden. Gedaan tijdens gesprek.",
            "Bedrijfsvergunning {bedrijf}, max 2, op kenteken wisselbaar. Formulier gemaild.",
            "Auto {kenteken} op naam van buitenlandse werkgever, aanvraag automatisch geweigerd. Kan Parkeren dit handmatig?",
        ),
        antwoord=(
            "Woont u in zone A, B of C? Dan vraagt u de vergunning aan op onze website, met DigiD. Zij "
            "gaat meteen in. Staat de auto niet op uw naam? Stuur dan het leasecontract of een "
            "verklaring van uw werkgever mee. Een vergunning kost per jaar € 118,80 in zone A, € 72,00 "
            "in zone B en € 48,00 in zone C."
        ),
        engels=(
            "Parking permit",
            "Yes. You can get a temporary permit for 3 months on a foreign number plate. Please send "
            "us a copy of the vehicle registration and your rental contract. For a permanent permit "
            "the car must have a Dutch number plate, and you must be registered at the address.",
        ),
        gevraagd=(
            "Bewoner {straat} heeft auto {kenteken} op naam van werkgever in het buitenland. Aanvraag "
            "wordt automatisch geweigerd. Kan de vergunning handmatig, en wat is daarvoor nodig?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(3,),
        vakantwoord=(
            "Handmatig mogelijk: verklaring werkgever + kentekenbewijs + inschrijving op adres. "
            "Vergunning voor 12 maanden, daarna opnieuw beoordelen. Zet klant in cc bij doorsturen "
            "stukken. Boetes vanaf aanvraagdatum worden geseponeerd."
        ),
        eindantwoord=(
            "U kunt de vergunning toch krijgen. Stuur ons als antwoord op deze mail een verklaring van "
            "uw werkgever en een foto van het kentekenbewijs. De vergunning geldt 12 maanden. Kreeg u "
            "na {eerder} een boete in uw eigen straat? Stuur die mee, dan vervalt hij."
        ),
        gewicht=7,
    ),
    Casus(
        product="parkeervergunning",
        onderwerp="Kenteken wijzigen of leenauto",
        vragen=(
            kort("Ander kenteken: {kenteken}, per vandaag. Kan dat meteen ivm boete?"),
            jongere("leenauto van de garage tot {datum}, kenteken {kenteken}. app zegt foutcode 12?? krijg ik nu een bon"),
            herhaal(
                "{eerder} mijn nieuwe kenteken doorgegeven via de app, bevestiging gehad, en toch een "
                "boete van {bedrag} op mijn ruit. Dit is nu de tweede."
            ),
        ),
        notities=(
            "Kenteken gewijzigd naar {kenteken}, per direct. Gecontroleerd in systeem.",
            "Leenauto {kenteken} t/m {datum} ingevoerd. Foutcode app doorgegeven aan Parkeren.",
            "Kenteken {eerder} gewijzigd in de app, toch boete {bedrag}. Parkeren gevraagd wat er misging.",
        ),
        antwoord=(
            "Uw nieuwe kenteken staat nu in ons systeem en geldt meteen. Gaat het om een leenauto? Dan "
            "vervalt het kenteken vanzelf op de dag die u noemde. Zelf wijzigen kan in de parkeerapp "
            "bij 'Mijn vergunning'."
        ),
        gevraagd=(
            "Klant wijzigde {eerder} het kenteken via de app, kreeg bevestiging, en daarna toch "
            "boete(s) van {bedrag}. Wat ging er mis en kan de boete vervallen?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Wijziging is in de app vastgelegd maar door storing koppeling pas 2 dagen later bij "
            "handhaving aangekomen. Twee naheffingen geseponeerd. Leverancier van de app is "
            "aangesproken."
        ),
        eindantwoord=(
            "U hebt het goed gedaan. Door een storing kwam uw nieuwe kenteken pas 2 dagen later bij "
            "onze controleurs aan. De boetes vervallen; u hoeft niets te betalen. Hebt u al betaald? "
            "Dan staat het geld binnen 2 weken op uw rekening."
        ),
        gewicht=5,
    ),
    Casus(
        product="parkeervergunning",
        onderwerp="Bezoekersparkeren",
        vragen=(
            kort("Hoeveel uur bezoekersparkeren heb ik nog over?"),
            oudere(
                "Goedemiddag,\n\nMijn kinderen komen {dag} op bezoek voor mijn 80e verjaardag. Ik heb geen "
                "mobiel waarmee dat parkeren kan. Hoe meld ik hun auto's aan?"
            ),
            boos("De bezoekersapp ligt er wéér uit. Iedereen krijgt een bon en jullie zeggen 'storing'. Zet dat ding dan uit!"),
        ),
        notities=(
            "Bezoek aangemeld via ons, 3 kentekens, {dag} tot 23.00 u. Telefoonlijn uitgelegd.",
            "Storing bezoekersapp, kl geïrriteerd. Bezoek handmatig ingevoerd. Bonnen uit storingsuur vervallen.",
        ),
        antwoord=(
            "U kunt uw bezoek ook aanmelden via 14 000, op werkdagen van 8.30 tot 17.00 uur. Geef de "
            "kentekens door en hoe lang zij blijven. Uw saldo ziet u in de parkeerapp; wij noemen het "
            "u ook graag aan de telefoon."
        ),
        gewicht=4,
    ),
    Casus(
        product="parkeervergunning",
        onderwerp="Parkeerboete of overlast door geparkeerde auto's",
        vragen=(
            boos("BOETE van {bedrag} terwijl ik een vergunning HEB. Kenteken {kenteken}, {straat}. Ik betaal dit niet."),
            beleefd(
                "Geachte gemeente,\n\nSinds de nieuwe zone is ingevoerd, zetten werknemers van de "
                "binnenstad hun auto bij ons in de {straat}, net buiten de zone. Bewoners kunnen niet meer "
                "terecht. Worden wij ook vergunningzone?"
            ),
        ),
        notities=(
            "Naheffing {bedrag}, vergunning was 1 dag verlopen. Uitleg bezwaar naheffing, link gestuurd. Kl blijft boos.",
            "Parkeeroverlast {straat} sinds de nieuwe zone. Vraagt of de straat erbij komt. Naar Parkeren.",
        ),
        antwoord=(
            "Was uw vergunning geldig toen u de boete kreeg? Dan kunt u binnen 6 weken bezwaar maken "
            "op onze website. Zet erbij welk kenteken het is. Een verlopen vergunning verlengt u in de "
            "parkeerapp; u krijgt een maand van tevoren een bericht."
        ),
        gevraagd=(
            "Bewoners {straat} ervaren overlast sinds de nieuwe zone. Zijn er plannen om deze straat "
            "erbij te trekken? Klant wil weten wat de bewoners zelf kunnen doen."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Parkeerdruk wordt in het voorjaar gemeten. Bij meer dan 85% bezetting leggen wij een "
            "voorstel voor aan de straat; 60% van de adressen moet instemmen. Bewoners kunnen nu al "
            "handtekeningen verzamelen, format is beschikbaar."
        ),
        eindantwoord=(
            "In het voorjaar meten wij hoeveel auto's er in uw straat staan. Is het te vol? Dan vragen "
            "wij alle bewoners of zij een vergunningzone willen. Als 60% voor is, komt de zone er. U "
            "kunt alvast handtekeningen verzamelen; wij sturen u daarvoor een lijst."
        ),
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="grofvuil",
        onderwerp="Grofvuil laten ophalen",
        vragen=(
            kort("2 matrassen en een bankstel, {adres}. Wanneer kunnen jullie ze halen?"),
            oudere(
                "Geachte dames en heren,\n\nMijn oude wasmachine moet weg maar ik krijg hem niet de trap "
                "af. Komen de mannen ook binnen om hem te halen?"
            ),
            boos(
                "{dag} zou mijn grofvuil worden gehaald. Het ligt er nu nog, in de regen, en de buren "
                "klagen. Ik heb er toch echt een bevestiging van."
            ),
            engels("How do I get rid of an old sofa and a fridge? I live on the third floor at the {straat} and have no car."),
            beperkt("oude kast weg aub. adres {adres}. ik moet betalen?"),
        ),
        notities=(
            "Grofvuil {adres}: matrassen + bank. Ingepland {dag}. Avond ervoor na 20.00 u buiten.",
            "Grofvuil niet opgehaald {dag}, {adres}. Had bevestiging. Afval gebeld, nemen het vandaag mee.",
        ),
        antwoord=(
            "Wij halen uw grofvuil op {dag} op. Zet het de avond ervoor na 20.00 uur aan de straat, "
            "hoogstens 2 kubieke meter. Twee keer per jaar is het gratis. Wij komen niet binnen. Lukt "
            "het naar buiten brengen niet? Bel ons, dan zoeken wij samen een oplossing."
        ),
        engels=(
            "Bulky waste",
            "We can collect it for free, twice a year. Please make an appointment on our website and "
            "put everything on the pavement after 8 p.m. on the evening before. Fridges are collected "
            "too, but please mention them. We cannot come inside; the community centre De Schakel can "
            "help you to carry.",
        ),
        gevraagd=(
            "Grofvuil {adres} stond op de route van {dag} en is niet meegenomen. Wat was er aan de "
            "hand en wanneer komt de wagen alsnog?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Straat was afgesloten wegens kabelwerk, chauffeur kon er niet in. Staat nu op de route "
            "van morgen, eerste rit. Klant mag het laten staan."
        ),
        eindantwoord=(
            "De wagen kon {dag} uw straat niet in door werk aan de kabels. Sorry dat wij dat niet "
            "hebben laten weten. Morgenvroeg komen wij alsnog. U mag alles laten staan."
        ),
        gewicht=6,
    ),
    Casus(
        product="grofvuil",
        onderwerp="Container niet geleegd of afvalpas werkt niet",
        vragen=(
            kort("groene bak niet geleegd {dag}, hele {straat} niet"),
            boos(
                "Derde keer dit jaar dat de papiercontainer aan de {straat} niet wordt geleegd!! Het waait "
                "nu de hele wijk door. Waar betalen wij eigenlijk voor?"
            ),
            herhaal(
                "Mijn afvalpas doet het nog steeds niet, nieuwe pas gekregen {eerder}. De container blijft "
                "op rood. De zakken staan bij mij in de gang."
            ),
            jongere(
                "hoi onze afvalpas is weg sinds de verhuizing van onze huisgenoot, kunnen we een nieuwe "
                "krijgen? studentenhuis {straat}"
            ),
            beperkt("container vol, geen plek voor zak. ik zet naast, krijg boete {bedrag}. niet eerlijk"),
        ),
        notities=(
            "Gft {straat} niet geleegd, hele straat. Doorgegeven, komt morgen alsnog.",
            "Afvalpas defect, nieuwe verstuurd {eerder} werkt niet. Opnieuw geactiveerd, kl test vanavond.",
            "Papiercontainer {straat} voor de 3e keer niet geleegd. Afval gevraagd naar de oorzaak.",
        ),
        antwoord=(
            "Wij komen morgen alsnog langs om de container te legen. Laat hem staan. Doet uw pas het "
            "niet? Wij hebben hem opnieuw aangezet; over een uur werkt hij. Doet hij het dan nog niet, "
            "dan sturen wij gratis een nieuwe."
        ),
        gevraagd=(
            "Papiercontainer {straat} volgens bewoners voor de derde keer niet geleegd. Wat is de "
            "oorzaak, en wat spreken jullie af zodat het niet weer gebeurt?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Sensor in de container geeft geen volmelding door. Sensor wordt {dag} vervangen; tot die "
            "tijd handmatig op de route, elke dinsdag en vrijdag. Zwerfpapier wordt vandaag opgeruimd."
        ),
        eindantwoord=(
            "De meter in de container is kapot. Daardoor wisten wij niet dat hij vol zat. {dag} komt "
            "er een nieuwe meter. Tot die tijd legen wij de container twee keer per week. Het papier "
            "op straat ruimen wij vandaag op."
        ),
        gewicht=6,
    ),
    Casus(
        product="grofvuil",
        onderwerp="Kerstbomen en vuurwerkafval",
        vragen=(
            kort("Waar kan de kerstboom heen?"),
            kort("Halen jullie de kerstboom nog op of moet ik naar de milieustraat"),
            beleefd(
                "Goedemorgen,\n\nBij ons op het pleintje ligt nog vuurwerkafval van oud en nieuw, ook "
                "niet-afgegaan. Met spelende kinderen vind ik dat niet prettig. Kunt u het weghalen?"
            ),
        ),
        notities=("Kerstboom: inleverpunt wijk, woensdag 14-16 u, lootje. Rest op milieustraat.",),
        antwoord=(
            "Uw kerstboom levert u op de tweede woensdag van januari in, tussen 14.00 en 16.00 uur, "
            "bij het buurthuis in uw wijk. Kinderen krijgen een lootje per boom. U mag hem ook naar de "
            "milieustraat brengen. Ligt er vuurwerk dat nog niet is afgegaan? Blijf eraf en bel ons; "
            "wij halen het dezelfde dag."
        ),
        maanden=frozenset({1}),
        gewicht=12,
    ),
)
