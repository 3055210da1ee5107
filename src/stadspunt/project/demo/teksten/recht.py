"""Complaints and objections, as people write them."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, herhaal, kort, ondernemer, oudere

RECHT: tuple[Casus, ...] = (
    Casus(
        product="klacht",
        onderwerp="Klacht over bejegening",
        vragen=(
            boos(
                "Vanmorgen door uw baliemedewerker afgesnauwd omdat ik twee minuten te laat was. Waar mijn "
                "dochter bij stond. Zo ga je niet met mensen om."
            ),
            oudere(
                "Geachte burgemeester,\n\nIk woon hier al 61 jaar en heb nooit geklaagd. Maar de jongeman "
                "aan de telefoon op {eerder} lachte toen ik zei dat ik geen internet heb. Dat heeft mij "
                "gekwetst."
            ),
            beperkt("Mevrouw balie zeg ik moet eerst goed Nederlands leren. Ik heb 2 jaar cursus. Ik vind niet netjes."),
        ),
        notities=(
            "Klacht bejegening balie, 2 min te laat. Excuses gemaakt, klachtencoördinator belt binnen 2 wd.",
            "Mw voelde zich uitgelachen aan telefoon {eerder}. Goed gesprek gehad, wil dat "
            "leidinggevende het weet. Geen formele klacht.",
        ),
        antwoord=(
            "Het spijt mij dat u zich niet goed behandeld voelt. Zo willen wij niet met mensen omgaan. "
            "Ik heb dit met mijn collega en de teamleider besproken. De klachtencoördinator belt u "
            "binnen 2 werkdagen om te horen wat u van ons verwacht."
        ),
        gevraagd=(
            "Klacht over bejegening op {eerder}. Klant wil horen wat er met de klacht gebeurt. Is dit "
            "formeel vastgelegd en wie voert het gesprek?"
        ),
        vragen_naar_afdeling=(0, 1, 2),
        notities_naar_afdeling=(0, 1),
        vakantwoord=(
            "Geregistreerd als klacht, ontvangstbrief verzonden. Gesprek met klager, medewerker en "
            "teamleider op {dag} {datum} {uur}. Oordeel uiterlijk 6 weken na ontvangst als gesprek "
            "niet voldoende is."
        ),
        eindantwoord=(
            "Uw klacht is bij ons vastgelegd. Wij nodigen u uit voor een gesprek met de medewerker en "
            "de teamleider, {dag} {datum} om {uur}. U mag iemand meenemen. Komen wij er niet uit, dan "
            "krijgt u binnen 6 weken ons oordeel."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="klacht",
        onderwerp="Klacht: geen antwoord of van het kastje naar de muur",
        vragen=(
            herhaal(
                "Dit is mijn vierde bericht. {eerder} zou iemand bellen. Er belt niemand. Wie is bij "
                "jullie verantwoordelijk voor terugbellen?"
            ),
            boos(
                "Bel ik parkeren, moet ik bij belastingen zijn. Bel ik belastingen, 'dat doet parkeren'. "
                "Drie kwartier van mijn leven. En nu?"
            ),
            ondernemer(
                "Onze factuur van {bedrag} staat sinds {eerder} open. Inkoop verwijst naar de afdeling en "
                "andersom. Wij overwegen niet meer te leveren. {bedrijf}"
            ),
            kort("wil klacht indienen wachttijd telefoon 35 min!!"),
        ),
        notities=(
            "4x gebeld, niet teruggebeld. Excuses. Zelf uitgezocht: lag bij afdeling zonder datum. Nu "
            "afspraak gemaakt, ik bel zelf {dag}.",
            "Wachttijd 35 min op maandag na de aanslagen. Klacht genoteerd.",
            "Leverancier {bedrijf} wacht sinds {eerder} op betaling van {bedrag}. Uitgezet: waar ligt de factuur?",
        ),
        antwoord=(
            "U hebt gelijk en het spijt ons. Vanaf nu ben ik uw vaste contactpersoon tot u antwoord "
            "hebt. Ik heb uitgezocht wie uw vraag kan beantwoorden. U hoort uiterlijk {dag} van mij, "
            "ook als ik dan nog geen antwoord heb."
        ),
        gevraagd=("Leverancier wacht sinds {eerder} op betaling van {bedrag}. Waar ligt de factuur en wanneer wordt betaald?"),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Factuur zonder opdrachtnummer, daarom afgekeurd door systeem zonder bericht aan "
            "leverancier. Opdrachtnummer toegevoegd, betaling in de run van {datum}. Wettelijke rente "
            "wordt vergoed."
        ),
        eindantwoord=(
            "Op uw factuur ontbrak ons opdrachtnummer. Daardoor bleef hij liggen, en dat hadden wij u "
            "moeten melden. Wij betalen op {datum}, met rente. Zet op de volgende factuur het nummer "
            "dat in de opdracht staat."
        ),
        gewicht=4,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bezwaar",
        onderwerp="Bezwaar maken: hoe en tot wanneer",
        vragen=(
            kort("Hoe maak ik bezwaar en kost dat iets?"),
            beleefd(
                "L.S.,\n\nHierbij maak ik bezwaar tegen uw besluit van {eerder} over mijn aanvraag. De "
                "redenen volgen binnen twee weken. Gelieve de ontvangst te bevestigen."
            ),
            oudere(
                "Geachte gemeente,\n\nIk was in het ziekenhuis toen uw brief kwam. Nu is de termijn voor "
                "bezwaar verstreken. Kan ik er nog iets tegen doen?"
            ),
            beperkt(
                "Ik niet eens met brief. Maatschappelijk werk zeg bezwaar binnen 6 week. Hoe schrijf ik dit? Is brief genoeg?"
            ),
        ),
        notities=(
            "Bezwaar: uitleg termijn + DigiD of brief. Eerst bellen met afdeling aangeboden, wil kl graag.",
            "Termijn bezwaar voorbij door ziekenhuisopname. Toch indienen met uitleg, Juridische Zaken beoordeelt.",
            "Pro forma bezwaar ingeleverd, gronden volgen. Naar Juridische Zaken voor bevestiging en termijn.",
        ),
        antwoord=(
            "U maakt bezwaar binnen 6 weken na de datum van het besluit. Dat kan op onze website met "
            "DigiD, of met een brief. Schrijf op tegen welk besluit u bent en waarom. Het kost niets. "
            "Wij bellen u binnen 5 werkdagen; vaak lossen wij het samen op. Bent u te laat? Leg dan "
            "uit waarom."
        ),
        gevraagd=(
            "Pro forma bezwaar ontvangen tegen besluit van {eerder}, gronden volgen. Graag ontvangst "
            "bevestigen en melden tot wanneer klant kan aanvullen."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Bezwaar tijdig ontvangen. Hersteltermijn voor de gronden: 4 weken, tot {datum}. Daarna "
            "plannen wij een hoorzitting. Lotte belt eerst om te kijken of het informeel kan."
        ),
        eindantwoord=(
            "Uw bezwaar is op tijd binnen. U kunt tot {datum} opschrijven waarom u het niet eens bent "
            "met het besluit. Onze jurist belt u deze week, om te kijken of wij het samen kunnen "
            "oplossen. Lukt dat niet, dan volgt een gesprek bij de commissie."
        ),
        gewicht=4,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bezwaar",
        onderwerp="Stand van mijn bezwaar",
        vragen=(
            herhaal("Sinds {eerder} hoor ik niets over mijn bezwaar. Is er al een datum voor de hoorzitting?"),
            ondernemer(
                "Ons bezwaar tegen de last onder dwangsom loopt, maar de dwangsom loopt ook door. Kan die "
                "worden opgeschort tot de beslissing? {bedrijf}"
            ),
        ),
        notities=("Stand bezwaar ({eerder}) gevraagd. In systeem 'horen gepland', geen datum. Juridische Zaken.",),
        antwoord=(
            "Uw bezwaar is in behandeling. U krijgt minstens 10 dagen van tevoren een uitnodiging voor "
            "het gesprek bij de commissie. Wij beslissen binnen 12 weken na het einde van de "
            "bezwaartermijn."
        ),
        gevraagd="Klant wacht sinds {eerder} op datum hoorzitting. Wanneer is die, en halen we de beslistermijn?",
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Hoorzitting {dag} {datum} {uur}, stadhuis kamer 1.12. Uitnodiging gaat vandaag uit. "
            "Beslistermijn met 6 weken verdaagd, brief volgt."
        ),
        eindantwoord=(
            "Het gesprek bij de commissie is {dag} {datum} om {uur}, in het stadhuis. De uitnodiging "
            "is vandaag verstuurd. Wij hebben 6 weken langer nodig om te beslissen; daarover krijgt u "
            "ook een brief."
        ),
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
