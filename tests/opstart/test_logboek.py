"""Logs: one JSON object a line, and nobody to be found in them."""

import json
import logging
from pathlib import Path

import pytest
import structlog

from stadspunt.project.opstart import logboek


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return a file that receives one logger's lines as a part of StadsPunt writes them."""
    bestand = tmp_path / "web.log"
    opmaak = logboek.build_logging("web", bestand=bestand)
    vormer = {naam: waarde for naam, waarde in opmaak["formatters"]["json"].items() if naam != "()"}
    pen = logging.FileHandler(bestand)
    pen.setFormatter(structlog.stdlib.ProcessorFormatter(**vormer))
    logger = logging.getLogger("proef.logboek")
    logger.handlers, logger.propagate = [pen], False
    return bestand


def _lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(regel) for regel in log.read_text().splitlines()]


@pytest.mark.parametrize(
    "persoonlijk",
    ["joost.jansen@voorbeeld.nl", "123456782", "06-12345678", "+31 6 12345678", "0612345678", "NL91ABNA0417164300"],
)
def test_what_points_to_a_person_is_struck_out(log: Path, persoonlijk: str) -> None:
    logging.getLogger("proef.logboek").warning("van %s gekregen", persoonlijk)
    assert persoonlijk not in log.read_text()
    assert _lines(log)[0]["event"] == "van [weggelaten] gekregen"


@pytest.mark.parametrize("gewoon", ["2026-000123", "2026-11-24T08:02:35.616350Z", "klantvraag 12345", "127.0.0.1:8025"])
def test_what_an_administrator_needs_stays(gewoon: str) -> None:
    assert logboek.strike_out(gewoon) == gewoon


def test_an_exception_is_told_by_kind_and_place_without_its_message(log: Path) -> None:
    try:
        try:
            raise KeyError("de buurvrouw van Joost")
        except KeyError as fout:
            raise ValueError("Key (naam)=(Joost Jansen) already exists") from fout
    except ValueError:
        logging.getLogger("proef.logboek").exception("mislukt")
    regel = _lines(log)[0]
    assert "Joost" not in log.read_text()
    assert regel["fout"] == ["builtins.ValueError", "builtins.KeyError"]
    assert "test_logboek.py" in str(regel["plek"])


def test_the_arguments_of_a_job_are_left_out() -> None:
    regel = logboek.drop_arguments(
        None, "", {"logger": "procrastinate.worker", "event": "Job post.zend(tekst='hallo Joost') fails"}
    )
    assert regel["event"] == "Job post.zend(...) fails"


def test_every_line_says_which_part_and_when(log: Path) -> None:
    logging.getLogger("proef.logboek").warning("dag")
    assert _lines(log)[0].keys() >= {"dienst", "op", "level", "event", "logger"}
