"""What templates need for forms that are sent once."""
