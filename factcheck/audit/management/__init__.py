"""The command of the audit log."""
