"""The first contact of a question: who comes, with how many questions, and who serves him."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from stadspunt.project.demo.bezetting import choose_medewerker
from stadspunt.project.demo.jaarvorm import Jaarantwoord, Jaarcontact, Jaarvraag
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import NORM_WERKDAGEN, Kanaal
from stadspunt.project.demo.klanten import Klant, Klanten
from stadspunt.project.demo.ritme import STORINGSDAGEN, find_storing
from stadspunt.project.demo.snelcodes import SNELCODES
from stadspunt.project.demo.teksten.vervolg import HERHAALD, SPAM
from stadspunt.project.demo.terugkoppeling import shorten
from stadspunt.project.demo.tijdstip import to_utc
from stadspunt.project.demo.toeval import Gewichten, Toeval
from stadspunt.project.demo.verloop import Verloop
from stadspunt.project.demo.vraagbegin import Begin
from stadspunt.project.demo.vraagkeuze import GESPROKEN, ZAKELIJK, choose_product, choose_vraag

# How many in a hundred give no name.
_ANONIEM = {Kanaal.TELEFOON: 12, Kanaal.BALIE: 9}
_ANONIEM_SNEL = 46
_MEER_VRAGEN = 16
_SNELCODES = {
    kanaal: Gewichten(
        [code for code in SNELCODES if kanaal in code.kanalen], [code.gewicht for code in SNELCODES if kanaal in code.kanalen]
    )
    for kanaal in sorted(GESPROKEN)
}
_DUUR_PER_ZWAARTE = {"eenvoudig": (70, 290), "gemiddeld": (150, 480), "complex": (240, 780)}


class Opening:
    """Opens contacts and lets each question run its course."""

    def __init__(self, toeval: Toeval, rooster: Werkrooster, einddatum: date, klanten: Klanten, verloop: Verloop) -> None:
        """Open with this chance, these working days and these clients."""
        self._toeval, self._rooster, self._klanten, self._verloop = toeval, rooster, klanten, verloop
        self._drukte = find_storing(einddatum) + timedelta(days=STORINGSDAGEN)
        self._einddatum = einddatum
        self._sleutel = 0

    def open_contact(self, moment: datetime, kanaal: Kanaal) -> list[Jaarcontact]:
        """Return a contact that starts something, with all contacts that follow from it."""
        if kanaal is Kanaal.EMAIL and self._toeval.kans(0.024):
            return [self._open_spam(moment)]
        product = choose_product(self._toeval, moment.date(), kanaal)
        klant = self._choose_klant(kanaal, product)
        if kanaal in GESPROKEN:
            contacten = self._open_gesprek(moment, kanaal, klant, [product, *self._choose_meer(moment.date(), kanaal)])
            return contacten + self._repeat(contacten[0], moment, klant, product)
        return self._open_geschreven(moment, kanaal, klant, product)

    def _choose_klant(self, kanaal: Kanaal, product: str) -> Klant | None:
        if self._toeval.heel(1, 100) <= _ANONIEM.get(kanaal, 0):
            return None
        if kanaal is Kanaal.INTERNET and product == "melding-openbare-ruimte" and self._toeval.kans(0.45):
            return None
        if product in ZAKELIJK and kanaal is not Kanaal.BALIE and self._toeval.kans(0.8):
            return self._klanten.choose_organisatie(self._toeval, product)
        return self._klanten.choose(self._toeval, kanaal, product)

    def _next_sleutel(self) -> int:
        self._sleutel += 1
        return self._sleutel

    def _choose_meer(self, dag: date, kanaal: Kanaal) -> list[str]:
        """Return what else is asked in the same conversation: usually nothing, at most two things."""
        if self._toeval.heel(1, 100) > _MEER_VRAGEN:
            return []
        return [choose_product(self._toeval, dag, kanaal) for _ in range(1 if self._toeval.kans(0.86) else 2)]

    def _repeat(self, eerder: Jaarcontact, moment: datetime, klant: Klant | None, product: str) -> list[Jaarcontact]:
        """Return the call of somebody who thought that he had his answer, and asks the same within a week."""
        klaar = all(vraag.eerste_contact for vraag in eerder.vragen)
        if klant is None or not klaar or not self._toeval.kans(0.035):
            return []
        opnieuw = self._rooster.add_werktijd(moment, self._toeval.heel(300, 2_400))
        if opnieuw.date() > self._einddatum:
            return []
        contacten = self._open_gesprek(opnieuw, Kanaal.TELEFOON, klant, [product])
        return [replace(contacten[0], samenvatting=f"{HERHAALD} {contacten[0].samenvatting}"), *contacten[1:]]

    def _open_gesprek(self, moment: datetime, kanaal: Kanaal, klant: Klant | None, producten: list[str]) -> list[Jaarcontact]:
        toeval, dag = self._toeval, moment.date()
        team = "balie" if kanaal is Kanaal.BALIE else "overloop" if toeval.kans(0.12) else "telefoon"
        medewerker = choose_medewerker(toeval, team, dag.weekday())
        keuzes = [choose_vraag(toeval, self._rooster, dag, kanaal, klant, een) for een in dict.fromkeys(producten)]
        duur = sum(toeval.heel(*_DUUR_PER_ZWAARTE[keuze.zwaarte]) for keuze in keuzes)
        if kanaal is Kanaal.BALIE:
            duur = duur * 8 // 5
        klaar = moment + timedelta(seconds=duur)
        vragen: list[Jaarvraag] = []
        later: list[Jaarcontact] = []
        for keuze in keuzes:
            begin = Begin(self._next_sleutel(), moment, kanaal, team, klant, keuze, medewerker, klaar)
            vraag, contacten = self._verloop.play(begin)
            vragen.append(vraag)
            later += contacten
        samenvatting = keuzes[0].notitie if len(keuzes) == 1 and not vragen[0].toelichting else "; ".join(
            keuze.onderwerp for keuze in keuzes
        )  # fmt: skip
        contact = Jaarcontact(
            to_utc(moment), kanaal, self._choose_ingang(kanaal, moment, producten[0]), "in", team, medewerker,
            klant.partij if klant else None, samenvatting, duur_seconden=duur, vragen=tuple(vragen),
        )  # fmt: skip
        return [contact, *later]

    def _open_geschreven(self, moment: datetime, kanaal: Kanaal, klant: Klant | None, product: str) -> list[Jaarcontact]:
        team = "post" if kanaal is Kanaal.POST else "mail-internet"
        keuze = choose_vraag(self._toeval, self._rooster, moment.date(), kanaal, klant, product)
        begin = Begin(self._next_sleutel(), moment, kanaal, team, klant, keuze, wachttijd=self._choose_wachttijd(moment, kanaal))
        vraag, later = self._verloop.play(begin)
        tekst = "" if kanaal is Kanaal.POST else keuze.tekst
        # A letter is registered by who opens the post; mail and forms come by themselves.
        postbode = choose_medewerker(self._toeval, "post", moment.weekday()) if kanaal is Kanaal.POST else ""
        contact = Jaarcontact(
            to_utc(moment), kanaal, self._choose_ingang(kanaal, moment, product), "in", team, postbode,
            klant.partij if klant else None, shorten(keuze.tekst), keuze.onderwerp if tekst else "", tekst, keuze.taal,
            vragen=(vraag,),
        )  # fmt: skip
        return [contact, *later]

    def _choose_wachttijd(self, moment: datetime, kanaal: Kanaal) -> int:
        """Return how many minutes of office time a message lies before somebody takes it."""
        if kanaal is Kanaal.EMAIL and 0 <= (moment.date() - self._drukte).days < 6:
            return self._toeval.heel(240, 1_900)
        if kanaal is Kanaal.POST:
            return self._toeval.heel(60, 900)
        langzaam = 1 if moment.weekday() in {0, 5, 6} else 0
        return self._toeval.heel(10, 260 + 240 * langzaam)

    def _choose_ingang(self, kanaal: Kanaal, moment: datetime, product: str) -> str:
        if kanaal is Kanaal.EMAIL:
            if product in {"bezwaar-belastingaanslag", "kwijtschelding"} and self._toeval.kans(0.7):
                return "mail-belastingen"
            if product in {"kapvergunning", "bouwvergunning", "evenementenvergunning"} and self._toeval.kans(0.7):
                return "mail-vergunningen"
            return "mail-info"
        if kanaal is Kanaal.BALIE:
            ochtend = moment.weekday() in {0, 2, 4} and moment.time() < time(12, 30)
            return "balie-de-schakel" if ochtend and self._toeval.kans(0.22) else "balie-stadhuis"
        return {Kanaal.TELEFOON: "telefoon", Kanaal.INTERNET: "formulier", Kanaal.POST: "post"}[kanaal]

    def _open_spam(self, moment: datetime) -> Jaarcontact:
        onderwerp, tekst = self._toeval.kies(SPAM)
        gezien = self._rooster.add_werktijd(moment, self._toeval.heel(15, 400))
        weg = gezien.date() <= self._einddatum
        vraag = Jaarvraag(
            self._next_sleutel(), "", onderwerp, tekst, "eenvoudig", "vervallen" if weg else "nieuw",
            self._rooster.add_werkdagen(moment.date(), NORM_WERKDAGEN[Kanaal.EMAIL]),
            vervallen_op=to_utc(gezien) if weg else None, vervalreden="spam" if weg else "",
            behandelaar="" if not weg else choose_medewerker(self._toeval, "mail-internet", gezien.weekday()),
        )  # fmt: skip
        return Jaarcontact(
            to_utc(moment), Kanaal.EMAIL, "mail-info", "in", "mail-internet", "", None, shorten(tekst), onderwerp, tekst,
            vragen=(vraag,),
        )  # fmt: skip

    def open_snelvraag(self, moment: datetime, kanaal: Kanaal) -> Jaarcontact:
        """Return a simple question that is registered with one key and answered at once."""
        toeval = self._toeval
        code = toeval.weeg(_SNELCODES[kanaal])
        team = "balie" if kanaal is Kanaal.BALIE else "telefoon"
        medewerker = choose_medewerker(toeval, team, moment.weekday())
        klant = None if toeval.heel(1, 100) <= _ANONIEM_SNEL else self._klanten.choose(toeval, kanaal, code.product)
        duur = toeval.heel(25, 150)
        klaar = to_utc(moment + timedelta(seconds=duur))
        vraag = Jaarvraag(
            self._next_sleutel(), code.product, code.naam, "", "eenvoudig", "afgehandeld",
            self._rooster.add_werkdagen(moment.date(), NORM_WERKDAGEN[kanaal]), medewerker,
            antwoorden=(Jaarantwoord(klaar, "mondeling", code.antwoord, medewerker),),
        )  # fmt: skip
        return Jaarcontact(
            to_utc(moment), kanaal, self._choose_ingang(kanaal, moment, ""), "in", team, medewerker,
            klant.partij if klant else None, code.naam, duur_seconden=duur, vragen=(vraag,),
        )  # fmt: skip
