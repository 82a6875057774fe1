"""The progress page: what to practise next, and what all attempts together say."""
