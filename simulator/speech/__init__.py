"""Speaking aloud: what citizens say, rendered to sound files by a worker process and played by another."""
