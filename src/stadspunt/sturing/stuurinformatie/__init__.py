"""Facts become figures: what came in, what waits, what is late, what was answered at first contact.

Words: a *Cijfer* is one figure with its *Definitie* (how it is counted, from which source);
behind each figure stands the list of the very things it counts. Reads: organisatie,
termijnen, klantcontacten, intake. It keeps no table of its own.
"""
