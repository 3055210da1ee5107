"""The order of the KCC to a department: what it asks, by when, and what comes back.

Words: an *Overdracht* is one order (the `internetaak` of the standard); a *ronde* is its place
in the loop of orders about one klantvraag; a *Toetsing* is the check of the KCC on what came
back: in time, complete, clear. The klantvraag itself stays with the KCC and its clock never
restarts. Reads: organisatie, termijnen, klantcontacten.
"""
