"""Pure Python: states, policy, priority, the hash of a verdict. No framework, no database."""
