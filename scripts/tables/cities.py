"""Cities with their countries and size: python cities.py cities15000.tsv countries.json us_states.json > cities.tsv

Names of cities of 100,000 people and more, with every country that has a place of the name among GeoNames' cities of 15,000 and more (CC BY
4.0, geonames.org), if it has a twentieth of the largest one's people, that of the largest place first, and the size of the largest: 3 from a
million on, 2 from 200,000, 1 below. The states of the US are there too, but Georgia.
"""
import collections
import json
import re
import sys
import unicodedata

LEAST = 100_000
SPELLED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def folded(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not 0x300 <= ord(c) <= 0x36F)
    plain = re.sub(r"[.'’ʼ`]", "", plain.translate(SPELLED))
    return " ".join(re.findall(r"\w+", plain))


countries = {code: c["name"] for code, c in json.load(open(sys.argv[2])).items()}
places = collections.defaultdict(dict)
with open(sys.argv[1]) as f:
    next(f)
    for line in f:
        _, name, code, _, population, *_ = line.split("\t")
        country = places[folded(name)]
        country[code] = max(int(population), country.get(code, 0))
for state in json.load(open(sys.argv[3])).values():
    if state["name"] != "Georgia":
        places[folded(state["name"])] = {"US": 500_000}
print("""# Cities, and states of the US, with the countries that have a place of their name.
# Columns: folded name; names of countries separated by "|", that of the largest place first; size of the largest, 1 to 3.
# Source: GeoNames cities15000 (geonames.org, CC BY 4.0); made by scripts/tables/cities.py.""")
for name in sorted(places, key=lambda name: name.encode()):
    sizes = places[name]
    largest = max(sizes.values())
    if name and largest >= LEAST:
        order = sorted((code for code in sizes if sizes[code] * 20 >= largest), key=lambda code: (-sizes[code], code))
        print(name, "|".join(countries[code] for code in order), 3 if largest >= 1_000_000 else 2 if largest >= 200_000 else 1, sep="\t")
