"""One file with everything: made while the system runs, compared when it is put back.

Words: a *reservekopie* is the file, its *manifest* says what must be in it, its *zegel* is the hash over
the whole file, a *proef* is putting it back on a server of its own and comparing.
"""
