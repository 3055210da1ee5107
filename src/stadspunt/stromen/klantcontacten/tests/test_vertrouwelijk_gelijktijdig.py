"""Secrecy begins or ends while others are busy, over real connections: nobody gets past it."""

from collections.abc import Callable

import pytest

from stadspunt.fundament.fouten import AchterhaaldError, NietGevondenError
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import (
    confirm_opheffing,
    mark_vertrouwelijk,
    propose_opheffing,
    reject_opheffing,
)
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens, update_klantvraag
from stadspunt.stromen.klantcontacten.models import Klantvraag, Opheffing
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import Complexiteit
from tests.stad import Stad
from tests.stad.gelijktijdig import do_tegelijk
from tests.stad.vertrouwden import add_vertrouwden

pytestmark = pytest.mark.uitval
REDEN = "Het gevaar voor de klant is voorbij."


def tegelijk(*daden: Callable[[], object]) -> list[str]:
    """Do all at once, each over its own connection; return how each ended: 'ja', 'te laat' or 'er niet'."""
    namen: dict[type[object], str] = {AchterhaaldError: "te laat", NietGevondenError: "er niet"}
    return [namen.get(type(een), "ja") for een in do_tegelijk(*daden, weigering=(AchterhaaldError, NietGevondenError))]


@pytest.mark.parametrize("_keer", range(5))
def test_who_saves_while_it_becomes_confidential_is_first_or_finds_nothing(echte_stad: Stad, _keer: int) -> None:
    stad = echte_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag(wie="systeem")
    noor, kim = stad.handeling("noor"), stad.handeling()
    versie = get_klantvragen(kim.raadpleging, [vraag_id])[vraag_id].versie
    gegevens = Vraaggegevens("Veranderd door Kim", None, Complexiteit.COMPLEX)
    gemerkt, bewaard, geschreven = tegelijk(
        lambda: mark_vertrouwelijk(noor, vraag_id),
        lambda: update_klantvraag(kim, vraag_id, gegevens, versie),
        lambda: add_notitie(kim, vraag_id, "Van Kim"),
    )
    assert gemerkt == "ja"
    vraag = get_klantvragen(noor.raadpleging, [vraag_id])[vraag_id]
    assert (vraag.onderwerp == "Veranderd door Kim") == (bewaard == "ja")
    assert len(get_vraagdossier(noor.raadpleging, vraag_id).notities) == (geschreven == "ja")
    assert bewaard in {"ja", "er niet", "te laat"} and geschreven in {"ja", "er niet"}
    assert get_klantvragen(kim.raadpleging, [vraag_id]) == {}


def test_who_waits_for_the_row_finds_nothing_when_it_became_confidential(echte_stad: Stad) -> None:
    stad = echte_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag(wie="systeem")
    mark_vertrouwelijk(stad.handeling("noor"), vraag_id)
    assert tegelijk(*[lambda: add_notitie(stad.handeling(), vraag_id, "x")] * 3) == ["er niet"] * 3


@pytest.mark.parametrize("_keer", range(3))
def test_of_agreeing_and_refusing_at_once_one_wins(echte_stad: Stad, _keer: int) -> None:
    stad = echte_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag(wie="systeem")
    noor, omar = stad.handeling("noor"), stad.handeling("omar")
    mark_vertrouwelijk(noor, vraag_id)
    voorstel = propose_opheffing(noor, vraag_id, REDEN)
    eens, oneens, nog_eens = tegelijk(
        lambda: confirm_opheffing(omar, vraag_id, voorstel),
        lambda: reject_opheffing(noor, vraag_id, voorstel),
        lambda: confirm_opheffing(omar, vraag_id, voorstel),
    )
    assert sorted((eens, oneens, nog_eens)) == ["ja", "te laat", "te laat"]
    open_ = Klantvraag.objects.get(pk=vraag_id).vertrouwelijk_op is None
    assert open_ == ("ja" in (eens, nog_eens))
    besluit = Opheffing.objects.get(pk=voorstel)
    assert besluit.besluit == ("opgeheven" if open_ else "afgewezen")
    assert not open_ or besluit.besloten_door_id != besluit.voorgesteld_door_id


def test_two_proposals_at_once_are_one(echte_stad: Stad) -> None:
    stad = echte_stad
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag(wie="systeem")
    noor, omar = stad.handeling("noor"), stad.handeling("omar")
    mark_vertrouwelijk(noor, vraag_id)
    uitkomsten = tegelijk(*(lambda wie=wie: propose_opheffing(wie, vraag_id, REDEN) for wie in (noor, omar)))
    assert sorted(uitkomsten) == ["ja", "te laat"]
