"""Trains the reader: one small encoder that marks names, attributions, events and certainty.

``make train`` builds it anew; CARD.md says what it is, what it was trained on and how its files
are read. Needs what `requirements.txt` of this folder lists, which the product does without.
"""
