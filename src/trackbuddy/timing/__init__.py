"""What happens: inputs and facts, the state they fold into, the machine that decides, undo, and late taps. Pure.

Nothing here asks for the time. Every input carries its instant, in nanoseconds since the session was opened.
"""
