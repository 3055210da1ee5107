"""The door of steering: the figures of this moment, how each is counted, and the list behind each."""
