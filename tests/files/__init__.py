"""Files of all kinds, good and hostile, made as they are needed."""
