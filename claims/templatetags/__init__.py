"""Tags and filters for pages that show articles and claims."""
