"""Charsets that lie, are absent, or are mixed; text that a database can keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.tekens import decode_tekst, find_codec, repair_mojibake, to_opslaanbaar
from stadspunt.stromen.intake.tests.postzak import ZONDER_KLOK, brief, codes, lees


@pytest.mark.parametrize(
    ("naam", "tekst", "waarschuwingen"),
    [
        ("utf8-heet-latin1", "Geïnteresseerd in een café aan de één-na-laatste straat", ["tekenset-klopte-niet"]),
        ("latin1-heet-utf8", "Geïnteresseerd in een café", ["tekenset-klopte-niet"]),
        ("cp1252-heet-ascii", "Kost dat € 10 – of “meer”?", []),
        ("geen-tekenset-8bit", "Een ruïne", []),
        ("onbekende-tekenset", "Patiënt", ["tekenset-klopte-niet"]),
        ("gb18030", "您好，我想申请护照。镕", []),
        ("iso-2022-jp", "引っ越しました。", []),
        ("dubbel-gecodeerd", "Beëindiging van één vergunning: € 5", ["mojibake-hersteld"]),
        ("gemengde-tekenset", "Dank, één vraag nog: café België?\n> U bent geïnteresseerd", ["tekenset-fout"]),
        ("utf16", "Café", []),
        ("cyrillisch-zonder-label", "Здравствуйте, я хочу получить паспорт для моего ребёнка. Какие документы нужны?", []),
        ("nul-en-stuurtekens", "Hallo wereld[31m", []),
    ],
)
def test_text_is_read_as_it_was_meant(naam: str, tekst: str, waarschuwingen: list[str]) -> None:
    bericht = lees(naam)
    assert (bericht.tekst, codes(bericht)) == (tekst, waarschuwingen)


def test_utf_7_is_decoded_before_the_sanitiser_looks_so_that_it_hides_no_tags() -> None:
    bericht = lees("utf-7-list")
    assert bericht.html == "<p>Hallo </p>"


@pytest.mark.parametrize(
    ("inhoud", "soort", "tekst"),
    [
        (b"Caf+AOk +AOkA6Q-n", "text/plain; charset=utf-7", "Café één"),
        (b"2+2 is 4+", "text/plain; charset=utf-7", "2+2 is 4+"),
        ("Café één".encode("utf-16"), "text/plain", "Café één"),
        ("Café één".encode("utf-16"), "text/plain; charset=utf-8", "Café één"),
        ("您好我想申請護照".encode("big5"), "text/plain; charset=big5-hkscs", "您好我想申請護照"),
        ("Здравствуйте".encode("mac_cyrillic"), "text/plain; charset=x-mac-cyrillic", "Здравствуйте"),
        ("çocuğum".encode("mac_turkish"), "text/plain; charset=x-mac-turkish", "çocuğum"),
        ("Καλημέρα".encode("mac_greek"), "text/plain; charset=x-mac-greek", "Καλημέρα"),
        (b"Blij \xed\xa0\xbd\xed\xb8\x80 daar", "text/plain; charset=utf-8", "Blij 😀 daar"),
        (b"a\xed\xa0\xbd\xed\xb8\x80\xff", "text/plain; charset=utf-8", "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"),
        (
            "<meta charset=iso-8859-2><p>złożyć".encode("iso-8859-2"),
            "text/html",
            "złożyć",
        ),
        ("<meta charset=utf-16><p>café".encode(), "text/html", "café"),
    ],
)
def test_charsets_of_old_programs_and_silent_labels(inhoud: bytes, soort: str, tekst: str) -> None:
    assert read_mailbericht(brief(inhoud, soort=soort)).tekst == tekst


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        (" 'utf8' ", "utf-8"),
        ("gb2312", "gb18030"),
        ("windows-1250", "cp1250"),
        ("ks_c_5601-1987", "cp949"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_a_label_is_read_as_browsers_read_it(label: str, codec: str) -> None:
    assert find_codec(label) == codec


@pytest.mark.parametrize(
    "label", ["utf-7", "unicode-1-1-utf-7", "zlib", "hex", "rot13", "idna", "punycode", "nonsens", "x" * 500]
)
def test_what_is_no_text_encoding_is_not_trusted(label: str) -> None:
    assert find_codec(label) == ""


@pytest.mark.parametrize("tekst", ["SÃO PAULO", "Ã la carte en één", "café", "50 °C", "Goed Â…", "naïve Â§ 5 – één"])
def test_text_that_may_be_right_is_not_repaired(tekst: str) -> None:
    assert repair_mojibake(tekst) == tekst


def test_a_cut_character_at_the_end_does_not_spoil_the_rest() -> None:
    assert decode_tekst("België en café".encode()[:-1], "utf-8") == ("België en cafÃ", "tekenset-fout")


@ZONDER_KLOK
@given(st.text())
def test_every_utf_8_text_survives_whatever_the_label_says_or_comes_out_repaired(tekst: str) -> None:
    for label in ("utf-8", "", "iso-8859-1", "onbekend"):
        gelezen, waarschuwing = decode_tekst(tekst.encode(), label)
        verwacht = to_opslaanbaar(tekst.removeprefix("\ufeff").replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n"))
        assert gelezen == verwacht or waarschuwing == "mojibake-hersteld"


@ZONDER_KLOK
@given(st.binary(), st.sampled_from(["", "utf-8", "utf-16", "utf-32", "gb18030", "iso-2022-jp", "hz-gb-2312", "cp1252", "big5"]))
def test_any_bytes_become_text_that_postgresql_keeps(inhoud: bytes, label: str) -> None:
    tekst, _ = decode_tekst(inhoud, label)
    assert "\x00" not in tekst
    tekst.encode("utf-8", "strict")


@ZONDER_KLOK
@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x17F), min_size=1))
def test_what_was_double_encoded_is_repaired_exactly(tekst: str) -> None:
    try:
        dubbel = tekst.encode().decode("cp1252")
    except UnicodeDecodeError:
        return
    assert repair_mojibake(dubbel) == tekst
