"""Attempts for the organisation's learning record store: as xAPI statements, in a file or delivered."""
