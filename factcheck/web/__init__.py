"""What every page and endpoint shares: layout, errors, permissions, log-in. An entrance: top layer."""
