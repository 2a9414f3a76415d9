"""The commands for claims that a person makes by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

import click

from dateline.cli.entry import case_argument, examples, open_case, print_line
from dateline.cli.judging import reason_option, user_name, user_option
from dateline.cli.terminal import clean
from dateline.records import EVENT_TYPES, RELATION_TYPES, Certainty, Schema

if TYPE_CHECKING:
    from dateline.records import Claim


@click.command(
    epilog=examples(
        "dateline claim my.case r_1f0e --quote 'Keller met two envoys in early May, two officials "
        "said' --type CONSULT --trigger met --who Keller --whom 'two envoys' --when 'early May' "
        "--source 'two officials'",
        "dateline claim my.case --drop c_77a0",
    )
)
@case_argument
@click.argument("report", required=False, metavar="[REPORT]")
@click.option("--quote", default="", metavar="WORDS", help="The passage, word for word.")
@click.option(
    "--type", "type_", type=click.Choice([*EVENT_TYPES, *RELATION_TYPES]), metavar="TYPE",
    help="What it claims: CONSULT, ASSAULT, … or leads, member_of, …",
)  # fmt: skip
@click.option("--trigger", default="", metavar="WORDS", help="The words of it that say so.")
@click.option("--who", multiple=True, metavar="NAME", help="Who does it; may be repeated.")
@click.option("--whom", multiple=True, metavar="NAME", help="To whom; may be repeated.")
@click.option("--when", default="", metavar="WORDS", help="As printed, or a date: 2024-05.")
@click.option("--where", default="", metavar="PLACE", help="As printed.")
@click.option(
    "--source", "sources", multiple=True, metavar="NAME",
    help="According to whom, the origin first; the report itself if left out.",
)  # fmt: skip
@click.option("--certainty", type=click.Choice(get_args(Certainty)), help="How sure it is told.")
@click.option("--denied", is_flag=True, help="It says that this did not happen.")
@click.option(
    "--new-names", type=click.Choice(get_args(Schema)), default="Person", show_default=True,
    help="What names are that Dateline did not find.",
)  # fmt: skip
@click.option("--start", type=click.IntRange(min=0), help="Where the passage begins in the text.")
@click.option("--drop", metavar="C_ID", help="Take a claim by hand back.")
@reason_option
@user_option
def claim(
    case: str, report: str | None, quote: str, type_: str | None, trigger: str,
    who: tuple[str, ...], whom: tuple[str, ...], when: str, where: str, sources: tuple[str, ...],
    certainty: str | None, denied: bool, new_names: str, start: int | None, drop: str | None,
    reason: str, user: str | None,
) -> None:  # fmt: skip
    """Add a claim that Dateline did not find in REPORT.

    REPORT is the beginning of its id (r_…). All words are given as the report prints them: names
    begin with a capital letter, others stay unnamed ("two gunmen"). The claim stands among the
    others, says whose it is, and goes when its report goes.
    """
    from dateline.claims import ClaimDraft

    if drop is None and (report is None or not quote or type_ is None):
        raise click.UsageError("Give REPORT, --quote and --type; or --drop C_ID.")
    with open_case(case) as opened:
        if drop is not None:
            gone = opened.drop_claim(drop)
            print_line(clean(f"{gone.id}  taken back: {_words(gone)}"))
            return
        assert report is not None
        assert type_ is not None
        draft = ClaimDraft(
            quote, type_, trigger, who, whom, when, where, sources, "-" if denied else "+",
            cast(Certainty | None, certainty), new_names=cast(Schema, new_names), start=start,
        )  # fmt: skip
        made = opened.add_claim(report, draft, user=user_name(user), reason=reason)
        print_line(clean(f"{made.id}  {_words(made)}"))


def _words(claim: Claim) -> str:
    when = f", {claim.when.edtf}" if claim.when else ""
    return f"{claim.type}: “{' '.join(claim.quote.exact.split())[:120]}”{when}"


CLAIMING = (claim,)
