"""Teaching a class: what its trainees handed in, and what that says."""
