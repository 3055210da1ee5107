"""Small values that check themselves: numbers, addresses to reach somebody, identifiers."""
