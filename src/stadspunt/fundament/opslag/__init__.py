"""Files by their content: what comes in is kept exactly as it came, under its own hash.

`blobs` are bytes in the database: raw receipts, in the commit that is acknowledged. `objecten` are documents, and stand where
the setting says. To list, read and write documents by hash: `list_objecten`, `open_object`, `write_object`.
"""
