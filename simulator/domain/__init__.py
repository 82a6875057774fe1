"""What an encounter is, what its rules make of it, and what it allows: pure values and functions."""
