"""Starting and stopping: the embedded database, the child processes, and Dutch sentences when that fails."""
