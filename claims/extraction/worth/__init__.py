"""The trained part of check-worthiness: how far a wording reads like what people chose to check.

A logistic model over the embedding, hashed character n-grams and the signals seen. PURE; fitting
alone needs scikit-learn, which running the product does not.
"""
