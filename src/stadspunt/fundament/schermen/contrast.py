"""Contrast of the tokens, so that the promise of AA is a sum and not an opinion.

Also a command for who makes a theme: `python -m stadspunt.fundament.schermen.contrast thema.css`
prints every pair that is too faint with that theme, and exits with 1 when there is one.

Source: WCAG 2.2, success criteria 1.4.3 (text 4.5) and 1.4.11 (edges and marks 3), and its
definition of relative luminance.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

TOKENS = Path(__file__).parent / "static" / "schermen" / "tokens.css"
_TOKEN = re.compile(r"--stadspunt-([a-z0-9-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)", re.IGNORECASE)
_COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)

_VLAKKEN = ("vlak", "vlak-verhoogd", "vlak-verzonken", "vlak-gekozen")
_TEKSTEN = ("tekst", "tekst-zacht", "link", "accent", "accent-sterk")
_MELDINGEN = ("info", "ok", "let-op", "fout")
_TEKST, _RAND = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Kleur:
    """A colour in light and in dark, as #rrggbb."""

    licht: str
    donker: str


@dataclass(frozen=True, slots=True)
class Paar:
    """Two tokens that meet on a screen and the least contrast between them."""

    voor: str
    achter: str
    minimum: float


def list_paren() -> tuple[Paar, ...]:
    """Return every pair of tokens that the css puts on each other."""
    paren = [Paar(voor, vlak, _TEKST) for voor, vlak in product(_TEKSTEN, _VLAKKEN)]
    paren += [Paar(rand, vlak, _RAND) for rand, vlak in product(("lijn-sterk", "focus"), _VLAKKEN)]
    paren += [Paar("op-accent", vlak, _TEKST) for vlak in ("accent", "accent-sterk")]
    paren += [Paar("op-gevaar", vlak, _TEKST) for vlak in ("gevaar", "gevaar-sterk")]
    for soort in _MELDINGEN:
        paren += [Paar(f"{soort}-tekst", vlak, _TEKST) for vlak in (f"{soort}-vlak", *_VLAKKEN)]
        paren += [Paar(f"{soort}-rand", vlak, _RAND) for vlak in (f"{soort}-vlak", *_VLAKKEN)]
        paren += [Paar(voor, f"{soort}-vlak", _TEKST) for voor in ("tekst", "link")]
    paren += [Paar(f"grafiek-{nummer}", "vlak-verhoogd", _RAND) for nummer in range(1, 7)]
    return tuple(paren)


def read_kleuren(css: str) -> dict[str, Kleur]:
    """Return the colour tokens in `css`; a later one replaces an earlier one, as in a browser."""
    zonder = _COMMENTAAR.sub("", css)
    return {naam: Kleur(licht.lower(), donker.lower()) for naam, licht, donker in _TOKEN.findall(zonder)}


def compute_luminantie(kleur: str) -> float:
    """Return the relative luminance of a #rrggbb colour (WCAG 2.2)."""
    delen = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def compute_contrast(een: str, ander: str) -> float:
    """Return the contrast of two #rrggbb colours, from 1 to 21."""
    donkerste, lichtste = sorted((compute_luminantie(een), compute_luminantie(ander)))
    return (lichtste + 0.05) / (donkerste + 0.05)


def list_te_zwak(kleuren: Mapping[str, Kleur]) -> tuple[str, ...]:
    """Return a line for each pair that is too faint in light or in dark."""
    regels = []
    for paar in list_paren():
        voor, achter = kleuren[paar.voor], kleuren[paar.achter]
        for thema, een, ander in (("licht", voor.licht, achter.licht), ("donker", voor.donker, achter.donker)):
            contrast = compute_contrast(een, ander)
            if contrast < paar.minimum:
                regels.append(f"{thema}: {paar.voor} op {paar.achter} is {contrast:.2f}, nodig is {paar.minimum}")
    return tuple(regels)


def main(paden: list[str]) -> int:
    """Print what is too faint when the theme files in `paden` are loaded after the tokens; return the exit code."""
    css = "".join(Path(pad).read_text() for pad in [str(TOKENS), *paden])
    regels = list_te_zwak(read_kleuren(css))
    print("\n".join(regels) or "Alle kleuren hebben genoeg contrast.")
    return 1 if regels else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
