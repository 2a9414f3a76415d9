"""Names that one report uses of one entity: variants, short forms, acronyms, aliases.

A shorter name belongs to a fuller one where only one fits; names that the report ties together
("better known as", brackets) are one whatever they look like. Every join has its reason.
"""

from dateline.annotate.chains.chain import chain_names
from dateline.annotate.chains.draft import Draft, Post, is_company
from dateline.annotate.chains.finish import finish

__all__ = ["Draft", "Post", "chain_names", "finish", "is_company"]
