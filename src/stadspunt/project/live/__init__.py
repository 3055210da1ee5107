"""Live lists: tells browsers that a list changed, never what is in it.

One process with one LISTEN connection; each browser holds one stream of server-sent events.
A *lijst* is a name such as `team-3`; who may follow it is decided by the gate that the
setting STADSPUNT_LIVE_POORT names.
"""
