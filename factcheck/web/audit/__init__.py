"""The pages of the audit log, for administrators and editors."""
