"""The screens, their widgets and styles."""
