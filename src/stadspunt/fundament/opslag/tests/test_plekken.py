"""Documents stand where the setting says, come back as they were, and what is not right is noticed."""

import hashlib
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from stadspunt.fundament.fouten import BestandKwijtError, NietGevondenError, OpslagWegError
from stadspunt.fundament.opslag import objecten
from stadspunt.fundament.opslag.blobs import load_blob, store_blob
from stadspunt.fundament.opslag.koppeling import STUK, Bewaarplek, Plek, get_bewaarplek
from stadspunt.fundament.opslag.koppeling.map import Map
from stadspunt.fundament.opslag.models import Blob, Opslagobject
from stadspunt.fundament.opslag.objecten import list_objecten, load_object, open_object, store_object, write_object
from stadspunt.fundament.opslag.onderhoud import check_steekproef, get_opslagstand, remove_wezen
from stadspunt.fundament.opslag.tests.plekken import use_map, use_s3
from stadspunt.fundament.opslag.tests.seaweed import EMMER, Seaweed
from stadspunt.fundament.opslag.verplaatsen import list_voorraden, move_objecten

NU = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = datetime.now(UTC) + timedelta(days=8)
BRIEF = os.urandom(3 * STUK + 17)


@pytest.fixture(params=["map", "s3"])
def plek(request, settings, tmp_path: Path) -> Bewaarplek:
    if request.param == "map":
        return use_map(settings, tmp_path / "documenten")
    return use_s3(settings, request.getfixturevalue("seaweed"))


def list_namen(plek: Bewaarplek) -> set[str]:
    return {vondst.naam for vondst in plek.list_vondsten()}


def break_bytes(plek: Bewaarplek, naam: str, inhoud: bytes | None) -> None:
    """Do from outside what nobody should: change the bytes of a document, or take them away."""
    plek.delete(naam)
    if inhoud is not None:
        plek.put(naam, len(inhoud), [inhoud])


@pytest.mark.parametrize("inhoud", [b"", b"een brief", BRIEF], ids=["leeg", "klein", "groot"])
def test_a_document_comes_back_in_pieces_as_it_was(db: None, plek: Bewaarplek, inhoud: bytes) -> None:
    sleutel = store_object(inhoud, NU)

    stroom = open_object(sleutel)

    stukken = list(stroom.stukken)
    assert (b"".join(stukken), stroom.grootte) == (inhoud, len(inhoud))
    assert max(map(len, stukken)) <= STUK
    assert Blob.objects.count() == 0


def test_the_same_document_is_sent_once(db: None, plek: Bewaarplek) -> None:
    inhoud = os.urandom(1000)
    assert store_object(inhoud, NU) == store_object(inhoud, NU)
    assert Opslagobject.objects.count() == 1
    assert len([naam for naam in list_namen(plek) if naam.startswith(hashlib.sha256(inhoud).hexdigest())]) == 1


def test_what_was_received_raw_is_not_kept_a_second_time(db: None, plek: Bewaarplek) -> None:
    inhoud = os.urandom(1000)
    store_blob(inhoud)
    assert load_object(store_object(inhoud, NU)) == inhoud
    assert Opslagobject.objects.count() == 0


def test_a_document_of_nobody_is_taken_away_after_a_safe_time(db: None, plek: Bewaarplek) -> None:
    behouden = store_object(os.urandom(1000), NU)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        wees = store_object(os.urandom(1000), NU)
        raise ZeroDivisionError
    with pytest.raises(NietGevondenError):
        open_object(wees)
    assert remove_wezen(datetime.now(UTC)) == 0, "het kan van een transactie zijn die nog loopt"

    weg = remove_wezen(LATER)

    assert weg >= 1
    assert wees not in {naam[:64] for naam in list_namen(plek)}
    assert load_object(behouden)


def test_changed_bytes_are_not_given_out_whole_and_are_noticed(db: None, plek: Bewaarplek) -> None:
    sleutel = store_object(BRIEF[1:], NU)
    break_bytes(plek, Opslagobject.objects.get(hash=sleutel).naam, b"x" + BRIEF[2:])

    gekregen = b""
    with pytest.raises(BestandKwijtError):
        for stuk in open_object(sleutel).stukken:
            gekregen += stuk

    assert len(gekregen) < len(BRIEF) - 1, "wie het ophaalt, ziet dat het niet compleet is"
    assert get_opslagstand().veranderd == 1


@pytest.mark.parametrize("anders", [None, b"korter"], ids=["weg", "korter"])
def test_a_sample_finds_what_is_gone_and_sees_that_it_is_back(db: None, plek: Bewaarplek, anders: bytes | None) -> None:
    inhoud = os.urandom(1000)
    sleutel = store_object(inhoud, NU)
    naam = Opslagobject.objects.get(hash=sleutel).naam
    break_bytes(plek, naam, anders)

    assert check_steekproef(NU + timedelta(hours=1)) == 1
    stand = get_opslagstand()
    assert (stand.weg, stand.veranderd) == ((1, 0) if anders is None else (0, 1))

    break_bytes(plek, naam, inhoud)
    assert check_steekproef(NU + timedelta(hours=2)) == 0
    assert (get_opslagstand().weg, get_opslagstand().veranderd, get_opslagstand().oudst_gezien_op) == (
        0,
        0,
        NU + timedelta(hours=2),
    )


def test_who_sends_a_lost_document_again_mends_it(db: None, plek: Bewaarplek) -> None:
    inhoud = os.urandom(1000)
    sleutel = store_object(inhoud, NU)
    break_bytes(plek, Opslagobject.objects.get(hash=sleutel).naam, None)
    with pytest.raises(BestandKwijtError):
        open_object(sleutel)

    store_object(inhoud, NU)

    assert load_object(sleutel) == inhoud
    assert get_opslagstand().weg == 0


def test_a_backup_lists_reads_and_writes_by_hash(db: None, plek: Bewaarplek, settings) -> None:
    inhouden = {store_object(os.urandom(1000), NU) for _ in range(3)}
    kopie = {regel.hash: (regel.grootte, list(open_object(regel.hash).stukken)) for regel in list_objecten()}
    assert set(kopie) == inhouden
    settings.STADSPUNT_OPSLAG = "database"

    for sleutel, (grootte, stukken) in kopie.items():
        write_object(sleutel, grootte, iter(stukken), NU)

    assert list(list_objecten()) == []
    assert all(load_blob(sleutel) == b"".join(stukken) for sleutel, (_, stukken) in kopie.items())


def test_a_backup_with_other_bytes_is_refused(db: None, plek: Bewaarplek) -> None:
    sleutel = store_object(b"de echte", NU)
    with pytest.raises(BestandKwijtError):
        write_object(sleutel, 8, [b"de valse"], NU)
    assert load_object(sleutel) == b"de echte"


def test_documents_move_and_go_on_after_an_interruption(db: None, plek: Bewaarplek, settings) -> None:
    settings.STADSPUNT_OPSLAG, gekozen = "database", settings.STADSPUNT_OPSLAG
    ruw = store_blob(os.urandom(1000))
    inhouden = {store_object(inhoud, NU): inhoud for inhoud in (os.urandom(1000) for _ in range(5))}
    naar = Plek(gekozen)

    verhuizing = move_objecten(naar, lambda: NU)
    next(verhuizing)
    next(verhuizing)
    verhuizing.close()
    assert {sleutel: load_object(sleutel) for sleutel in inhouden} == inhouden, "halverwege is alles te lezen"
    assert list(move_objecten(naar, lambda: NU)) == [True] * 3

    assert {voorraad.plek: voorraad.aantal for voorraad in list_voorraden()}[naar] == 5
    assert {sleutel: load_object(sleutel) for sleutel in inhouden} == inhouden
    assert list(Blob.objects.values_list("hash", flat=True)) == [ruw], "wat rauw binnenkwam, blijft in de database"

    voor = list_namen(plek)
    assert list(move_objecten(Plek.DATABASE, lambda: NU)) == [True] * 5
    assert {sleutel: load_blob(sleutel) for sleutel in inhouden} == inhouden
    assert len(list_namen(plek)) == len(voor) - 5, "er blijft niets achter"


def test_a_reader_that_came_during_the_move_gets_the_document(db: None, plek: Bewaarplek, monkeypatch) -> None:
    inhoud = os.urandom(1000)
    sleutel = store_object(inhoud, NU)
    gezien = objecten._find(sleutel)
    list(move_objecten(Plek.DATABASE, lambda: NU))
    antwoorden = iter([gezien])
    monkeypatch.setattr(objecten, "_find", lambda s, echt=objecten._find: next(antwoorden, None) or echt(s))
    assert load_object(sleutel) == inhoud


def test_what_became_a_raw_receipt_during_the_move_stays_in_the_database(db: None, plek: Bewaarplek, settings) -> None:
    settings.STADSPUNT_OPSLAG, gekozen = "database", settings.STADSPUNT_OPSLAG
    inhoud = os.urandom(1000)
    store_object(inhoud, NU)
    store_blob(inhoud)
    list(move_objecten(Plek(gekozen), lambda: NU))
    assert load_blob(hashlib.sha256(inhoud).hexdigest()) == inhoud


def test_a_disk_that_is_not_mounted_is_not_begun_anew(db: None, settings, tmp_path: Path) -> None:
    use_map(settings, tmp_path / "schijf")
    sleutel = store_object(b"op de schijf", NU)
    (tmp_path / "schijf").rename(tmp_path / "los")
    (tmp_path / "schijf").mkdir()

    with pytest.raises(OpslagWegError):
        store_object(b"een ander", NU)
    with pytest.raises(OpslagWegError):
        open_object(sleutel)
    assert get_opslagstand().fout == "De map voor documenten is er niet. Is de schijf aangekoppeld?"
    assert get_opslagstand().weg == 0, "wat niet te zien is, is niet weg"


def test_half_a_file_never_stands_under_its_name(settings, tmp_path: Path) -> None:
    map_ = Map(tmp_path / "documenten")
    map_.prepare()
    with pytest.raises(ValueError, match="3 bytes in plaats van 4"):
        map_.put("ab-half", 4, [b"een"])
    assert list(map_.list_vondsten()) == []


@pytest.mark.parametrize(
    ("naam", "waarde", "fout"),
    [
        ("STADSPUNT_S3_GEHEIM", "een-ander-geheim", "De S3-opslag laat ons niet binnen"),
        ("STADSPUNT_S3_EMMER", "bestaat-niet", "De emmer van STADSPUNT_S3_EMMER bestaat niet"),
        ("STADSPUNT_S3_SLEUTEL", "", "Zet STADSPUNT_S3_ADRES"),
        ("STADSPUNT_S3_ADRES", "http://s3.example:9000", "alleen versleuteld"),
        ("STADSPUNT_S3_ADRES", "http://127.0.0.1:9", "niet bereikbaar"),
    ],
)
def test_a_wrong_setting_is_told_and_keeps_nothing(db, settings, seaweed: Seaweed, naam: str, waarde: str, fout: str) -> None:
    with pytest.raises(OpslagWegError, match=fout):
        use_s3(settings, seaweed, **{naam: waarde}).check()
    with pytest.raises(OpslagWegError):
        store_object(os.urandom(1000), NU)
    assert Opslagobject.objects.count() == 0


def test_the_store_refuses_bytes_that_changed_on_the_way(seaweed: Seaweed) -> None:
    with pytest.raises(Exception, match=r"BadDigest|Content-MD5|InvalidDigest"):
        seaweed.connect().put_object(Bucket=EMMER, Key="anders", Body=b"anders", ContentMD5="1B2M2Y8AsgTpgAmY7PhCfg==")


def test_a_server_that_is_killed_while_it_receives_keeps_nothing_half(db: None, settings, seaweed: Seaweed) -> None:
    use_s3(settings, seaweed)
    heel = store_object(b"van ervoor", NU)
    inhoud = os.urandom(30 * 1024 * 1024)
    threading.Timer(0.02, seaweed.kill).start()
    try:
        with pytest.raises(OpslagWegError):
            store_object(inhoud, NU)
        begin = time.monotonic()
        with pytest.raises(OpslagWegError):
            store_object(os.urandom(1000), NU)
        assert time.monotonic() - begin < 0.5, "wie kort daarna komt, wacht niet opnieuw"
        assert [regel.hash for regel in list_objecten()] == [heel]
    finally:
        seaweed.start()
    get_bewaarplek.cache_clear()
    assert load_object(heel) == b"van ervoor"
    assert load_object(store_object(inhoud, NU)) == inhoud
