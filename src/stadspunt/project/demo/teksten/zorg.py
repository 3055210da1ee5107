"""Help at home and parking with a disability, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, herhaal, kort, oudere

ZORG: tuple[Casus, ...] = (
    Casus(
        product="wmo-voorziening",
        onderwerp="Hulp in het huishouden aanvragen",
        vragen=(
            oudere(
                "Geachte dames en heren,\n\nSinds mijn val in de badkamer lukt het ramen lappen en "
                "stofzuigen niet meer. Ik ben 83 en woon alleen aan de {straat}. Mijn dochter woont ver "
                "weg. Kan ik hulp krijgen en wat kost mij dat per maand?"
            ),
            beleefd(
                "Goedemiddag,\n\nIk ben mantelzorger voor mijn moeder (dementie). Naast mijn baan lukt het "
                "mij niet meer. Welke mogelijkheden zijn er, en mag ik bij het gesprek zijn?"
            ),
            beperkt("Mijn vrouw ziek, zij kan niet schoonmaken en koken. Ik werk nacht. Dokter zeg bel gemeente voor hulp."),
            herhaal(
                "Ik heb {eerder} hulp aangevraagd voor mijn moeder. Er zou binnen twee weken iemand komen "
                "kijken. Wij hebben nog niets gehoord."
            ),
        ),
        notities=(
            "Wmo-melding: mw 83, alleenstaand, gevallen. Vraagt HH. Melding gemaakt, consulent binnen "
            "2 wkn. Wijzen op onafh. ondersteuning.",
            "Mantelzorger overbelast, moeder dementie. Melding + respijtzorg genoemd. Dochter aanwezig bij gesprek.",
            "Wmo-melding van {eerder}, nog geen huisbezoek gepland. Nagevraagd bij Wmo wie er komt en wanneer.",
        ),
        antwoord=(
            "Wij hebben uw melding genoteerd. Binnen 2 weken komt een consulent bij u thuis om te "
            "bekijken wat u nodig hebt. Er mag altijd iemand bij zijn. Het onderzoek duurt hoogstens 6 "
            "weken. Voor hulp betaalt u een eigen bijdrage aan het CAK. U kunt ook gratis hulp krijgen "
            "van een onafhankelijke cliëntondersteuner."
        ),
        gevraagd=(
            "Melding van {eerder}, klant heeft nog geen afspraak voor een huisbezoek. Wanneer komt de "
            "consulent en wie belt klant?"
        ),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(2,),
        vakantwoord=(
            "Huisbezoek ingepland {dag} {datum} om {uur}, consulent Joyce. Wachttijd nu 3 weken door "
            "ziekte in het team. Bij acute nood kan tijdelijk 2 uur hulp per week ingezet worden "
            "zonder onderzoek."
        ),
        eindantwoord=(
            "Onze consulent komt {dag} {datum} om {uur} bij u thuis. Dat is later dan wij beloofden; "
            "er zijn collega's ziek. Kunt u zo lang niet wachten? Bel ons, dan regelen wij alvast 2 "
            "uur hulp per week."
        ),
        gewicht=5,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="wmo-voorziening",
        onderwerp="Scootmobiel, traplift of rolstoel kapot",
        vragen=(
            kort("Scootmobiel doet niks meer, sta ermee aan de {straat}. Wie moet ik bellen?"),
            boos(
                "De traplift is voor de derde keer in een maand stuk. Mijn man heeft vannacht op de bank "
                "geslapen. De leverancier zegt: {dag} pas een monteur. Dat is toch geen doen?"
            ),
            herhaal(
                "Mijn rolstoel is {eerder} opgehaald voor reparatie. Er zou een leenstoel komen. Ik zit nu al een week binnen."
            ),
        ),
        notities=(
            "Traplift 3x stuk, echtgenoot slaapt beneden. Leverancier {dag}. Wmo verzocht: spoed of vervangen.",
            "Scootmobiel stilgevallen {straat}. Storingsnummer leverancier gegeven, zij halen op binnen 2 uur.",
        ),
        antwoord=(
            "Bel bij een storing de leverancier; het nummer staat op de sticker op uw hulpmiddel. Dat "
            "kan dag en nacht. Staat u ermee op straat? Dan halen zij u binnen 2 uur op. Duurt een "
            "reparatie langer dan een dag? Dan hebt u recht op een hulpmiddel te leen."
        ),
        gevraagd=(
            "Traplift {adres} is drie keer in een maand stuk. Kunnen jullie de leverancier tot spoed "
            "brengen, of wordt de lift vervangen?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Leverancier komt vandaag voor 18.00 uur. Lift is 14 jaar oud, wij keuren vervanging goed. "
            "Opmeten {dag} {datum}, plaatsing ongeveer 3 weken later. Tot die tijd wekelijkse controle."
        ),
        eindantwoord=(
            "De monteur komt vandaag nog, voor 18.00 uur. De lift is oud en wordt vervangen. {dag} "
            "{datum} komt iemand opmeten; ongeveer 3 weken later hebt u een nieuwe lift. Tot die tijd "
            "controleert de leverancier de oude lift elke week."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="wmo-voorziening",
        onderwerp="Taxivervoer (regiotaxi)",
        vragen=(
            oudere(
                "De regiotaxi kwam {dag} drie kwartier te laat, ik heb in de kou gestaan bij het "
                "ziekenhuis. Waar kan ik dat kwijt?"
            ),
            kort("Mijn moeder (89) wil een pasje voor de regiotaxi. Hoe vraag ik dat aan?"),
        ),
        notities=(
            "Regiotaxi 45 min te laat {dag}, mw stond buiten. Klacht genoteerd en naar vervoerder. Wil "
            "geen antwoord, wel dat het stopt.",
        ),
        antwoord=(
            "Vervelend dat u zo lang moest wachten. Wij hebben dit aan de vervoerder doorgegeven. Is "
            "de taxi meer dan een kwartier te laat? Dan betaalt u die rit niet. Een pas voor de "
            "regiotaxi vraagt u aan via 14 000; u hebt hem meestal binnen 2 weken."
        ),
        gewicht=2,
    ),
    Casus(
        product="gehandicaptenparkeerkaart",
        onderwerp="Gehandicaptenparkeerkaart aanvragen of verlengen",
        vragen=(
            kort("Mijn invalidenkaart verloopt {datum}. Moet ik weer naar die keuring?"),
            oudere(
                "Geachte mevrouw of meneer,\n\nMet mijn knie kom ik niet verder dan de hoek van de straat. "
                "De fysiotherapeut raadde een parkeerkaart aan. Ik rijd zelf niet meer, mijn zoon rijdt "
                "mij. Kan ik dan ook zo'n kaart krijgen?"
            ),
            boos(
                "Afgewezen omdat ik 'meer dan 100 meter zou kunnen lopen'. Met een rollator, twee keer "
                "rusten en pijnstillers ja! Heeft die arts ooit pijn gehad?"
            ),
            herhaal(
                "Aanvraag parkeerkaart {eerder} gedaan, {bedrag} betaald. De kaart is inmiddels verlopen "
                "en ik heb nog geen nieuwe."
            ),
        ),
        notities=(
            "GPK verloopt {datum}. Verlengen 3 mnd vooraf, soms zonder keuring. Formulier gestuurd.",
            "GPK aanvraag {eerder}, nog geen besluit, oude kaart verlopen. Krijgt bonnen. Wmo: versnellen / tijdelijk?",
        ),
        antwoord=(
            "U vraagt de kaart aan op onze website, met DigiD. Doe dat 3 maanden voordat uw oude kaart "
            "verloopt. Kunt u niet verder dan 100 meter lopen, ook niet met een hulpmiddel? Dan komt u "
            "in aanmerking. Rijdt u niet zelf? Dan krijgt u een kaart als passagier. Wij beslissen "
            "binnen 8 weken."
        ),
        gevraagd=(
            "GPK-aanvraag {eerder} nog niet beslist, oude kaart is verlopen. Wat is de stand, en kan "
            "klant een tijdelijke kaart krijgen?"
        ),
        vragen_naar_afdeling=(3,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Wachten op advies keuringsarts, rapport verwacht {datum}. Tijdelijke verlenging van 2 "
            "maanden is mogelijk omdat de vertraging bij ons ligt. Kaart ligt morgen klaar bij de "
            "balie, oude inleveren."
        ),
        eindantwoord=(
            "Wij wachten nog op het advies van de arts. Dat verwachten wij op {datum}. Omdat het door "
            "ons langer duurt, krijgt u een tijdelijke kaart voor 2 maanden. Die ligt vanaf morgen "
            "klaar in het stadhuis. Neem uw oude kaart mee."
        ),
        gewicht=3,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="gehandicaptenparkeerkaart",
        onderwerp="Gehandicaptenparkeerplaats bij huis",
        vragen=(
            beleefd(
                "Geachte gemeente,\n\nMijn zoon {kind} zit in een rolstoel. Bij ons in de {straat} is 's "
                "avonds nooit plek. Kunnen wij een eigen parkeerplaats voor de deur krijgen? Ons kenteken "
                "is {kenteken}."
            ),
            boos(
                "Er staat alweer een vreemde auto op MIJN plek aan de {straat}, kenteken {kenteken}. Bel "
                "ik handhaving, komt er niemand."
            ),
        ),
        notities=(
            "GPP op kenteken aangevraagd {straat}, kenteken {kenteken}. Verkeersbesluit, duurt ca 12 wkn. Kosten verteld.",
        ),
        antwoord=(
            "Hebt u een gehandicaptenparkeerkaart en geen eigen oprit? Dan kunt u een plek op kenteken "
            "aanvragen. Wij nemen daarvoor een verkeersbesluit; dat duurt ongeveer 12 weken. Staat er "
            "een andere auto op uw plek? Bel 14 000, dan sturen wij iemand."
        ),
        gevraagd=(
            "Aanvraag gehandicaptenparkeerplaats {straat}, kenteken {kenteken}. Is er ruimte voor de "
            "deur, en wanneer komt het bord?"
        ),
        vragen_naar_afdeling=(0,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Schouw gedaan: voor de deur kan niet (uitrit buren), wel 15 meter verderop aan de "
            "overkant. Verkeersbesluit gepubliceerd, 6 weken bezwaar, daarna plaatsing binnen 2 weken."
        ),
        eindantwoord=(
            "U krijgt een eigen parkeerplaats. Recht voor uw deur kan het niet, omdat daar een uitrit "
            "is. De plek komt 15 meter verderop, aan de overkant. Omwonenden mogen nog 6 weken bezwaar "
            "maken. Daarna plaatsen wij binnen 2 weken het bord."
        ),
        gewicht=2,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
)
