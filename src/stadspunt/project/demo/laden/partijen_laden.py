"""Put the three thousand clients into the tables."""

from datetime import datetime

from stadspunt.bronnen.partijen.rules import Adressoort, Partijsoort, to_adressleutel
from stadspunt.fundament.waarden.bereik import to_zoeksleutel
from stadspunt.project.demo.laden.inrichting import Inrichting
from stadspunt.project.demo.laden.kopieren import copy_rows, make_uuid7_at, reserve_ids
from stadspunt.project.demo.partijen import DemoPartij

_PARTIJ = (
    "id", "uuid", "gemeente_id", "soort", "naam", "zoeksleutel", "voorkeurskanaal_id", "voorkeurstaal", "aangemaakt_op",
)  # fmt: skip
_ADRES = ("partij_id", "soort", "waarde", "sleutel")


def load_partijen(inrichting: Inrichting, partijen: tuple[DemoPartij, ...], moment: datetime) -> list[int]:
    """Copy the clients, known since `moment`; returns their ids in the same order."""
    ids = reserve_ids("partijen.Partij", len(partijen))
    copy_rows(
        "partijen.Partij",
        _PARTIJ,
        (
            (
                partij_id,
                make_uuid7_at(moment),
                inrichting.gemeente_id,
                (Partijsoort.ORGANISATIE if partij.is_organisatie else Partijsoort.PERSOON).value,
                partij.naam,
                to_zoeksleutel(partij.naam),
                inrichting.kanalen[partij.voorkeurskanaal.value] if partij.voorkeurskanaal else None,
                partij.taal,
                moment,
            )
            for partij_id, partij in zip(ids, partijen, strict=True)
        ),
    )
    copy_rows(
        "partijen.Digitaaladres",
        _ADRES,
        (
            (partij_id, soort.value, waarde, to_adressleutel(soort, waarde))
            for partij_id, partij in zip(ids, partijen, strict=True)
            for soort, waarde in ((Adressoort.EMAIL, partij.email), (Adressoort.TELEFOON, partij.telefoon))
            if waarde
        ),
    )
    return ids
