"""What is to be run: the session as a tree, its notation, targets, the track, and the unrolled timeline. Pure."""
