"""JSON over HTTP for articles, claims and evidence, and what all endpoints share.

Top layer: each view makes one call to the flow, a service or a selector.
"""
