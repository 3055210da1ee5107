"""Today's open work."""

from stadspunt.project.demo.laden.inrichting import Inrichting


def build_vandaag(inrichting: Inrichting) -> None:
    """Build it."""
