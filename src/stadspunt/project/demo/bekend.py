"""The known answers: what the figures of one fixed year must say.

`bekende_antwoorden.json` was written by this module (`python -m stadspunt.project.demo.bekend`) and is committed.
The tests compute the same in another way, and from the loaded database.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec

from stadspunt.fundament.tijd.dagen import WEEKDAGEN, to_dag, to_moment
from stadspunt.project.demo.jaar import AANTAL, ZAAD, generate_jaar
from stadspunt.project.demo.jaarvorm import Jaarcontact, Jaarvraag

EINDDATUM = date(2026, 11, 20)
BESTAND = Path(__file__).with_name("bekende_antwoorden.json")


def read_bekende_antwoorden() -> dict[str, Any]:
    """Return the committed answers for the year that ends on EINDDATUM, with the standard size and seed."""
    antwoorden: dict[str, Any] = msgspec.json.decode(BESTAND.read_bytes())
    return antwoorden


def compute_bekende_antwoorden(contacten: Iterable[Jaarcontact], einddatum: date) -> dict[str, Any]:
    """Return the figures of a year as JSON values. Months are written as '2026-03', shares in thousandths."""
    alle = list(contacten)
    vragen = [(contact, vraag) for contact in alle for vraag in contact.vragen]
    return {
        "einddatum": einddatum.isoformat(),
        "contacten": len(alle),
        "inkomend_per_kanaal_per_maand": _count_per_kanaal(alle),
        "inkomend_per_weekdag": _count_per_weekdag(alle),
        "drukste_weekdag": _find_drukste(alle),
        "anoniem_inkomend": sum(contact.partij is None for contact in alle if contact.richting == "in"),
        "vragen_per_maand": dict(sorted(Counter(_to_maand(contact.moment) for contact, _ in vragen).items())),
        "eerste_contact": _measure_eerste_contact([vraag for _, vraag in vragen]),
        "heropend": sum(vraag.heropend_op is not None for _, vraag in vragen),
        "na_belofte": sum(to_dag(vraag.afgehandeld_op) > vraag.beloofd for _, vraag in vragen if vraag.afgehandeld_op),
        "overdrachten_per_afdeling": _count_per_afdeling([vraag for _, vraag in vragen], einddatum),
        "open_per_maandeinde": _count_open(vragen, einddatum),
    }


def _to_maand(moment: datetime) -> str:
    return f"{to_dag(moment):%Y-%m}"


def _count_per_kanaal(contacten: list[Jaarcontact]) -> dict[str, dict[str, int]]:
    tellingen: dict[str, Counter[str]] = {}
    for contact in contacten:
        if contact.richting == "in":
            tellingen.setdefault(contact.kanaal.value, Counter())[_to_maand(contact.moment)] += 1
    return {kanaal: dict(sorted(telling.items())) for kanaal, telling in sorted(tellingen.items())}


def _count_per_weekdag(contacten: list[Jaarcontact]) -> dict[str, int]:
    telling = Counter(to_dag(contact.moment).weekday() for contact in contacten if contact.richting == "in")
    return {WEEKDAGEN[weekdag]: aantal for weekdag, aantal in sorted(telling.items())}


def _find_drukste(contacten: list[Jaarcontact]) -> str:
    tellingen = _count_per_weekdag(contacten)
    return max(tellingen, key=lambda weekdag: tellingen[weekdag])


def _measure_eerste_contact(vragen: list[Jaarvraag]) -> dict[str, int]:
    """Measure B1: of the questions that are answered, those that the centre closed without a department and for good."""
    beantwoord = [vraag for vraag in vragen if vraag.afgehandeld_op is not None]
    direct = sum(vraag.eerste_contact for vraag in beantwoord)
    return {"beantwoord": len(beantwoord), "eerste_contact": direct, "promille": round(1000 * direct / len(beantwoord))}


def _count_per_afdeling(vragen: list[Jaarvraag], einddatum: date) -> dict[str, dict[str, int]]:
    """Count per department; an order that is still open past its day counts as overdue (`open_te_laat`)."""
    tellingen: dict[str, Counter[str]] = {}
    for overdracht in (overdracht for vraag in vragen for overdracht in vraag.overdrachten):
        telling = tellingen.setdefault(overdracht.afdeling, Counter(gevraagd=0, terug=0, te_laat=0, open=0, open_te_laat=0))
        telling["gevraagd"] += 1
        if overdracht.teruggegeven_op is not None:
            telling["terug"] += 1
            telling["te_laat"] += overdracht.te_laat
        else:
            telling["open"] += 1
            telling["open_te_laat"] += overdracht.terug_op < einddatum
    return {afdeling: dict(telling) for afdeling, telling in sorted(tellingen.items())}


def list_maandeinden(einddatum: date) -> list[date]:
    """Return the last day of each month of the year that ends on `einddatum`, and that day itself."""
    dagen = [einddatum - timedelta(days=terug) for terug in range(364, -1, -1)]
    return [dag for dag in dagen if (dag + timedelta(days=1)).day == 1 or dag == einddatum]


def is_open(contact: Jaarcontact, vraag: Jaarvraag, moment: datetime) -> bool:
    """Say whether a question was open at `moment`: put, and not (or not any more) answered or dropped."""
    if contact.moment > moment or (vraag.vervallen_op is not None and vraag.vervallen_op <= moment):
        return False
    antwoorden = sum(antwoord.gegeven_op <= moment for antwoord in vraag.antwoorden)
    heropeningen = vraag.heropend_op is not None and vraag.heropend_op <= moment
    return antwoorden <= heropeningen


def _count_open(vragen: list[tuple[Jaarcontact, Jaarvraag]], einddatum: date) -> dict[str, int]:
    momenten = {dag: to_moment(dag, time(23, 59, 59)) for dag in list_maandeinden(einddatum)}
    return {
        dag.isoformat(): sum(is_open(contact, vraag, moment) for contact, vraag in vragen) for dag, moment in momenten.items()
    }


if __name__ == "__main__":
    inhoud = compute_bekende_antwoorden(generate_jaar(EINDDATUM, AANTAL, ZAAD), EINDDATUM)
    BESTAND.write_bytes(msgspec.json.format(msgspec.json.encode(inhoud), indent=2) + b"\n")
