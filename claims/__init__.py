"""Articles, sentences, claims, appearances, evidence. Imports nothing of reviews."""
