"""Teaching a class: a lesson with its votes, and what is kept of it."""
