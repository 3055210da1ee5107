"""Clients: people and organisations that ask something, and how to reach them.

Words: *Partij* (a person, an organisation, or somebody who stays anonymous), *Digitaaladres*
(a way to reach a partij: e-mail or telephone). Reads: organisatie.
"""
