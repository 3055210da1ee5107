"""The door for residents and businesses: the public site, in Dutch and in English."""
