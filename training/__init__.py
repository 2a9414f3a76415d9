"""Trains the reader: one small encoder that marks names, attributions, events and certainty.

``python -m training --data DIR --out DIR`` builds it anew; CARD.md says what it is, what it was
trained on and how its files are read. Needs what `requirements.txt` of this folder lists.
"""
