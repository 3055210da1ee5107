"""Passport, identity card, driving licence and appointments, as they are asked about."""

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

REIZEN: tuple[Casus, ...] = (
    Casus(
        product="paspoort",
        onderwerp="Paspoort nodig voor vakantie",
        vragen=(
            kort("Hoi, paspoort verloopt {datum} en we vliegen een week later. Red ik dat nog?"),
            beleefd(
                "Geachte heer, mevrouw,\n\nWij gaan op {datum} op reis en zagen gisteren dat het paspoort "
                "van onze zoon {kind} bijna verlopen is. Op uw site is de eerste vrije afspraak pas over "
                "ruim een week. Is er een mogelijkheid om eerder terecht te kunnen?"
            ),
            beperkt(
                "Hallo meneer mevrouw, mijn paspoort bijna klaar, ik moet naar mijn moeder zij is ziek. "
                "Vliegtuig is {datum}. Kan snel maken aub? Hoe veel geld?"
            ),
            engels(
                "Hello, my passport expires on {datum} and I have to travel for work the week after. Can I "
                "still get a new one in time, and what do I need to bring?"
            ),
        ),
        notities=(
            "Mw vliegt {datum}, paspoort verlopen. Spoedaanvraag uitgelegd (volgende werkdag klaar, "
            "toeslag), afspraak gemaakt voor {dag} {uur}.",
            "Dhr wil paspoort voor vakantie {datum}. Kan nog gewoon, 5 werkdagen. Meenemen: oude pas + pasfoto. Afspraak {dag}.",
        ),
        antwoord=(
            "U kunt uw paspoort nog op tijd krijgen. Een gewone aanvraag is na 5 werkdagen klaar. Hebt "
            "u het eerder nodig? Vraag dan aan de balie om spoed. Dan is het de volgende werkdag klaar "
            "en betaalt u € 57,70 extra. Neem uw oude paspoort mee en een pasfoto die niet ouder is "
            "dan 6 maanden."
        ),
        engels=(
            "Passport renewal",
            "Yes, that is possible. A normal application takes 5 working days. If you need it sooner, "
            "ask for an urgent application at the desk: your passport is then ready on the next "
            "working day and costs € 57.70 extra. Please bring your old passport and a recent photo.",
        ),
        maanden=frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12}),
        gewicht=5,
    ),
    Casus(
        product="paspoort",
        onderwerp="Paspoort kwijt of gestolen",
        vragen=(
            jongere("Yo ik ben me paspoort kwijt na het uitgaan zaterdag. Wat moet ik nu doen, moet ik eerst naar de politie??"),
            oudere(
                "Geachte medewerker,\n\nBij thuiskomst van een busreis bleek mijn handtas weg te zijn, met "
                "daarin mijn paspoort. Ik ben 78 en niet zo handig met de computer. Moet ik hiervoor zelf "
                "naar het stadhuis komen, of kan mijn dochter dit voor mij regelen?"
            ),
            herhaal(
                "Ik heb {eerder} mijn paspoort als vermist opgegeven. Nu heb ik hem toch gevonden, onder "
                "de stoel van de auto. Kan ik hem weer gebruiken of is dat te laat?"
            ),
            kort("Weer mijn paspoort kwijt, de derde keer in vijf jaar. Ik vlieg {datum}. Wat nu?"),
        ),
        notities=(
            "Paspoort gestolen uit tas, {eerder}. Kl moet zelf aan balie melden, geen aangifte nodig "
            "bij 1e keer. Afspraak {dag}.",
            "Kl vond vermist paspoort terug. Uitgelegd: als vermist gemeld = ongeldig, inleveren en nieuwe aanvragen.",
            "Derde vermissing in 5 jaar, kl reist {datum}. Nagaan bij Burgerzaken wat er nodig is.",
        ),
        antwoord=(
            "U meldt de vermissing zelf aan de balie in het stadhuis, op afspraak. Neem een ander "
            "bewijs mee waarop staat wie u bent, bijvoorbeeld uw rijbewijs. Het oude paspoort is "
            "daarna niet meer geldig, ook niet als u het terugvindt. U kunt meteen een nieuw paspoort "
            "aanvragen."
        ),
        gevraagd=(
            "Klant meldt voor de derde keer binnen vijf jaar een vermist paspoort. Kan de aanvraag "
            "gewoon door, of is een proces-verbaal nodig? Klant reist {datum}."
        ),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Derde vermissing in vijf jaar: melder is opgenomen in het register. Aanvraag kan, maar "
            "alleen met proces-verbaal van de politie en een gesprek met onze specialist. Wij "
            "beslissen daarna binnen 4 weken. Spoed is niet mogelijk."
        ),
        eindantwoord=(
            "Omdat u voor de derde keer in vijf jaar uw paspoort kwijt bent, hebben wij een "
            "proces-verbaal van de politie nodig. Daarna voert u een gesprek met onze specialist. "
            "Binnen 4 weken hoort u of u een nieuw paspoort krijgt. Met spoed kan dit helaas niet."
        ),
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="paspoort",
        onderwerp="Paspoort voor kind, ouders gescheiden",
        vragen=(
            beleefd(
                "Goedemiddag,\n\nIk wil een paspoort aanvragen voor mijn dochter {kind} (9 jaar). Haar "
                "vader en ik zijn gescheiden en hebben allebei gezag. Hij werkt doordeweeks ver weg en kan "
                "niet mee naar de balie. Hoe lossen we dat op?"
            ),
            boos(
                "Mijn ex weigert te tekenen voor het paspoort van {kind}. Aan de balie zeggen ze dat ze "
                "niks kunnen doen. Wij gaan {datum} op vakantie die al betaald is! Moet mijn kind "
                "thuisblijven omdat haar vader dwars ligt?"
            ),
            beperkt("Vader van {kind} weg naar ander land, ik weet niet adres. Balie zeg papa moet tekenen. Hoe kan dat?"),
        ),
        notities=(
            "Mw, gescheiden, vader kan niet mee. Toestemmingsformulier + kopie id vader mag ook, of digitaal via DigiD.",
            "Vader weigert toestemming paspoort {kind}. Verwezen: vervangende toestemming via rechter. Mw erg ontdaan.",
            "Vader {kind} onvindbaar in buitenland, gezamenlijk gezag. Nagevraagd welke stukken nodig zijn.",
        ),
        antwoord=(
            "Beide ouders met gezag geven toestemming. De andere ouder hoeft niet mee naar de balie. "
            "Hij of zij kan toestemming geven met DigiD, of met het formulier op onze website en een "
            "kopie van het identiteitsbewijs. Weigert de andere ouder? Dan kunt u de rechter om "
            "vervangende toestemming vragen."
        ),
        gevraagd=(
            "Vader staat volgens klant niet meer in beeld en woont in het buitenland, adres onbekend. "
            "Welke stukken zijn nodig om voor {kind} toch een paspoort te geven? Graag een tekst die "
            "wij zo kunnen doorsturen."
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Gezagsregister nagekeken: gezamenlijk gezag. Zonder toestemming vader alleen met een "
            "beschikking van de rechtbank. Uitzondering: als moeder kan aantonen dat zij een jaar lang "
            "zonder resultaat heeft gezocht, leggen wij het voor. Stukken: mails, brieven, "
            "terugbezorgde post."
        ),
        eindantwoord=(
            "U hebt samen met de vader het gezag. Daarom is zijn toestemming nodig, ook als u niet "
            "weet waar hij woont. U kunt de rechter vragen om toestemming in zijn plaats. Hebt u "
            "brieven of mails waaruit blijkt dat u hem al langer zoekt? Stuur die dan mee als antwoord "
            "op deze mail. Wij bekijken dan of het zonder rechter kan."
        ),
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="identiteitskaart",
        onderwerp="Kosten en aanvraag van een identiteitskaart",
        vragen=(
            kort("wat kost een id kaart voor kind van 14 en moet ik mee?"),
            jongere("Hallo, ik word 18 op {datum}. Is een id kaart dan duurder? En kan ik hem zelf aanvragen zonder mn ouders"),
            oudere(
                "Goedendag,\n\nMijn rijbewijs is ingeleverd vanwege mijn ogen. Nu heb ik niets meer om mij "
                "te legitimeren. Wat raadt u mij aan, een paspoort of een kaart? Ik reis niet meer."
            ),
        ),
        notities=(
            "Kosten ID-kaart kind gevraagd, doorgegeven. Kind zelf mee (12+), 1 ouder met toestemming andere ouder.",
            "Dhr zonder rijbewijs wil zich kunnen legitimeren: id-kaart geadviseerd, afspraak {dag} {uur}.",
        ),
        antwoord=(
            "Een identiteitskaart kost € 78,90. Voor kinderen tot 18 jaar is het € 43,20. U vraagt de "
            "kaart zelf aan de balie aan, op afspraak. Neem uw oude kaart of paspoort mee en een "
            "recente pasfoto. Na 5 werkdagen ligt de kaart klaar. Reist u niet buiten Europa? Dan is "
            "een identiteitskaart genoeg."
        ),
        gewicht=5,
    ),
    Casus(
        product="identiteitskaart",
        onderwerp="Identiteitskaart ligt nog niet klaar",
        vragen=(
            herhaal(
                "Ik zou bericht krijgen als mijn id-kaart klaar ligt. Aangevraagd {eerder}, nog steeds "
                "niets gehoord. Ligt hij er nu of niet?"
            ),
            boos(
                "Vandaag voor niets naar het stadhuis gefietst. De kaart die na 5 werkdagen klaar zou "
                "zijn, was er niet. Niemand kon vertellen waar hij wel is. Dit is echt onder de maat."
            ),
        ),
        notities=("Kl wacht op id-kaart, aanvraag {eerder}. Niet te zien in uitgifte, navraag nodig bij burgerzaken.",),
        antwoord=(
            "Uw kaart is vandaag binnengekomen en ligt klaar bij de balie in het stadhuis. U hebt geen "
            "afspraak nodig om de kaart op te halen. Neem uw oude kaart mee. Sorry dat u er langer op "
            "moest wachten dan wij u hadden gezegd."
        ),
        gevraagd=(
            "ID-kaart aangevraagd {eerder}, zou na 5 werkdagen klaar zijn. Staat bij ons niet als "
            "ontvangen. Willen jullie nagaan bij de leverancier waar de kaart is en wanneer klant hem "
            "kan halen?"
        ),
        vragen_naar_afdeling=(0, 1),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Kaart afgekeurd bij controle: foto voldeed niet (schaduw over gezicht). Leverancier heeft "
            "dit gemeld, bericht is bij ons blijven liggen. Klant moet nieuwe foto inleveren, kost "
            "niets extra. Wij hebben {dag} om {uur} gereserveerd."
        ),
        eindantwoord=(
            "Uw kaart is niet gemaakt, omdat de foto is afgekeurd: er valt een schaduw over uw "
            "gezicht. Dat hadden wij u meteen moeten laten weten. Onze excuses. Kom {dag} om {uur} "
            "langs met een nieuwe foto. U betaalt niets extra."
        ),
    ),
    Casus(
        product="rijbewijs",
        onderwerp="Rijbewijs verlengen",
        vragen=(
            kort("Goedenavond, mijn rijbewijs loopt {datum} af. Moet ik een afspraak maken en wat neem ik mee?"),
            oudere(
                "Geachte heer of mevrouw,\n\nIk word in het voorjaar 75 en kreeg een brief dat ik gekeurd "
                "moet worden voor mijn rijbewijs. Nu begrijp ik niet of ik eerst bij u moet zijn of bij "
                "het CBR. Kunt u mij de volgorde vertellen? Ik heb geen computer, mijn kleinzoon typt dit "
                "voor mij."
            ),
            engels(
                "Hi, I have a driving licence from outside the EU and moved here on {eerder}. Can I exchange it at the town hall?"
            ),
        ),
        notities=(
            "Dhr 74, vraag volgorde CBR/verlengen. Eerst gezondheidsverklaring, arts, dan pas balie. Formulier opgestuurd.",
            "Verlengen rijbewijs, afspraak {dag} {uur}. Kosten en pasfoto doorgegeven.",
        ),
        antwoord=(
            "U verlengt uw rijbewijs aan de balie, op afspraak. Neem uw oude rijbewijs en een pasfoto "
            "mee. Het kost € 52,30 en na 5 werkdagen is het klaar. Bent u 75 jaar of ouder? Vul dan "
            "eerst de gezondheidsverklaring van het CBR in. U kunt pas verlengen als het CBR u heeft "
            "goedgekeurd. Begin daar 5 maanden van tevoren mee."
        ),
        engels=(
            "Exchanging a foreign driving licence",
            "You can exchange your driving licence at the desk, by appointment. Please bring the "
            "licence, a photo and your residence document. We send your application to the RDW, which "
            "decides within 8 weeks. You may drive on a non-European licence for 185 days after you "
            "registered here.",
        ),
        gewicht=5,
    ),
    Casus(
        product="rijbewijs",
        onderwerp="Rijbewijs omwisselen of ongeldig",
        vragen=(
            beperkt(
                "Goede dag, ik heb rijbewijs van mijn land. Ik woon hier nu 4 maand. Politie zeg mag niet "
                "meer rijden met deze. Hoe kan ik ruilen voor Nederland rijbewijs?"
            ),
            beleefd(
                "Beste gemeente,\n\nIk heb op {eerder} een omwisseling van mijn buitenlandse rijbewijs "
                "aangevraagd. Ik heb sindsdien niets gehoord en kan zonder rijbewijs niet naar mijn werk. "
                "Kunt u nagaan hoe het ermee staat?"
            ),
        ),
        notities=("Omwisselen buitenlands rijbewijs. Kl wil weten hoe lang; is zijn rijbewijs kwijt zolang aanvraag loopt.",),
        antwoord=(
            "U wisselt uw buitenlandse rijbewijs om aan de balie, op afspraak. Neem mee: uw rijbewijs, "
            "een pasfoto en uw verblijfsdocument. Wij sturen de aanvraag naar de RDW. Die beslist "
            "binnen 8 weken. Met een rijbewijs van buiten Europa mag u na uw inschrijving nog 185 "
            "dagen rijden."
        ),
        gevraagd=(
            "Aanvraag omwisseling van {eerder}, klant hoort niets en heeft rijbewijs nodig voor werk. "
            "Ligt het bij ons of bij de RDW? Kan klant een bewijs krijgen dat de aanvraag loopt?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Aanvraag ligt bij RDW, compleet doorgestuurd op {eerder}. RDW wacht op "
            "echtheidsonderzoek. Bewijs van aanvraag kunnen wij printen, maar klant mag daarmee niet "
            "rijden. Verwachting: nog 3 weken."
        ),
        eindantwoord=(
            "Uw aanvraag is compleet en ligt bij de RDW. Die onderzoekt of uw oude rijbewijs echt is. "
            "Wij verwachten dat u over 3 weken bericht krijgt. Tot die tijd mag u helaas niet rijden. "
            "Hebt u voor uw werkgever een bewijs nodig dat u een aanvraag hebt gedaan? Dat kunt u aan "
            "de balie ophalen."
        ),
        zwaarte=Zwaarte.GEMIDDELD,
        gewicht=2,
    ),
    Casus(
        product="bezoekafspraak",
        onderwerp="Afspraak maken of verzetten",
        vragen=(
            kort("Ik kan {dag} niet om {uur}. Graag een andere dag."),
            kort("Zijn jullie {dag}avond open? En moet dat met afspraak"),
            beleefd(
                "Beste medewerker,\n\nIk probeer al een tijdje een afspraak te maken op de website, maar "
                "na het kiezen van de tijd blijft het scherm wit. Zou u voor mij een afspraak kunnen "
                "inplannen, het liefst in de ochtend?"
            ),
            engels(
                "I am trying to book an appointment to register my address but every slot seems to be taken. Can you help me?"
            ),
            herhaal("Nu al voor de derde keer belt er niemand terug over mijn afspraak. Ik wil gewoon een tijd weten."),
        ),
        notities=(
            "Afspraak verzet naar {dag} {uur}. Bevestiging per mail.",
            "Kl wil donderdagavond komen, ingepland.",
            "Website geeft wit scherm bij afspraak maken. Zelf ingepland {dag} {uur}. Doorgegeven aan redactie.",
        ),
        antwoord=(
            "Uw afspraak staat nu op {dag} om {uur}, in het stadhuis. Neem een geldig "
            "identiteitsbewijs mee. U krijgt een dag van tevoren een herinnering. Kunt u toch niet? "
            "Zeg de afspraak dan af via onze website of via 14 000."
        ),
        engels=(
            "Appointment",
            "We have booked an appointment for you at the town hall. You will receive a confirmation "
            "by e-mail with the date and time. Please bring a valid passport or identity card. If you "
            "cannot come, you can change the appointment on our website.",
        ),
        gewicht=6,
    ),
    Casus(
        product="bezoekafspraak",
        onderwerp="Aan huis geholpen worden",
        vragen=(
            oudere(
                "Goedemorgen,\n\nMijn man is 86 en ligt na een heupoperatie op bed. Zijn identiteitskaart "
                "is verlopen en het ziekenhuis vraagt erom. Hij kan onmogelijk naar het stadhuis komen. "
                "Kan er iemand bij ons thuis langskomen, {adres}?"
            ),
        ),
        notities=("Echtgenoot bedlegerig, id verlopen, {adres}. Vraagt aan huis. Nagevraagd bij burgerzaken wanneer dat kan.",),
        antwoord=(
            "Kan iemand echt niet naar het stadhuis komen? Dan komen wij thuis langs. Het kost niets "
            "extra. Zorg dat er een pasfoto is en dat het oude document klaarligt."
        ),
        gevraagd=(
            "Klant bedlegerig, {adres}. Kunnen jullie deze maand aan huis komen voor een id-kaart? Welke dag, en wat ligt klaar?"
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Kan op {dag} {datum} tussen 13.30 en 15.30 uur. Collega neemt mobiel apparaat mee. Foto "
            "en oude kaart klaarleggen, pinnen kan aan de deur."
        ),
        eindantwoord=(
            "Onze collega komt op {dag} {datum} bij u thuis, tussen 13.30 en 15.30 uur. Leg een "
            "pasfoto en de oude kaart klaar. U kunt aan de deur pinnen. De nieuwe kaart brengen wij "
            "een week later."
        ),
        gewicht=1,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
