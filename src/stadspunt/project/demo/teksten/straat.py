"""What residents report about street, green and nuisance."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, herhaal, jongere, kort, ondernemer, oudere

STRAAT: tuple[Casus, ...] = (
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Lantaarnpaal kapot",
        vragen=(
            kort("lantaarn voor {adres} doet het niet meer. al een week"),
            oudere(
                "Geachte gemeente,\n\nHet fietspad langs de {straat} is 's avonds pikdonker, er branden "
                "{aantal} lampen niet. Ik durf er niet meer langs na de bridgeclub."
            ),
            beperkt("licht straat kapot {straat}. dochter bang lopen van school. aub maken"),
            herhaal(
                "Op {eerder} gemeld dat de lantaarn bij {adres} knippert. Bericht gehad: 'opgelost'. Hij "
                "knippert nog net zo hard."
            ),
        ),
        notities=(
            "Lantaarn uit t/o {adres}. Mastnummer onbekend. Melding aangemaakt, max 10 werkdagen.",
            "Lamp knippert nog na melding {eerder}. Heropend en doorgezet naar OR.",
        ),
        antwoord=(
            "Bedankt voor uw melding. Onze monteur komt binnen 5 werkdagen. Branden er meer lampen in "
            "de straat niet? Dan is er vaak een kabel kapot en duurt het wat langer. U krijgt bericht "
            "als de lamp het weer doet."
        ),
        gevraagd=("Lantaarn bij {adres} is na de reparatie van {eerder} weer stuk (knippert). Kan de monteur terug, en wanneer?"),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Armatuur was vervangen, oorzaak zit in de kabel. Netbeheerder moet graven, ingepland week "
            "van {datum}. Tijdelijke verlichting wordt {dag} geplaatst."
        ),
        eindantwoord=(
            "De lamp zelf is nieuw, maar de kabel eronder is kapot. De netbeheerder moet daarvoor de "
            "stoep openmaken. Dat gebeurt in de week van {datum}. Tot die tijd zetten wij een "
            "tijdelijke lamp neer."
        ),
        gewicht=5,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Losse tegel of gat in de weg",
        vragen=(
            kort("Gat in het fietspad {straat}, hoek bij de brug. Bijna gevallen."),
            boos(
                "Mijn moeder van 81 is gisteren gestruikeld over een losse tegel bij {adres}. Pols "
                "gebroken. Er is al vaker over gebeld, heb ik van de buren gehoord. Wij stellen de "
                "gemeente aansprakelijk."
            ),
            ondernemer(
                "Voor onze deur aan de {straat} ligt de stoep na het kabelwerk nog open. Klanten met een "
                "kinderwagen kunnen er niet langs. {bedrijf}"
            ),
        ),
        notities=(
            "Losse tegel {adres}, gevaarlijk. Spoed doorgegeven aan wijkploeg, vandaag.",
            "Val over tegel {adres}, pols gebroken. Aansprakelijkheid: formulier gestuurd. Tegel meteen laten herstellen.",
        ),
        antwoord=(
            "Dank u wel. Wij komen vandaag kijken en maken de plek veilig. De tegels leggen wij binnen "
            "een week recht. Bent u gevallen en hebt u schade? Vul dan het schadeformulier op onze "
            "website in; binnen 2 weken hoort u van ons."
        ),
        gevraagd=(
            "Bewoonster gevallen over tegel bij {adres}, familie stelt ons aansprakelijk. Is er eerder "
            "over gemeld, en wanneer is de plek gecontroleerd?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Laatste inspectie {eerder}, toen geen gebrek. Eén eerdere melding, twee dagen voor de "
            "val, nog niet uitgevoerd. Tegel is hersteld, foto's in dossier. Verzekeraar is op de "
            "hoogte en belt de familie."
        ),
        eindantwoord=(
            "Wat vervelend dat uw moeder is gevallen. Wij hebben de tegels vastgelegd. Twee dagen voor "
            "de val was er een melding over deze plek; die was nog niet uitgevoerd. Onze verzekeraar "
            "neemt deze week contact met u op over de schade."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Zwerfvuil of gedumpt afval",
        vragen=(
            kort("Er ligt weer van alles naast de containers {straat}. Matras, zakken, een tv."),
            boos("Ratten! Bij de ondergrondse containers aan de {straat}. Omdat niemand het afval weghaalt. Ik heb filmpjes."),
            beleefd(
                "Beste mensen,\n\nWij ruimen als buurtgroep elke eerste zaterdag zwerfvuil op in {wijk}. "
                "Mogen wij prikkers en zakken van u lenen, en kan iemand de zakken ophalen?"
            ),
            jongere("yo in t park bij {straat} ligt super veel glas, m'n hond heeft zn poot opengehaald"),
        ),
        notities=(
            "Dump naast container {straat}: matras, tv. Opgenomen, ploeg vandaag. Handhaving zoekt naar adressen.",
            "Ratten bij containers {straat}, kl heeft filmpjes. Naar plaagdierbestrijding.",
            "Buurtgroep {wijk}: prikkers te leen bij De Schakel, zakken ophalen aangemeld.",
        ),
        antwoord=(
            "Bedankt dat u dit doorgeeft. Onze ploeg haalt het afval vandaag of morgen weg. Wij kijken "
            "ook of er een naam of adres in zit, want afval naast de container zetten mag niet. "
            "Prikkers en zakken leent u gratis bij De Schakel."
        ),
        gevraagd=(
            "Ratten bij de containers {straat}, bewoner stuurt filmpjes. Wat doen jullie eraan, en wat "
            "kunnen wij de bewoners vertellen?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Plaagdierbestrijding heeft {eerder} lokdozen geplaatst, wekelijks controle. Container is "
            "verzakt, daardoor kier. Herstel {datum}. Bewoners: geen zakken naast, geen brood voor "
            "vogels."
        ),
        eindantwoord=(
            "Wij bestrijden de ratten sinds {eerder} en controleren elke week. Er zit een kier onder "
            "de container; die dichten wij op {datum}. U helpt ons als er geen zakken naast de "
            "container staan en als niemand brood voor de vogels strooit."
        ),
        gewicht=6,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Onkruid, gras of overhangend groen",
        vragen=(
            kort("Onkruid in de {straat} staat kniehoog. Wanneer komen jullie maaien?"),
            oudere(
                "Geachte heer,\n\nDe heesters langs het voetpad achter de {straat} groeien zo ver over dat "
                "ik met mijn rollator de weg op moet. Dat lijkt me de bedoeling niet."
            ),
            boos(
                "Dus de bijenstroken blijven staan maar mijn zicht op de kruising is weg. Er gebeurt daar "
                "nog een ongeluk en dan staat iedereen te kijken."
            ),
            beleefd(
                "Goedendag,\n\nWij zouden graag het perkje voor onze deur ({adres}) zelf onderhouden, met "
                "planten voor vlinders. Mag dat, en moeten we dat ergens aanvragen?"
            ),
        ),
        notities=(
            "Uitzicht kruising {straat} belemmerd door bermgroei. Veiligheid, dus met voorrang naar wijkbeheer.",
            "Perkje zelf beheren {adres}: kan, overeenkomst via wijkbeheerder Ronald. Gegevens doorgegeven.",
        ),
        antwoord=(
            "Wij maaien de bermen in juni en september. Neemt het groen het zicht weg, of kunt u er "
            "niet langs? Dan snoeien wij het binnen 5 werkdagen. Wilt u een perkje zelf verzorgen? Dat "
            "mag; de wijkbeheerder maakt met u een afspraak."
        ),
        gevraagd=(
            "Bermgroen op de hoek van de {straat} neemt het zicht weg. Kan het met voorrang worden "
            "gemaaid? Melder wil graag weten wanneer."
        ),
        vragen_naar_afdeling=(2,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Aannemer maait de hoek {dag}. Strook wordt ingekort tot 50 cm over 20 meter, rest blijft "
            "staan voor de bijen. Toegevoegd aan het vaste schema."
        ),
        eindantwoord=(
            "{dag} maaien wij de hoek, zodat u weer goed zicht hebt. De rest van de strook laten wij "
            "staan voor bijen en vlinders. De hoek staat voortaan op ons vaste rooster."
        ),
        maanden=frozenset({5, 6, 7, 8, 9}),
        gewicht=8,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Gladheid en blad op straat",
        vragen=(
            kort("Fietspad {straat} spiegelglad. wordt hier gestrooid?"),
            oudere(
                "Goedemorgen,\n\nDe natte bladeren voor onze flat aan de {straat} zijn levensgevaarlijk. "
                "Vorig jaar stond er een bladkorf. Komt die terug?"
            ),
            boos("Op de doorgaande weg pekel genoeg, maar bij het bejaardenhuis in {wijk} komt niemand. Mooie prioriteiten."),
        ),
        notities=(
            "Blad {straat} glad. Route veegwagen {dag}, bladkorf aangevraagd.",
            "Strooiroute uitgelegd: woonstraten niet, wel zelf zand halen bij De Schakel.",
        ),
        antwoord=(
            "Wij strooien eerst de hoofdwegen, de busroutes en de doorgaande fietspaden. In "
            "woonstraten strooien wij niet. U kunt gratis een zak strooizout halen bij De Schakel. "
            "Blad vegen wij tot half december elke 2 weken; op gladde plekken komen wij eerder."
        ),
        gevraagd=(
            "Bewoners {straat} vragen een bladkorf terug, en melding van een gladde stoep bij een "
            "woonzorgcomplex. Kan de korf terug en kan de plek op de route?"
        ),
        vragen_naar_afdeling=(1, 2),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Korf wordt {dag} geplaatst. Stoep bij het complex toegevoegd aan handmatige route, "
            "dagelijks voor 9.00 uur bij vorst."
        ),
        eindantwoord=(
            "De bladkorf komt {dag} terug. Bij vorst strooien wij voortaan elke dag vóór 9.00 uur de "
            "stoep bij het woonzorgcomplex."
        ),
        maanden=frozenset({1, 2, 10, 11, 12}),
        gewicht=8,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Overlast: lawaai, hangjongeren of honden",
        vragen=(
            boos(
                "Elke avond tot 2 uur herrie op het speelplein aan de {straat}. Politie komt, iedereen "
                "weg, tien minuten later weer raak."
            ),
            beleefd(
                "Geachte heer of mevrouw,\n\nOp het veldje bij de {straat} laten mensen hun honden los, "
                "tussen de peuters. Kan er een bord of een hek komen?"
            ),
            jongere("kan er bij ons in {wijk} geen overdekte plek komen waar we mogen zitten? worden nu overal weggestuurd"),
        ),
        notities=(
            "Geluidsoverlast plein {straat}, structureel. Melder wil anoniem blijven voor buurt. Naar Toezicht + jongerenwerk.",
        ),
        antwoord=(
            "Wij geven uw melding door aan onze toezichthouders; zij gaan vaker langs. Hebt u 's "
            "avonds last? Bel dan meteen, dan kunnen wij iemand sturen. Dreigt er gevaar? Bel 112. Wij "
            "noemen uw naam niet aan anderen."
        ),
        gevraagd=(
            "Structurele overlast plein {straat}, elke avond tot laat. Wat kunnen toezicht en "
            "jongerenwerk doen, en wanneer hoort melder iets?"
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Toezicht rijdt de komende drie weken extra rondes tussen 21.00 en 1.00 uur. Jongerenwerk "
            "gaat {dag} in gesprek met de groep. Evaluatie met bewoners op {datum} in De Schakel."
        ),
        eindantwoord=(
            "De komende 3 weken zijn onze toezichthouders er elke avond. Het jongerenwerk praat {dag} "
            "met de groep. Op {datum} bespreken wij in De Schakel met de bewoners of het beter gaat. U "
            "bent welkom."
        ),
        afdeling="toezicht",
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="melding-openbare-ruimte",
        onderwerp="Omgewaaide boom of stormschade",
        vragen=(
            kort("SPOED boom ligt over de weg {straat}, auto eronder"),
            beleefd(
                "Goedemorgen,\n\nDoor de storm hangt er een zware tak boven het fietspad aan de {straat}. "
                "Kunt u die weghalen voordat de scholen uitgaan?"
            ),
        ),
        notities=("Stormschade {straat}: boom over de weg. Spoed naar wachtdienst groen, weg laten afzetten.",),
        antwoord=(
            "Dank u wel, onze wachtdienst is onderweg. Blijf uit de buurt van de boom en van losse "
            "kabels. Ligt er iemand onder of is er een ongeluk gebeurd? Bel dan 112."
        ),
        maanden=frozenset({1, 2, 3, 10, 11, 12}),
        gewicht=4,
    ),
)
