"""Trees, building and events, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, boos, engels, herhaal, jongere, kort, ondernemer, oudere

BOUWEN: tuple[Casus, ...] = (
    Casus(
        product="kapvergunning",
        onderwerp="Boom kappen in eigen tuin",
        vragen=(
            kort("Mag ik de conifeer in mijn achtertuin weghalen zonder vergunning? Stam ong 35 cm."),
            oudere(
                "Geachte heer of mevrouw,\n\nDe kastanje achter mijn huis aan de {straat} wordt mij te "
                "groot. Ik krijg geen zon meer en bij wind durf ik niet te slapen. Mijn man heeft hem in "
                "1974 geplant, dus makkelijk is het niet. Wat moet ik regelen?"
            ),
            ondernemer(
                "Namens de vereniging van eigenaren aan de {straat}: twee populieren bij de ingang laten "
                "takken vallen op geparkeerde auto's. Is dit spoedeisend genoeg voor noodkap?"
            ),
        ),
        notities=(
            "Conifeer 35 cm: vergunning nodig (>30 op 1,30 m). Vergunningcheck + Omgevingsloket uitgelegd.",
            "Kastanje {straat}, mw is bang bij storm. Wil eerst advies boomdeskundige voor ze aanvraagt.",
        ),
        antwoord=(
            "Meet de stam op 1,30 meter hoogte. Is hij dikker dan 30 centimeter? Dan hebt u een "
            "vergunning nodig. U vraagt haar aan in het Omgevingsloket en stuurt een foto en een "
            "tekening mee. Wij beslissen binnen 8 weken. Is de boom gevaarlijk? Bel ons dan meteen."
        ),
        gevraagd=(
            "Klant is bang dat een boom bij {straat} omwaait. Kan de boomdeskundige kijken of er "
            "gevaar is, en is noodkap mogelijk zonder de gewone procedure?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Boom bekeken op {eerder}: vitaal, dood hout in de kroon, geen acuut gevaar. Noodkap niet "
            "aan de orde. Snoeien tot 20% mag zonder vergunning. Gewone aanvraag kan, herplantplicht "
            "één boom."
        ),
        eindantwoord=(
            "Onze deskundige heeft de boom bekeken. Hij is gezond en valt niet zomaar om. U mag het "
            "dode hout laten snoeien zonder vergunning. Wilt u de boom toch kappen? Dan vraagt u een "
            "vergunning aan. U plant dan ergens in de tuin een nieuwe boom."
        ),
        gewicht=5,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="kapvergunning",
        onderwerp="Bezwaar tegen bomenkap in de buurt",
        vragen=(
            boos(
                "Jullie gaan {aantal} gezonde bomen kappen aan de {straat} voor parkeerplekken. Niemand in "
                "de buurt wist hiervan. Wanneer beginnen ze, want wij gaan er met z'n allen voor staan."
            ),
            herhaal(
                "Ik heb {eerder} een zienswijze gestuurd over de bomen aan de {straat}. Vandaag hingen er "
                "oranje linten. Is mijn brief wel gelezen?"
            ),
        ),
        notities=(
            "Buurt boos over kap {straat}. Wil besluit inzien en weten wanneer bezwaartermijn eindigt. Naar Vergunningen.",
            "Kl stuurde {eerder} een zienswijze over de kap {straat}, nu hangen er linten. Naar Vergunningen.",
        ),
        antwoord=(
            "De vergunning is bekendgemaakt op onze website, bij 'Vergunningen in uw buurt'. U kunt "
            "bezwaar maken tot 6 weken na de datum van het besluit. Zolang de termijn loopt, wordt er "
            "niet gekapt."
        ),
        gevraagd=(
            "Klant stuurde {eerder} een zienswijze over kap {straat}; er hangen al linten. Is die "
            "meegenomen, wanneer eindigt de termijn en wanneer start de kap?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Zienswijze is ontvangen en beantwoord in bijlage 3 van het besluit. Linten zijn voor de "
            "telling van nestkasten. Kap niet voor {datum}, na afloop bezwaartermijn. Van de bomen "
            "blijven er twee staan naar aanleiding van de reacties."
        ),
        eindantwoord=(
            "Uw brief is gelezen en staat in bijlage 3 van het besluit. Door de reacties uit de buurt "
            "blijven twee bomen staan. De linten zijn er alleen om nesten te tellen. Er wordt niet "
            "gekapt voor {datum}. Tot die dag kunt u bezwaar maken; hieronder leest u hoe."
        ),
        gewicht=2,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bouwvergunning",
        onderwerp="Vergunning nodig voor dakkapel, schuur of schutting",
        vragen=(
            kort("Dakkapel achterkant, {adres}. Vergunning nodig ja/nee?"),
            beleefd(
                "Goedemiddag,\n\nWij willen een aanbouw van 3,5 meter achter onze woning aan {adres}. De "
                "vergunningcheck geeft 'vergunningvrij', maar de buren zeggen dat het er in onze straat "
                "anders is vanwege het beschermd gezicht. Wie heeft er gelijk?"
            ),
            jongere("wij willen zonnepanelen op t dak van ons huurhuis, mag dat van jullie of moet ik bij de corporatie zijn"),
            engels(
                "We bought a house at the {straat} and want to replace the window frames. Someone told us "
                "it is a listed building. Do we need a permit?"
            ),
        ),
        notities=(
            "Dakkapel achter {adres}: vergunningvrij mits voorwaarden, check doorlopen aan telefoon.",
            "Aanbouw 3,5 m, beschermd stadsgezicht? Voor ons niet te zien. Vraag naar casemanager (Dirk-Jan).",
        ),
        antwoord=(
            "Doe eerst de vergunningcheck in het Omgevingsloket. Een dakkapel, schuur of aanbouw aan "
            "de achterkant mag vaak zonder vergunning. Aan de voorkant en bij monumenten is er bijna "
            "altijd een nodig. Twijfelt u? Stuur ons een tekening; wij kijken binnen een week met u "
            "mee."
        ),
        engels=(
            "Building permit",
            "For a listed building you need a permit to change window frames, also at the back. Please "
            "apply in the Omgevingsloket and add drawings and photos. If you are not sure whether your "
            "house is listed, send us the address and we will tell you within a week.",
        ),
        gevraagd=(
            "Klant wil een aanbouw van 3,5 m achter {adres}. Ligt dit adres in het beschermde gezicht, "
            "en is het dan nog vergunningvrij? Graag een tekst voor de klant."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Adres ligt in het beschermd stadsgezicht, maar achtererfgebied is niet gericht naar "
            "openbaar gebied. Vergunningvrij tot 4 meter diep en 5 meter hoog, mits aansluitend op "
            "gevel. Welstand geen toets. Bouwtechnische eisen gelden wel."
        ),
        eindantwoord=(
            "U hebt voor deze aanbouw geen vergunning nodig. Uw huis ligt wel in het beschermde "
            "stadsgezicht, maar de achterkant is vanaf de straat niet te zien. De aanbouw mag "
            "hoogstens 4 meter diep en 5 meter hoog zijn. U moet zich wel aan de bouwregels houden."
        ),
        gewicht=5,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bouwvergunning",
        onderwerp="Stand van mijn aanvraag voor een vergunning",
        vragen=(
            herhaal(
                "Mijn aanvraag voor {adres} loopt sinds {eerder}. De aannemer kan {datum} beginnen, anders "
                "moet ik maanden wachten. Hoe staat het ermee?"
            ),
            ondernemer(
                "Graag verneem ik de stand van zaken van onze aanvraag voor de uitbreiding van de "
                "bedrijfshal van {bedrijf}. De termijn van acht weken is inmiddels verstreken."
            ),
            boos(
                "Acht weken zeiden jullie. Het zijn er ELF. Ik betaal dubbele woonlasten omdat jullie niet "
                "op kunnen schieten. Morgen zit ik bij een advocaat."
            ),
        ),
        notities=(
            "Status aanvraag {adres} van {eerder}: in behandeling, verder niet te zien. Aannemer wacht. Naar Vergunningen.",
            "Termijn 8 wkn verstreken volgens kl. Dreigt met ingebrekestelling. Vergunningen gevraagd met spoed.",
        ),
        antwoord=(
            "Wij beslissen binnen 8 weken en mogen dat één keer met 6 weken verlengen. Uw behandelaar "
            "laat u deze week weten op welke dag u het besluit kunt verwachten."
        ),
        gevraagd=(
            "Aanvraag {adres} van {eerder}, volgens klant is de beslistermijn voorbij. Is er verlengd "
            "of opgeschort? Wanneer komt het besluit? Klant heeft een aannemer klaarstaan."
        ),
        vragen_naar_afdeling=(0, 1, 2),
        notities_naar_afdeling=(0, 1),
        vakantwoord=(
            "Termijn is op {eerder} opgeschort: constructieberekening ontbrak. Brief verstuurd naar "
            "architect (gemachtigde), niet naar aanvrager. Stukken sinds vorige week compleet, besluit "
            "uiterlijk {datum}. Verwachting positief."
        ),
        eindantwoord=(
            "Wij misten een berekening en hebben die op {eerder} aan uw architect gevraagd. Daardoor "
            "stond de tijd stil. Wij hadden dat ook u moeten vertellen. Alles is nu compleet. U krijgt "
            "het besluit uiterlijk {datum}. Wij verwachten dat u mag bouwen."
        ),
        gewicht=5,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="evenementenvergunning",
        onderwerp="Straatfeest, buurtbarbecue of rommelmarkt",
        vragen=(
            kort("Wij willen {datum} een straatbbq houden in de {straat}, ong 60 man. Wat moeten we regelen?"),
            beleefd(
                "Beste gemeente,\n\nMet een paar buren organiseren wij een rommelmarkt op het grasveld bij "
                "de {straat}. Mogen wij de straat een dag afsluiten en wie zorgt voor de hekken?"
            ),
            jongere(
                "hoi we willen met school een sponsorloop in het park doen voor het goede doel. moet dat "
                "een vergunning hebben? ong 200 kids"
            ),
        ),
        notities=(
            "Straatbbq {straat} {datum}, 60 pers: melding volstaat, 3 wkn vooraf. Hekken via wijkbeheer.",
            "Sponsorloop 200 kinderen park: >150, dus vergunning 8 wkn. Kl schrikt, te kort dag. Naar Vergunningen: kan het nog?",
        ),
        antwoord=(
            "Een feest met hoogstens 150 mensen dat om 23.00 uur stopt, meldt u 3 weken van tevoren op "
            "onze website. De straat afsluiten geeft u daar meteen bij aan; wij brengen de hekken. "
            "Komen er meer mensen? Dan hebt u een vergunning nodig, minstens 8 weken vooraf."
        ),
        gevraagd=(
            "School wil een sponsorloop met 200 kinderen in het park op {datum}. De 8 weken worden "
            "niet gehaald. Kan het nog, eventueel als melding?"
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Loop zonder muziek, kraampjes of afgesloten wegen kan als melding, ook boven 150 "
            "deelnemers, mits 1 begeleider per 10 kinderen en EHBO. Route doorsturen, dan plannen wij "
            "om het maaien heen."
        ),
        eindantwoord=(
            "De sponsorloop kan doorgaan als melding, omdat er geen muziek is en geen weg dichtgaat. "
            "Zorg voor één begeleider op 10 kinderen en voor EHBO. Stuur ons de route; dan maaien wij "
            "die dag ergens anders. Veel succes!"
        ),
        maanden=frozenset({3, 4, 5, 6, 7, 8, 9}),
        gewicht=5,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="evenementenvergunning",
        onderwerp="Overlast of stremming door een evenement",
        vragen=(
            boos(
                "Weer een festival in het park, weer niks van tevoren gehoord. De bas dreunt tot in mijn "
                "slaapkamer aan de {straat}. Hoeveel decibel mag dat eigenlijk??"
            ),
            ondernemer(
                "Bij de braderie staat straks een podium voor onze laaddeur ({straat}). Wij krijgen die "
                "dag bevoorrading. Graag overleg met de organisator. {bedrijf}"
            ),
        ),
        notities=(
            "Geluid festival, {straat}. Norm en eindtijd verteld, meting vanavond door Toezicht. Kl wil terugkoppeling.",
            "Podium braderie komt voor laaddeur {bedrijf}, {straat}. Naar Vergunningen: kan het verplaatst?",
        ),
        antwoord=(
            "Het evenement heeft een vergunning tot 23.00 uur. Onze toezichthouder meet vanavond het "
            "geluid. Is het te hard, dan moet het zachter. Het overzicht van evenementen staat op onze "
            "website; u kunt zich aanmelden voor een bericht als er iets in uw buurt is."
        ),
        gevraagd=(
            "Podium braderie komt voor de laaddeur van {bedrijf}, {straat}. Kan het podium worden "
            "verplaatst, of kan de bevoorrading vroeg? Ondernemer wil vóór {datum} antwoord."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Met organisator besproken: podium schuift 12 meter op richting plein. Bevoorrading tot "
            "9.30 uur vrij. Nieuwe tekening is goedgekeurd door de brandweer."
        ),
        eindantwoord=(
            "Het podium schuift 12 meter op. Uw laaddeur blijft vrij en u kunt tot 9.30 uur worden "
            "bevoorraad. De organisator stuurt u de nieuwe tekening."
        ),
        maanden=frozenset({4, 5, 6, 7, 8, 9, 11, 12}),
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="evenementenvergunning",
        onderwerp="Evenement aanvragen buiten het seizoen",
        vragen=(
            ondernemer(
                "Met {bedrijf} willen wij in de kerstvakantie een kleine ijsbaan op het Lindeplein. Met wie kan ik om de tafel?"
            ),
            kort("tot wanneer kan ik me melden voor de intocht en de lichtjesroute"),
        ),
        notities=("Plan ijsbaan Lindeplein in kerstvakantie. Vooroverleg ingepland met Vergunningen, {dag} {uur}.",),
        antwoord=(
            "Voor een groot evenement plant u eerst een gesprek met onze vergunningverlener. Daarna "
            "vraagt u de vergunning aan, minstens 8 weken vooraf. Wij vragen politie en brandweer om "
            "advies. Op onze website staat wat u moet aanleveren."
        ),
        maanden=frozenset({1, 2, 10, 11, 12}),
        gewicht=2,
    ),
)
