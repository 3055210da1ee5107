"""From the values of the rooms to the words and marks of the desk."""

from datetime import date

from stadspunt.bronnen.termijnen.rules import Kalender
from stadspunt.fundament.schermen.onderdelen import Niveau, Termijn
from stadspunt.fundament.tijd.kort import format_dag_kort
from stadspunt.stromen.overdracht.rules import Urgentiesoort, compute_urgentie

_NIVEAUS = {
    Urgentiesoort.RUIM: Niveau.RUIM,
    Urgentiesoort.BIJNA: Niveau.BIJNA,
    Urgentiesoort.TE_LAAT: Niveau.TE_LAAT,
}


def to_termijn(terug_op: date, vandaag: date, kalender: Kalender) -> Termijn:
    """Return the badge for the day on which an open order must be back: 'vandaag', '2 werkdagen te laat'."""
    urgentie = compute_urgentie(terug_op, vandaag, kalender)
    return Termijn(urgentie.tekst, _NIVEAUS[urgentie.soort], format_dag_kort(terug_op, vandaag))


def to_teruggegeven_termijn(terug_op: date, teruggegeven: date, vandaag: date) -> Termijn:
    """Return the badge for an order that came back: on which day, and whether that was in time."""
    wanneer = format_dag_kort(teruggegeven, vandaag)
    tekst = f"{wanneer}, te laat" if teruggegeven > terug_op else f"{wanneer}, op tijd"
    return Termijn(tekst, Niveau.KLAAR, format_dag_kort(terug_op, vandaag))
