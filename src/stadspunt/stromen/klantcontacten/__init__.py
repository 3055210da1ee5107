"""The klantvraag and its klantcontacten: owner, promise, answer.

Words: a *Klantcontact* is one moment over one channel; a *Klantvraag* is what the client
wants, owned by the KCC from the first moment until the client has an answer; a *Contactvraag*
ties the two together (one call can hold several questions, one question many contacts); an
*Antwoord* is what the client was told. Reads: organisatie, termijnen, partijen, producten.
"""
