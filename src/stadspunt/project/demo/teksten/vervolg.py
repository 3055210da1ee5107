"""What comes after the first contact: asking how it stands, replying, calling back; and what is no question at all."""

from stadspunt.project.demo.teksten.vorm import Toon

# An agent's note of a client who calls again while a department has the question; {afdeling} has it.
NAVRAAG_NOTITIES: tuple[str, ...] = (
    "Kl vraagt hoe het staat. Ligt nog bij {afdeling}, verteld wanneer wij antwoord verwachten.",
    "Belt voor de 2e keer over deze vraag. {afdeling} een herinnering gestuurd, kl gevraagd nog even geduld te hebben.",
    "Mw wil weten of er al nieuws is. Nee. Terugbelafspraak bevestigd.",
    "Dhr ongeduldig, snapt niet waarom {afdeling} zo lang nodig heeft. Excuses, ik hou het zelf in de gaten.",
    "Kl vult aan: is alleen 's middags bereikbaar. Genoteerd bij de vraag.",
    "Navraag stand van zaken. {afdeling} gebeld: collega is er morgen weer. Kl op de hoogte.",
    "Kl is de brief kwijt, nummer opnieuw doorgegeven. Verder alleen stand van zaken.",
)

# The same, written by mail or on the website.
NAVRAGEN: tuple[str, ...] = (
    "Ik heb nog geen antwoord gekregen. Wanneer kan ik dat verwachten?",
    "Beste medewerker,\n\nMag ik u vragen hoe het staat met mijn vraag? Ik wacht nu een tijdje.",
    "Hallo? Leest iemand dit? Ik wacht al dagen.",
    "Goedemorgen, ik stuur dit nog eens voor het geval mijn vorige bericht niet is aangekomen.",
    "Is hier al iets over bekend? Alvast bedankt.",
    "Zoals telefonisch besproken vul ik nog aan: het gaat om de situatie sinds {eerder}.",
    "Ik begrijp dat het druk is, maar ik moet het echt weten voor {datum}.",
)

# A reply to an answer that was not enough: it opens the question again.
REACTIES: tuple[str, ...] = (
    "Bedankt voor uw antwoord, maar dit was niet mijn vraag. Ik wil weten wat het in míjn geval betekent.",
    "Dank u. Helaas werkt de link in uw mail niet, ik krijg een foutmelding. Kunt u het opnieuw sturen?",
    "Dit heb ik al geprobeerd, zie mijn eerste mail. Wat nu?",
    "Beste medewerker,\n\nFijn dat u zo snel reageert. Eén ding begrijp ik niet: moet ik dit nu zelf doen of doet u dat?",
    "Jullie schrijven dat het is opgelost. Het is NIET opgelost. Kom zelf kijken.",
    "Dank voor de uitleg. Geldt dit ook als ik er met mijn gezin woon?",
    "Ok maar dan nog iets. Ik kan overdag niet, ik werk. Kan het ook 's avonds?",
    "In de bijlage de gevraagde stukken. Hoor graag of het zo compleet is.",
    "Sorry dat ik weer schrijf. Er zou iemand komen op {dag}, er is niemand geweest.",
)

# What the client hears after such a reply.
TWEEDE_ANTWOORDEN: tuple[str, ...] = (
    "Bedankt voor uw reactie; wij hadden uw vraag niet goed begrepen. In uw geval geldt "
    "hetzelfde, maar u hoeft niet opnieuw iets aan te vragen. Wij hebben het voor u aangepast.",
    "U hebt gelijk, er zat een fout in de link. Hieronder staat de goede. Lukt het weer niet? "
    "Bel dan 14 000, dan doen wij het samen.",
    "Goed dat u het nog eens vraagt. U hoeft zelf niets te doen; wij regelen het. U krijgt bericht als het klaar is.",
    "Onze excuses dat het nog niet in orde is. Er gaat vandaag iemand kijken. Ik bel u daarna zelf.",
    "Ja, dat geldt ook voor uw gezin. U kunt iedereen in één keer opgeven.",
    "Dat kan: op donderdag zijn wij open tot 20.00 uur. Ik heb een plek voor u vastgehouden op {datum}.",
    "Dank u wel, de stukken zijn compleet. Wij gaan ermee verder en u hoort binnen 5 werkdagen van ons.",
)

# What an agent types after calling a client back; `bereikt` or not.
TERUGBEL_BEREIKT: tuple[str, ...] = (
    "Kl teruggebeld, antwoord gegeven. Duidelijk, geen vragen meer.",
    "Teruggebeld. Antwoord van {afdeling} doorgenomen, kl is tevreden.",
    "Gebeld en uitgelegd. Kl is het er niet mee eens maar begrijpt het. Gewezen op bezwaar.",
    "Teruggebeld, antwoord ook per mail beloofd en verstuurd.",
    "Mw gesproken. Blij met de uitkomst. Afgehandeld.",
)
TERUGBEL_NIET_BEREIKT: tuple[str, ...] = (
    "Geen gehoor. Voicemail ingesproken, morgen nog eens proberen.",
    "Nummer in gesprek, later vandaag opnieuw.",
    "Niet bereikt, geen voicemail. 2e poging ingepland.",
)

# Before the note of a call about what was answered a few days ago.
HERHAALD = "Belt opnieuw, het antwoord van eerder was niet duidelijk."

# Mail that is no question: it is dropped with a reason.
SPAM: tuple[tuple[str, str], ...] = (
    ("Betere vindbaarheid voor uw website", "Dear webmaster, we can bring your website to page one. Reply for a free scan."),
    ("Uw pakket kon niet worden bezorgd", "Er staat een pakket voor u klaar. Betaal € 1,95 om de bezorging opnieuw te plannen."),
    ("Aanbieding kantoorartikelen", "Alleen deze week: 40% korting op toners en printpapier voor overheden. Bestel vandaag nog."),
    ("Invoice overdue", "Kindly find attached overdue invoice, pay within 24 hours to avoid legal action."),
    ("Partnership request", "We supply high quality street furniture from our factory and look for a partner in your city."),
)

# How people end what they write.
AFSLUITINGEN: dict[Toon, tuple[str, ...]] = {
    Toon.KORT: ("", "{naam}", "Groet, {naam}", "gr {naam}", "Mvg {naam}"),
    Toon.BOOS: ("{naam}", "Ik verwacht vandaag antwoord.\n\n{naam}", "Zonder groet,\n{naam}", ""),
    Toon.BELEEFD: (
        "Met vriendelijke groet,\n\n{naam}",
        "Alvast hartelijk dank voor uw antwoord.\n\nVriendelijke groet,\n{naam}",
        "Vriendelijke groeten,\n{naam}",
    ),
    Toon.OUDERE: ("Hoogachtend,\n\n{naam}", "Met de meeste hoogachting,\n{naam}", "Met vriendelijke groeten,\n\n{naam}"),
    Toon.JONGERE: ("groetjes {naam}", "thx!", "alvast bedankt, {naam}", "{naam}"),
    Toon.BEPERKT: ("Dank u wel. {naam}", "Groeten {naam}", "Bedankt\n{naam}", "Met vriendelijk groet {naam}"),
    Toon.ENGELS: ("Kind regards,\n{naam}", "Thanks in advance,\n{naam}", "Best,\n{naam}"),
    Toon.ONDERNEMER: ("Met vriendelijke groet,\n\n{naam}", "Wij zien uw reactie graag tegemoet.\n\n{naam}"),
    Toon.HERHAAL: ("{naam}", "Graag vandaag antwoord.\n\n{naam}", "Groet, {naam}"),
}

# What a department sometimes sends back first, and how the centre asks again.
ONVOLLEDIGE_VAKANTWOORDEN: tuple[str, ...] = (
    "Dit staat in de brief die klant al heeft.",
    "Collega die dit dossier heeft is er vandaag niet.",
    "Zie beleidsregels, artikel 4 lid 2.",
    "Ligt bij ons ter beoordeling, we komen erop terug.",
    "Klant moet eerst de ontbrekende stukken insturen.",
)
TERUGVRAGEN: tuple[str, ...] = (
    "Dank, maar hiermee kunnen wij de klant niet helpen. Willen jullie de vraag zelf "
    "beantwoorden, zodat wij het in één keer kunnen doen?",
    "Wij missen nog een datum. Wanneer kan de klant het besluit of de actie verwachten?",
    "De klant heeft die brief, en begrijpt hem juist niet. Kunnen jullie in twee zinnen zeggen wat het voor hem betekent?",
    "Welke stukken precies? Graag een lijstje dat wij kunnen doorsturen.",
)

# Why the centre let an answer pass that was late or hard to read (B2).
REDENEN_TE_LAAT: tuple[str, ...] = (
    "Klant gebeld voor de beloofde dag voorbij was.",
    "Klant kreeg een bericht dat het later werd.",
    "Excuses in het antwoord gezet. Gemeld bij de teamleider van de afdeling.",
    "Bekende achterstand bij de afdeling, staat op de lijst voor het maandgesprek.",
)
REDENEN_ONBEGRIJPELIJK: tuple[str, ...] = (
    "Zelf herschreven in gewone taal.",
    "Afkortingen uitgeschreven en wetsartikelen weggelaten.",
    "Inhoud goed, toon aangepast.",
)

# The answer that is kept when somebody reported something without a name or address.
ZONDER_AFZENDER = (
    "Melding doorgegeven aan de wijkploeg. Melder liet geen naam of adres achter, dus een antwoord is niet mogelijk."
)

# For who writes in English.
REACTIES_ENGELS: tuple[str, ...] = (
    "Thank you for the quick answer. One thing is not clear to me: do I have to do this myself, or will you do it?",
    "I am afraid the link in your e-mail gives an error. Could you send it again?",
    "Thanks. Does this also hold for my wife and children?",
)
TWEEDE_ANTWOORDEN_ENGELS: tuple[str, ...] = (
    "Thank you for letting us know. You do not have to do anything: we have arranged it, and "
    "you will receive a confirmation by e-mail.",
    "Yes, this holds for your family as well. We have corrected the link; it works now. If it does not, please call 14 000.",
)
