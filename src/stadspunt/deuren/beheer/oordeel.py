"""What is wrong, in words, with what to do about it: the top of the page Gezondheid, and what a monitor is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from stadspunt.deuren.beheer.toestand import Toestand
from stadspunt.fundament.reservekopieen.rules import KOPIE_OUD, PROEF_OUD, is_te_oud
from stadspunt.fundament.schermen.duur import describe_duur

TE_LANG: Final = timedelta(minutes=15)  # a queue that is worked on is empty within seconds
SCHIJF_ONDER: Final = 1_000_000_000
VERBINDINGEN_VANAF: Final = 0.85
TRANSACTIE_LANG: Final = 3600
VERSIE_OUD: Final = 45  # days; security releases come about every three months, and sooner when it must


@dataclass(frozen=True, slots=True)
class Klacht:
    """Something that is wrong: `ernst` is 'fout' when work stands still or may be lost, else 'let-op'."""

    ernst: str
    kop: str
    tekst: str
    url: str = ""


def list_klachten(stand: Toestand) -> tuple[Klacht, ...]:
    """Return what is wrong, worst first."""
    klachten = [
        *_judge_processen(stand), *_judge_wachtrijen(stand), *_judge_post(stand), *_judge_klok(stand), *_judge_server(stand),
        *_judge_kopieen(stand), *_judge_scanner(stand),
    ]  # fmt: skip
    return tuple(sorted(klachten, key=lambda klacht: klacht.ernst != "fout"))


def _judge_processen(stand: Toestand) -> Iterator[Klacht]:
    if not stand.taken.werkers:
        raad = "Er wordt geen mail verwerkt of verstuurd. Start het onderdeel ‘taken’ (systemctl start stadspunt-taken)."
        yield Klacht("fout", "Er draait geen verwerker van taken", raad)


def _judge_wachtrijen(stand: Toestand) -> Iterator[Klacht]:
    for rij in stand.wachtrijen:
        if rij.stand.mislukt:
            wat = "1 vraagt" if rij.stand.mislukt == 1 else f"{rij.stand.mislukt} vragen"
            yield Klacht("let-op", f"{rij.naam}: {wat} aandacht", rij.raad, rij.url)
        oudste = rij.stand.oudste_op
        staat_stil = stand.poststop is not None and rij.url == "/beheer/verzendingen/"
        if oudste and stand.moment - oudste > TE_LANG and not staat_stil:
            raad = f"De oudste wacht al {describe_duur(stand.moment - oudste)}. Kijk of het onderdeel ‘taken’ draait. {rij.raad}"
            yield Klacht("fout", f"{rij.naam}: het loopt niet door", raad, rij.url)


def _judge_post(stand: Toestand) -> Iterator[Klacht]:
    if stand.poststop is not None:
        raad = "Er is een reservekopie teruggezet. Kies wat weg mag."
        yield Klacht("fout", "Uitgaande mail staat stil", raad, "/beheer/verzendingen/")
    for alarm in stand.alarmen:
        yield Klacht("fout", "Binnenkomende mail", alarm.tekst, "/beheer/postbussen/")


def _judge_klok(stand: Toestand) -> Iterator[Klacht]:
    te_laat = sum(1 for regel in stand.klok if regel.uiterlijk_op and regel.uiterlijk_op < stand.moment)
    if te_laat and stand.taken.werkers:
        raad = "Zij hadden al opnieuw moeten beginnen. Start het onderdeel ‘taken’ opnieuw."
        yield Klacht("fout", f"{te_laat} taken volgens de klok zijn te laat", raad)


def _judge_server(stand: Toestand) -> Iterator[Klacht]:
    server = stand.server
    if server.schijf_vrij < SCHIJF_ONDER:
        raad = "Maak ruimte, of zet oude reservekopieën ergens anders. Een volle schijf houdt alles tegen."
        yield Klacht("fout", "De schijf is bijna vol", raad)
    if server.verbindingen > VERBINDINGEN_VANAF * server.verbindingen_maximum:
        raad = f"{server.verbindingen} van {server.verbindingen_maximum}. Verhoog max_connections of gebruik minder processen."
        yield Klacht("let-op", "Bijna alle verbindingen met de database zijn in gebruik", raad)
    if server.oudste_transactie_seconden > TRANSACTIE_LANG:
        raad = "De database kan daardoor niet opruimen en wordt trager. Zoek in pg_stat_activity wie haar openhoudt."
        yield Klacht("let-op", "Een transactie staat al meer dan een uur open", raad)
    if server.ingebouwd:
        oud = f" De meegeleverde is {stand.dagen_oud} dagen oud en mist de updates van daarna." if _is_oud(stand) else ""
        raad = f"Voor echte gegevens hoort een eigen PostgreSQL-server.{oud} Stel die in met DATABASE_URL."
        yield Klacht("let-op", "Deze database is om te proberen", raad)
    if stand.kopieen.versie and stand.kopieen.versie != server.versie_code:
        raad = f"De tabellen zijn van {stand.kopieen.versie}, dit onderdeel is van {server.versie_code}. Zie stadspunt upgrade."
        yield Klacht("let-op", "Er draaien twee versies", raad)


def _is_oud(stand: Toestand) -> bool:
    return stand.dagen_oud is not None and stand.dagen_oud > VERSIE_OUD


def _judge_kopieen(stand: Toestand) -> Iterator[Klacht]:
    laatste, beproefd, mislukt = stand.kopieen.laatste, stand.kopieen.beproefd, stand.kopieen.mislukt
    if mislukt is not None:
        yield Klacht("fout", "De laatste reservekopie is niet gelukt", mislukt.fout)
    if is_te_oud(laatste.gemaakt_op if laatste else None, stand.moment, KOPIE_OUD):
        raad = "Voer uit: stadspunt backup --proef. Kijk of de dagelijkse reservekopie aanstaat (docs/beheer.md)."
        yield Klacht("fout", "Er is geen reservekopie van de laatste 36 uur", raad)
    elif is_te_oud(beproefd.beproefd_op if beproefd else None, stand.moment, PROEF_OUD):
        raad = "Een kopie die nooit is teruggezet, is geen bewijs. Voer uit: stadspunt backup --proef."
        yield Klacht("let-op", "Er is de laatste maand geen reservekopie geprobeerd", raad)


def _judge_scanner(stand: Toestand) -> Iterator[Klacht]:
    scanner = stand.scanner
    if not scanner.in_gebruik:
        raad = "Bestanden van klanten worden niet gecontroleerd. Zet ClamAV op deze server, of stel STADSPUNT_CLAMAV in."
        yield Klacht("let-op", "Er is geen virusscanner", raad)
    elif scanner.fout:
        yield Klacht("fout", "De virusscanner werkt niet", f"{scanner.fout} Bestanden wachten tot de scanner er weer is.")
    elif scanner.verouderd:
        raad = "Nieuwe virussen worden niet herkend. Controleer of freshclam werkt."
        yield Klacht("let-op", "De virushandtekeningen zijn oud", raad)
