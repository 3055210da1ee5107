"""The house as the tests see it: its rooms, their furniture, and who imports what."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAKKET = Path(__file__).resolve().parents[2] / "src" / "stadspunt"
VERDIEPINGEN = ("fundament", "bronnen", "stromen", "sturing", "deuren")


@dataclass(frozen=True)
class Bron:
    """One Python file: its module name and where it stands."""

    module: str
    pad: Path

    @property
    def kamer(self) -> str:
        """The room: 'stromen.intake'; for the rest of the package its own name."""
        return ".".join(self.module.split(".")[1:3])

    @property
    def meubel(self) -> str:
        """The piece of furniture: 'models', 'actions', …; '' for the room's own page."""
        return (self.module.split(".") + [""] * 4)[3]

    def ontleed(self) -> ast.Module:
        """Return the syntax tree."""
        return ast.parse(self.pad.read_text("utf-8"))

    def imports(self) -> Iterator[str]:
        """Yield the modules that this file imports, with the imported name added where it comes from one."""
        for knoop in ast.walk(self.ontleed()):
            if isinstance(knoop, ast.Import):
                yield from (naam.name for naam in knoop.names)
            elif isinstance(knoop, ast.ImportFrom) and knoop.module:
                yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def list_bronnen() -> list[Bron]:
    """Return every file of the package that is not a test or a migration."""
    gevonden = []
    for pad in sorted(PAKKET.rglob("*.py")):
        delen = pad.relative_to(PAKKET.parent).with_suffix("").parts
        if "tests" not in delen and "migrations" not in delen:
            gevonden.append(Bron(".".join(delen).removesuffix(".__init__"), pad))
    return gevonden
