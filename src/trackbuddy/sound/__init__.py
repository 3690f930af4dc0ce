"""Sound: which cues there are, how they sound, and the players that make them heard at their instant."""
