"""What can be done with macros: do one, undo it, and keep them."""
