"""The charts of the dashboard; each comes with its table."""

from stadspunt.fundament.schermen.grafiek import Grafiek, Reeks
from stadspunt.sturing.stuurinformatie.beelden import Dashboard


def build_kanaalgrafiek(cijfers: Dashboard) -> Grafiek | None:
    """Return today's contacts per channel, None when there is no channel at all."""
    if not cijfers.kanalen:
        return None
    meeste = max(cijfers.kanalen, key=lambda kanaal: kanaal.aantal)
    omschrijving = f"De meeste contacten kwamen via {meeste.naam}." if meeste.aantal else "Er kwam vandaag nog niets binnen."
    return Grafiek(
        id="per-kanaal",
        titel="Vandaag binnen per kanaal",
        omschrijving=omschrijving,
        categorie="Kanaal",
        categorieen=tuple(kanaal.naam for kanaal in cijfers.kanalen),
        reeksen=(Reeks("Contacten", tuple(float(kanaal.aantal) for kanaal in cijfers.kanalen)),),
        eenheid="contacten",
    )


def build_trendgrafiek(cijfers: Dashboard) -> Grafiek:
    """Return what came in and what was closed, day by day."""
    erbij = sum(dag.ontvangen - dag.afgehandeld for dag in cijfers.dagen)
    omschrijving = "Er kwam evenveel binnen als er werd afgehandeld."
    if erbij:
        omschrijving = f"Er kwamen {abs(erbij)} vragen {'meer' if erbij > 0 else 'minder'} binnen dan er werden afgehandeld."
    return Grafiek(
        id="trend",
        titel=f"Ontvangen en afgehandeld in {len(cijfers.dagen)} dagen",
        omschrijving=omschrijving,
        categorie="Dag",
        categorieen=tuple(f"{dag.dag.day}-{dag.dag.month}" for dag in cijfers.dagen),
        reeksen=(
            Reeks("Ontvangen", tuple(float(dag.ontvangen) for dag in cijfers.dagen)),
            Reeks("Afgehandeld", tuple(float(dag.afgehandeld) for dag in cijfers.dagen)),
        ),
        eenheid="vragen per dag",
    )
