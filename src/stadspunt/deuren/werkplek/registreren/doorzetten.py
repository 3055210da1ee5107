"""From an open contact to an order for a department: what is proposed, and what stands in the way."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from stadspunt.bronnen.producten.queries import ProductBeeld
from stadspunt.bronnen.termijnen.queries import get_kalender, get_norm_werkdagen
from stadspunt.deuren.werkplek.forms_overdracht import Afspraak
from stadspunt.deuren.werkplek.registreren.forms import DOORZETTEN, VraagForm
from stadspunt.deuren.werkplek.registreren.invulling import Invulling
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.stromen.intake.rules.vraagtekst import first_words
from stadspunt.stromen.klantcontacten.rules import NieuwContact, compute_belofte
from stadspunt.stromen.overdracht.rules import Voorstel, check_voorstel, compute_terugdatum


def propose_opdracht(
    raadpleging: Raadpleging, invulling: Invulling, nummer: int, product: ProductBeeld | None, gemeente_id: int
) -> str:
    """Fill in the order of question `nummer`: the note of the call, the department of the product, the day by the norm.

    Returns the field that still asks something, '' when it can go out as it is.
    """
    kanaal = str(invulling.waarden.get("kanaal", ""))
    kanaal_id = int(kanaal) if kanaal.isascii() and kanaal.isdecimal() and len(kanaal) < 18 else 0
    afspraak = compute_afspraak(raadpleging, gemeente_id, kanaal_id, product, raadpleging.moment)
    terug_op = compute_terugdatum(afspraak.beloofd, afspraak.kalender, afspraak.vandaag)
    vraag = invulling.get_vraag(nummer)
    onderwerp = product.naam if product else first_words(str(vraag.get("toelichting") or vraag.get("gevraagd") or ""))
    return invulling.fill_opdracht(nummer, product.afdeling_id if product else None, terug_op, onderwerp)


def compute_afspraak(
    raadpleging: Raadpleging, gemeente_id: int, kanaal_id: int, product: ProductBeeld | None, gebeurd_op: datetime
) -> Afspraak:
    """Return what bounds the day of return for a question that is about to be registered: the promise it will get."""
    ontvangen, kalender = to_dag(gebeurd_op), get_kalender(gemeente_id)
    norm = get_norm_werkdagen(gemeente_id, kanaal_id, ontvangen)
    beloofd = compute_belofte(ontvangen, norm, product.norm_werkdagen if product else None, kalender)
    return Afspraak(beloofd, kalender, raadpleging.vandaag)


def check_opdrachten(handeling: Handeling, contact: NieuwContact, vragen: Sequence[VraagForm]) -> None:
    """Put at the fields of each question what the rules of an order refuse, so that all is told at once."""
    for form in vragen:
        schoon = form.cleaned_data
        if schoon.get("resultaat") != DOORZETTEN or not schoon.get("terug_op"):
            continue
        product = schoon.get("product")
        afspraak = compute_afspraak(handeling.raadpleging, contact.gemeente_id, contact.kanaal_id, product, contact.gebeurd_op)
        for fout in check_voorstel(form.get_voorstel(), afspraak.beloofd, afspraak.kalender, afspraak.vandaag):
            # A day after the promise is mended by another day, or by the reason that stands folded beside it.
            form.add_error(fout.veld, fout.tekst)
            if fout.code == "na-belofte" and fout.veld == "terug_op":
                form.add_error("reden_later", "Of schrijf hier op waarom het later wordt.")


def list_opdrachten(vragen: Sequence[VraagForm]) -> Mapping[int, Voorstel]:
    """Return the orders by the position of their question."""
    return {positie: form.get_voorstel() for positie, form in enumerate(vragen) if form.cleaned_data["resultaat"] == DOORZETTEN}
