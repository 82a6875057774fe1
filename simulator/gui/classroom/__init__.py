"""A class: the projector and the console that lead it, and what its trainees handed in."""
