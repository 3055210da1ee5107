"""The work place of the KCC: the one screen on which questions come in, are owned and get their answer."""
