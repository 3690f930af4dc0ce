"""The full screen. Nothing here is imported before a command needs a screen: Textual takes its time to load."""
