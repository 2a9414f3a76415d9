"""Makes `evaluation/identity_names.tsv`: names of people, each with the spellings that occur.

    python data/make_identity_names.py > evaluation/identity_names.tsv

Run by hand where the packages `names` 0.3 (frequencies of the US census of 1990), `faker` 40
(names by country), `iuliia` 0.13 (Russian by the romanisations of libraries, states and passports)
and `pypinyin` 0.55 (pinyin and Wade-Giles) are installed. The Arabic names are listed here by hand,
in spellings that English-language papers use. None of it is read by Dateline.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import iuliia
import names
from faker.providers.person.de_DE import Provider as German
from faker.providers.person.es_ES import Provider as Spanish
from faker.providers.person.ru_RU import Provider as Russian
from faker.providers.person.zh_CN import Provider as Chinese
from pypinyin import Style, lazy_pinyin

HEAD = """\
# Names of people for the generated mentions of `identity`; made by data/make_identity_names.py.
# English: US census of 1990, public domain, by the package names (MIT). German, Spanish, Russian,
# Chinese: Faker (MIT), romanised by iuliia (MIT) and pypinyin (MIT). Arabic: by hand.
# The share is of a name among those of its language and part; others take 0.
language\tpart\tshare\tspellings
"""
SCHEMES = (
    iuliia.WIKIPEDIA, iuliia.BGN_PCGN, iuliia.ALA_LC, iuliia.ICAO_DOC_9303, iuliia.GOST_52535,
    iuliia.MVD_310_FR, iuliia.SCIENTIFIC, iuliia.TELEGRAM, iuliia.YANDEX_MONEY,
)  # fmt: skip
ARABIC_GIVEN = """
Muhammad Mohammed Mohamed Mohammad Mohamad|Ahmad Ahmed|Mahmoud Mahmud|Khalid Khaled|Husayn Hussein
Hussain Husain|Hasan Hassan|Yusuf Yousef Youssef Yousuf|Ibrahim Ebrahim|Umar Omar|Uthman Osman
Othman|Abdullah Abdallah Abdulla|Abd al-Rahman Abdulrahman Abdel-Rahman Abderrahmane|Abd al-Aziz
Abdulaziz Abdelaziz|Mustafa Mostafa Moustafa|Nasir Nasser Naser|Said Saeed Saïd Sayed|Jamal Gamal
Djamel|Faysal Faisal Feisal|Tariq Tarek Tareq|Karim Kareem|Rashid Rasheed Rachid|Salih Saleh Salah
|Sulayman Suleiman Soliman|Mansur Mansour|Munir Mounir Mouneer|Nabil Nabeel|Walid Waleed Oualid
|Zaynab Zainab Zeinab|Fatima Fatimah Fatma|Aisha Aicha Ayesha|Khadija Khadeeja Khadidja|Maryam
Mariam Meriem|Layla Leila Laila|Nur Noor Nour|Huda Hoda Houda|Suad Souad|Amina Ameena|Salwa Saloua
|Isam Essam Issam|Mukhtar Mokhtar Moctar|Ramzi Ramzy|Sharif Sherif Chérif|Bashir Basheer Bachir
|Ghassan Gassan|Haytham Haitham Haissam|Iyad Eyad Iad|Luay Loay Louay|Qasim Kassem Qassem Kacem
"""
ARABIC_FAMILY = """
al-Masri El-Masry Almasri Masri|al-Hashimi Al-Hashemi Hashimi|al-Khatib El-Khatib Khatib Alkhateeb
|al-Tamimi Al-Tamimy Tamimi|al-Jaburi Al-Jabouri Jubouri|al-Shami El-Shamy Chami|al-Baghdadi
Baghdadi Al-Bagdadi|al-Najjar El-Naggar Najjar|al-Haddad El-Haddad Haddad|al-Qurashi Al-Qureshi
Quraishi Koreichi|al-Ansari Ansari El-Ansari|al-Saadi Al-Sa'di Saadi Essaadi|al-Zahrani Alzahrani
Zahrani|al-Ghamdi Alghamdi Al-Ghamidi|al-Dosari Al-Dossary Aldosari|al-Mutayri Al-Mutairi Mutairi
|Bin Salim Ben Salem Bensalem|Bin Yusuf Ben Youssef Benyoucef|Darwish Darwich Derwish|Hamdan Hemdan
|Khalil Khaleel|Mansur Mansour|Nasir Nasser|Qabbani Kabbani Gabbani|Rahmani Rahmany|Shahin Shaheen
Chahine|Taha Tahah|Yasin Yassin Yassine Yaseen|Zaydan Zidane Zeidan|Abu Zayd Abu Zeid Abou Zeid
|Barghuthi Barghouti Barghouthi|Husayni Husseini Hosseini|Jibril Jibreel Gebril|Kazimi Kadhimi
Kazemi|Luqman Lokman Loukman|Mahfuz Mahfouz|Sabri Sabry|Tabatabai Tabatabaei|Ubayd Obeid Obaid
|Wahbi Wahby Ouahbi
"""
MOST_CHINESE_GIVEN = 600


def _rows() -> Iterator[tuple[str, str, float, list[str]]]:
    folder = Path(names.__file__).parent
    yield from _census("english", "given", folder / "dist.male.first", 500)
    yield from _census("english", "given", folder / "dist.female.first", 600)
    yield from _census("english", "family", folder / "dist.all.last", 2500)
    german = [(n, [n, *_german(n)]) for n in _each(German.first_names)[::4]]
    yield from _even("german", "given", german)
    yield from _even("german", "family", [(n, [n, *_german(n)]) for n in _each(German.last_names)])
    for part, found in (("given", Spanish.first_names), ("family", Spanish.last_names)):
        yield from _even("spanish", part, [(n, [n, _plain(n)]) for n in _each(found)])
    given = [*_each(Russian.first_names_male), *_each(Russian.first_names_female)]
    yield from _even("russian", "given", [(n, _russian(n)) for n in given])
    yield from _even(
        "russian", "family", [(n, _russian(n)) for n in _each(Russian.last_names_male)]
    )
    family = list(_each(Chinese.last_names))[:120]
    yield from _even("chinese", "family", [(n, _chinese(n)) for n in family])
    single = list(_each(Chinese.first_names))
    double = [a + b for a in single for b in single if len(a) == len(b) == 1 and a != b]
    step = max(1, len(double) // MOST_CHINESE_GIVEN)
    yield from _even("chinese", "given", [(n, _chinese(n)) for n in (*single, *double[::step])])
    for part, listed in (("given", ARABIC_GIVEN), ("family", ARABIC_FAMILY)):
        every = [_spellings(one) for one in " ".join(listed.split()).split("|")]
        yield from _even("arabic", part, [(one[0], one) for one in every])


def _spellings(listed: str) -> list[str]:
    """The spellings in a line; small first words belong to the word after them."""
    found: list[str] = []
    held = ""
    for word in listed.split():
        if word in ("Abd", "Bin", "Ben", "Abu", "Abou"):
            held = f"{word} "
            continue
        found.append(held + word)
        held = ""
    return found


def _each(listed: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(listed))


def _census(
    language: str, part: str, path: Path, most: int
) -> Iterator[tuple[str, str, float, list[str]]]:
    for line in path.read_text().splitlines()[:most]:
        name, share = line.split()[:2]
        yield language, part, float(share), [name.title()]


def _even(
    language: str, part: str, found: Iterable[tuple[str, list[str]]]
) -> Iterator[tuple[str, str, float, list[str]]]:
    for _name, spellings in found:
        yield language, part, 0.0, spellings


def _german(name: str) -> list[str]:
    plain = name.replace("ß", "ss")
    for letter in "äöüÄÖÜ":
        plain = plain.replace(letter, _plain(letter) + "e")
    return [plain, _plain(name.replace("ß", "ss"))]


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _russian(name: str) -> list[str]:
    return [scheme.translate(name) for scheme in SCHEMES]


def _chinese(name: str) -> list[str]:
    pinyin = lazy_pinyin(name)
    wade = [_plain(s) for s in lazy_pinyin(name, style=Style.WADEGILES)]
    joined = [s.capitalize() for s in ("".join(pinyin), "-".join(pinyin), "-".join(wade))]
    return [joined[0], joined[2], *(joined[1:2] if len(pinyin) > 1 else [])]


def main() -> None:
    """Writes the list; a spelling with other than letters, hyphen and apostrophe is left out."""
    sys.stdout.write(HEAD)
    for language, part, share, spellings in _rows():
        good = [s for s in dict.fromkeys(spellings) if s and _is_printed(s)]
        if good:
            sys.stdout.write(f"{language}\t{part}\t{share:g}\t{'|'.join(good)}\n")


def _is_printed(spelling: str) -> bool:
    return all((c.isalpha() and c < "Ɛ") or c in " -'’" for c in spelling)


if __name__ == "__main__":
    main()
