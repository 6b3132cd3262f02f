"""What all pages and endpoints share: layout, errors, permissions, log-in. Top layer."""
