"""Mailboxes are set up by an administrator, who never types a password."""

from dataclasses import replace

import pytest

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_ingang, add_team
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.stromen.intake.actions.legen import open_postbus, record_postbusfout
from stadspunt.stromen.intake.actions.postbussen import add_postbus, request_proef, update_postbus
from stadspunt.stromen.intake.queries.postbussen import get_postbus
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens, check_postbusgegevens
from tests.stad import Stad


def gegevens_van(stad: Stad) -> Postbusgegevens:
    ingang = stad.ingangen["info"]
    return Postbusgegevens(ingang, "imap.example", 993, Beveiliging.TLS, "info@lindewaard.example", "POSTBUS_INFO")


@pytest.mark.parametrize("naam", ["STADSPUNT_GEHEIM", "DATABASE_URL", "Welkom2026!", "POSTBUS_"])
def test_no_other_secret_and_no_password_can_be_named(stad: Stad, naam: str) -> None:
    fouten = check_postbusgegevens(replace(gegevens_van(stad), geheim_variabele=naam))
    assert [fout.veld for fout in fouten] == ["geheim_variabele"]


@pytest.mark.parametrize("gaat_goed", [True, False])
def test_a_try_is_asked_for_and_over_when_somebody_tried(stad: Stad, gaat_goed: bool) -> None:
    fatma = stad.handeling("fatma", "beheren")
    postbus_id = add_postbus(fatma, gegevens_van(stad))
    request_proef(fatma, postbus_id)
    assert get_postbus(fatma.raadpleging, postbus_id).proef_gevraagd_op == fatma.moment
    if gaat_goed:
        open_postbus(stad.systeem(), postbus_id, 7)
    else:
        record_postbusfout(stad.systeem(), postbus_id, "de server antwoordt niet")
    postbus = get_postbus(fatma.raadpleging, postbus_id)
    assert (postbus.proef_gevraagd_op, postbus.fout) == (None, "" if gaat_goed else "de server antwoordt niet")


def test_a_mailbox_that_is_off_is_not_tried(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    postbus_id = add_postbus(fatma, replace(gegevens_van(stad), actief=False))
    with pytest.raises(GeweigerdError):
        request_proef(fatma, postbus_id)


def test_a_mailbox_feeds_an_entrance_for_mail_of_an_own_municipality(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    with pytest.raises(GeweigerdError) as weigering:
        add_postbus(fatma, replace(gegevens_van(stad), ingang_id=stad.ingangen["balie"]))
    assert [fout.veld for fout in weigering.value.fouten] == ["ingang_id"]
    buur = add_gemeente(stad.systeem(), "Eikenrode", "eikenrode", "eikenrode.example")
    team = add_team(stad.systeem(), buur, "KCC", "kcc")
    vreemd = add_ingang(stad.systeem(), buur, "email", team, Ingangsoort.POSTBUS, "Info", "info@eikenrode.example")
    with pytest.raises(NietGevondenError):
        add_postbus(fatma, replace(gegevens_van(stad), ingang_id=vreemd))


def test_mailboxes_are_not_set_up_by_who_may_not(stad: Stad) -> None:
    postbus_id = add_postbus(stad.systeem(), gegevens_van(stad))
    kim = stad.handeling("kim", "beheren")
    with pytest.raises(GeenRechtError):
        update_postbus(kim, postbus_id, gegevens_van(stad))
    with pytest.raises(GeenRechtError):
        request_proef(kim, postbus_id)
