"""What comes in: stored and committed first, then acknowledged, then processed; nothing is ever dropped.

Words: an *Ontvangst* is one raw arrival (a mail, a web form) with its bytes and its moment; a
*Postbus* is an IMAP account that is emptied into it; an *Aansluiting* is the daily count that
what was seen in a mailbox was stored or refused. Reads: organisatie, termijnen, partijen,
producten, documenten, klantcontacten, correspondentie.
"""
