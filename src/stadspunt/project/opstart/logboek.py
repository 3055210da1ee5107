"""Structured logs: one JSON object a line, without personal data.

Whatever a library logs goes through the same mill. E-mail addresses, citizen service numbers,
phone numbers and bank accounts are struck out wherever they stand, and of an exception
only its kind and the lines of our code remain: its message may quote what a resident wrote.
"""

import logging
import logging.config
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

WEG = "[weggelaten]"
# Order matters: an address holds digits, an account holds a number that looks like a phone.
PERSOONLIJK = (
    re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b"),
    re.compile(r"(?<![\w.:-])(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?![\w:-])"),
    re.compile(r"(?<![\w.:/-])\d{9}(?![\w.:/-])"),
)
STIL = ("django.server", "django.template", "asyncio", "procrastinate")
MAX_FRAMES = 30
JOB_ARGUMENTEN = re.compile(r"\(.*\)", re.DOTALL)


def strike_out(tekst: str) -> str:
    """Return `tekst` without what points to a person (RFC 5321 addresses, IBAN, Dutch phone number, BSN)."""
    for patroon in PERSOONLIJK:
        tekst = patroon.sub(WEG, tekst)
    return tekst


def protect(_logger: WrappedLogger, _methode: str, event: EventDict) -> EventDict:
    """Strike out personal data in every value of a log line."""
    return {naam: _protect_value(waarde) for naam, waarde in event.items()}


def _protect_value(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return strike_out(waarde)
    if isinstance(waarde, dict):
        return {naam: _protect_value(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_protect_value(deel) for deel in waarde]
    return waarde


def tell_exception(_logger: WrappedLogger, _methode: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by the kind of the error and where it came from, without its message."""
    exc_info = event.pop("exc_info", None)
    if isinstance(exc_info, BaseException):
        fout: BaseException | None = exc_info
    elif isinstance(exc_info, tuple):
        fout = exc_info[1]
    else:
        fout = sys.exc_info()[1] if exc_info else None
    if fout is not None:
        event["fout"] = _name_chain(fout)
        event["plek"] = _list_frames(fout.__traceback__)
    event.pop("stack_info", None)
    return event


def _name_chain(fout: BaseException) -> list[str]:
    namen: list[str] = []
    stap: BaseException | None = fout
    while stap is not None and len(namen) < 10:
        code = getattr(stap, "sqlstate", None)
        namen.append(f"{type(stap).__module__}.{type(stap).__qualname__}" + (f" {code}" if code else ""))
        stap = stap.__cause__ or (None if stap.__suppress_context__ else stap.__context__)
    return namen


def _list_frames(spoor: TracebackType | None) -> list[str]:
    stappen = traceback.extract_tb(spoor)[-MAX_FRAMES:]
    return [f"{stap.filename}:{stap.lineno} {stap.name}" for stap in stappen]


def drop_arguments(_logger: WrappedLogger, _methode: str, event: EventDict) -> EventDict:
    """Remove the record of the standard library, and the arguments of a job: they may hold anything."""
    event.pop("_record", None)
    event.pop("_from_structlog", None)
    if str(event.get("logger", "")).startswith("procrastinate"):
        event["event"] = JOB_ARGUMENTEN.sub("(...)", str(event.get("event", "")))
    job = event.get("job")
    if isinstance(job, dict):
        event["job"] = {naam: job.get(naam) for naam in ("id", "task_name", "queue", "attempts")}
    return event


VOORAF: tuple[Any, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="op"),
)


def build_logging(dienst: str, niveau: str = "INFO", bestand: Path | None = None) -> dict[str, Any]:
    """Return the configuration for `logging.config.dictConfig`: JSON lines on standard output, or in `bestand`."""
    if bestand is None:
        uit = {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}
    else:
        uit = {"class": "logging.FileHandler", "filename": str(bestand), "encoding": "utf-8", "formatter": "json"}

    def name_dienst(_logger: WrappedLogger, _methode: str, event: EventDict) -> EventDict:
        event["dienst"] = dienst
        return event

    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [*VOORAF, structlog.stdlib.ExtraAdder(allow={"action", "job"})],
                "processors": [
                    name_dienst,
                    tell_exception,
                    drop_arguments,
                    protect,
                    structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
                ],
            }
        },
        "handlers": {"uit": uit},
        "root": {"handlers": ["uit"], "level": niveau},
        # Its lines about each job quote the arguments of that job: only its warnings are let through.
        "loggers": {
            **{naam: {"handlers": [], "level": "WARNING", "propagate": True} for naam in STIL},
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "_granian": {"handlers": ["uit"], "level": "WARNING", "propagate": False},
            "granian.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }


def configure(dienst: str, niveau: str = "INFO", bestand: Path | None = None) -> None:
    """Send all logs of this process, ours and those of libraries, out as JSON lines."""
    logging.config.dictConfig(build_logging(dienst, niveau, bestand))
    logging.captureWarnings(True)
    structlog.configure(
        processors=[*VOORAF, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[niveau]),
        cache_logger_on_first_use=True,
    )
