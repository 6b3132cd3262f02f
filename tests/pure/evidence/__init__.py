"""Evidence: quotations found, passages compared, copies of one text."""
