"""Teaching a class: a lesson with its votes; what its trainees hand in, and what that says of scenarios and rules."""
