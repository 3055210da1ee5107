"""Copy the orders to departments of the year, with their checks."""

from collections.abc import Iterator

from stadspunt.project.demo.laden.jaarsleutels import Jaarwereld
from stadspunt.project.demo.laden.kopieren import Rij, copy_rows, make_uuid7_at

_OVERDRACHT = (
    "id", "uuid", "klantvraag_id", "gemeente_id", "afdeling_id", "van_id", "ronde", "gevraagd", "vorm", "terug_op",
    "reden_later", "verzonden_op", "status", "behandelaar_id", "antwoord", "teruggegeven_op", "teruggegeven_door_id",
    "ingetrokken_op",
)  # fmt: skip
_TOETSING = (
    "overdracht_id", "medewerker_id", "getoetst_op", "snelheid", "reden_snelheid", "volledigheid",
    "reden_volledigheid", "begrijpelijkheid", "reden_begrijpelijkheid",
)  # fmt: skip
_NA_BELOFTE = "De eerste reactie van de afdeling was niet genoeg. De klant weet dat het langer duurt."


def load_overdrachten(wereld: Jaarwereld) -> None:
    """Copy all rows of the room that keeps orders."""
    copy_rows("overdracht.Overdracht", _OVERDRACHT, _list_overdrachten(wereld))
    copy_rows("overdracht.Toetsing", _TOETSING, _list_toetsingen(wereld))


def _list_overdrachten(wereld: Jaarwereld) -> Iterator[Rij]:
    for (sleutel, ronde), overdracht_id in wereld.overdracht_ids.items():
        vraag = wereld.vraag[sleutel]
        overdracht = vraag.overdrachten[ronde - 1]
        is_terug = overdracht.teruggegeven_op is not None
        behandelaar_id = wereld.get_medewerker_id(overdracht.behandelaar)
        yield (
            overdracht_id,
            make_uuid7_at(overdracht.verzonden_op),
            wereld.vraag_ids[sleutel],
            wereld.inrichting.gemeente_id,
            wereld.inrichting.afdelingen[overdracht.afdeling],
            wereld.get_medewerker_id(overdracht.van),
            ronde,
            overdracht.gevraagd,
            overdracht.vorm,
            overdracht.terug_op,
            _NA_BELOFTE if overdracht.terug_op > vraag.beloofd else "",
            overdracht.verzonden_op,
            "teruggegeven" if is_terug else "open",
            behandelaar_id,
            overdracht.antwoord,
            overdracht.teruggegeven_op,
            behandelaar_id if is_terug else None,
            None,
        )


def _list_toetsingen(wereld: Jaarwereld) -> Iterator[Rij]:
    for (sleutel, ronde), overdracht_id in wereld.overdracht_ids.items():
        overdracht = wereld.vraag[sleutel].overdrachten[ronde - 1]
        if overdracht.getoetst_op is None:
            continue
        yield (
            overdracht_id,
            wereld.get_medewerker_id(overdracht.toetser),
            overdracht.getoetst_op,
            not overdracht.te_laat,
            overdracht.reden_te_laat,
            True,
            "",
            overdracht.reden_onbegrijpelijk == "",
            overdracht.reden_onbegrijpelijk,
        )
