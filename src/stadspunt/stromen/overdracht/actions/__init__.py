"""What can be done with an order: the KCC sends, takes back and checks; the department takes and returns."""
