"""Scenario and rulebook files on disk."""
