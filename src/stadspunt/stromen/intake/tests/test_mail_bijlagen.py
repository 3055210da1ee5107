"""Attachments: safe names, true types, and what must not be opened."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.archief import read_inhoudsopgave
from stadspunt.stromen.intake.rules.bestandstype import find_bestandstype
from stadspunt.stromen.intake.rules.bijlagen import find_gevaar, make_bijlage, make_veilige_naam
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Gevaar
from stadspunt.stromen.intake.tests.postzak import (
    EXE,
    OLE,
    PDF,
    PNG,
    ZONDER_KLOK,
    bijlage,
    codes,
    lees,
    pakket,
    stuk,
    versleuteld,
    zip_met,
)

DOCX = zip_met({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
DOCM = zip_met({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})
ODT = (
    b"PK\x03\x04"
    + b"\x00" * 22
    + struct.pack("<HH", 8, 0)
    + b"mimetypeapplication/vnd.oasis.opendocument.text"
    + zip_met({"a": b""})
)


@pytest.mark.parametrize(
    ("inhoud", "mediatype"),
    [
        (PDF, "application/pdf"),
        (b"\xef\xbb\xbf junk " + PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (EXE, "application/x-msdownload"),
        (b"\x7fELF\x02\x01\x01", "application/x-msdownload"),
        (OLE, "application/x-ole-storage"),
        (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (ODT, "application/vnd.oasis.opendocument.text"),
        (zip_met({"a.txt": b"x"}), "application/zip"),
        (b"  <!-- x --><!DOCTYPE html><html>", "text/html"),
        (b"\xff\xfe" + "<html><script>".encode("utf-16-le"), "text/html"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"<?xml version='1.0'?><x:svg xmlns:x='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "text/html"),
        (b"<?xml version='1.0'?><factuur/>", "application/xml"),
        (b"#!/bin/sh\nrm -rf /\n", "text/x-script"),
        (b"Received: from x\r\nSubject: y\r\n\r\n", "message/rfc822"),
        (b"BEGIN:VCARD\r\n", "text/vcard"),
        ("naam;plaats\r\nAnna;Lindewaard é".encode(), "text/plain"),
        (b"MZ is geen programma maar een afkorting", "text/plain"),
        (b"\x00\x01\x02\x03niets bekends", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_content_shows(inhoud: bytes, mediatype: str) -> None:
    assert find_bestandstype(inhoud) == mediatype


@pytest.mark.parametrize(
    ("naam", "inhoud", "opgegeven", "gevaar"),
    [
        ("rekening.pdf", EXE, "application/pdf", Gevaar.PROGRAMMA),
        ("rekening.pdf.exe", b"x", "application/octet-stream", Gevaar.PROGRAMMA),
        ("open mij.lnk", b"x", "application/octet-stream", Gevaar.PROGRAMMA),
        ("factuur.js", b"var a", "text/plain", Gevaar.SCRIPT),
        ("lees.txt", b"#!/bin/sh\n", "text/plain", Gevaar.SCRIPT),
        ("brief.docm", DOCM, "application/octet-stream", Gevaar.MACRO),
        ("brief.docx", DOCM, "application/octet-stream", Gevaar.MACRO),
        ("brief.doc", OLE + "_VBA_PROJECT".encode("utf-16-le"), "application/msword", Gevaar.MACRO),
        ("geheim.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "application/msword", Gevaar.VERSLEUTELD),
        ("pagina.html", b"<html><script>alert(1)</script>", "text/html", Gevaar.HTML),
        ("brief.txt", b"<html><script>alert(1)</script>", "text/plain", Gevaar.HTML),
        ("tekening.svg", b"<svg onload='alert(1)'/>", "image/svg+xml", Gevaar.SVG),
        ("foto.png", b"<?xml version='1.0'?><svg><script/></svg>", "image/png", Gevaar.SVG),
        ("spullen.zip", zip_met({"map/Setup.EXE": b"x"}), "application/zip", Gevaar.ARCHIEF_MET_PROGRAMMA),
        ("spullen.zip", zip_met({"a.docm": b"x"}), "application/zip", Gevaar.ARCHIEF_MET_PROGRAMMA),
        ("geheim.zip", versleuteld(zip_met({"a.pdf": b"x"})), "application/zip", Gevaar.VERSLEUTELD),
        ("kapot.zip", b"PK\x03\x04" + b"\x00" * 100, "application/zip", Gevaar.ARCHIEF_GESLOTEN),
        ("bom.zip", zip_met({str(nr): b"\x00" * 20_000_000 for nr in range(8)}), "application/zip", Gevaar.ARCHIEFBOM),
        ("spullen.rar", b"Rar!\x1a\x07\x00", "application/octet-stream", Gevaar.ARCHIEF_GESLOTEN),
        ("setup.exe.gz", b"\x1f\x8b\x08", "application/gzip", Gevaar.ARCHIEF_MET_PROGRAMMA),
        ("schijf.iso", b"\x00" * 32_769 + b"CD001", "application/octet-stream", Gevaar.SCHIJFKOPIE),
        ("formulier.pdf", PDF + b"/OpenAction<</S/JavaScript/JS(x)>>", "application/pdf", Gevaar.INGESLOTEN_OBJECT),
        ("brief.rtf", b"{\\rtf1{\\object{\\*\\objdata 01}}}", "application/rtf", Gevaar.INGESLOTEN_OBJECT),
        ("foto.jpg", PDF, "image/jpeg", Gevaar.TYPE_KLOPT_NIET),
        ("brief.docx", zip_met({"a.txt": b"x"}), "application/octet-stream", Gevaar.TYPE_KLOPT_NIET),
        ("bestand", PDF, "image/png", None),
        ("rekening.pdf", PDF, "application/octet-stream", None),
        ("foto.jpg", PNG, "image/jpeg", None),
        ("brief.docx", DOCX, "application/octet-stream", None),
        ("brief.odt", ODT, "application/octet-stream", None),
        ("brief.doc", OLE, "application/msword", None),
        ("foto's.zip", zip_met({"een.jpg": b"x", "lees mij.txt": b"y"}), "application/zip", None),
        ("lijst.csv", b"a;b", "text/csv", None),
    ],
)
def test_a_file_that_can_do_harm_is_marked_with_the_reason(
    naam: str, inhoud: bytes, opgegeven: str, gevaar: Gevaar | None
) -> None:
    gelezen = bijlage(inhoud, opgegeven, naam=naam)
    assert gelezen.gevaarlijk == gevaar
    assert gelezen.inhoud == inhoud


def test_every_danger_has_a_sentence_for_the_reader() -> None:
    assert all(gevaar.tekst.endswith(".") for gevaar in Gevaar)


def test_file_names_from_outside_are_made_safe() -> None:
    assert [b.naam for b in lees("naam-gevaarlijk").bijlagen] == [
        "passwd.csv",
        "mijn lijst.csv",
        "rekeningfdp.csv",
        "_CON.csv",
        "lijst met spaties.csv",
        "heel-lang-" * 14 + "heel-l.csv",
    ]


def test_a_name_in_pieces_with_accents_is_joined() -> None:
    assert lees("naam-rfc2231").bijlagen[0].naam == "Bezwaarschrift café De Hoek.pdf"


@pytest.mark.parametrize(
    ("naam", "mediatype", "veilig"),
    [
        ("", "application/pdf", "bijlage-3.pdf"),
        ("...", "image/png", "bijlage-3.png"),
        ("brief", "application/pdf", "brief.pdf"),
        ("nul", "text/plain", "_nul.txt"),
        ("a\x00b<c>.pdf", "application/pdf", "ab_c_.pdf"),
        ("foto\u202egpj.exe", "image/png", "fotogpj.exe"),
        ("e\u0301.txt", "text/plain", "é.txt"),
        ("..\\..\\boot.ini", "text/plain", "boot.ini"),
        ("rekening.exe. . ", "", "rekening.exe"),
    ],
)
def test_a_name_becomes_one_that_every_system_can_save(naam: str, mediatype: str, veilig: str) -> None:
    assert make_veilige_naam(naam, mediatype, 3) == veilig


@ZONDER_KLOK
@given(st.text(), st.sampled_from(["", "application/pdf", "text/html"]))
def test_any_name_becomes_safe(naam: str, mediatype: str) -> None:
    veilig = make_veilige_naam(naam, mediatype, 1)
    assert 0 < len(veilig.encode()) <= 160
    assert not set(veilig) & set('/\\<>:"|?*\x00\n\r\u202e')
    assert veilig.strip(". ") == veilig


@ZONDER_KLOK
@given(st.binary(), st.sampled_from(["a.pdf", "a.zip", "a.doc", "a"]))
def test_any_content_can_be_looked_at(inhoud: bytes, naam: str) -> None:
    for begin in (b"", b"PK\x03\x04", b"%PDF-", b"RIFF", b"PK\x05\x06", OLE[:8]):
        gelezen = make_bijlage(naam, "application/octet-stream", begin + inhoud, volgnummer=1)
        assert gelezen.gevaarlijk == find_gevaar(
            gelezen.naam, gelezen.mediatype_opgegeven, gelezen.mediatype_gevonden, begin + inhoud
        )


def test_a_zip_that_claims_half_a_million_files_is_read_to_a_limit() -> None:
    vol = b"PK\x03\x04" + (b"PK\x01\x02" + b"\x00" * 42) * 500_000 + b"PK\x05\x06" + b"\x00" * 18
    opgave = read_inhoudsopgave(vol)
    assert opgave is not None
    assert (len(opgave.namen), opgave.volledig) == (5_000, False)


def test_a_scanned_document_is_a_pdf_whatever_the_scanner_calls_it() -> None:
    (document,) = lees("scanner").bijlagen
    assert (document.naam, document.mediatype_opgegeven, document.mediatype_gevonden) == (
        "DOC260504-001.pdf",
        "application/octet-stream",
        "application/pdf",
    )


def test_too_many_attachments_are_told() -> None:
    bericht = read_mailbericht(pakket(*[stuk(PNG, "image/png", naam=f"{nr}.png") for nr in range(300)]))
    assert len(bericht.bijlagen) == 250
    assert codes(bericht) == ["bijlagen-weggelaten"]
