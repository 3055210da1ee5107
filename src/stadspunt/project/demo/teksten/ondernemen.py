"""Catering and alcohol licences, as business owners and clubs ask about them."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, boos, engels, herhaal, kort, ondernemer

ONDERNEMEN: tuple[Casus, ...] = (
    Casus(
        product="horeca-exploitatie",
        onderwerp="Horecazaak beginnen",
        vragen=(
            ondernemer(
                "Geachte mevrouw, meneer,\n\nPer {datum} neem ik een lunchroom over aan de {straat}. De "
                "vergunning staat op naam van de huidige eigenaar. Kan ik die overnemen of begint alles "
                "opnieuw? Ik wil niet dicht hoeven."
            ),
            ondernemer(
                "Wij willen met {bedrijf} een ijssalon openen, alleen afhalen. Is daar een exploitatievergunning voor nodig?"
            ),
            engels(
                "I want to open a small coffee place in the Pakhuisstraat. Which permits do I need and is "
                "there someone I can talk to in English?"
            ),
        ),
        notities=(
            "Overname lunchroom {straat} per {datum}. Vergunning is persoonsgebonden, nieuwe aanvraag "
            "+ Bibob. Gesprek Rachid {dag} {uur}.",
            "IJssalon afhaal: geen exploitatievergunning, wel melding milieu en reclame. Doorgegeven.",
        ),
        antwoord=(
            "Een exploitatievergunning staat op naam; u kunt haar niet overnemen. Plan eerst een "
            "gesprek met onze accountmanager bedrijven. Daarna vraagt u de vergunning online aan. "
            "Reken op 8 weken. Wie alleen laat afhalen, heeft deze vergunning niet nodig."
        ),
        engels=(
            "Starting a catering business",
            "For a coffee place with seats you need an operating licence; for alcohol a second one. "
            "Our business adviser will gladly explain the steps in English. Please send us your plan "
            "and the address, and we will propose a time within a week.",
        ),
        gevraagd=(
            "Overname lunchroom {straat} per {datum}. Mag de zaak open blijven zolang de nieuwe "
            "aanvraag loopt? Ondernemer wil zekerheid voor hij tekent."
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Kan onder voorwaarden: aanvraag compleet vóór overname, huidige exploitant blijft "
            "verantwoordelijk op grond van gedoogverklaring, max 12 weken. Bibob-formulier meteen "
            "meesturen. Ik bel ondernemer {dag}."
        ),
        eindantwoord=(
            "U mag open blijven als uw aanvraag compleet is vóór de dag van de overname. De huidige "
            "eigenaar blijft dan hoogstens 12 weken verantwoordelijk. Stuur het Bibob-formulier meteen "
            "mee. Onze accountmanager belt u {dag} om het door te nemen."
        ),
        gewicht=4,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="horeca-exploitatie",
        onderwerp="Terras: plaats, tijden en overlast",
        vragen=(
            ondernemer(
                "Mag ons terras aan de {straat} dit jaar ook in maart al staan? En tot hoe laat mogen we buiten schenken?"
            ),
            boos(
                "Terras onder mijn raam ({straat}) staat om kwart voor één 's nachts nog vol. Gemeld bij "
                "toezicht: 'we noteren het'. En dan?"
            ),
            kort("hoeveel kost een terrasvergunning per m2"),
        ),
        notities=(
            "Terras {straat} open na eindtijd volgens omwonende. Toezicht + Economie: wat is er vergund?",
            "Terrasseizoen 1 mrt - 1 nov, tot 23.00 u. Uitbreiding m2 = wijziging vergunning.",
        ),
        antwoord=(
            "Een terras mag van 1 maart tot 1 november, elke dag tot 23.00 uur. Op vrijdag en zaterdag "
            "is dat 24.00 uur. Wilt u meer ruimte? Vraag dan online een wijziging van uw vergunning "
            "aan. Hebt u last van een terras? Geef ons de dag en de tijd door, dan controleren wij."
        ),
        gevraagd=(
            "Omwonende {straat} meldt terras na 0.30 uur open. Wat is vergund, en wordt er "
            "gecontroleerd? Graag iets wat we kunnen toezeggen."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Vergund tot 23.00, weekend 24.00 uur. Exploitant heeft op {eerder} een waarschuwing "
            "gehad. Komende twee weekenden controle. Bij overtreding last onder dwangsom."
        ),
        eindantwoord=(
            "Het terras mag in het weekend tot 24.00 uur open zijn. De eigenaar kreeg al een "
            "waarschuwing. De komende twee weekenden controleren wij. Is het terras weer te laat open, "
            "dan moet de eigenaar betalen."
        ),
        afdeling="toezicht",
        maanden=frozenset({2, 3, 4, 5, 6, 7, 8, 9}),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="alcoholvergunning",
        onderwerp="Leidinggevende bijschrijven of alcoholvergunning aanvragen",
        vragen=(
            ondernemer(
                "Onze nieuwe bedrijfsleider begint {datum}. Mag zij al achter de bar staan als de "
                "bijschrijving nog loopt? {bedrijf}"
            ),
            beleefd(
                "Geachte gemeente,\n\nAls bestuur van een sportclub zijn wij onze barverantwoordelijke "
                "kwijt. Kan een ander bestuurslid tijdelijk worden bijgeschreven, ook zonder diploma?"
            ),
            herhaal(
                "{eerder} leidinggevende gemeld, niets gehoord. De controle stond gisteren binnen en nu "
                "krijg ik misschien een boete!"
            ),
            kort("Wij willen eenmalig bier schenken op het buurtfeest van {datum}. Wat is daarvoor nodig?"),
        ),
        notities=(
            "Bijschrijven leidinggevende {bedrijf}: mag werken zodra melding bevestigd is. Sociale hygiëne + 21 jr nagevraagd.",
            "Ontheffing art. 35 buurtfeest {datum}, 4 wkn vooraf. Formulier gemaild.",
            "{bedrijf}: leidinggevende gemeld {eerder}, geen bevestiging, gisteren controle gehad. Naar Economie.",
        ),
        antwoord=(
            "Meld een nieuwe leidinggevende online, vóór de eerste werkdag. Zodra u de bevestiging "
            "hebt, mag hij of zij achter de bar staan. De leidinggevende is 21 jaar of ouder en heeft "
            "de verklaring Sociale Hygiëne. Wilt u één keer schenken op een feest? Vraag dan 4 weken "
            "vooraf een ontheffing aan."
        ),
        gevraagd=(
            "Melding leidinggevende van {eerder} is niet bevestigd en {bedrijf} kreeg controle. Is de "
            "melding binnen? Kan de toezichthouder dit meewegen?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Melding is binnen op {eerder}, bevestiging is niet verstuurd wegens onvolledig formulier "
            "(geen kopie SVH). Ondernemer had mogen werken als compleet. Geen boete, wel binnen 5 "
            "dagen aanvullen."
        ),
        eindantwoord=(
            "Uw melding is op {eerder} bij ons binnengekomen, maar de kopie van de verklaring Sociale "
            "Hygiëne ontbrak. Dat hadden wij u moeten laten weten. U krijgt geen boete. Stuur de kopie "
            "binnen 5 dagen als antwoord op deze mail; dan is de melding rond."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
