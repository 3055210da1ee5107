"""PostgreSQL as Django knows it, with one thing more: a query that gets no answer ends by itself."""
