"""What the trainees of a class handed in from their PCs, and what it says of scenarios and rules."""
