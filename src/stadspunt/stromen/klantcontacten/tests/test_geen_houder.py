"""Somebody must always be able to handle what is confidential."""

import pytest

from stadspunt.bronnen.organisatie.actions import add_ingang
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.producten.actions import add_product
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import mark_vertrouwelijk
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag
from tests.stad import NU, Stad


def test_without_anybody_to_handle_it_nothing_becomes_confidential(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    with pytest.raises(GeweigerdError, match="geen-houder"):
        mark_vertrouwelijk(stad.handeling(), vraag_id)
    contact = NieuwContact(
        stad.gemeente_id, stad.kanaal("telefoon"), stad.teams["mit"], NU,
        vragen=(NieuweVraag("Gewoon"), NieuweVraag("Geheim", vertrouwelijk=True)),
    )  # fmt: skip
    with pytest.raises(GeweigerdError) as weigering:
        register_klantcontact(stad.handeling(), contact)
    assert [(fout.veld, fout.code) for fout in weigering.value.fouten] == [("vraag-1-vertrouwelijk", "geen-houder")]
    with pytest.raises(GeweigerdError, match="geen-houder"):
        gegevens = Productgegevens("Meldpunt", "meldpunt", stad.afdelingen["belastingen"], vertrouwelijk=True)
        add_product(stad.systeem(), stad.gemeente_id, gegevens)
    with pytest.raises(GeweigerdError, match="geen-houder"):
        add_ingang(
            stad.systeem(), stad.gemeente_id, "email", stad.teams["mit"], Ingangsoort.POSTBUS, "Vertrouwenspersoon",
            "vertrouwen@lindewaard.example", vertrouwelijk=True,
        )  # fmt: skip
