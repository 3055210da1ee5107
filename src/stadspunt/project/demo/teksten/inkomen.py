"""Benefits, extra costs, debts, work and remission of taxes, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, herhaal, jongere, kort, ondernemer, oudere

INKOMEN: tuple[Casus, ...] = (
    Casus(
        product="bijstand",
        onderwerp="Bijstand aanvragen",
        vragen=(
            beleefd(
                "Goedemorgen,\n\nMijn WW stopt op {datum}. Ik ben 58 en solliciteer me suf, maar ik word "
                "nergens uitgenodigd. Hoe vraag ik bijstand aan en moet ik eerst mijn spaargeld opmaken?"
            ),
            jongere(
                "ik ben 22 en sta op straat bij mn ouders. krijg ik een uitkering of moet ik echt eerst 4 "
                "weken wachten? ik heb 0 euro"
            ),
            beperkt(
                "Ik heb geen werk geen geld. Contract stop {eerder}. Ik moet huur betalen. Waar kan ik uitkering vragen. Dank u."
            ),
        ),
        notities=(
            "WW stopt {datum}, 58 jr. Uitleg aanvraag werk.nl + vermogensgrens. Vanaf laatste WW-dag "
            "aanvragen. Belt terug als het niet lukt.",
            "Jongere 22, dakloos. Zoektermijn 4 wkn, maar bij kwetsbaar kan maatwerk. Warm doorverbonden 2e lijn (Bilal).",
        ),
        antwoord=(
            "U vraagt bijstand aan via werk.nl, met uw DigiD. Doe dat op de dag dat uw andere inkomen "
            "stopt. Houd uw bankafschriften en huurcontract bij de hand. U mag wat spaargeld houden. "
            "Wij beslissen binnen 8 weken. Hebt u nu geen geld voor eten of huur? Vraag dan meteen een "
            "voorschot."
        ),
        gevraagd=(
            "Klant (22) staat op straat en heeft geen inkomen. Kan de zoektermijn van 4 weken "
            "vervallen en wanneer kan hij op gesprek? Hij is telefonisch bereikbaar na 12.00 uur."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Gezien situatie (dakloos, geen netwerk) geen zoektermijn. Intake {dag} {datum} om {uur}, "
            "jongerenloket. Voorschot kan dezelfde dag via pinpas. Meenemen: id, bankpas, eventueel "
            "brief van ouders dat hij weg moest."
        ),
        eindantwoord=(
            "U hoeft geen 4 weken te wachten. U hebt {dag} {datum} om {uur} een gesprek bij het "
            "jongerenloket in het stadhuis. Neem uw identiteitsbewijs en bankpas mee. Als het nodig "
            "is, krijgt u diezelfde dag een voorschot. Zoekt u vannacht een slaapplek? Bel 14 000, "
            "kies 1."
        ),
        gewicht=5,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bijstand",
        onderwerp="Uitkering niet of te laat betaald",
        vragen=(
            boos(
                "HET IS DE 25E EN ER STAAT NIKS OP MIJN REKENING. Vorige maand ook al te laat. Mijn huur "
                "wordt morgen afgeschreven. Jullie weten wel mij te vinden als ik een briefje vergeet."
            ),
            herhaal(
                "Heb {eerder} al gebeld over mijn uitkering. Zou worden uitgezocht. Ik heb nog steeds geen geld en geen bericht."
            ),
            kort("Waarom is er {bedrag} ingehouden deze maand? Ik heb alles netjes ingeleverd."),
        ),
        notities=(
            "Uitkering niet ontvangen. In systeem: 'geblokkeerd, inkomstenformulier ontbreekt'. Kl "
            "zegt ingeleverd {eerder}. Spoed W&I.",
            "Inhouding {bedrag} op uitkering, kl begrijpt niet waarom. Nagaan: verrekening inkomsten partner?",
        ),
        antwoord=(
            "Uw uitkering is vandaag alsnog betaald. U hebt het geld morgen op uw rekening. Het "
            "inkomstenformulier was op tijd binnen, maar lag bij ons op de verkeerde stapel. Sorry. "
            "Kost dit u geld, bijvoorbeeld omdat een afschrijving mislukt? Laat het ons weten, dan "
            "betalen wij dat."
        ),
        gevraagd=(
            "Uitkering van klant is geblokkeerd, volgens hem is het inkomstenformulier op {eerder} "
            "ingeleverd. Willen jullie dit vandaag nakijken? De huur wordt morgen afgeschreven."
        ),
        vragen_naar_afdeling=(0, 1),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Formulier gevonden, was ingescand bij verkeerd dossier. Blokkade eraf, spoedbetaling "
            "aangemaakt, valuta morgen. Inhouding van {bedrag} blijft staan: verrekening verdiensten "
            "partner, beschikking volgt."
        ),
        eindantwoord=(
            "Uw uitkering is vandaag met spoed betaald; morgen staat het geld op uw rekening. Uw "
            "formulier was op tijd, maar lag bij ons in het verkeerde dossier. Onze excuses. Er is "
            "{bedrag} afgetrokken, omdat uw partner heeft gewerkt. Daarover krijgt u nog een brief met "
            "uitleg."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="bijstand",
        onderwerp="Bijverdienen, samenwonen of vakantie met bijstand",
        vragen=(
            kort("Mag ik met een uitkering een weekje naar mijn zus in het buitenland?"),
            beleefd(
                "Geachte consulent,\n\nIk heb een vriend die een paar nachten per week bij mij slaapt. Nu "
                "ben ik bang dat dit als samenwonen telt. Vanaf wanneer moet ik dat melden? Ik wil niets "
                "verkeerd doen."
            ),
        ),
        notities=("Vraag: vakantie met bijstand. Max 4 wkn per jaar, vooraf melden via formulier. Gedaan samen met kl.",),
        antwoord=(
            "U mag met bijstand 4 weken per jaar naar het buitenland. Meld het vooraf op onze website. "
            "Gaat u samenwonen of verdient u iets bij? Meld dat ook meteen. Twijfelt u of iets "
            "samenwonen is? Bel ons gerust; vragen staat vrij en heeft geen gevolgen."
        ),
        gewicht=3,
    ),
    Casus(
        product="bijzondere-bijstand",
        onderwerp="Vergoeding voor een hoge rekening",
        vragen=(
            kort("Mijn wasmachine is kapot en ik leef van een uitkering. Krijg ik een vergoeding?"),
            oudere(
                "Geachte heer of mevrouw,\n\nIk heb AOW en een klein pensioen. Mijn bril kost {bedrag} en "
                "de verzekering betaalt maar een klein deel. Mijn buurvrouw zegt dat de gemeente kan "
                "helpen. Klopt dat?"
            ),
            boos(
                "Eerst moet ik een offerte sturen, dan drie bankafschriften, nu weer een andere offerte. "
                "De koelkast is al twee weken stuk! Moet mijn insuline in de gootsteen blijven staan?"
            ),
            beperkt("Kind school wil geld voor computer. Ik kan niet betaal. Iemand zeg bijzonder bijstand. Hoe doen?"),
        ),
        notities=(
            "AOW'er, bril {bedrag}. Voorwaarden bijz. bijstand + eerst aanvullende verzekering. Formulier per post gestuurd.",
            "Koelkast stuk, diabeet, aanvraag {eerder} loopt nog. Spoed gevraagd bij W&I.",
        ),
        antwoord=(
            "Hebt u een laag inkomen en hoge kosten die u niet kon voorzien? Dan kunt u bijzondere "
            "bijstand krijgen. Vraag het aan vóórdat u de rekening betaalt en stuur een offerte mee. "
            "Wij beslissen meestal binnen 30 dagen. Kan het niet wachten? Zeg het ons, dan kijken wij "
            "dezelfde week."
        ),
        gevraagd=(
            "Aanvraag koelkast van {eerder}, klant bewaart insuline. Kan deze met voorrang? Welke stukken ontbreken nu echt nog?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Dossier is compleet, tweede offerte was niet nodig. Toegekend als leenbijstand {bedrag}, "
            "aflossing 5% van de norm. Kan morgen opgehaald worden bij de winkel waarmee wij een "
            "afspraak hebben."
        ),
        eindantwoord=(
            "Uw aanvraag is goedgekeurd. U kunt morgen een koelkast uitzoeken tot {bedrag}. De brief "
            "met de bon komt vandaag per mail. U betaalt het bedrag elke maand in kleine stukjes "
            "terug. De tweede offerte was niet nodig; dat hadden wij u niet moeten vragen."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="schuldhulpverlening",
        onderwerp="Hulp bij schulden",
        vragen=(
            beleefd(
                "Beste mensen,\n\nHet kost me moeite dit te schrijven. Sinds mijn scheiding loop ik achter "
                "met de huur en de energie. De verhuurder dreigt met de rechter. Ik doe de post al weken "
                "niet meer open. Kunt u mij helpen?"
            ),
            jongere("hoe kom ik van me schulden af, zit op {bedrag} bij 6 clubs en ze blijven kosten erbij doen. zit vast"),
            ondernemer(
                "Als zelfstandige (zonder personeel) heb ik een belastingschuld en betalingsachterstanden "
                "bij leveranciers. Kan ik als ondernemer ook bij u terecht, of alleen als ik stop met "
                "{bedrijf}?"
            ),
            boos("Morgen om 10 uur staat de deurwaarder hier om mijn huis leeg te halen. Ik heb twee kinderen. Doe iets!"),
        ),
        notities=(
            "Huurachterstand, dreiging rechter. Rustig uitgevraagd. Gesprek binnen 2 wkn, budgetcoach belt. Post verzamelen.",
            "SPOED ontruiming/beslag morgen. 2 kinderen. Direct doorverbonden schuldhulp + bericht aan verhuurder.",
        ),
        antwoord=(
            "Goed dat u contact zoekt. U krijgt binnen 2 weken een gesprek. Dreigt u uw huis uit te "
            "moeten, of wordt gas, water of stroom afgesloten? Dan spreken wij u binnen 3 werkdagen. "
            "Gooi niets weg: neem alle post mee, ook de ongeopende. De hulp is gratis. Ook ondernemers "
            "kunnen bij ons terecht."
        ),
        gevraagd=(
            "Klant meldt dreigende ontruiming. Wie belt vandaag de verhuurder om uitstel te vragen, en "
            "wanneer is het eerste gesprek? Er wonen kinderen."
        ),
        vragen_naar_afdeling=(0, 3),
        notities_naar_afdeling=(0, 1),
        vakantwoord=(
            "Verhuurder gesproken: ontruiming opgeschort tot gesprek, mits lopende huur betaald wordt. "
            "Crisisintake {dag} {datum} {uur} met Petra. Cliënt belt {dag} als het hem te veel wordt, "
            "nummer is bekend."
        ),
        eindantwoord=(
            "Wij hebben de verhuurder gesproken. De ontruiming gaat nu niet door, als u de huur van "
            "deze maand betaalt. U hebt {dag} {datum} om {uur} een gesprek met onze "
            "schuldhulpverlener. Neem al uw post mee. U hoeft het niet alleen te doen."
        ),
        gewicht=4,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="werkbegeleiding",
        onderwerp="Hulp bij het zoeken naar werk",
        vragen=(
            kort("Is de banenmarkt in De Schakel deze woensdag ook? En moet ik een cv meenemen?"),
            beleefd(
                "Goedendag,\n\nNa 20 jaar in de zorg kan ik het werk lichamelijk niet meer aan. Ik zou me "
                "graag laten omscholen, bijvoorbeeld tot administratief medewerker. Helpt de gemeente "
                "daarbij, ook als ik geen uitkering heb?"
            ),
            beperkt("Ik wil werken. Ik was lasser 12 jaar in mijn land. Nederlands beetje. Kan consulent mij help?"),
            ondernemer(
                "Wij zoeken bij {bedrijf} twee magazijnmedewerkers. Hebben jullie kandidaten, en hoe werkt een proefplaatsing?"
            ),
        ),
        notities=(
            "Omscholing, geen uitkering (NUG). Mag ook. Intake bij consulent ingepland {dag} {uur}.",
            "Werkgever zoekt 2 magazijnmedewerkers, wil proefplaatsing. Gegevens naar werkgeversteam.",
        ),
        antwoord=(
            "Een consulent helpt u met zoeken, solliciteren of een opleiding. U hebt daar geen "
            "uitkering voor nodig. Binnen 5 werkdagen hebt u een eerste gesprek. Elke woensdagochtend "
            "is er een banenmarkt in De Schakel; loop gerust binnen, met of zonder cv."
        ),
        gevraagd=("Werkgever zoekt twee magazijnmedewerkers, wil proefplaatsing. Wie neemt contact op, en zijn er kandidaten?"),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Drie kandidaten in beeld, waarvan een met heftruckcertificaat. Proefplaatsing max 2 "
            "maanden met behoud uitkering, daarna contract van minimaal 6 maanden. Collega "
            "werkgeversteam belt {dag} voor {uur}."
        ),
        eindantwoord=(
            "Wij hebben drie kandidaten voor u. Zij mogen 2 maanden op proef werken; in die tijd "
            "houden zij hun uitkering. Daarna biedt u een contract aan van minstens 6 maanden. Onze "
            "collega belt u {dag} om een kennismaking af te spreken."
        ),
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="kwijtschelding",
        onderwerp="Kwijtschelding van gemeentelijke belastingen",
        vragen=(
            kort(
                "Kreeg aanslag van {bedrag} maar leef van bijstand. Vorig jaar hoefde ik niks te betalen. Moet ik weer aanvragen?"
            ),
            oudere(
                "Geachte afdeling,\n\nMet mijn AOW houd ik weinig over. Kan ik voor de belasting van dit "
                "jaar kwijtschelding krijgen en hoeveel spaargeld mag ik hebben? Mijn begrafenispolis telt "
                "toch niet mee, hoop ik."
            ),
            beperkt("Brief gekomen betalen {bedrag}. Kan ik niet. Vriend zegt er is kwijt schelden. Wat papier moet ik sturen?"),
            herhaal(
                "Mijn kwijtschelding is {eerder} aangevraagd en nu krijg ik een aanmaning met kosten erbij. Dat kan toch niet?"
            ),
        ),
        notities=(
            "Kwijtschelding vorig jaar toegekend, dit jaar niet automatisch (geen toestemming toets). "
            "Opnieuw aanvragen, link gemaild.",
            "Aanmaning terwijl kwijtschelding loopt ({eerder}). Belastingen: invordering uitstellen en kosten eraf.",
        ),
        antwoord=(
            "Hebt u een laag inkomen en weinig spaargeld? Vraag dan kwijtschelding aan op onze "
            "website, binnen 3 maanden na de aanslag. Wij beslissen binnen 8 weken. Zolang hoeft u "
            "niet te betalen. Kruis aan dat wij elk jaar zelf mogen toetsen; dan hoeft u het volgend "
            "jaar niet opnieuw te vragen."
        ),
        gevraagd=(
            "Klant kreeg aanmaning terwijl kwijtschelding sinds {eerder} loopt. Invordering stoppen, "
            "kosten eraf, en wat is de stand?"
        ),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Uitstel stond niet in het systeem door handmatige invoer. Aanmaning ingetrokken, kosten "
            "vervallen. Verzoek is beoordeeld: volledige kwijtschelding, beschikking gaat {dag} de "
            "deur uit."
        ),
        eindantwoord=(
            "De aanmaning is ingetrokken en u betaalt geen kosten. Goed nieuws: u krijgt "
            "kwijtschelding voor het hele bedrag. De brief daarover krijgt u volgende week. U hoeft "
            "niets te betalen."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
