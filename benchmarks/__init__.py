"""What is measured, against what. Each file runs alone and prints figures beside a reference."""
