"""Words and standard data of the organisation: purposes, roles, kinds of entrance."""
