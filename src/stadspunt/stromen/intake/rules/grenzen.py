"""How much of one message is read. Every limit is far above real mail; the raw message always stays whole.

A limit exists where an attacker could otherwise make the reading cost more than linear time or memory.
"""

from typing import Final

KOPREGELS_BYTES: Final = 1_000_000
KOPREGELS_VERDEROP: Final = 4_000_000
KOPREGELS_AANTAL: Final = 1_000
KOPPEN_BEWAARD: Final = 300
KOPWAARDE_TEKENS: Final = 2_000
ONDERWERP_BYTES: Final = 20_000
ONDERWERP_TEKENS: Final = 1_000
MESSAGE_ID_TEKENS: Final = 400
VERWIJZINGEN: Final = 100
ADRESSEN: Final = 200
DIEPTE: Final = 25
DELEN: Final = 1_000
BIJLAGEN: Final = 250
TEKST_BYTES: Final = 2_000_000
TEKST_TEKENS: Final = 500_000
HTML_TEKENS: Final = 1_000_000
# Browsers parse deeply nested tags in quadratic time; above this number the tags are balanced first.
HTML_TAGS_ONGEWIJZIGD: Final = 2_000
HTML_DIEPTE: Final = 200
HTML_UIT_TEKENS: Final = 4_000_000
ARCHIEF_NAMEN: Final = 5_000
BOUNCES: Final = 50
UITNODIGINGEN: Final = 20
UITGEPAKT_BYTES: Final = 40_000_000
