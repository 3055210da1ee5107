"""Messages read per second on one core.

Run from the root of the checkout: `.venv/bin/python bench/mail_lezen.py [seconds]`.

Reads, classifies and makes the key of ordinary messages in the mixture of a contact centre: short answers from a phone,
Outlook and Gmail with HTML and history, newsletters, photos of a few hundred kilobytes, scanned documents, reports.
"""

import base64
import sys
import time
from pathlib import Path

import stadspunt.stromen.intake.tests as proeven
from stadspunt.stromen.intake.rules.automatisch import classify
from stadspunt.stromen.intake.rules.draad import find_draad
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.sleutel import compute_sleutel

BERICHTEN = Path(proeven.__file__).parent / "berichten"
GEWOON = {
    "ios-kort": 20,
    "outlook-nl": 25,
    "gmail-nl": 25,
    "apple-mail-nl": 5,
    "thunderbird-nl-tussendoor": 3,
    "formuliermailer": 5,
    "nieuwsbrief": 4,
    "scanner": 3,
    "afwezig-outlook-nl": 3,
    "bounce-postfix": 2,
}


def build_post() -> list[bytes]:
    """Return a hundred messages: those above by their share, and five with a real load of HTML or a photo."""
    post = [(BERICHTEN / f"{naam}.eml").read_bytes() for naam, aantal in GEWOON.items() for _ in range(aantal)]
    opmaak = '<p class="MsoNormal" style="margin:0"><span style="font-size:11.0pt;color:#1F497D">Beste, <b>dank</b> u.</span></p>'
    lang = f"<html><head><style>p{{margin:0}}</style></head><body>{opmaak * 250}</body></html>".encode()
    foto = base64.encodebytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 1_600)
    kop = b"From: Anna <anna@example.org>\r\nTo: kcc@example.nl\r\nSubject: Foto\r\nMIME-Version: 1.0\r\n"
    post += [kop + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + lang] * 3
    delen = b"--g\r\n\r\nZie foto\r\n--g\r\nContent-Type: image/jpeg; name=f.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    post += [kop + b"Content-Type: multipart/mixed; boundary=g\r\n\r\n" + delen + foto + b"--g--\r\n"] * 2
    return post


def measure(seconden: float) -> float:
    """Return messages per second of processor time."""
    post = build_post()
    aantal, begin = 0, time.process_time()
    while time.process_time() - begin < seconden:
        for ruw in post:
            bericht = read_mailbericht(ruw)
            classify(bericht)
            find_draad(bericht)
            compute_sleutel(ruw, bericht)
        aantal += len(post)
    return aantal / (time.process_time() - begin)


if __name__ == "__main__":
    print(f"{measure(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0):.0f} messages per second on one core")
