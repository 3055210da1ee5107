"""The organisation: municipalities, departments, teams, employees and their roles, channels and entrances.

Words: *Gemeente* (one installation may serve several), *Afdeling* (department), *Team* (a KCC
team has the queue), *Kanaal* (a channel is data, not code), *Ingang* (a mailbox, number,
desk, form or address: it belongs to a channel and a team and has an owner), *Medewerker*,
*Rol* with its rights, *Roltoewijzing* (from, until). Reads: nothing but the foundation.
"""
