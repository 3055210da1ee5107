"""Look at what came in, and at the health of the ways in."""
