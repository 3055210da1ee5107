"""Building the environment: what the tools print becomes a sentence that says what to do."""

from pathlib import Path

import pytest

from stadspunt.project.opstart import inrichten
from stadspunt.project.opstart.inrichten import CertificateError, explain

WHEELS = inrichten.__file__.replace("inrichten.py", "uv.txt")


@pytest.mark.parametrize(
    ("uitvoer", "zin"),
    [
        ("error: Failed to fetch: `https://pypi.org/simple/django/`\n  Caused by: dns error", "geen verbinding met pypi.org"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError('", "geen verbinding met pypi.org"),
        ("invalid peer certificate: UnknownIssuer", "SSL_CERT_FILE"),
        ("error: failed to write: No space left on device (os error 28)", "De schijf is vol"),
        ("doesn't have a source distribution or wheel for the current platform", "glibc 2.28"),
        ("thread panicked", "Verwijder de map"),
    ],
)
def test_a_failure_says_what_to_do(tmp_path: Path, uitvoer: str, zin: str) -> None:
    assert zin in explain(uitvoer, tmp_path).tekst


def test_what_the_tools_said_is_kept_for_who_wants_to_know(tmp_path: Path) -> None:
    explain("thread panicked", tmp_path)
    assert (tmp_path / "inrichten.log").read_text() == "thread panicked"


def test_a_network_with_its_own_certificates_is_recognised(tmp_path: Path) -> None:
    assert isinstance(explain("SSLError(SSLCertVerificationError", tmp_path), CertificateError)


def test_the_installer_is_pinned_by_hash() -> None:
    regels = Path(WHEELS).read_text().splitlines()
    assert sum("--hash=sha256:" in regel for regel in regels) > 5
    assert [regel for regel in regels if regel.startswith("uv==")]
