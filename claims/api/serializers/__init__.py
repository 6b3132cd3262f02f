"""What comes in and goes out, as fields. They check shape and size; rules are in services."""
