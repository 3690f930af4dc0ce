"""An interactive trackside session timer."""

__version__ = "0.1.0"
