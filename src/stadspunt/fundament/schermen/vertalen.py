"""Compile translations without gettext: `python -m stadspunt.fundament.schermen.vertalen MAP...`.

A stranger has no msgfmt, so the .mo files are kept in the repository and this makes them.
It reads what a hand-written .po needs: msgid, msgstr, plurals, msgctxt and continued lines.
A test per app keeps .po and .mo together (`is_vers`). Format: GNU gettext manual, "MO files".
"""

import ast
import struct
import sys
from pathlib import Path


def read_po(tekst: str) -> dict[str, str]:
    """Return key and translation of every translated message; the key is as gettext looks it up.

    Raises ValueError on a line that is no part of a message.
    """
    berichten: dict[str, str] = {}
    velden: dict[str, str] = {}
    veld = ""

    def store() -> None:
        if "msgid" not in velden:
            return
        sleutel = velden["msgid"]
        if "msgctxt" in velden:
            sleutel = f"{velden['msgctxt']}\x04{sleutel}"
        if "msgid_plural" in velden:
            sleutel = f"{sleutel}\x00{velden['msgid_plural']}"
        vormen = [velden[naam] for naam in sorted(velden) if naam.startswith("msgstr")]
        if all(vormen):
            berichten[sleutel] = "\x00".join(vormen)

    for regel in (regel.strip() for regel in tekst.splitlines()):
        if not regel or regel.startswith("#"):
            continue
        if not regel.startswith('"'):
            veld, _, regel = regel.partition(" ")
            if veld in ("msgctxt", "msgid") and any(naam.startswith("msgstr") for naam in velden):
                store()
                velden = {}
            velden[veld] = ""
        if not veld.startswith("msg") or not regel.startswith('"'):
            raise ValueError(f"onleesbare regel: {regel}")
        velden[veld] += ast.literal_eval(regel)
    store()
    return berichten


def build_mo(berichten: dict[str, str]) -> bytes:
    """Return the binary catalogue of `berichten`, sorted by key as the format wants."""
    sleutels = sorted(berichten, key=lambda sleutel: sleutel.encode())
    bronnen = [sleutel.encode() for sleutel in sleutels]
    doelen = [berichten[sleutel].encode() for sleutel in sleutels]
    begin = 7 * 4 + 16 * len(sleutels)
    index, inhoud = [], b""
    for tekst in (*bronnen, *doelen):
        index.append((len(tekst), begin + len(inhoud)))
        inhoud += tekst + b"\x00"
    kop = struct.pack("<7I", 0x950412DE, 0, len(sleutels), 28, 28 + 8 * len(sleutels), 0, begin)
    return kop + b"".join(struct.pack("<2I", *plek) for plek in index) + inhoud


def list_po(map_: Path) -> tuple[Path, ...]:
    """Return the .po files under `map_`."""
    return tuple(sorted(map_.rglob("locale/*/LC_MESSAGES/*.po")))


def is_vers(po: Path) -> bool:
    """Say whether the .mo next to `po` is what compiling it gives."""
    mo = po.with_suffix(".mo")
    return mo.exists() and mo.read_bytes() == build_mo(read_po(po.read_text()))


if __name__ == "__main__":
    for map_ in map(Path, sys.argv[1:] or ["src"]):
        for bestand in list_po(map_):
            bestand.with_suffix(".mo").write_bytes(build_mo(read_po(bestand.read_text())))
