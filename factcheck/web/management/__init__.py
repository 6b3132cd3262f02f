"""Django's own commands about people, with an event in the audit log."""
