"""The shape of messages: line ends, boundaries, transfer encodings, alternatives, and what mail programs make of them."""

import pytest

from stadspunt.stromen.intake.rules.codering import decode_base64, split_uuencode
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.platte_tekst import unflow
from stadspunt.stromen.intake.tests.postzak import PDF, brief, codes, lees, pakket, stuk


@pytest.mark.parametrize(
    ("naam", "tekst", "waarschuwingen"),
    [
        ("alleen-koppen", "", []),
        ("geen-witregel", "Dit is meteen de tekst, zonder lege regel ervoor.\nTweede regel.", []),
        ("alleen-cr", "Regel een\nRegel twee", []),
        ("cr-cr-lf", "Regel een\nRegel twee", []),
        ("regeleinden-door-elkaar", "Een\nTwee\nDrie\nVier", []),
        ("mbox-regel", "Tekst", []),
        ("grens-ontbreekt", "Toch gelezen\n\nen dit", ["grens-ontbreekt"]),
        ("grens-klopt-niet", "Gewoon tekst, nergens een grens.", ["grens-ontbreekt"]),
        ("niet-gesloten", "Eerste", []),
        ("zelfde-grens-genest", "Plat\n\nOpgemaakt", ["grens-ontbreekt"]),
        ("base64-met-troep", "Goedemiddag, hier is de hele tekst van mijn vraag aan de gemeente.", ["base64-onzuiver"]),
        ("base64-aan-elkaar", "Eerste stuk. Tweede stuk!!!Derde.", []),
        (
            "base64-is-leugen",
            "Dit is helemaal geen base64, maar gewone tekst van een kapotte formuliermailer.",
            ["codering-klopte-niet"],
        ),
        (
            "base64-verzwegen",
            "Deze tekst is gecodeerd, maar dat staat er niet bij. Dat komt voor bij oude systemen.",
            ["codering-klopte-niet"],
        ),
        ("qp-verzwegen", "Ik ben geïnteresseerd in een café aan de haven, wat kost dat?", ["codering-klopte-niet"]),
        ("qp-zachte-regel-in-teken", "Een café met een ruïne. Kapot: =ZZ", []),
        ("html-heet-plat", "Ik ben HTML", []),
        ("plat-heet-html", "Eerste regel\nTweede regel", []),
        (
            "plat-is-stand-in",
            "De container is al drie weken niet geleegd in onze straat, ondanks twee eerdere meldingen.",
            [],
        ),
        ("dubbele-koppen", "<b>plat</b>", []),
        ("apple-mail-in-stukken", "Eerst deze:\n\nEn dan deze:\n\nGroet, Bram", []),
        ("formuliermailer", "Naam: Ans König\nTelefoon: 06 12345678\nBericht: Het café mag geen terras zetten?", []),
        ("uuencode-in-tekst", "Hierbij het bestand.\n\nGroet", []),
        ("scanner", "", []),
    ],
)
def test_the_text_of_a_misshapen_message_is_found(naam: str, tekst: str, waarschuwingen: list[str]) -> None:
    bericht = lees(naam)
    assert (bericht.tekst, codes(bericht)) == (tekst, waarschuwingen)


def test_the_attachments_of_misshapen_messages_are_found() -> None:
    assert [b.naam for b in lees("apple-mail-in-stukken").bijlagen] == ["een.png", "een.png"]
    assert [b.naam for b in lees("appledouble").bijlagen] == ["brief.pdf"]
    assert [b.naam for b in lees("niet-gesloten").bijlagen] == ["half.pdf"]
    assert [(b.naam, b.inhoud) for b in lees("uuencode-in-tekst").bijlagen] == [("notitie.txt", b"Dit is de notitie.")]


def test_a_message_that_is_only_an_attachment_has_that_and_no_text() -> None:
    bericht = lees("leeg-met-bijlage")
    assert bericht.tekst == ""
    assert [b.naam for b in bericht.bijlagen] == ["Aanvraag café.pdf"]


def test_a_forwarded_message_is_kept_whole_under_its_subject_and_named_in_the_text() -> None:
    bericht = lees("doorgestuurd-als-bijlage")
    (bijlage,) = bericht.bijlagen
    assert bericht.tekst == "Deze mail kreeg ik gisteren.\n\n[Bijgevoegd bericht: Laatste aanmaning € 450]"
    assert (bijlage.naam, bijlage.onderwerp) == ("Laatste aanmaning € 450.eml", "Laatste aanmaning € 450")
    assert bijlage.inhoud.startswith(b"From: Oplichter")
    assert bericht.afzender is not None and bericht.afzender.adres == "wim@example.org"


def test_a_digest_gives_its_messages() -> None:
    assert [b.onderwerp for b in lees("digest").bijlagen] == ["Eerste", "Tweede"]


def test_a_named_text_after_the_body_is_a_file() -> None:
    bericht = read_mailbericht(
        pakket(
            stuk(b"Zie bestand", "text/plain"),
            stuk(b"inhoud", "text/plain", kop='Content-Disposition: inline; filename="a.txt"\r\n'),
        )
    )
    assert bericht.tekst == "Zie bestand"
    assert [b.naam for b in bericht.bijlagen] == ["a.txt"]


def test_nested_alternatives_give_one_text_and_one_html() -> None:
    binnen = pakket(stuk(b"Plat", "text/plain"), stuk(b"<p>Rijk</p>", "text/html"), soort="alternative").split(b"\r\n", 3)[3]
    bericht = read_mailbericht(
        b"Content-Type: multipart/mixed; boundary=buiten\r\n\r\n--buiten\r\n"
        + binnen
        + b"\r\n--buiten\r\n"
        + stuk(PDF, "application/pdf", naam="a.pdf")
    )
    assert (bericht.tekst, bericht.html) == ("Plat", "<p>Rijk</p>")
    assert [b.mediatype_gevonden for b in bericht.bijlagen] == ["application/pdf"]


def test_the_last_alternative_of_a_kind_is_the_richest() -> None:
    bericht = read_mailbericht(pakket(stuk(b"<p>een</p>", "text/html"), stuk(b"<p>twee</p>", "text/html"), soort="alternative"))
    assert bericht.html == "<p>twee</p>"


def test_a_boundary_that_begins_like_its_parents_is_another_boundary() -> None:
    ruw = (
        b"Content-Type: multipart/mixed; boundary=abc\r\n\r\n--abc\r\nContent-Type: multipart/mixed; boundary=abcdef\r\n\r\n"
        b"--abcdef\r\n\r\nbinnen\r\n--abcdef--\r\n--abc\r\n\r\nbuiten\r\n--abc--\r\n"
    )
    assert read_mailbericht(ruw).tekst == "binnen\n\nbuiten"


def test_a_multipart_that_is_itself_in_base64_is_opened_all_the_same() -> None:
    binnen = b"--x\r\nContent-Type: text/plain\r\n\r\nverstopt\r\n--x--\r\n"
    ruw = stuk(binnen, "multipart/mixed; boundary=x")
    assert read_mailbericht(ruw).tekst == "verstopt"


def test_flowed_lines_are_joined_and_quotes_and_signature_keep_theirs() -> None:
    tekst = "> een \n> twee\nEerste helft \ntweede helft.\n \n-- \nAnna"
    assert unflow(tekst, delsp=False) == "> een twee\nEerste helft tweede helft.\n\n-- \nAnna"


def test_flowed_with_delsp_takes_the_space_away() -> None:
    assert unflow("lang \nwoord", delsp=True) == "langwoord"


def test_a_line_of_a_hundred_thousand_characters_is_text() -> None:
    assert len(read_mailbericht(brief(b"a" * 100_000)).tekst) == 100_000


def test_a_text_too_long_to_show_is_kept_whole_as_an_attachment() -> None:
    bericht = read_mailbericht(brief(b"regel\r\n" * 200_000))
    (bijlage,) = bericht.bijlagen
    assert len(bericht.tekst) <= 500_200
    assert bericht.tekst.endswith("[De tekst is te lang om helemaal te laten zien. De hele tekst staat bij de bijlagen.]")
    assert codes(bericht) == ["tekst-te-lang"]
    assert bijlage.inhoud == b"regel\r\n" * 200_000
    assert bijlage.naam == "volledig-bericht.txt"


@pytest.mark.parametrize(
    ("ruw", "inhoud", "waarschuwing"),
    [
        (b"SGFsbG8=", b"Hallo", ""),
        (b"SGFsbG8", b"Hallo", ""),
        (b"SGFs\r\nbG8=\r\n", b"Hallo", ""),
        (b"SGFsbG8=SGFsbG8=", b"HalloHallo", ""),
        (b"SGFsbG8=A", b"Hallo", "base64-onzuiver"),
        (b"S*G?FsbG8=", b"Hallo", "base64-onzuiver"),
        (b"====", b"", ""),
        (b"", b"", ""),
    ],
)
def test_base64_is_decoded_as_far_as_it_goes(ruw: bytes, inhoud: bytes, waarschuwing: str) -> None:
    gelezen, code = decode_base64(ruw)
    assert (gelezen, code) == (inhoud, waarschuwing)


def test_the_word_begin_in_a_text_is_no_file() -> None:
    tekst = b"begin 644 redenen\nom te verhuizen staan hieronder, en dat zijn er veel.\nend\n"
    assert split_uuencode(tekst) == (tekst, ())


@pytest.mark.parametrize(
    ("soort", "codering", "inhoud", "tekst"),
    [
        ("text/plain", "quoted-printable", b"Een lange=\r regel\rtweede", "Een lange regel\ntweede"),
        ("text/plain", "base-64", b"Y2Fmw6kgw6nDqW4=", "café één"),
        ("text/plain", "(c) base64", b"Y2Fmw6kgw6nDqW4=", "café één"),
        (
            "text/plain",
            "base64",
            b"Y2Fmw6kgw6nDqW4gdHdlZSBkcmll\r\n--\r\nDit is een openbaar bericht.\r\n",
            "café één twee drie\n\n--\nDit is een openbaar bericht.",
        ),
        ("text/onbekend", "8bit", b"Toch leesbaar", "Toch leesbaar"),
        ("application/text", "8bit", b"Toch leesbaar", "Toch leesbaar"),
        ("text/enriched", "8bit", b"<bold>Vet</bold> en <<haak\r\n\r\nalinea", "Vet en <haak\nalinea"),
        ("text/rtf", "8bit", rb"{\rtf1\ansi Beste\par gemeente}", "Beste\ngemeente"),
        (
            'message/partial; id="x@y"; number=1; total=2',
            "7bit",
            b"Subject: groot\r\n\r\nHet begin",
            "Het begin\n\n[Dit is een deel van een bericht dat in stukken is verstuurd. Dit is stuk 1.]",
        ),
    ],
)
def test_what_a_reader_would_see_of_rare_kinds_of_text(soort: str, codering: str, inhoud: bytes, tekst: str) -> None:
    assert read_mailbericht(brief(inhoud, soort=soort, codering=codering)).tekst == tekst


def test_a_later_piece_of_a_message_in_pieces_is_kept_as_a_file() -> None:
    bericht = read_mailbericht(brief(b"AAAA", soort='message/partial; id="x@y"; number=2; total=2'))
    assert [b.inhoud for b in bericht.bijlagen] == [b"AAAA"]
    assert "Dit is stuk 2." in bericht.tekst


def test_what_is_left_out_is_told_in_the_text_itself() -> None:
    veel = [stuk(b"x", "text/plain", naam=f"{nr}.txt") for nr in range(260)]
    assert "[Er zijn meer bijlagen dan wij laten zien." in read_mailbericht(pakket(*veel)).eigen_tekst
