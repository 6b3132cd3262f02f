"""People and their roles. Imports nothing of this project but factcheck.errors."""
