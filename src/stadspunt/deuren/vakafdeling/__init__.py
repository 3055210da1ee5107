"""The door of the departments: what the KCC asked them, by when, and one field to answer."""
