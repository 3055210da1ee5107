"""What comes in by a confidential entrance: confidential at once, and read by nobody who only mends it."""

import pytest

from stadspunt.bronnen.organisatie.actions import add_ingang
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.stromen.intake.actions.herstellen import retry_ontvangst
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import Ontvangstfilter, list_ontvangsten, load_ruw
from stadspunt.stromen.intake.tests.poststukken import mail, ontvang
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden

VERTROUWEN = "vertrouwen@lindewaard.example"


def test_who_mends_a_failed_mail_does_not_read_it(stad: Stad) -> None:
    add_vertrouwden(stad)
    add_ingang(
        stad.systeem(), stad.gemeente_id, "email", stad.teams["mit"], Ingangsoort.POSTBUS, "Vertrouwenspersoon", VERTROUWEN,
        vertrouwelijk=True,
    )  # fmt: skip
    ontvangen = ontvang(stad, mail(aan=VERTROUWEN), rcpt_tos=(VERTROUWEN,))
    Ontvangst.objects.filter(pk=ontvangen.id).update(status="mislukt")
    fatma = stad.raadpleging("fatma", Doel.BEHEREN)
    (regel,) = list_ontvangsten(fatma, Ontvangstfilter()).regels
    assert regel.afzender == ""
    with pytest.raises(NietGevondenError):
        load_ruw(fatma, regel.uuid)
    retry_ontvangst(stad.handeling("fatma", Doel.BEHEREN), regel.uuid)
    stad.werk()
    vraag_id = Ontvangst.objects.get(pk=ontvangen.id).klantvraag_id
    assert vraag_id is not None
    gezien = [wie for wie in ("kim", "tess", "noor") if get_klantvragen(stad.raadpleging(wie), [vraag_id])]
    assert gezien == ["noor"]
    assert list_ontvangsten(fatma, Ontvangstfilter()).regels == (), "verwerkt: nu is er voor haar niets meer"
