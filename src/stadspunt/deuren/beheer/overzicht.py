"""What needs the administrator's eye, in one look."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.queries_beheer import count_zonder_eigenaar
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.aandacht import build_aandacht
from stadspunt.deuren.beheer.navigatie import list_groepen
from stadspunt.fundament.schermen.onderdelen import Kerncijfer, Niveau
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import count_onbekeken_noodinzagen


@scherm(doel=Doel.BEHEREN)
def overzicht(verzoek: Verzoek) -> HttpResponseBase:
    """Show the counts of what waits, each with the list behind it, and every part of the administration."""
    zonder = count_zonder_eigenaar(verzoek.raadpleging)
    cijfers = [
        Kerncijfer(
            "Zonder eigenaar",
            str(zonder),
            "Kanalen en ingangen die in gebruik zijn en waarvan niemand de eigenaar is.",
            "/beheer/ingangen/?zonder=eigenaar",
            niveau=Niveau.BIJNA if zonder else Niveau.KLAAR,
        )
    ]
    if verzoek.raadpleging.actor.has_recht(Doel.BEHEREN, "noodinzage.toezien"):
        onbekeken = count_onbekeken_noodinzagen(verzoek.raadpleging)
        cijfers.append(
            Kerncijfer(
                "Noodinzage niet bekeken",
                str(onbekeken),
                "Keren dat een medewerker noodinzage vroeg, en die de privacy officer nog niet bekeek.",
                "/beheer/noodinzagen/",
                niveau=Niveau.TE_LAAT if onbekeken else Niveau.KLAAR,
            )
        )
    cijfers += build_aandacht(verzoek.raadpleging)
    inhoud = {
        "cijfers": cijfers,
        "groepen": list_groepen(verzoek.raadpleging),
        "stijl": verzoek.raadpleging.actor.has_doel(Doel.STIJLGIDS),
    }
    return toon(verzoek, "beheer/overzicht.html", inhoud)
