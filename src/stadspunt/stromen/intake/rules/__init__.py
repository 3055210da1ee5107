"""Reading what comes in, purely: bytes in, frozen values out, never an exception.

`lezen.read_mailbericht` reads one e-mail; `automatisch` says what kind it is and whether a robot
may answer it; `draad` says to which question it may belong; `sleutel` says whether it came before.
"""
