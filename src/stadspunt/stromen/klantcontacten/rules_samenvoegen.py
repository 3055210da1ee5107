"""What two questions become together, and when that can be undone. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from stadspunt.fundament.fouten import Fout
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN, Status

ONGEDAAN_TERMIJN = timedelta(days=30)
_WOORD = re.compile(r"\w+")
# Words in a subject that tell nothing about what it is about.
_ZEGT_NIETS = frozenset(
    {
        "vraag",
        "over",
        "mijn",
        "voor",
        "naar",
        "wanneer",
        "waar",
        "hoe",
        "kunt",
        "graag",
        "bericht",
        "aanvraag",
        "melding",
        "contact",
    }
)
GESLOTEN = {
    "zelfde": Fout("zelfde", "Kies een andere vraag. Een vraag kan niet met zichzelf samen.", "met"),
    "gemeente": Fout("gemeente", "Deze vragen zijn van twee gemeenten. Ze kunnen niet samen.", "met"),
    "klant": Fout(
        "klant", "Deze vragen zijn van twee verschillende klanten. Klopt dat niet? Koppel dan eerst de juiste klant.", "met"
    ),
}


@dataclass(frozen=True, slots=True)
class Samenstand:
    """What of a question changes when another one goes into it."""

    gemeente_id: int
    ontvangen_op: datetime
    beloofd_datum: date
    partij_id: int | None
    product_id: int | None
    behandelaar_id: int | None
    toelichting: str
    klantreactie_op: datetime | None
    vertrouwelijk_op: datetime | None
    overdrachten: int
    heropeningen: int


def check_klanten(blijver: Samenstand, opgegaan: Samenstand, bekenden: Collection[int]) -> tuple[Fout, ...]:
    """Return why two questions cannot be one: of two municipalities, or of two known clients (`bekenden`)."""
    if blijver.gemeente_id != opgegaan.gemeente_id:
        return (GESLOTEN["gemeente"],)
    klanten = {een for een in (blijver.partij_id, opgegaan.partij_id) if een in bekenden}
    return (GESLOTEN["klant"],) if len(klanten) > 1 else ()


def merge_standen(blijver: Samenstand, opgegaan: Samenstand, bekenden: Collection[int]) -> Samenstand:
    """Return what the question that stays becomes: the earliest receipt and promise, and what it lacks from the other."""
    bekend = next((een for een in (blijver.partij_id, opgegaan.partij_id) if een in bekenden), None)
    anders = opgegaan.toelichting.strip() not in {"", blijver.toelichting.strip()}
    delen = (blijver.toelichting.strip(), opgegaan.toelichting.strip() if anders else "")
    return replace(
        blijver,
        ontvangen_op=min(blijver.ontvangen_op, opgegaan.ontvangen_op),
        beloofd_datum=min(blijver.beloofd_datum, opgegaan.beloofd_datum),
        partij_id=bekend or blijver.partij_id or opgegaan.partij_id,
        product_id=blijver.product_id or opgegaan.product_id,
        behandelaar_id=blijver.behandelaar_id or opgegaan.behandelaar_id,
        toelichting="\n\n".join(deel for deel in delen if deel) if anders else blijver.toelichting,
        klantreactie_op=_first(blijver.klantreactie_op, opgegaan.klantreactie_op),
        vertrouwelijk_op=_first(blijver.vertrouwelijk_op, opgegaan.vertrouwelijk_op),
        overdrachten=blijver.overdrachten + opgegaan.overdrachten,
        heropeningen=blijver.heropeningen + opgegaan.heropeningen,
    )


def _first(*momenten: datetime | None) -> datetime | None:
    return min((een for een in momenten if een is not None), default=None)


def check_ongedaan(gedaan_op: datetime, ongedaan_op: datetime | None, status: Status, moment: datetime) -> tuple[Fout, ...]:
    """Return why a merge cannot be undone (any more); `status` is that of the question that stayed."""
    if ongedaan_op is not None:
        return (Fout("al-ongedaan", "Dit is al ongedaan gemaakt."),)
    if moment - gedaan_op > ONGEDAAN_TERMIJN:
        return (Fout("te-oud", "Dit is langer dan 30 dagen geleden. De vragen blijven samen."),)
    if status == Status.AFGEHANDELD:
        return (Fout("beantwoord", "De vraag is al beantwoord. Open de vraag eerst opnieuw."),)
    if status not in OPEN_STATUSSEN:
        return (Fout("vervallen", "De vraag is daarna vervallen of zelf samengevoegd. Maak dat eerst ongedaan."),)
    return ()


def looks_alike(deze: tuple[str, int | None], andere: tuple[str, int | None]) -> bool:
    """Say whether two questions (subject, product) may well be the same: one product, or a telling word in both subjects."""
    if deze[1] is not None and deze[1] == andere[1]:
        return True
    woorden, andere_woorden = (
        {woord for woord in _WOORD.findall(onderwerp.casefold()) if len(woord) > 3} - _ZEGT_NIETS
        for onderwerp in (deze[0], andere[0])
    )
    return bool(woorden & andere_woorden)
