"""Put the css of all components in one file, so that a page asks for one.

Run after changing css: `python -m stadspunt.fundament.schermen.bundel`. The result is kept
in the repository (there is no build step); a test fails when it is not fresh.
"""

from pathlib import Path

MAP = Path(__file__).parent / "static" / "schermen"
DOEL = MAP / "stadspunt.css"
_EERST = ("tokens.css", "utrecht.css", "pagina.css")


def build_bundel() -> str:
    """Return the css of every part, tokens first, components by name; the page's own print rules come last."""
    delen = [MAP / naam for naam in _EERST] + sorted((MAP / "componenten").glob("*.css"))
    return "".join(f"/* ---- {deel.relative_to(MAP)} ---- */\n{deel.read_text()}\n" for deel in delen)


if __name__ == "__main__":
    DOEL.write_text(build_bundel())
