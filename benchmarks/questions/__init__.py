"""How well the sentence model tells questions apart when it is trained for that.

    pip install -r requirements-training.txt
    python -m benchmarks.questions [--passes 4]

Trains the network on the stories in `seeds/questions` and prints how well the pairs of one question
are told from others in the stories of `held_out`, by the cosine alone: the average precision before
(the reference) and after. Four passes take some twenty minutes on two cores. Nothing is kept:
`docs/decisions/0024-how-far-one-vector-goes.md` says what was learnt.
"""
