"""Leading a class: the projector that all look at, and the console that the facilitator works at."""
