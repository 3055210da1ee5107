"""The living style guide: every component in every state, for who makes or checks a screen."""

from django.http import HttpResponse

from stadspunt.fundament.schermen.contrast import TOKENS, compute_contrast, read_kleuren
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.schermen.voorbeelden import contexten
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

DOEL = "stijlgids"


def _list_kleuren() -> list[dict[str, str]]:
    """Return the colour tokens with their contrast on the raised surface, in light and in dark."""
    kleuren = read_kleuren(TOKENS.read_text())
    vlak = kleuren["vlak-verhoogd"]
    return [
        {
            "naam": naam,
            "licht": f"{compute_contrast(kleur.licht, vlak.licht):.1f}".replace(".", ","),
            "donker": f"{compute_contrast(kleur.donker, vlak.donker):.1f}".replace(".", ","),
        }
        for naam, kleur in kleuren.items()
    ]


def _list_iconen() -> list[str]:
    """Return the names of the icons, read from the sprite itself."""
    sprite = (TOKENS.parent / "iconen.svg").read_text()
    return [regel.split('"')[1] for regel in sprite.splitlines() if "<symbol" in regel]


@scherm(doel=DOEL)
def stijl(verzoek: Verzoek) -> HttpResponse:
    """Show every component in the frame of the staff."""
    context = contexten.build_stijlcontext(verzoek.raadpleging.moment)
    return toon(verzoek, "schermen/stijl.html", {**context, "kleuren": _list_kleuren(), "iconen": _list_iconen()})


@scherm(doel=DOEL)
def publiek(verzoek: Verzoek) -> HttpResponse:
    """Show the frame of the public site with a form in it."""
    return toon(verzoek, "schermen/stijl/publiek.html", contexten.build_publiekcontext())


@scherm(doel=DOEL)
def kaal(verzoek: Verzoek) -> HttpResponse:
    """Show the bare frame of sign-in and error pages."""
    return toon(verzoek, "schermen/stijl/kaal.html", contexten.build_kaalcontext())


@scherm(doel=DOEL)
def dialoog(verzoek: Verzoek) -> HttpResponse:
    """Show a page of which a part can also be read in a dialog."""
    context = contexten.build_dialoogcontext()
    return toon(verzoek, "schermen/stijl/dialoogpagina.html", context)
