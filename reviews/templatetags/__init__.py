"""Tags and filters for pages that show verdicts."""
