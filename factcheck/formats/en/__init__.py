"""English is what people of many countries read here."""
