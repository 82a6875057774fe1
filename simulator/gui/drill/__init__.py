"""The phrase drill: short rounds on what must not be said and what to say instead."""
