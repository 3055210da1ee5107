"""Stories through the whole house: real mail in and out, a real browser, the real database."""

from stadspunt.deuren.inkomend.tests.conftest import luister
from stadspunt.stromen.correspondentie.tests.conftest import mailserver
from tests.browser.conftest import chromium, levende_stad, pagina

__all__ = ["chromium", "levende_stad", "luister", "mailserver", "pagina"]
