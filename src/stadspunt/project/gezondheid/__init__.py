"""Health: is it alive, is it ready, and the figures that Prometheus asks for."""
