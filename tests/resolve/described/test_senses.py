"""How nouns stand to each other."""

import gzip
from pathlib import Path

import pytest

from dateline.resolve.described.senses import field_of, kinship, wider
from dateline.resolve.described.senses_build import HEAD, write_senses


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("shop", "shop", "same"),
        ("shop", "store", "another word"),
        ("car", "auto", "another word"),
        ("ferry", "vessel", "a kind of"),
        ("actress", "prison", "far"),
        ("qwertzu", "shop", "unknown"),
    ],
)
def test_nouns_are_kin_as_wordnet_has_them(left: str, right: str, how: str) -> None:
    assert kinship(left, right) == how
    assert kinship(right, left) == how


def test_kin_share_a_sense_that_is_not_too_wide() -> None:
    assert wider("car") & wider("auto")
    assert not wider("actress") & wider("prison")
    assert (field_of("actress"), field_of("police"), field_of("qwertzu")) == ("person", "group", "")


DATA = """  1 a licence
00000010 03 n 01 entity 0 000 | all
00000020 18 n 01 person 0 001 @ 00000010 n 0000 | somebody
00000030 18 n 02 baker 0 bread_maker 0 001 @ 00000020 n 0000 | bakes
00000040 12 n 01 joy 0 001 @ 00000010 n 0000 | a feeling
"""
INDEX = """  1 a licence
baker n 1 1 @ 1 0 00000030
bread_maker n 1 1 @ 1 0 00000030
joy n 1 1 @ 1 0 00000040
person n 2 1 @ 2 1 00000020 00000010
"""
USES = "person%1:18:00:: 00000020 1 9\nbaker%1:18:00:: 00000030 1 0\n"


def test_the_list_is_made_of_the_common_senses_of_nouns_of_one_word(tmp_path: Path) -> None:
    for name, text in (("data.noun", DATA), ("index.noun", INDEX), ("index.sense", USES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = gzip.decompress(write_senses(tmp_path)).decode()
    assert made == HEAD + "=top\t\n=person\t0\n=person\t1\nbaker\t2\nperson\t1\n"
    assert write_senses(tmp_path) == write_senses(tmp_path)
