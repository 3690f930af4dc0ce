"""The whole job without a screen: a line a fact, for a dumb terminal, a screen reader and a pipe."""
