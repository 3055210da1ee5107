"""Local taxes and the value of houses, as they are asked about."""

from stadspunt.project.demo.teksten.vorm import Casus, Zwaarte, beleefd, beperkt, boos, engels, herhaal, kort, ondernemer, oudere

BELASTINGEN: tuple[Casus, ...] = (
    Casus(
        product="bezwaar-belastingaanslag",
        onderwerp="WOZ-waarde te hoog",
        vragen=(
            boos(
                "WOZ met {bedrag} gestegen, belachelijk. Het huis van de buren is verkocht voor véél "
                "minder. Ik ga hier niet mee akkoord."
            ),
            beleefd(
                "Geachte taxateur,\n\nMet verbazing las ik de nieuwe waarde van onze woning aan {adres}. "
                "In het taxatieverslag staat een dakkapel die wij niet hebben. Kunt u hiernaar kijken "
                "voordat ik officieel bezwaar maak?"
            ),
            oudere(
                "Geachte heer of mevrouw,\n\nIk kreeg een telefoontje van een bureau dat gratis bezwaar "
                "voor mij wil maken. Is dat te vertrouwen? En is mijn huisje aan de {straat} nu echt "
                "zoveel waard?"
            ),
            ondernemer(
                "Voor ons bedrijfspand aan de {straat} is de waarde vastgesteld zonder rekening te houden "
                "met de leegstand op de verdieping. Graag ontvang ik het taxatieverslag en een "
                "belafspraak. {bedrijf}"
            ),
        ),
        notities=(
            "WOZ {adres}: dakkapel in verslag die er niet is. Kl wil eerst uitleg, nog geen bezwaar. "
            "Terugbelverzoek taxateur (Carla).",
            "Bureau belt mw over WOZ-bezwaar. Uitgelegd dat zelf bezwaar maken gratis is en dat wij eerst meekijken. Opgelucht.",
        ),
        antwoord=(
            "Wij kijken graag eerst samen met u naar de waarde. Het taxatieverslag staat op onze "
            "website bij 'Mijn belastingen'. Klopt daarin iets niet, dan passen wij het aan zonder dat "
            "u bezwaar hoeft te maken. Bezwaar maken kan tot 6 weken na de datum op de aanslag. Het is "
            "gratis en u hebt er geen bureau voor nodig."
        ),
        gevraagd=(
            "Klant zegt dat in het taxatieverslag van {adres} een dakkapel staat die er niet is. Klopt "
            "dat, en wat doet dat met de waarde? Klant wil eerst gebeld worden, bezwaartermijn loopt "
            "tot {datum}."
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(0,),
        vakantwoord=(
            "Luchtfoto bekeken: dakkapel hoort bij de buurwoning. Objectkenmerken aangepast, waarde "
            "wordt ambtshalve met {bedrag} verlaagd. Vermindering volgt binnen 3 weken. Met klant "
            "gebeld en afgesproken dat bezwaar niet nodig is."
        ),
        eindantwoord=(
            "U hebt gelijk: de dakkapel hoort bij het huis van de buren. Wij hebben dat verbeterd. De "
            "waarde van uw woning gaat met {bedrag} omlaag. Binnen 3 weken krijgt u een nieuwe aanslag "
            "en betalen wij terug wat u te veel hebt betaald. Bezwaar maken is niet nodig."
        ),
        maanden=frozenset({1, 2, 3, 4}),
        gewicht=8,
        zwaarte=Zwaarte.COMPLEX,
    ),
    Casus(
        product="bezwaar-belastingaanslag",
        onderwerp="Aanslag betalen in termijnen",
        vragen=(
            kort("Kan ik de aanslag in stukjes betalen? In 1x lukt niet"),
            beperkt("Brief met veel geld {bedrag}. Ik kan betaal elke maand beetje. Is goed?"),
            beleefd(
                "Goedendag,\n\nIk betaal de aanslag altijd automatisch in tien keer, maar dit jaar is er "
                "nog niets afgeschreven. Is mijn machtiging soms vervallen? Mijn rekeningnummer is "
                "veranderd op {eerder}."
            ),
            engels(
                "I received a tax assessment of {bedrag} but I only moved here on {eerder}. Do I have to "
                "pay for the whole year, and can I pay in instalments?"
            ),
        ),
        notities=(
            "Aanslag {bedrag} in termijnen: automatische incasso 10x, machtiging aangezet. Eerste afschrijving eind vd maand.",
            "Incasso gestopt door nieuw rekeningnr. Nieuwe machtiging ingevoerd, geen kosten.",
        ),
        antwoord=(
            "U kunt de aanslag in 10 termijnen betalen met automatische incasso. Dat regelt u op onze "
            "website of via 14 000. Wij schrijven het bedrag dan af aan het eind van elke maand. Lukt "
            "dat ook niet? Vraag dan een betalingsregeling aan, vóór de datum die op de aanslag staat."
        ),
        engels=(
            "Municipal taxes",
            "You pay property tax only if you owned the house on 1 January. Waste and sewerage charges "
            "are counted per month, from the month in which you registered. You can pay in 10 "
            "instalments by direct debit; please arrange that on our website or call 14 000.",
        ),
        maanden=frozenset({1, 2, 3, 4, 5, 6, 9}),
        gewicht=6,
    ),
    Casus(
        product="bezwaar-belastingaanslag",
        onderwerp="Aanslag klopt niet: verhuisd of verkeerd aantal personen",
        vragen=(
            kort("Betaal afvalstoffenheffing voor 3 personen maar woon alleen sinds {eerder}."),
            herhaal(
                "Ik heb in {eerder} al doorgegeven dat wij de woning aan de {straat} hebben verkocht. Nu "
                "krijg ik opnieuw een aanslag, en een aanmaning. Dit is de tweede keer dat ik schrijf."
            ),
            ondernemer(
                "Wij ontvangen voor {bedrijf} twee keer rioolheffing op hetzelfde adres, {adres}. Kunt u "
                "één aanslag laten vervallen?"
            ),
        ),
        notities=(
            "Afvalstoffenheffing 3 pers, kl woont sinds {eerder} alleen. BRP klopt, aanslag gemaakt "
            "voor mutatie. Vermindering aangevraagd.",
            "Woning {straat} verkocht, doorgegeven {eerder}, toch aanslag en aanmaning. Belastingen "
            "gevraagd of de aanmaning eraf kan.",
        ),
        antwoord=(
            "Wij kijken naar wie er op 1 januari op uw adres stond ingeschreven. Woont u in de loop "
            "van het jaar met minder mensen? Dan krijgt u geld terug voor de maanden erna. Dat gaat "
            "vanzelf; u hebt de nieuwe aanslag binnen 6 weken."
        ),
        gevraagd=(
            "Klant heeft woning {straat} verkocht en dat doorgegeven op {eerder}. Toch weer aanslag en "
            "aanmaning. Wat staat er in het systeem en kan de aanmaning eraf?"
        ),
        vragen_naar_afdeling=(1,),
        notities_naar_afdeling=(1,),
        vakantwoord=(
            "Overdracht kadaster is later verwerkt dan 1 januari, daarom op naam verkoper. Peildatum "
            "is juist: eigenaar op 1 januari blijft de OZB verschuldigd, verrekening loopt via "
            "notaris. Aanmaning en kosten vervallen wel, uitstel verleend tot {datum}."
        ),
        eindantwoord=(
            "Op 1 januari stond de woning nog op uw naam. Daarom krijgt u de aanslag voor dit jaar. De "
            "notaris heeft dit bij de verkoop met de koper verrekend; kijk op uw afrekening. De "
            "aanmaning en de kosten vervallen. U kunt betalen tot {datum}."
        ),
        gewicht=4,
        zwaarte=Zwaarte.GEMIDDELD,
    ),
    Casus(
        product="bezwaar-belastingaanslag",
        onderwerp="Hondenbelasting, toeristenbelasting en andere vragen over de aanslag",
        vragen=(
            kort("Wat is precies rioolheffing en waarom betaal ik dat als huurder?"),
            oudere(
                "Goedemorgen,\n\nOp mijn aanslag staan allemaal afkortingen die ik niet begrijp. Kunt u "
                "mij uitleggen waarvoor ik die {bedrag} betaal?"
            ),
        ),
        notities=("Uitleg aanslag regel voor regel. Mw tevreden, geen vervolg.",),
        antwoord=(
            "Op de aanslag staan drie bedragen. De onroerendezaakbelasting betaalt de eigenaar. De "
            "afvalstoffenheffing betaalt u voor het ophalen van uw afval. De rioolheffing betaalt wie "
            "de woning gebruikt, dus ook een huurder. De uitleg per regel staat op de achterkant van "
            "de brief."
        ),
        gewicht=4,
    ),
)
