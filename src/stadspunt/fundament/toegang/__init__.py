"""Access: who looks or acts, for which purpose, with which right, and what was seen.

Words: an *actor* (employee, system, visitor) makes a *raadpleging* (a look) or a *handeling*
(an act) for a *doel* (purpose). A *recht* is asked by every gate; the *inzagelogboek* holds
who saw which person. Reads: nothing of the domain.
"""
