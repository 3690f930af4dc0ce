"""The whole job without a screen."""
