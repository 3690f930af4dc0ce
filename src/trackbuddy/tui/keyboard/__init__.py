"""From a terminal's bytes to what a key does: read, stamped, understood and decided in the order in which they came."""
