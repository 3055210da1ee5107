"""What is put away comes back exactly as it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.opslag.blobs import load_blob, store_blob
from stadspunt.fundament.opslag.models import Blob


@given(st.binary(max_size=3000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_any_bytes_come_back_as_they_were(db: None, inhoud: bytes) -> None:
    assert load_blob(store_blob(inhoud)) == inhoud


def test_the_same_bytes_are_kept_once(db: None) -> None:
    assert store_blob(b"een brief") == store_blob(b"een brief")
    assert Blob.objects.count() == 1


def test_what_is_not_there_is_not_found(db: None) -> None:
    with pytest.raises(NietGevondenError):
        load_blob("0" * 64)
