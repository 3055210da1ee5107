"""Files that came with a contact: kept as soon as they are sent, and remembered by the form until the contact is kept too."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core import signing
from django.forms import ValidationError

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.deuren.werkplek.forms_beantwoorden import Bestandenveld, BewaardBestand, read_bijlagen
from stadspunt.fundament.toegang.scherm import Verzoek
from stadspunt.stromen.correspondentie.rules.antwoord import MAX_BIJLAGEN

_ZOUT = "werkplek.stukken"


@dataclass(frozen=True, slots=True)
class Stukken:
    """The files of a form; `fout` says why what was sent just now is not among them."""

    bewaard: tuple[BewaardBestand, ...] = ()
    document_ids: tuple[int, ...] = ()
    fout: str = ""


class Stukkenveld(Bestandenveld):
    """Where an agent adds a scan of what the client gave."""

    def __init__(self) -> None:
        super().__init__(label="Scan of bestand", required=False)


def receive_stukken(verzoek: Verzoek) -> Stukken:
    """Keep the files of this request and return them with those that the form had already.

    A file is kept also when something else is wrong: nobody has to choose it twice.
    """
    ids, fout = _list_bewaard(verzoek), ""
    try:
        nieuw = Stukkenveld().clean(verzoek.FILES.getlist("bijlagen"))
        if len(ids) + len(nieuw) > MAX_BIJLAGEN:
            raise ValidationError(f"Voeg niet meer dan {MAX_BIJLAGEN} bestanden toe.")
    except ValidationError as weigering:
        nieuw, fout = (), weigering.messages[0]
    for bijlage in read_bijlagen(nieuw):
        # What may be dangerous is kept and marked: it is what the client sent, and nobody opens it by accident.
        bestand = Bestand(bijlage.naam, bijlage.mediatype_gevonden, bijlage.inhoud, str(bijlage.gevaarlijk or ""))
        ids.append(store_document(verzoek.handeling, bestand))
    return Stukken(_to_bewaard(verzoek, ids), tuple(ids), fout)


def _list_bewaard(verzoek: Verzoek) -> list[int]:
    """Return the documents that this form has proof of; what is not of this agent and this form is left out."""
    gevonden: dict[int, None] = {}
    for bewijs in verzoek.POST.getlist("bewaard")[:MAX_BIJLAGEN]:
        try:
            *van, document_id = signing.loads(bewijs, salt=_ZOUT)
        except (signing.BadSignature, ValueError):
            continue
        if van == _get_formulier(verzoek):
            gevonden[document_id] = None
    return list(gevonden)


def _to_bewaard(verzoek: Verzoek, ids: Sequence[int]) -> tuple[BewaardBestand, ...]:
    if not ids:
        return ()
    documenten, van = get_documenten(verzoek.raadpleging, ids), _get_formulier(verzoek)
    return tuple(
        BewaardBestand(documenten[een].naam, documenten[een].grootte, signing.dumps([*van, een], salt=_ZOUT)) for een in ids
    )


def _get_formulier(verzoek: Verzoek) -> list[int | str | None]:
    return [verzoek.raadpleging.actor.medewerker_id, verzoek.POST.get("sleutel", "")]
