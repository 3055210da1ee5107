"""What an agent does next with a question, and what else may be done with it. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld, Wachtbeeld
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, WACHTSTATUSSEN, Status


@dataclass(frozen=True, slots=True)
class Actie:
    """A button of the question page: a link, or (`verstuurt`) a form with one button. `url_naam` is in werkplek."""

    naam: str
    url_naam: str
    soort: str = "gewoon"
    icoon: str = ""
    sneltoets: str = ""
    verstuurt: bool = False
    in_dialoog: bool = False
    # What stands behind the question mark of its address.
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """The sentence on top of the question, with what can be done about it at once.

    `let_op` when something went wrong; `ruw` is what a mail server said, for who wants to know.
    """

    kop: str
    uitleg: str
    acties: tuple[Actie, ...] = ()
    let_op: bool = False
    ruw: str = ""


@dataclass(frozen=True, slots=True)
class Misgelopen:
    """The last message by mail that did not reach the client: which one, how it ended and why."""

    bericht_id: int
    teruggekomen: bool
    reden: str
    ruw: str
    is_antwoord: bool = True


OPPAKKEN = Actie("Oppakken", "oppakken", "primair", "vink", "o", verstuurt=True)
OVERNEMEN = Actie("Overnemen", "overnemen", icoon="persoon", verstuurt=True)
BEANTWOORDEN = Actie("Beantwoorden", "beantwoorden", "primair", "antwoord", "b")
OVERDRAGEN = Actie("Overdragen", "overdragen", icoon="overdragen", sneltoets="d")
ANDER_ADRES = Actie("Ander adres", "beantwoorden", "primair", "email", "b")
BELLEN = Actie("Bel de klant", "vervolgcontact", icoon="telefoon", sneltoets="c")
CONTACT = Actie("Contact vastleggen", "vervolgcontact", icoon="telefoon", sneltoets="c")
TUSSENBERICHT = Actie("Bericht sturen", "beantwoorden", icoon="email", sneltoets="b", vraag="soort=tussenbericht")
TERUGHALEN = Actie("Terughalen", "terughalen", icoon="ongedaan", verstuurt=True)
CONTROLEREN = Actie("Controleren", "controleren", "primair", "vink", "k")
HEROPENEN = Actie("Opnieuw openen", "heropenen", icoon="ongedaan", verstuurt=True)
VRIJGEVEN = Actie("Terug in de lijst", "vrijgeven", "stil", "pijl-links", verstuurt=True)
WIJZIGEN = Actie("Wijzigen", "wijzigen", "stil", "potlood", sneltoets="e", in_dialoog=True)
KOPPELEN = Actie("Klant koppelen", "koppelen", "stil", "persoon")
VERTROUWELIJK = Actie("Vertrouwelijk", "vertrouwelijk", "stil", "slot")
SAMENVOEGEN = Actie("Samenvoegen", "samenvoegen", "stil", "plus", sneltoets="h")
UIT_ELKAAR = Actie("Samenvoegen ongedaan maken", "uit_elkaar", icoon="ongedaan")
WACHTEN = Actie("Laten wachten", "wachten", "stil", "klok", sneltoets="w", in_dialoog=True)
WEKKEN = Actie("Nu verder", "wekken", "primair", "verversen", "v", verstuurt=True)
VERVALLEN = Actie("Laten vervallen", "vervallen", "stil", "kruis", in_dialoog=True)


def compute_volgende_stap(
    vraag: KlantvraagBeeld, ik: int | None, wie: str, moment: datetime, misgelopen: Misgelopen | None = None
) -> VolgendeStap:
    """Return what comes next for the agent `ik`; `wie` is the name of who has the question.

    An answer that did not arrive comes before all else: the client waits without knowing.
    """
    if misgelopen is not None and vraag.status in {Status.NIEUW, Status.IN_BEHANDELING}:
        return _mend_antwoord(vraag, ik, wie, misgelopen)
    vandaag = to_dag(moment)
    belofte = f"Beloofd voor {format_dag_kort(vraag.beloofd, vandaag)}."
    if vraag.wacht is not None and vraag.wacht.tot > moment:
        return _tell_wacht(vraag.wacht, belofte, vandaag, "U hebt" if vraag.behandelaar_id == ik else f"{wie or 'Niemand'} heeft")
    if vraag.klantreactie_op is not None:
        belofte = f"De klant heeft gereageerd. {belofte}"
    match Status(vraag.status):
        case Status.AFGEHANDELD:
            terug = "Komt de klant hierop terug? Open de vraag dan opnieuw."
            return VolgendeStap("De klant heeft antwoord", terug, (HEROPENEN, CONTACT))
        case Status.VERVALLEN if vraag.opgegaan_in_id is not None:
            uitleg = "Alles wat erbij hoorde, staat bij de andere vraag. Reacties van de klant komen daar ook."
            return VolgendeStap("Deze vraag is samengevoegd", uitleg, (UIT_ELKAAR,))
        case Status.VERVALLEN:
            return VolgendeStap("Deze vraag is vervallen", "Er is geen antwoord gegeven.", (HEROPENEN,))
        case Status.OVERGEDRAGEN:
            return VolgendeStap(
                "De afdeling is aan zet", f"{belofte} De vraag blijft van het KCC.", (TUSSENBERICHT, CONTACT, TERUGHALEN)
            )
        case Status.TE_CONTROLEREN:
            daarna = f"{belofte} Verstuur daarna het antwoord."
            return VolgendeStap("Controleer het antwoord van de afdeling", daarna, (CONTROLEREN, TUSSENBERICHT, CONTACT))
    if vraag.behandelaar_id is None:
        return VolgendeStap("Niemand heeft deze vraag", f"{belofte} Pak hem op om te beginnen.", (OPPAKKEN, OVERDRAGEN, CONTACT))
    if vraag.behandelaar_id == ik:
        eigen = (BEANTWOORDEN, OVERDRAGEN, CONTACT)
        return VolgendeStap("U hebt deze vraag", f"{belofte} Beantwoord de vraag of draag hem over.", eigen)
    return VolgendeStap(f"{wie} heeft deze vraag", f"{belofte} Neem hem alleen over als dat nodig is.", (OVERNEMEN, CONTACT))


def _tell_wacht(wacht: Wachtbeeld, belofte: str, vandaag: date, wie_heeft: str) -> VolgendeStap:
    tot = format_moment_kort(wacht.tot, vandaag)
    kop = f"Wacht op de klant, uiterlijk tot {tot}" if wacht.op_klant else f"Wacht tot {tot}"
    uitleg = " ".join(f"{een.rstrip('.')}." for een in (wacht.reden, wacht.toelichting, f"{wie_heeft} deze vraag") if een)
    return VolgendeStap(kop, f"{uitleg} {belofte}", (WEKKEN, CONTACT, TUSSENBERICHT))


def _mend_antwoord(vraag: KlantvraagBeeld, ik: int | None, wie: str, misgelopen: Misgelopen) -> VolgendeStap:
    van_mij = vraag.behandelaar_id is not None and vraag.behandelaar_id == ik
    wat = "kwam niet aan" if misgelopen.teruggekomen else "is niet verzonden"
    kop = f"{'Uw' if van_mij else 'Het'} {'antwoord' if misgelopen.is_antwoord else 'bericht'} {wat}"
    acties: tuple[Actie, ...] = (replace(ANDER_ADRES, vraag=f"bericht={misgelopen.bericht_id}"), BELLEN)
    if vraag.behandelaar_id is None:
        acties = (OPPAKKEN, BELLEN)
    elif not van_mij:
        acties = (OVERNEMEN, BELLEN)
    daarna = f"{wie} heeft deze vraag." if vraag.behandelaar_id and not van_mij else "Kies een ander adres of bel de klant."
    return VolgendeStap(kop, f"{misgelopen.reden} {daarna}", acties, let_op=True, ruw=misgelopen.ruw)


def list_andere_acties(vraag: KlantvraagBeeld, ik: int | None, klant_bekend: bool, vandaag: date) -> tuple[Actie, ...]:
    """Return what may be done with a question besides its next step; nothing with one that went into another."""
    if vraag.opgegaan_in_id is not None:
        return ()
    acties = [WIJZIGEN, VERTROUWELIJK]
    if not klant_bekend:
        acties.append(KOPPELEN)
    if vraag.status == Status.IN_BEHANDELING and vraag.behandelaar_id == ik:
        acties.append(VRIJGEVEN)
    # What was promised cannot be slept past, so what is late does not wait.
    if vraag.status in WACHTSTATUSSEN and vandaag <= vraag.beloofd:
        acties.append(WACHTEN)
    if vraag.status in OPEN_STATUSSEN:
        acties.append(SAMENVOEGEN)
    if vraag.status in {Status.NIEUW, Status.IN_BEHANDELING}:
        acties.append(VERVALLEN)
    return tuple(acties) if vraag.status in OPEN_STATUSSEN or not klant_bekend else (WIJZIGEN, VERTROUWELIJK)
