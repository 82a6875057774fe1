"""The front end without a window."""
