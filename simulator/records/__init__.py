"""What is remembered of learners and their attempts; the only room that uses SQLite."""
