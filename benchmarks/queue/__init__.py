"""The queue under load: many reviewers at once over HTTP, and its pages, on desks of three sizes.

`python -m benchmarks.queue` prints the figures. It works in a database of its own, dropped after.
"""
