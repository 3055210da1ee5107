"""A file of a stranger is given out as a download and as nothing else."""

import pytest

from stadspunt.fundament.schermen.download import build_download, to_content_disposition


@pytest.mark.parametrize("soort", ["text/html", "image/svg+xml", "application/xhtml+xml", "application/x-msdownload", ""])
def test_what_a_browser_could_run_is_just_bytes(soort: str) -> None:
    antwoord = build_download("x", soort, b"<script>alert(1)</script>")
    assert antwoord.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("soort", ["application/pdf", "text/html", "image/png", "text/plain"])
def test_every_file_is_an_attachment_in_a_sandbox_of_its_own(soort: str) -> None:
    koppen = build_download("foto.png", soort, b"abc").headers
    assert koppen["Content-Disposition"].startswith("attachment;")
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in koppen["Cache-Control"]


def test_a_name_in_any_writing_arrives_whole() -> None:
    waarde = to_content_disposition("offerte – café 100%.pdf")
    assert (
        waarde
        == "attachment; filename=\"offerte _ caf_ 100_.pdf\"; filename*=UTF-8''offerte%20%E2%80%93%20caf%C3%A9%20100%25.pdf"
    )


@pytest.mark.parametrize("naam", ['a"; filename="b.exe', "a\r\nSet-Cookie: x=1", "../../etc/passwd", "", "\u202egpj.exe"])
def test_a_name_cannot_add_a_header_or_a_path(naam: str) -> None:
    waarde = to_content_disposition(naam)
    assert not set("\r\n/\\\u202e") & set(waarde)
    assert waarde.count('"') == 2
