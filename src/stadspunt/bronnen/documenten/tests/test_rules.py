"""What a kind of file is called."""

import pytest

from stadspunt.bronnen.documenten.rules import describe_bestandssoort


@pytest.mark.parametrize(
    ("mediatype", "soort"),
    [
        ("application/pdf", "PDF"),
        ("image/jpeg", "Afbeelding"),
        ("application/x-msdownload", "Programma"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        ("text/csv", "CSV"),
        ("text/plain", "Tekst"),
        ("application/octet-stream", "Onbekende soort"),
    ],
)
def test_a_file_is_called_by_what_is_in_it(mediatype: str, soort: str) -> None:
    assert describe_bestandssoort(mediatype) == soort
