"""Messages with the client: what came in, what goes out, and whether it arrived.

Words: a *Bericht* is one message in or out, tied to one or more questions; a *Verzending* is
the way out of one message (planned, sent, failed, bounced); a *Sjabloon* is a text to start
an answer from; an *ontvangstbevestiging* (receipt) says that a question was received, once.
Reads: klantcontacten, documenten, producten, partijen, organisatie.
"""
