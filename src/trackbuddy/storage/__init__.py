"""The user's files: session files, logs, athletes and settings. Text becomes data here, and data text."""
