"""From parts to a session: which reps a clause belongs to, what the parts of a list share, and what is asked."""
