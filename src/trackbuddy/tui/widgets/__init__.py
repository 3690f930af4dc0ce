"""What the screens are made of. Widgets are told what to show; they hold no truth.

While a session runs none of them takes the focus.
"""
