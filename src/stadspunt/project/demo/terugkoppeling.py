"""What goes back to the client and what comes back from him: answers, calls, asking how it stands, replies."""

from datetime import datetime, time, timedelta

from stadspunt.project.demo.bezetting import choose_medewerker
from stadspunt.project.demo.gemeente import NAAM
from stadspunt.project.demo.jaarvorm import Jaarantwoord, Jaarcontact
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.organisatie import AFDELINGEN, MEDEWERKER_PER_LOGIN
from stadspunt.project.demo.ritme import find_storing, hold_back
from stadspunt.project.demo.slots import fill_slots
from stadspunt.project.demo.teksten import vervolg
from stadspunt.project.demo.tijdstip import to_utc
from stadspunt.project.demo.toeval import Toeval
from stadspunt.project.demo.verloop_overdracht import Opdracht
from stadspunt.project.demo.vraagbegin import Begin

_AFDELINGSNAAM = {afdeling.code: afdeling.naam for afdeling in AFDELINGEN}
_MAX_SAMENVATTING = 160


def shorten(tekst: str) -> str:
    """Return the first words of a message on one line, as the list of contacts shows them."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= _MAX_SAMENVATTING else regel[: _MAX_SAMENVATTING - 1].rsplit(" ", 1)[0] + "…"


def write_antwoordmail(naam: str, medewerker: str, kern: str, taal: str) -> str:
    """Return an answer as it is mailed: greeting, the answer itself, who wrote it."""
    wie = MEDEWERKER_PER_LOGIN[medewerker].naam
    if taal == "en":
        return f"Dear {naam},\n\n{kern}\n\nKind regards,\n{wie}\nMunicipality of {NAAM}"
    return f"Beste {naam},\n\n{kern}\n\nMet vriendelijke groet,\n{wie}\nGemeente {NAAM}"


class Terugkoppeling:
    """Writes what follows on a question until the end of the year."""

    def __init__(self, toeval: Toeval, rooster: Werkrooster, einde: datetime) -> None:
        """Write with this chance and these working days until `einde` (Dutch wall clock)."""
        self._toeval, self._rooster, self._einde = toeval, rooster, einde
        self._storing = find_storing(einde.date())

    def give_antwoord(
        self, begin: Begin, medewerker: str, moment: datetime, kern: str
    ) -> tuple[Jaarantwoord | None, list[Jaarcontact]]:
        """Return the answer with the contacts that it took; no answer when the year ends before it."""
        if begin.klant is None:
            if moment > self._einde:
                return None, []
            return Jaarantwoord(to_utc(moment), "mondeling", vervolg.ZONDER_AFZENDER, medewerker), []
        if self._prefers_email(begin):
            return self.give_email(begin, medewerker, moment, kern)
        if begin.kanaal is Kanaal.POST:
            tekst = f"Geachte {begin.klant.naam},\n\n{kern}\n\nMet vriendelijke groet,\n{MEDEWERKER_PER_LOGIN[medewerker].naam}"
            return (Jaarantwoord(to_utc(moment), "brief", tekst, medewerker) if moment <= self._einde else None), []
        return self._call_back(begin, medewerker, moment, kern)

    def _prefers_email(self, begin: Begin) -> bool:
        if begin.klant is None or not begin.klant.has_email:
            return False
        if begin.kanaal in {Kanaal.EMAIL, Kanaal.INTERNET}:
            return True
        return self._toeval.kans(0.4 if begin.kanaal is Kanaal.TELEFOON else 0.55)

    def give_email(
        self, begin: Begin, medewerker: str, moment: datetime, kern: str
    ) -> tuple[Jaarantwoord | None, list[Jaarcontact]]:
        """Return an answer by e-mail with the contact that it is."""
        if moment > self._einde or begin.klant is None:
            return None, []
        tekst = write_antwoordmail(begin.klant.naam, medewerker, kern, begin.keuze.taal)
        onderwerp = f"Re: {begin.keuze.onderwerp}"
        uit = self._make_contact(begin, moment, Kanaal.EMAIL, medewerker, onderwerp, onderwerp, tekst)
        return Jaarantwoord(to_utc(moment), "email", tekst, medewerker), [uit]

    def _call_back(
        self, begin: Begin, medewerker: str, moment: datetime, kern: str
    ) -> tuple[Jaarantwoord | None, list[Jaarcontact]]:
        contacten: list[Jaarcontact] = []
        afdeling = _AFDELINGSNAAM[begin.keuze.afdeling]
        while self._toeval.kans(0.24):
            if moment > self._einde:
                return None, contacten
            notitie = self._toeval.kies(vervolg.TERUGBEL_NIET_BEREIKT)
            contacten.append(self._make_call(begin, moment, medewerker, notitie, self._toeval.heel(15, 45), bereikt=False))
            moment = self._rooster.add_werktijd(moment, self._toeval.heel(90, 560))
        if moment > self._einde:
            return None, contacten
        notitie = self._toeval.kies(vervolg.TERUGBEL_BEREIKT).format(afdeling=afdeling)
        contacten.append(self._make_call(begin, moment, medewerker, notitie, self._toeval.heel(70, 420), bereikt=True))
        return Jaarantwoord(to_utc(moment), "mondeling", kern, medewerker), contacten

    def list_navragen(self, begin: Begin, opdracht: Opdracht, tot: datetime) -> list[Jaarcontact]:
        """Return the times that the client asked how it stands while a department had the question."""
        dagen = self._rooster.count_werkdagen(opdracht.verzonden.date(), tot.date())
        if begin.klant is None or dagen < 2 or not self._toeval.kans(min(0.1 + dagen / 40, 0.5)):
            return []
        dag = self._rooster.add_werkdagen(opdracht.verzonden.date(), self._toeval.heel(2, min(dagen, 9)))
        moment = datetime.combine(dag, time(8, 40)) + timedelta(seconds=self._toeval.heel(0, 28_000))
        if moment >= tot:
            return []
        if begin.klant.has_email and begin.kanaal in {Kanaal.EMAIL, Kanaal.INTERNET} and self._toeval.kans(0.5):
            vulling = fill_slots(self._toeval, dag, self._rooster, begin.klant.plek)
            moment = hold_back(self._storing, moment)
            if moment >= tot:
                return []
            tekst = f"{self._toeval.kies(vervolg.NAVRAGEN).format_map(vulling)}\n\n{begin.klant.naam}"
            return [self._make_contact(begin, moment, Kanaal.EMAIL, "", shorten(tekst), f"Re: {begin.keuze.onderwerp}", tekst)]
        notitie = self._toeval.kies(vervolg.NAVRAAG_NOTITIES).format(afdeling=_AFDELINGSNAAM[opdracht.afdeling])
        wie = choose_medewerker(self._toeval, "telefoon", dag.weekday())
        duur = self._toeval.heel(60, 300)
        return [self._make_contact(begin, moment, Kanaal.TELEFOON, wie, notitie, duur=duur, inkomend=True)]

    def compute_aankomst(self, verzonden: datetime) -> datetime:
        """Return when a reply that was sent at `verzonden` comes in."""
        return hold_back(self._storing, verzonden)

    def write_reactie(self, begin: Begin, moment: datetime) -> Jaarcontact:
        """Return the reply by which a client opens his question again."""
        naam = begin.klant.naam if begin.klant else ""
        plek = begin.klant.plek if begin.klant else None
        vulling = fill_slots(self._toeval, moment.date(), self._rooster, plek)
        keuze = vervolg.REACTIES_ENGELS if begin.keuze.taal == "en" else vervolg.REACTIES
        tekst = f"{self._toeval.kies(keuze).format_map(vulling)}\n\n{naam}"
        onderwerp = f"Re: {begin.keuze.onderwerp}"
        return self._make_contact(begin, moment, Kanaal.EMAIL, "", shorten(tekst), onderwerp, tekst, heropent=True)

    def choose_tweede_antwoord(self, begin: Begin, moment: datetime) -> str:
        """Return what the client hears after his reply."""
        vulling = fill_slots(self._toeval, moment.date(), self._rooster, None)
        keuze = vervolg.TWEEDE_ANTWOORDEN_ENGELS if begin.keuze.taal == "en" else vervolg.TWEEDE_ANTWOORDEN
        return self._toeval.kies(keuze).format_map(vulling)

    def _make_call(
        self, begin: Begin, moment: datetime, medewerker: str, notitie: str, duur: int, *, bereikt: bool
    ) -> Jaarcontact:
        return self._make_contact(begin, moment, Kanaal.TELEFOON, medewerker, notitie, duur=duur, bereikt=bereikt)

    def _make_contact(
        self,
        begin: Begin,
        moment: datetime,
        kanaal: Kanaal,
        medewerker: str,
        samenvatting: str,
        onderwerp: str = "",
        tekst: str = "",
        *,
        duur: int | None = None,
        bereikt: bool | None = None,
        inkomend: bool = False,
        heropent: bool = False,
    ) -> Jaarcontact:
        komt_binnen = inkomend or (tekst != "" and medewerker == "")
        ingang = {Kanaal.TELEFOON: "telefoon", Kanaal.EMAIL: "mail-info"}[kanaal] if komt_binnen else ""
        return Jaarcontact(
            moment=to_utc(moment),
            kanaal=kanaal,
            ingang=ingang,
            richting="in" if komt_binnen else "uit",
            team=begin.team,
            medewerker=medewerker,
            partij=begin.klant.partij if begin.klant else None,
            samenvatting=samenvatting,
            onderwerp=onderwerp,
            tekst=tekst,
            taal=begin.keuze.taal,
            duur_seconden=duur,
            bereikt=bereikt,
            vervolg_op=begin.sleutel,
            heropent=heropent,
        )
