"""The front end with a window."""
