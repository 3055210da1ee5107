"""The place for documents is away: mail is taken in all the same, and processed when it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.fundament.opslag.koppeling import get_bewaarplek
from stadspunt.fundament.opslag.models import Opslagobject
from stadspunt.fundament.opslag.tests.plekken import use_map
from stadspunt.stromen.intake.jobs import verwerk_ontvangst
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus
from stadspunt.stromen.intake.tests.poststukken import mail, ontvang
from tests.stad import Stad


@pytest.fixture(autouse=True)
def other_settings() -> Iterator[None]:
    yield
    get_bewaarplek.cache_clear()


def test_a_mail_with_a_file_waits_for_the_place_and_that_is_no_attempt(stad: Stad, settings, tmp_path: Path) -> None:
    dicht = tmp_path / "dicht"
    dicht.write_bytes(b"geen map")
    use_map(settings, dicht / "documenten")
    ontvangen = ontvang(stad, mail(bijlagen=(("foto.png", b"\x89PNG\r\n\x1a\n"),)))

    verwerk_ontvangst(ontvangen.id)
    rij = Ontvangst.objects.get(pk=ontvangen.id)
    assert (rij.status, rij.pogingen, rij.begonnen) == (Ontvangststatus.WACHT, 0, 0)

    dicht.unlink()
    verwerk_ontvangst(ontvangen.id)
    assert Ontvangst.objects.get(pk=ontvangen.id).status == Ontvangststatus.VERWERKT
    assert Opslagobject.objects.count() == 1
