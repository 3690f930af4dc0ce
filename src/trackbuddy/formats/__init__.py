"""Facts and plans as text, CSV, JSON and HTML, in and out; no files of its own."""
