"""Keep what was typed, and say who is there."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from stadspunt.fundament.concepten.models import Aanwezigheid, Concept
from stadspunt.fundament.concepten.rules import BEWAARTIJD, HUURTIJD, NAWERKING, check_plek, check_velden, clean_velden, is_plek
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="concept.bewaren")
def save_concept(
    handeling: Handeling,
    plek: str,
    velden: Mapping[str, list[str]],
    *,
    titel: str,
    url: str,
    sinds: datetime,
    versie: int = 0,
    in_hand: bool = False,
) -> int:
    """Keep what this employee typed at `plek` on a page that was drawn at `sinds`; returns the new version.

    `versie` is the version that the page holds (0: it began without a draft); `in_hand`: this is what he works on now.
    Raises AchterhaaldError when another window of the same employee wrote in between, or when the place was finished after
    the page was drawn; GeweigerdError when it is too much.
    """
    fouten = check_plek(plek) + check_velden(velden)
    if fouten:
        raise GeweigerdError(*fouten)
    wie = _demand_medewerker(handeling)
    schoon = clean_velden(velden)
    rij = Concept.objects.select_for_update().filter(medewerker_id=wie, plek=plek).first()
    if rij is None:
        nieuw = Concept(titel=titel[:200], url=url[:300], velden=schoon, in_hand_op=handeling.moment if in_hand else None)
        return _insert(handeling, wie, plek, nieuw)
    if rij.afgerond_op is not None and rij.afgerond_op >= sinds:
        raise AchterhaaldError(Fout("afgerond", "Dit is al verstuurd of weggegooid. Laad de pagina opnieuw."))
    if rij.afgerond_op is not None:
        rij.begonnen_op, rij.afgerond_op = handeling.moment, None
    elif rij.versie != versie:
        raise AchterhaaldError(
            Fout("ander-venster", "In een ander venster is deze tekst veranderd. Laad de pagina opnieuw en bekijk hem.")
        )
    rij.titel, rij.url, rij.velden = titel[:200], url[:300], schoon
    rij.gewijzigd_op = handeling.moment
    rij.in_hand_op = handeling.moment if in_hand else rij.in_hand_op
    rij.versie += 1
    rij.save()
    return rij.versie


@action(recht="concept.bewaren")
def amend_concept(handeling: Handeling, plek: str, velden: Mapping[str, list[str]], *, titel: str, url: str) -> None:
    """Put these fields in the draft at `plek`, beside what stands there, and take it in hand: a button said so, nobody typed.

    The version stays, because the page that holds it gets the same fields. A draft that is not there begins here; a place that
    was finished stays finished. Raises GeweigerdError when it is too much.
    """
    wie = _demand_medewerker(handeling)
    fouten = check_plek(plek)
    if fouten:
        raise GeweigerdError(*fouten)
    begin = {"titel": titel[:200], "url": url[:300], "versie": 0}
    begin |= dict.fromkeys(("begonnen_op", "gewijzigd_op"), handeling.moment)
    rij, _ = Concept.objects.select_for_update().get_or_create(medewerker_id=wie, plek=plek, defaults=begin)
    if rij.afgerond_op is not None:
        return
    rij.velden = rij.velden | clean_velden(velden)
    if fouten := check_velden(rij.velden):
        raise GeweigerdError(*fouten)
    rij.gewijzigd_op = rij.in_hand_op = handeling.moment
    rij.save()


@action(recht="concept.bewaren")
def take_in_hand(handeling: Handeling, plek: str) -> None:
    """Say that this employee works on his draft at `plek` now; one that is not there is no fault."""
    eigen = Concept.objects.filter(medewerker_id=_demand_medewerker(handeling), plek=plek, afgerond_op__isnull=True)
    eigen.update(in_hand_op=handeling.moment)


@action(recht="concept.bewaren")
def let_go(handeling: Handeling) -> None:
    """Say that this employee has nothing in hand; what he typed stays where it was."""
    eigen = Concept.objects.filter(medewerker_id=_demand_medewerker(handeling), in_hand_op__isnull=False)
    eigen.update(in_hand_op=None)


def _insert(handeling: Handeling, wie: int, plek: str, rij: Concept) -> int:
    rij.medewerker_id, rij.plek = wie, plek
    rij.begonnen_op = rij.gewijzigd_op = handeling.moment
    try:
        with transaction.atomic():
            rij.save()
    except IntegrityError as fout:
        raise AchterhaaldError(
            Fout("ander-venster", "In een ander venster is deze tekst veranderd. Laad de pagina opnieuw en bekijk hem.")
        ) from fout
    return rij.versie


@action(recht="concept.bewaren")
def finish_concept(handeling: Handeling, plek: str) -> None:
    """Say that what stood at `plek` was sent or thrown away; what was typed is gone, and what comes late is not kept."""
    wie = handeling.actor.medewerker_id
    if wie is None or not is_plek(plek):
        return
    Concept.objects.update_or_create(
        medewerker_id=wie,
        plek=plek,
        defaults={"velden": {}, "in_hand_op": None, "afgerond_op": handeling.moment, "gewijzigd_op": handeling.moment},
        create_defaults=dict.fromkeys(("begonnen_op", "gewijzigd_op", "afgerond_op"), handeling.moment),
    )
    Aanwezigheid.objects.filter(medewerker_id=wie, plek=plek).delete()


@action(recht="concept.bewaren")
def record_aanwezigheid(handeling: Handeling, plek: str, *, schrijft: bool, blad: str = "") -> bool:
    """Say that this employee is at `plek` for another HUURTIJD, on the page `blad`; returns whether that is news to others."""
    fouten = check_plek(plek)
    if fouten:
        raise GeweigerdError(*fouten)
    wie = _demand_medewerker(handeling)
    oud = Aanwezigheid.objects.filter(medewerker_id=wie, plek=plek).first()
    Aanwezigheid.objects.update_or_create(
        medewerker_id=wie,
        plek=plek,
        defaults={"schrijft": schrijft, "blad": _clean_blad(blad), "tot_op": handeling.moment + HUURTIJD},
    )
    return oud is None or oud.tot_op <= handeling.moment or oud.schrijft != schrijft


@action(recht="concept.bewaren")
def end_aanwezigheid(handeling: Handeling, plek: str, blad: str = "") -> bool:
    """Say that the page `blad` of this employee at `plek` is left; returns whether he is gone.

    The goodbye of one page may arrive after the greeting of the next: then he stays.
    """
    eigen = Aanwezigheid.objects.filter(medewerker_id=_demand_medewerker(handeling), plek=plek, blad=_clean_blad(blad))
    aantal, _ = eigen.delete()
    return aantal > 0


@action(recht="concept.bewaren")
def move_concepten(
    handeling: Handeling, van: str, naar: str, adres_van: str, adres_naar: str, alleen: Collection[int] | None = None
) -> list[int]:
    """Bring what everybody typed at the places that begin with `van` to those of `naar`; returns what moved.

    `alleen` keeps it to these drafts. Who typed something at both keeps both where they are. In the address of the page
    `adres_van` becomes `adres_naar`.
    """
    verhuisd = []
    for rij in Concept.objects.select_for_update().filter(plek__startswith=van, afgerond_op=None).order_by("id"):
        plek = naar + rij.plek.removeprefix(van)
        daar = Concept.objects.filter(medewerker_id=rij.medewerker_id, plek=plek)
        if (alleen is not None and rij.pk not in alleen) or daar.filter(afgerond_op=None).exists():
            continue
        daar.delete()
        Concept.objects.filter(pk=rij.pk).update(plek=plek, url=rij.url.replace(adres_van, adres_naar))
        verhuisd.append(rij.pk)
    return verhuisd


@action(recht="concept.opruimen")
def remove_oude_concepten(handeling: Handeling) -> int:
    """Throw away what nobody touched for BEWAARTIJD, what was finished, and leases that ended; returns how many drafts."""
    Aanwezigheid.objects.filter(tot_op__lt=handeling.moment).delete()
    Concept.objects.filter(afgerond_op__lt=handeling.moment - NAWERKING).delete()
    aantal, _ = Concept.objects.filter(gewijzigd_op__lt=handeling.moment - BEWAARTIJD).delete()
    return aantal


def _clean_blad(blad: str) -> str:
    return blad.replace("\x00", "")[:40]


def _demand_medewerker(handeling: Handeling) -> int:
    if handeling.actor.medewerker_id is None:
        raise GeweigerdError(Fout("medewerker", "Alleen een medewerker kan iets bewaren."))
    return handeling.actor.medewerker_id
