"""A second opinion on an article's sentences from an OpenAI-compatible chat endpoint.

Beside `claims.sources`: I/O without Django or the ORM; of this project it imports only
`claims.extraction`. What a model answers is taken for hostile.
"""
