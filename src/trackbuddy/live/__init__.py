"""The running session: the one place where clock, machine, journal and sound meet."""
