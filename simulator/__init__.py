"""Counter Practice: branching encounters at a service counter, scored against the rules of etiquette."""
