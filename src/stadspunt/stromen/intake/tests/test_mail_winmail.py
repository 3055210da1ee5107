"""winmail.dat: what only Outlook opens is opened here, and a broken one never breaks the mail."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Mailbericht
from stadspunt.stromen.intake.rules.rtf import decompress_rtf, read_rtf
from stadspunt.stromen.intake.rules.winmail import read_winmail
from stadspunt.stromen.intake.tests.postzak import PDF, PNG, ZONDER_KLOK, codes, pakket, props, stuk, tnef

RTF_OVER_TCP = bytes.fromhex(  # the worked example of MS-OXRTFCP, section 3.1.1
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c09002062770 5b06c647d0a800fa0".replace(" ", "")
)
HTML_RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}"
    rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Beste caf\'e9 {\*\htmltag84 <b>}\htmlrtf\b\htmlrtf0 \u8364?5"
    rb"{\*\htmltag92 </b>}{\*\htmltag244 &amp;}\htmlrtf &\htmlrtf0 {\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0}"
)


def _mela(rtf: bytes) -> bytes:
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def _lees(winmail: bytes, *andere: bytes) -> Mailbericht:
    return read_mailbericht(pakket(*andere, stuk(winmail, "application/ms-tnef", naam="winmail.dat")))


def test_text_and_files_come_out_under_their_long_names() -> None:
    bericht = _lees(
        tnef(
            (1, 0x9007, struct.pack("<II", 1252, 0)),
            (1, 0x800C, "Beste gemeente, één vraag.\x00".encode("cp1252")),
            (2, 0x9002, b"\x00" * 14),
            (2, 0x8010, b"BEZWAA~1.PDF\x00"),
            (2, 0x800F, PDF),
            (2, 0x9005, props((0x1F, 0x3707, "Bezwaar café.pdf\x00".encode("utf-16-le")))),
        )
    )
    (bestand,) = bericht.bijlagen
    assert bericht.tekst == "Beste gemeente, één vraag."
    assert (bestand.naam, bestand.inhoud, bestand.bron) == ("Bezwaar café.pdf", PDF, "winmail.dat")


def test_html_inside_shows_its_images() -> None:
    bericht = _lees(
        tnef(
            (
                1,
                0x9003,
                props((0x03, 0x3FDE, struct.pack("<I", 65001)), (0x102, 0x1013, '<p>Zie é</p><img src="cid:foto@x">'.encode())),
            ),
            (2, 0x9002, b""),
            (2, 0x800F, PNG),
            (2, 0x9005, props((0x1E, 0x3704, b"foto.png\x00"), (0x1E, 0x3712, b"foto@x\x00"))),
        )
    )
    assert bericht.html == '<p>Zie é</p><img src="bijlage:0" alt="">'
    assert bericht.bijlagen[0].inline


def test_rich_text_that_was_html_becomes_html_again() -> None:
    bericht = _lees(tnef((1, 0x9003, props((0x102, 0x1009, _mela(HTML_RTF))))))
    assert bericht.html == "<p>Beste café <b>€5</b>&amp;</p>"
    assert bericht.tekst == "Beste café €5&"


def test_the_text_of_the_message_itself_goes_before_that_of_winmail() -> None:
    assert _lees(tnef((1, 0x800C, b"dubbel\x00")), stuk(b"Echt", "text/plain")).tekst == "Echt"


def test_a_message_forwarded_inside_gives_its_text_and_files() -> None:
    binnen = tnef((1, 0x800C, b"Oude tekst\x00"), (2, 0x9002, b""), (2, 0x8010, b"oud.pdf\x00"), (2, 0x800F, PDF))
    soort = bytes.fromhex("0703020000000000c000000000000046")
    buiten = tnef((2, 0x9002, b""), (2, 0x9005, props((0x1E, 0x3001, b"Doorgestuurd\x00"), (0x0D, 0x3701, soort + binnen))))
    assert [(b.naam, b.inhoud) for b in _lees(buiten).bijlagen] == [("Doorgestuurd.txt", b"Oude tekst"), ("oud.pdf", PDF)]


@pytest.mark.parametrize("winmail", [b"", b"\x78\x9f\x3e\x22", b"\x78\x9f\x3e\x22\x00\x00" + b"\xff" * 40, b"geen tnef"])
def test_a_broken_winmail_stays_a_file_and_the_mail_is_read(winmail: bytes) -> None:
    bericht = _lees(winmail, stuk(b"Gewone tekst", "text/plain"))
    assert bericht.tekst == "Gewone tekst"
    assert codes(bericht) == ["winmail-onleesbaar"]
    assert [(b.naam, b.inhoud) for b in bericht.bijlagen] == [("winmail.dat", winmail)]


def test_compressed_rich_text_is_unpacked_as_the_standard_shows() -> None:
    assert decompress_rtf(RTF_OVER_TCP) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_rich_text_shows_what_a_reader_sees() -> None:
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Riched;}Eerste\par tweede\tab \{x\} \u-10179?\u-8694?}"
    assert read_rtf(rtf) == ("Eerste\ntweede\t{x} 😊", False)


@ZONDER_KLOK
@given(st.binary())
def test_any_bytes_can_be_a_winmail(inhoud: bytes) -> None:
    for begin in (
        b"\x78\x9f\x3e\x22\x00\x00",
        tnef((1, 0x9003, inhoud)),
        tnef((2, 0x9002, b""), (2, 0x9005, props((0x1E, 0x3707, inhoud)) + inhoud)),
    ):
        winmail = read_winmail(begin + inhoud)
        assert winmail is None or winmail.tekst or winmail.html or winmail.bijlagen


@ZONDER_KLOK
@given(st.binary())
def test_any_bytes_can_be_rich_text(inhoud: bytes) -> None:
    tekst, _ = read_rtf(decompress_rtf(struct.pack("<II4sI", 0, 0, b"LZFu", 0) + inhoud) + b"{\\rtf1\\fromhtml1 " + inhoud)
    tekst.encode()
