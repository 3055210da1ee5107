"""Look at mailboxes, their ledger and their health."""

from datetime import datetime, timedelta

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.poort import open_query, query
from stadspunt.stromen.intake.beelden import AansluitingRegel, Inkomendalarm, PostbusBeeld, WeigeringRegel
from stadspunt.stromen.intake.models import Aansluiting, Hartslag, Ingangritme, Ontvangst, Postbus, Postbusbericht
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus
from stadspunt.stromen.intake.rules.postbus import Staat, is_onbereikbaar

LUISTERAAR = "inkomend"
_STIL_NA = timedelta(seconds=60)


def to_postbus_beeld(rij: Postbus) -> PostbusBeeld:
    """Return the view value of a row; for this room only."""
    return PostbusBeeld(
        rij.pk, rij.gemeente_id, rij.ingang_id, rij.host, rij.poort, rij.beveiliging, rij.gebruiker, rij.geheim_variabele,
        rij.map, rij.verwerkt_map, rij.actief, rij.uidvalidity, rij.laatste_uid, rij.laatst_contact_op,
        rij.laatst_bericht_op, rij.laatste_fout, rij.fout_sinds_op, rij.proef_gevraagd_op,
    )  # fmt: skip


@query(recht="beheer.lezen")
def list_postbussen(raadpleging: Raadpleging) -> list[PostbusBeeld]:
    """Return the mailboxes, also those that are not emptied any more."""
    return [to_postbus_beeld(rij) for rij in Postbus.objects.visible_to(raadpleging).order_by("host", "gebruiker", "map")]


@query(recht="beheer.lezen")
def get_postbus(raadpleging: Raadpleging, postbus_id: int) -> PostbusBeeld:
    """Return one mailbox. Raises NietGevondenError."""
    rij = Postbus.objects.visible_to(raadpleging).filter(pk=postbus_id).first()
    if rij is None:
        raise NietGevondenError(f"postbus {postbus_id}")
    return to_postbus_beeld(rij)


@query(recht="ontvangst.verwerken")
def list_te_legen(raadpleging: Raadpleging) -> list[PostbusBeeld]:
    """Return the mailboxes that the poller empties."""
    return [to_postbus_beeld(rij) for rij in Postbus.objects.filter(actief=True).order_by("id")]


@query(recht="ontvangst.verwerken")
def find_opgeslagen_uids(raadpleging: Raadpleging, postbus_id: int, uidvalidity: int, uids: list[int]) -> list[int]:
    """Return which of these messages are stored, and so may be moved in the mailbox."""
    rijen = Postbusbericht.objects.filter(postbus_id=postbus_id, uidvalidity=uidvalidity, uid__in=uids, staat=Staat.OPGESLAGEN)
    return list(rijen.order_by("uid").values_list("uid", flat=True))


@query(recht="ontvangst.verwerken")
def has_aansluiting(raadpleging: Raadpleging, postbus_id: int) -> bool:
    """Say whether yesterday was counted for this mailbox."""
    return Aansluiting.objects.filter(postbus_id=postbus_id, dag=raadpleging.vandaag - timedelta(days=1)).exists()


@query(recht="beheer.lezen")
def list_aansluitingen(raadpleging: Raadpleging, maximum: int = 100) -> list[AansluitingRegel]:
    """Return the newest daily counts."""
    rijen = Aansluiting.objects.filter(postbus__in=Postbus.objects.visible_to(raadpleging)).order_by("-dag", "postbus_id")
    return [
        AansluitingRegel(
            rij.postbus_id, rij.dag, rij.gezien, rij.opgeslagen, rij.geweigerd, rij.in_postbus, rij.overgeslagen, rij.klopt
        )
        for rij in rijen[:maximum]
    ]


@query(recht="beheer.lezen")
def list_weigeringen(raadpleging: Raadpleging, maximum: int = 100) -> list[WeigeringRegel]:
    """Return messages that were seen in a mailbox and not stored, newest first."""
    rijen = Postbusbericht.objects.filter(postbus__in=Postbus.objects.visible_to(raadpleging), staat=Staat.GEWEIGERD)
    return [
        WeigeringRegel(rij.postbus_id, rij.uid, rij.reden, rij.gezien_op) for rij in rijen.order_by("-gezien_op", "-id")[:maximum]
    ]


@open_query(reden="een teken van leven van een proces toont geen klant")
def get_hartslag(proces: str = LUISTERAAR) -> datetime | None:
    """Return the last sign of life of a process that takes in mail, None when there never was one."""
    return Hartslag.objects.filter(proces=proces).values_list("moment_op", flat=True).first()


@query(recht="techniek.lezen")
def list_alarmen(raadpleging: Raadpleging) -> list[Inkomendalarm]:
    """Return all that a person must look at now about the ways in, worst first."""
    return [
        *_list_stilstand(raadpleging.moment),
        *_list_onbereikbaar(raadpleging),
        *_list_stil(),
        *_list_mislukt(raadpleging),
        *_list_verschillen(raadpleging),
    ]


def _list_stilstand(moment: datetime) -> list[Inkomendalarm]:
    hartslag = get_hartslag()
    if hartslag is None or moment - hartslag <= _STIL_NA:
        return []
    tekst = "Het ontvangen van e-mail staat stil. Start het onderdeel ‘inkomend’. Afzenders bewaren hun berichten zo lang."
    return [Inkomendalarm("staat-stil", tekst, hartslag)]


def _list_onbereikbaar(raadpleging: Raadpleging) -> list[Inkomendalarm]:
    rijen = Postbus.objects.visible_to(raadpleging).filter(actief=True, fout_sinds_op__isnull=False).order_by("fout_sinds_op")
    return [
        Inkomendalarm(
            "onbereikbaar",
            f"Postbus {rij.gebruiker} is niet te bereiken: {rij.laatste_fout}. Controleer de server en het wachtwoord.",
            rij.fout_sinds_op or raadpleging.moment,
            postbus_id=rij.pk,
            ingang_id=rij.ingang_id,
        )
        for rij in rijen
        if is_onbereikbaar(rij.fout_sinds_op, raadpleging.moment)
    ]


def _list_stil() -> list[Inkomendalarm]:
    tekst = "Hier komt langer dan gewoon geen e-mail binnen. Stuur een proefbericht en controleer de doorgifte."
    rijen = Ingangritme.objects.filter(stil_op__isnull=False).order_by("stil_op")
    return [Inkomendalarm("stil", tekst, rij.stil_op, ingang_id=rij.ingang_id) for rij in rijen if rij.stil_op is not None]


def _list_mislukt(raadpleging: Raadpleging) -> list[Inkomendalarm]:
    rijen = Ontvangst.objects.visible_to(raadpleging).filter(status=Ontvangststatus.MISLUKT).order_by("ontvangen_op")
    oudste = rijen.values_list("ontvangen_op", flat=True).first()
    if oudste is None:
        return []
    return [
        Inkomendalarm("mislukt", "Er zijn berichten die niet verwerkt konden worden. Bekijk ze en probeer het opnieuw.", oudste)
    ]


def _list_verschillen(raadpleging: Raadpleging) -> list[Inkomendalarm]:
    vanaf = raadpleging.vandaag - timedelta(days=7)
    rijen = Aansluiting.objects.filter(postbus__in=Postbus.objects.visible_to(raadpleging), klopt=False, dag__gte=vanaf)
    return [
        Inkomendalarm(
            "aansluiting",
            f"De telling van {rij.dag:%d-%m-%Y} klopt niet: {rij.overgeslagen} berichten overgeslagen. Ze zijn alsnog opgehaald.",
            rij.gemaakt_op,
            postbus_id=rij.postbus_id,
        )
        for rij in rijen.order_by("dag", "id")
    ]
