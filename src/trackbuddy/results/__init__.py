"""What a session means: differences from the targets, averages, what to repair."""
