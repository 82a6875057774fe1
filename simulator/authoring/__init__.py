"""Making scenarios: checking, drafting, drawing and exchanging them."""
