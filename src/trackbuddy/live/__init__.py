"""The running session: clock, machine, journal and sound, in the one place where they meet."""
