"""`stadspunt opslag`: say where documents stand, and move them."""

from stadspunt.fundament.fouten import OpslagWegError
from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database

GEBRUIK = "Zo: ./stadspunt opslag, of: ./stadspunt opslag verplaats --naar database (of map, of s3)"


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Show (no words) or move; returns 0, or 1 when a document could not be moved. Raises OpstartError."""
    if woorden and (woorden[:2] != ("verplaats", "--naar") or len(woorden) != 3):
        raise OpstartError(GEBRUIK)
    prepare_data(omgeving)
    with borrow_database(omgeving, "opslag"):
        set_up_opdracht(omgeving, find_database(omgeving), "opslag")
        try:
            kwijt = _move(woorden[2]) if woorden else 0
            _tell()
        except OpslagWegError as fout:
            raise OpstartError(f"{fout} Doe de opdracht daarna opnieuw: hij gaat verder waar hij was.") from None
    return 1 if kwijt else 0


def _move(naar: str) -> int:
    """Move everything; returns how many documents were gone or changed."""
    from stadspunt.fundament.opslag.koppeling import Plek, get_gekozen
    from stadspunt.fundament.opslag.verplaatsen import move_objecten
    from stadspunt.fundament.tijd.klok import get_moment

    if naar not in set(Plek):
        raise OpstartError(f"StadsPunt kent de plek '{naar}' niet. {GEBRUIK}")
    if get_gekozen() != naar:
        raise OpstartError(f"Zet eerst STADSPUNT_OPSLAG={naar} en herstart: anders gaan nieuwe documenten nog naar de oude plek.")
    goed = kwijt = 0
    for is_goed in move_objecten(Plek(naar), get_moment):
        goed, kwijt = goed + is_goed, kwijt + (not is_goed)
        if (goed + kwijt) % 500 == 0:
            print(f"{goed} documenten verplaatst", flush=True)
    print(f"{goed} documenten verplaatst" + (f", {kwijt} zijn weg of veranderd en bleven staan" if kwijt else ""))
    return kwijt


def _tell() -> None:
    from stadspunt.fundament.opslag.koppeling import PLEKNAMEN
    from stadspunt.fundament.opslag.onderhoud import get_opslagstand
    from stadspunt.fundament.opslag.verplaatsen import list_voorraden

    stand = get_opslagstand()
    for voorraad in list_voorraden():
        nieuw = "  (hier komen nieuwe)" if voorraad.plek is stand.gekozen else ""
        print(f"{PLEKNAMEN[voorraad.plek]:14} {voorraad.aantal:8} documenten {voorraad.bytes / 1e6:12.1f} MB{nieuw}")
    if stand.weg or stand.veranderd:
        print(f"Weg: {stand.weg}. Veranderd: {stand.veranderd}. Zet deze documenten terug uit een reservekopie.")
    if stand.fout:
        print(stand.fout)
