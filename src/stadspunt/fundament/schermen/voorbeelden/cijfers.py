"""Figures and charts."""

from stadspunt.fundament.schermen.grafiek import Grafiek, Reeks
from stadspunt.fundament.schermen.onderdelen import Kerncijfer, Niveau


def list_cijfers() -> tuple[Kerncijfer, ...]:
    """Return four figures, each with its definition."""
    return (
        Kerncijfer(
            "Vandaag binnen",
            "212",
            "Alle klantcontacten die vandaag zijn geregistreerd, over alle kanalen.",
            "#",
            verschil="18 meer dan vorige maandag",
        ),
        Kerncijfer(
            "Wacht op antwoord",
            "48",
            "Klantvragen zonder antwoord, van alle teams.",
            "#",
            verschil="3 te laat",
            niveau=Niveau.BIJNA,
        ),
        Kerncijfer(
            "Oudste",
            "6",
            "Werkdagen sinds het eerste contact van de oudste open klantvraag.",
            "#",
            "werkdagen",
            niveau=Niveau.TE_LAAT,
        ),
        Kerncijfer(
            "In één keer beantwoord",
            "71",
            "Deel van de klantvragen van deze week dat bij het eerste contact een antwoord kreeg.",
            "#",
            "%",
            "norm is 80%",
        ),
    )


def build_grafieken() -> dict[str, Grafiek]:
    """Return one chart of each kind."""
    dagen = ("ma", "di", "wo", "do", "vr")
    return {
        "staaf": Grafiek(
            "per-onderwerp",
            "Vragen per onderwerp",
            "Afval komt het meest voor, daarna parkeren.",
            "Onderwerp",
            ("Afval", "Parkeren", "Paspoort en identiteitskaart", "Belastingen"),
            (Reeks("Vragen", (132, 97, 88, 41)),),
            "Aantal, deze week",
            norm=100,
        ),
        "lijn": Grafiek(
            "per-dag",
            "Binnengekomen en beantwoord",
            "Op maandag komt het meeste binnen; op donderdag is niets gemeten bij beantwoord.",
            "Dag",
            dagen,
            (Reeks("Binnengekomen", (210, 160, 148, 139, 120)), Reeks("Beantwoord", (150, 171, 152, None, 131))),
            "Aantal per dag",
            norm=180,
            norm_naam="Bezetting",
        ),
        "stapel": Grafiek(
            "per-kanaal",
            "Contacten per kanaal",
            "Telefoon is elke dag het grootste kanaal.",
            "Dag",
            dagen,
            (
                Reeks("Telefoon", (120, 96, 90, 84, 70)),
                Reeks("E-mail", (60, 44, 40, 38, 36)),
                Reeks("Balie", (30, 20, 18, 17, 14)),
            ),
            "Aantal per dag",
        ),
    }
