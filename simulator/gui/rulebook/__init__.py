"""The rulebook page: every rule, its why and its source, where it is practised, and how the learner does on it."""
