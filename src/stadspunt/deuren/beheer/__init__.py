"""The door for the functional administrator and the privacy officer."""
