"""Signed and encrypted mail: content is shown, signatures are noted, what is locked is said to be locked."""

from stadspunt.stromen.intake.rules.cms import find_ondertekende_inhoud
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Ondertekening
from stadspunt.stromen.intake.tests.postzak import codes, lees, ondertekend, samengeperst, stuk

BINNEN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nHierbij mijn bezwaar.\r\n"


def _tlv(tag: int, inhoud: bytes) -> bytes:
    lengte = bytes([len(inhoud)]) if len(inhoud) < 0x80 else b"\x82" + len(inhoud).to_bytes(2)
    return bytes([tag]) + lengte + inhoud


def _open(tag: int, inhoud: bytes) -> bytes:
    """The same with an indefinite length, as streaming signers write it."""
    return bytes([tag, 0x80]) + inhoud + b"\x00\x00"


SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")


def _signed_data(inhoud: bytes) -> bytes:
    ingesloten = _tlv(0x30, DATA + _tlv(0xA0, _tlv(0x04, inhoud)))
    return _tlv(
        0x30, SIGNED + _tlv(0xA0, _tlv(0x30, b"\x02\x01\x01" + _tlv(0x31, b"") + ingesloten + _tlv(0x31, b"handtekening")))
    )


def test_a_detached_smime_signature_is_noted_and_not_listed_as_a_file() -> None:
    bericht = lees("smime-los-getekend")
    assert (bericht.tekst, bericht.getekend, bericht.bijlagen) == ("Hierbij mijn bezwaar.", Ondertekening.SMIME, ())


def test_content_inside_a_signature_is_shown() -> None:
    ruw = stuk(_signed_data(BINNEN), 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"', naam="smime.p7m")
    bericht = read_mailbericht(b"Subject: x\r\n" + ruw)
    assert (bericht.tekst, bericht.getekend, bericht.bijlagen) == ("Hierbij mijn bezwaar.", Ondertekening.SMIME, ())


def test_content_in_pieces_of_unknown_length_is_joined() -> None:
    stukken = _open(0x24, _tlv(0x04, BINNEN[:20]) + _tlv(0x04, BINNEN[20:]))
    ingesloten = _open(0x30, DATA + _open(0xA0, stukken))
    der = _open(0x30, SIGNED + _open(0xA0, _open(0x30, b"\x02\x01\x01" + _tlv(0x31, b"") + ingesloten)))
    assert find_ondertekende_inhoud(der) == BINNEN


def test_a_damaged_signature_keeps_its_file() -> None:
    bericht = read_mailbericht(stuk(b"\x30\x82kapot", "application/pkcs7-mime; smime-type=signed-data", naam="smime.p7m"))
    assert codes(bericht) == ["geen-afzender", "ondertekening-onleesbaar"]
    assert [b.naam for b in bericht.bijlagen] == ["smime.p7m"]


def test_an_encrypted_message_says_so_and_keeps_the_locked_part() -> None:
    for naam, wijze, bestand in (
        ("smime-versleuteld", Ondertekening.SMIME, "smime.p7m"),
        ("pgp-versleuteld", Ondertekening.PGP, "encrypted.asc"),
    ):
        bericht = lees(naam)
        assert bericht.tekst.startswith("[Dit bericht is versleuteld.")
        assert (bericht.versleuteld, codes(bericht)) == (wijze, ["versleuteld"])
        assert [b.naam for b in bericht.bijlagen] == [bestand]


def test_a_pgp_signed_message_shows_its_content() -> None:
    bericht = lees("pgp-mime-getekend")
    assert (bericht.tekst, bericht.getekend, bericht.bijlagen) == ("Dit is echt van mij.", Ondertekening.PGP, ())


def test_pgp_armour_in_the_text_is_taken_off() -> None:
    bericht = lees("pgp-in-de-tekst")
    assert bericht.tekst == "-- dit is geen handtekening\nMijn adres wordt Lindelaan 1."
    assert bericht.getekend is Ondertekening.PGP


def test_a_compressed_message_is_read() -> None:
    bericht = read_mailbericht(stuk(samengeperst(BINNEN), "application/pkcs7-mime; smime-type=compressed-data"))
    assert (bericht.tekst, bericht.versleuteld, bericht.bijlagen) == (read_mailbericht(BINNEN).tekst, None, ())


def test_a_compressed_bomb_stays_a_file() -> None:
    bom = samengeperst(b"\x00" * 60_000_000)
    bericht = read_mailbericht(stuk(bom, "application/pkcs7-mime; smime-type=compressed-data", naam="smime.p7z"))
    assert [b.inhoud for b in bericht.bijlagen] == [bom]


def test_signed_content_without_its_type_is_known_by_its_name() -> None:
    bericht = read_mailbericht(stuk(ondertekend(BINNEN), "application/octet-stream", naam="smime.p7m"))
    assert bericht.getekend is Ondertekening.SMIME
    assert bericht.tekst == read_mailbericht(BINNEN).tekst


def test_certificates_alone_are_not_an_encrypted_message() -> None:
    der = _tlv(0x30, SIGNED + _tlv(0xA0, _tlv(0x30, b"\x02\x01\x01" + _tlv(0x31, b"") + _tlv(0x30, DATA))))
    bericht = read_mailbericht(stuk(der, "application/pkcs7-mime; smime-type=certs-only", naam="smime.p7c"))
    assert (bericht.versleuteld, [b.naam for b in bericht.bijlagen]) == (None, ["smime.p7c"])
