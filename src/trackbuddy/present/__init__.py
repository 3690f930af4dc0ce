"""What a person sees of a session, as text: shared by the screen and plain mode. Pure."""
