"""The course of one question: taken, answered or handed over, asked after, answered again."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from stadspunt.project.demo.bezetting import choose_medewerker
from stadspunt.project.demo.jaarvorm import Jaarantwoord, Jaarcontact, Jaaroverdracht, Jaarvraag
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import NORM_WERKDAGEN
from stadspunt.project.demo.producten import PRODUCT_PER_CODE
from stadspunt.project.demo.productvorm import Knip
from stadspunt.project.demo.terugkoppeling import Terugkoppeling
from stadspunt.project.demo.tijdstip import to_utc
from stadspunt.project.demo.toeval import Toeval
from stadspunt.project.demo.verloop_overdracht import Opdracht, play_overdracht
from stadspunt.project.demo.vraagbegin import Begin
from stadspunt.project.demo.vraagkeuze import GESPROKEN


@dataclass(slots=True)
class _Stand:
    """What has happened to a question so far."""

    status: str = "nieuw"
    behandelaar: str = ""
    opgepakt: datetime | None = None
    overdrachten: tuple[Jaaroverdracht, ...] = ()
    antwoorden: list[Jaarantwoord] = field(default_factory=list)
    heropend: datetime | None = None
    heropgepakt: datetime | None = None


class Verloop:
    """Plays questions until the end of the year."""

    def __init__(self, toeval: Toeval, rooster: Werkrooster, einde: datetime) -> None:
        """Play with this chance and these working days until `einde` (Dutch wall clock)."""
        self._toeval, self._rooster, self._einde = toeval, rooster, einde
        self._terugkoppeling = Terugkoppeling(toeval, rooster, einde)

    def play(self, begin: Begin) -> tuple[Jaarvraag, list[Jaarcontact]]:
        """Return the question as it stands at the end of the year, and the contacts that came after the first."""
        stand = _Stand()
        contacten: list[Jaarcontact] = []
        product = PRODUCT_PER_CODE[begin.keuze.product]
        norm = min(NORM_WERKDAGEN[begin.kanaal], product.norm_werkdagen)
        beloofd = self._rooster.add_werkdagen(begin.moment.date(), norm)
        aan_zet = self._take(begin, stand)
        if aan_zet is not None and begin.keuze.naar_afdeling:
            verzonden = self._rooster.add_werktijd(aan_zet, self._toeval.heel(3, 25))
            aan_zet = None
            if verzonden <= self._einde:
                aan_zet = self._hand_over(begin, stand, contacten, Opdracht(
                    begin.keuze.afdeling, product.code, stand.behandelaar, begin.keuze.gevraagd,
                    begin.keuze.vakantwoord, beloofd, verzonden,
                ))  # fmt: skip
        if aan_zet is not None:
            self._answer(begin, stand, contacten, aan_zet)
        return self._to_vraag(begin, stand, beloofd), contacten

    def _take(self, begin: Begin, stand: _Stand) -> datetime | None:
        """Let somebody take the question; return when he starts, None when that is after the year."""
        if begin.medewerker:
            stand.status, stand.behandelaar = "in_behandeling", begin.medewerker
            return begin.klaar or begin.moment
        opgepakt = self._rooster.add_werktijd(begin.moment, begin.wachttijd)
        if opgepakt > self._einde:
            return None
        team = begin.team
        if PRODUCT_PER_CODE[begin.keuze.product].knip is Knip.TWEEDE_LIJN and self._toeval.kans(0.3):
            team = "tweede-lijn"
        stand.status, stand.opgepakt = "in_behandeling", opgepakt
        stand.behandelaar = choose_medewerker(self._toeval, team, opgepakt.weekday())
        return opgepakt

    def _hand_over(self, begin: Begin, stand: _Stand, contacten: list[Jaarcontact], opdracht: Opdracht) -> datetime | None:
        verloop = play_overdracht(self._toeval, self._rooster, opdracht, self._einde)
        stand.status, stand.overdrachten = verloop.status, tuple(verloop.overdrachten)
        tot = verloop.gereed or self._einde
        contacten += self._terugkoppeling.list_navragen(begin, opdracht, tot)
        return verloop.gereed

    def _answer(self, begin: Begin, stand: _Stand, contacten: list[Jaarcontact], aan_zet: datetime) -> None:
        direct = begin.kanaal in GESPROKEN and not stand.overdrachten
        if direct and (begin.klant is None or self._toeval.kans(0.93)):
            stand.antwoorden.append(Jaarantwoord(to_utc(aan_zet), "mondeling", begin.keuze.antwoord, stand.behandelaar))
            stand.status = "afgehandeld"
            return
        minuten = self._toeval.heel(60, 800) if direct else self._toeval.heel(6, 55)
        moment = self._rooster.add_werktijd(aan_zet, minuten)
        antwoord, uit = self._terugkoppeling.give_antwoord(begin, stand.behandelaar, moment, begin.keuze.antwoord)
        contacten += uit
        if antwoord is None:
            return
        stand.antwoorden.append(antwoord)
        stand.status = "afgehandeld"
        if antwoord.wijze == "email" and self._toeval.kans(0.062):
            self._reopen(begin, stand, contacten, moment)

    def _reopen(self, begin: Begin, stand: _Stand, contacten: list[Jaarcontact], beantwoord: datetime) -> None:
        """Let the client reply that it is not good yet (B8: the promise stays as it was)."""
        verstuurd = beantwoord + timedelta(minutes=self._toeval.heel(45, 7_200), seconds=self._toeval.heel(0, 59))
        heropend = self._terugkoppeling.compute_aankomst(verstuurd)
        if heropend > self._einde or begin.klant is None:
            return
        contacten.append(self._terugkoppeling.write_reactie(begin, heropend))
        stand.heropend, stand.status = heropend, "nieuw"
        behandelaar, stand.behandelaar = stand.behandelaar, ""
        opgepakt = self._rooster.add_werktijd(heropend, self._toeval.heel(30, 520))
        if opgepakt > self._einde:
            return
        stand.heropgepakt, stand.status, stand.behandelaar = opgepakt, "in_behandeling", behandelaar
        moment = self._rooster.add_werktijd(opgepakt, self._toeval.heel(8, 260))
        tekst = self._terugkoppeling.choose_tweede_antwoord(begin, moment)
        antwoord, uit = self._terugkoppeling.give_email(begin, behandelaar, moment, tekst)
        if antwoord is not None:
            contacten += uit
            stand.antwoorden.append(antwoord)
            stand.status = "afgehandeld"

    def _to_vraag(self, begin: Begin, stand: _Stand, beloofd: date) -> Jaarvraag:
        keuze = begin.keuze
        # At the desk and on the telephone the note is the explanation only when others must read it.
        geschreven = begin.kanaal not in GESPROKEN
        return Jaarvraag(
            sleutel=begin.sleutel,
            product=keuze.product,
            onderwerp=keuze.onderwerp,
            toelichting=keuze.tekst if geschreven or keuze.naar_afdeling else "",
            zwaarte=keuze.zwaarte,
            status=stand.status,
            beloofd=beloofd,
            behandelaar=stand.behandelaar,
            opgepakt_op=_to_utc_of_niets(stand.opgepakt),
            overdrachten=stand.overdrachten,
            antwoorden=tuple(stand.antwoorden),
            heropend_op=_to_utc_of_niets(stand.heropend),
            heropgepakt_op=_to_utc_of_niets(stand.heropgepakt),
        )


def _to_utc_of_niets(wandklok: datetime | None) -> datetime | None:
    return None if wandklok is None else to_utc(wandklok)
