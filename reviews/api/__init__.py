"""JSON over HTTP for the queue, reviews, verdicts and reports; tokens and the documentation.

Top layer: each view makes one call to the flow, a service or a selector.
"""
