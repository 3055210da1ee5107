"""Birth, marriage, death and transport to school, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, engels, herhaal, jongere, kort, oudere

GEZIN: tuple[Casus, ...] = (
    Casus(
        product="geboorteaangifte",
        onderwerp="Geboorte aangeven",
        vragen=(
            kort("Onze {kind} is gisteren geboren! Hoe lang hebben we om aangifte te doen en kan mijn schoonmoeder dat doen?"),
            beleefd(
                "Beste medewerker,\n\nIk ben over een maand uitgerekend. Mijn vriend en ik zijn niet "
                "getrouwd. Moet hij het kind vooraf erkennen, of kan dat bij de aangifte? En hoe kiezen we "
                "de achternaam?"
            ),
            beperkt("Baby geboren {eerder} ziekenhuis. Ik ga maandag aangeven maar jullie dicht feestdag. Krijg ik boete?"),
            engels(
                "Our daughter was born on {eerder}. My wife has another nationality. Do we need our birth "
                "certificates translated?"
            ),
        ),
        notities=(
            "Geboorte {eerder}, aangifte binnen 3 dagen. Feestdag telt niet mee, afspraak {dag} {uur}. Gefeliciteerd!",
            "Erkenning ongeboren vrucht + naamskeuze uitgelegd, afspraak samen {dag}. Id meenemen.",
        ),
        antwoord=(
            "Van harte gefeliciteerd! U geeft de geboorte aan binnen 3 dagen na de dag van de "
            "geboorte. Valt de laatste dag in het weekend of op een feestdag? Dan hebt u langer. De "
            "vader, de moeder of wie bij de geboorte was, mag aangifte doen. Bent u niet getrouwd? Dan "
            "erkent de vader of duomoeder het kind, vooraf of bij de aangifte."
        ),
        engels=(
            "Registering a birth",
            "Congratulations! Please register the birth within 3 days at the town hall. Foreign birth "
            "certificates are needed only if they are not in our records yet; if they are not in "
            "Dutch, English, French or German, they must be translated by a sworn translator.",
        ),
        gewicht=4,
    ),
    Casus(
        product="geboorteaangifte",
        onderwerp="Fout in de geboorteakte",
        vragen=(
            beleefd(
                "Goedendag,\n\nOp de geboorteakte van onze zoon {kind} mist een streepje op de naam. Wij "
                "hebben dit pas thuis gezien. Kan dit nog worden aangepast zonder naar de rechter te gaan?"
            ),
        ),
        notities=(
            "Typefout in voornaam op geboorteakte {kind}, aangifte {eerder}. Gevraagd of ambtenaar dit zelf kan verbeteren.",
        ),
        antwoord=(
            "Een duidelijke schrijffout verbeteren wij zelf; daarvoor hoeft u niet naar de rechter. "
            "Stuur een foto van de akte en van uw identiteitsbewijs. U krijgt binnen 5 werkdagen een "
            "nieuw afschrift."
        ),
        gevraagd=(
            "Voornaam {kind} mist een accent op de akte, aangifte {eerder}. Staat het goed op het "
            "aangifteformulier? Zo ja: verbeteren."
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Formulier nagekeken: accent stond er wel, is bij invoer weggevallen. Kennelijke misslag, "
            "verbeterd door de ambtenaar van de burgerlijke stand. Nieuw afschrift gaat morgen op de "
            "post, geen kosten."
        ),
        eindantwoord=(
            "U hebt gelijk: de naam stond goed op het formulier en is bij ons verkeerd overgenomen. De "
            "akte is verbeterd. Morgen gaat een nieuw afschrift naar u toe, zonder kosten."
        ),
        gewicht=1,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="huwelijksaangifte",
        onderwerp="Trouwen: datum, plaats en kosten",
        vragen=(
            kort("Wat kost trouwen op een vrijdagmiddag in het stadhuis?"),
            beleefd(
                "Beste gemeente,\n\nWij willen volgend jaar trouwen in de tuin van mijn ouders aan de "
                "{straat}. Mag dat, en hoe vragen wij die plek aan? Een vriendin zou ons graag trouwen, "
                "voor één dag."
            ),
            jongere("heyy is gratis trouwen op dinsdag nog vrij in juni? we willen gewoon tekenen, geen poespas haha"),
            engels(
                "We would like to get married in Lindewaard. My fiancé lives abroad. Which documents do "
                "you need and how long does it take?"
            ),
        ),
        notities=(
            "Trouwen eigen locatie ({straat}), ambtenaar voor 1 dag. Procedure uitgelegd, 8 weken vooraf aanvragen.",
            "Gratis huwelijk dinsdag 9.00 u, volgende vrije datum {datum}. Kl overlegt met partner.",
        ),
        antwoord=(
            "U meldt uw huwelijk minstens 14 dagen van tevoren, samen, met DigiD. Op dinsdag om 9.00 "
            "uur trouwt u gratis in het stadhuis. Op andere tijden hangt de prijs af van de dag en de "
            "plek. Een eigen plek of iemand die u voor één dag wilt laten trouwen, vraagt u 8 weken "
            "van tevoren aan."
        ),
        engels=(
            "Getting married",
            "Congratulations! Please report your marriage at least 14 days in advance. Your fiancé "
            "needs a birth certificate and a certificate of no impediment, both legalised and "
            "translated if necessary. As checking foreign documents takes time, please send us copies "
            "about 3 months before the wedding.",
        ),
        gevraagd=(
            "Stel wil trouwen in tuin aan de {straat}, met een ambtenaar voor één dag. Mag deze plek, "
            "en wat moeten zij regelen? Datum is {datum}."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Locatie kan als eenmalige trouwplek: openbaar toegankelijk tijdens plechtigheid, "
            "brandveilig, max 80 gasten. Aanwijzing duurt 3 weken. Ambtenaar voor één dag moet nog "
            "worden beëdigd, formulier + vog gratis. Datum is vrij."
        ),
        eindantwoord=(
            "U mag in de tuin aan de {straat} trouwen. De tuin moet tijdens de plechtigheid voor "
            "iedereen toegankelijk zijn, met hoogstens 80 gasten. Uw vriendin kan u voor één dag "
            "trouwen als zij eerst de eed aflegt. Zij vult het formulier op onze website in. {dag} "
            "{datum} hebben wij voor u vastgelegd."
        ),
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="overlijdensaangifte",
        onderwerp="Overlijden aangeven",
        vragen=(
            oudere(
                "Geachte mevrouw, meneer,\n\nVannacht is mijn vrouw thuis overleden. De huisarts heeft "
                "papieren achtergelaten. Wij willen de uitvaart graag zelf regelen, zonder ondernemer. Wat "
                "moet ik als eerste doen en bij wie moet ik zijn?"
            ),
            kort("Mijn vader is overleden. Hebben jullie zijn paspoort en rijbewijs nodig?"),
            beleefd(
                "Namens de familie heb ik een afschrift van de akte van overlijden nodig voor de bank en "
                "voor een verzekering in het buitenland. Hoe vraag ik dat aan en in welke taal kan dat?"
            ),
        ),
        notities=(
            "Dhr regelt uitvaart echtgenote zelf. Rustig doorgenomen: verklaring arts mee, aangifte "
            "balie, verlof begraven. {dag} {uur}.",
            "Akte overlijden voor bank + buitenland: internationaal afschrift, online of balie. Gecondoleerd.",
        ),
        antwoord=(
            "Gecondoleerd met uw verlies. U doet de aangifte in de gemeente waar iemand is overleden. "
            "Neem de verklaring van de arts mee, en het paspoort of de identiteitskaart. Wij geven u "
            "dan het verlof om te begraven of te cremeren. Dat gebeurt op zijn vroegst na 36 uur. Een "
            "afschrift van de akte kost € 16,60."
        ),
        gewicht=4,
    ),
    Casus(
        product="overlijdensaangifte",
        onderwerp="Post voor overleden partner",
        vragen=(
            boos(
                "Mijn moeder is {eerder} overleden en toch krijgt zij vandaag een herinnering voor haar "
                "belastingen. Denkt er bij u wel eens iemand na? Ik vind dit respectloos."
            ),
            oudere(
                "Mijn man is al een half jaar dood. Toch komt er post van u op zijn naam. Wilt u dat "
                "aanpassen? Het doet steeds weer pijn."
            ),
        ),
        notities=(
            "Nabestaande krijgt nog aanslag op naam overledene. Excuses gemaakt. Belastingen moet tenaamstelling aanpassen.",
        ),
        antwoord=(
            "Gecondoleerd met uw verlies, en excuses voor deze brief. De aanslag was al gedrukt "
            "voordat wij het overlijden verwerkten. Wij hebben de post op naam van de overledene "
            "stopgezet. U hoeft de herinnering niet te betalen; u krijgt een nieuwe rekening."
        ),
        gevraagd=(
            "Aanslag op naam van overledene ({eerder}). Graag op naam erven zetten, herinnering "
            "intrekken en laten weten wat er nog open staat."
        ),
        vragen_naar_afdeling=(0, 1),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Tenaamstelling gewijzigd in 'de erven van', invordering stopgezet. Afvalstoffenheffing "
            "wordt per maand verminderd: over blijft {bedrag}. Nieuwe aanslag volgt eind van de maand."
        ),
        eindantwoord=(
            "Wij hebben de herinnering ingetrokken en excuses zijn op hun plaats. De rekening staat nu "
            "op naam van de erven. Over de maanden na het overlijden betaalt u geen "
            "afvalstoffenheffing. Er blijft {bedrag} over. Daarvoor krijgt u eind van de maand een "
            "nieuwe brief."
        ),
        gewicht=2,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="leerlingenvervoer",
        onderwerp="Taxibusje naar school",
        vragen=(
            boos(
                "Het busje van {kind} is deze week al {aantal} keer te laat. Hij heeft autisme en raakt "
                "compleet van slag. Ik bel het taxibedrijf en die zeggen: bel de gemeente. Wanneer lost "
                "iemand dit op??"
            ),
            beleefd(
                "Geachte medewerker leerlingenvervoer,\n\nOnze dochter {kind} start na de vakantie op een "
                "school voor speciaal onderwijs, op 11 kilometer van ons huis. Komt zij in aanmerking voor "
                "vervoer? Wij hebben één auto en werken allebei."
            ),
            beperkt(
                "School zeg mijn zoon krijgt taxi. Ik heb formulier maar ik begrijp niet alle woord. Kan "
                "iemand help mij invullen?"
            ),
            herhaal(
                "Ik wacht nog steeds op het besluit over het vervoer van {kind}. De aanvraag is van "
                "{eerder} en de school begint bijna."
            ),
        ),
        notities=(
            "Busje {kind} {aantal}x te laat deze week. Kind raakt overstuur. Naar Onderwijs: contact met vervoerder.",
            "Aanvraag leerlingenvervoer nieuwe school, 11 km. Voorwaarden verteld, formulier gemaild.",
        ),
        antwoord=(
            "Is de school verder dan 6 kilometer, of kan uw kind niet zelf reizen? Dan helpen wij met "
            "vervoer. U vraagt het elk schooljaar opnieuw aan. Wij beslissen binnen 8 weken. Hebt u "
            "hulp nodig bij het formulier? Kom langs bij De Schakel, dan vullen wij het samen in."
        ),
        gevraagd=(
            "Busje van {kind} komt deze week {aantal} keer te laat. Wat spreken jullie af met de "
            "vervoerder, en wie belt de ouder?"
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Vervoerder had een zieke chauffeur en een invaller die de route niet kende. Vanaf {dag} "
            "weer vaste chauffeur. Wij houden twee weken lang de ritlijsten bij. Bij nog een keer te "
            "laat volgt een boete uit het contract."
        ),
        eindantwoord=(
            "Vervelend dat {kind} hier zo veel last van heeft. De vaste chauffeur was ziek en de "
            "invaller kende de route niet. Vanaf {dag} rijdt de vaste chauffeur weer. Wij volgen de "
            "ritten twee weken lang. Komt het busje toch weer te laat? Bel ons dan dezelfde dag."
        ),
        gewicht=5,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
