"""Teaching a class: projector and console, and what the trainees of a class handed in."""
