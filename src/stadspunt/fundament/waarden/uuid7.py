"""Time-ordered identifiers for the outside (RFC 9562, version 7).

Python has its own `uuid.uuid7` from 3.14 on; PostgreSQL from 18 on. Both are too new to lean on.
"""

import os
import time
import uuid


def make_uuid7() -> uuid.UUID:
    """Return a new UUID version 7: 48 bits of Unix milliseconds, then random bits."""
    millis = time.time_ns() // 1_000_000
    toeval = int.from_bytes(os.urandom(10))
    waarde = (millis & 0xFFFF_FFFF_FFFF) << 80
    waarde |= 0x7 << 76 | (toeval >> 68 & 0xFFF) << 64
    waarde |= 0b10 << 62 | toeval & 0x3FFF_FFFF_FFFF_FFFF
    return uuid.UUID(int=waarde)
