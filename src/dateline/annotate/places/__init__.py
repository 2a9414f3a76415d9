"""Places in a report's words, resolved offline against GeoNames (CC BY 4.0), with reasons."""

from dateline.annotate.places.find import find_places, resolve
from dateline.annotate.places.gazetteer import Gazetteer, Place, load_gazetteer

__all__ = ["Gazetteer", "Place", "find_places", "load_gazetteer", "resolve"]
