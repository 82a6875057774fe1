"""Teaching a class: a lesson, its votes, and what comes of them."""
