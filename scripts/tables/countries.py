"""Country table of the entity resolver: python countries.py mledoze_countries.jsonl > countries.tsv

The head of the table, which HEAD holds, says what its columns are.
"""
import json
import re
import sys
import unicodedata

ALIASES = {
    "Laos": "Lao PDR",
    "Vietnam": "Viet Nam",
    "United States": "U.S.|US|USA|U.S.A.|United States of America|America|the States",
    "United Kingdom": "U.K.|UK|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "United Arab Emirates": "UAE|U.A.E.|Emirates", "Russia": "Russian Federation", "South Korea": "Republic of Korea|S. Korea|ROK",
    "North Korea": "DPRK|Democratic People's Republic of Korea|N. Korea", "Myanmar": "Burma", "Ivory Coast": "Côte d'Ivoire|Cote d'Ivoire",
    "DR Congo": "DRC|Democratic Republic of Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire", "Republic of the Congo": "Congo-Brazzaville|Congo Republic|Republic of Congo",
    "Czechia": "Czech Republic", "Turkey": "Turkiye|Türkiye|Republic of Turkey", "Eswatini": "Swaziland", "North Macedonia": "Macedonia",
    "Timor-Leste": "East Timor", "Cape Verde": "Cabo Verde", "China": "PRC|People's Republic of China|Mainland China", "Taiwan": "ROC|Republic of China",
    "Vatican City": "Vatican|Holy See", "Palestine": "Palestinian territories|Palestinian Territories|State of Palestine", "Gambia": "The Gambia",
    "Bahamas": "The Bahamas", "Saudi Arabia": "Kingdom of Saudi Arabia|KSA", "Central African Republic": "CAR", "Bosnia and Herzegovina": "Bosnia|Bosnia-Herzegovina",
    "Kyrgyzstan": "Kyrgyz Republic", "Netherlands": "Holland", "Iran": "Islamic Republic of Iran|Persia",
}
DEMONYMS = {
    "United States": "American|U.S.-American", "United Kingdom": "British|Briton|Brit", "Saudi Arabia": "Saudi|Saudi Arabian", "Spain": "Spanish|Spaniard",
    "France": "French|Frenchman|Frenchwoman", "Netherlands": "Dutch|Dutchman", "Ireland": "Irish|Irishman", "Poland": "Polish|Pole", "Sweden": "Swedish|Swede",
    "Denmark": "Danish|Dane", "Finland": "Finnish|Finn", "Turkey": "Turkish|Turk", "Serbia": "Serbian|Serb", "Croatia": "Croatian|Croat",
    "Bosnia and Herzegovina": "Bosnian|Herzegovinian", "DR Congo": "Congolese", "Ivory Coast": "Ivorian", "Philippines": "Philippine|Filipino|Filipina", "Pakistan": "Pakistani",
    "Afghanistan": "Afghan", "Myanmar": "Burmese", "Thailand": "Thai", "Slovenia": "Slovenian|Slovene", "Slovakia": "Slovak|Slovakian", "Argentina": "Argentine|Argentinian",
    "Kazakhstan": "Kazakh|Kazakhstani", "Uzbekistan": "Uzbek", "Tajikistan": "Tajik", "Turkmenistan": "Turkmen", "Kyrgyzstan": "Kyrgyz", "Azerbaijan": "Azerbaijani|Azeri",
    "Israel": "Israeli", "Palestine": "Palestinian", "Kosovo": "Kosovar|Kosovan", "Somalia": "Somali", "Yemen": "Yemeni", "United Arab Emirates": "Emirati",
    "Sudan": "Sudanese", "South Sudan": "South Sudanese", "Bangladesh": "Bangladeshi", "Nepal": "Nepalese|Nepali", "Czechia": "Czech", "Greece": "Greek",
    "Germany": "German", "Vatican City": "Vatican", "Hong Kong": "Hong Konger", "Ecuador": "Ecuadorian|Ecuadorean", "Belarus": "Belarusian|Belarussian",
    "South Korea": "South Korean", "North Korea": "North Korean", "New Zealand": "New Zealander|Kiwi", "Iceland": "Icelandic|Icelander", "Luxembourg": "Luxembourgish",
}
MORE = [
    ("England", "", "English|Englishman|Englishwoman", "London"), ("Scotland", "", "Scottish|Scot|Scotsman", "Edinburgh"), ("Wales", "", "Welsh|Welshman", "Cardiff"),
    ("Northern Ireland", "", "Northern Irish", "Belfast"), ("Chechnya", "Chechen Republic", "Chechen", "Grozny"), ("Tibet", "", "Tibetan", "Lhasa"),
    ("Soviet Union", "USSR|U.S.S.R.|Union of Soviet Socialist Republics", "Soviet", "Moscow"), ("Yugoslavia", "", "Yugoslav|Yugoslavian", "Belgrade"), ("Czechoslovakia", "", "Czechoslovak", "Prague"),
    ("East Germany", "GDR", "East German", "East Berlin"), ("West Germany", "", "West German", "Bonn"), ("Europe", "", "European", ""), ("Africa", "", "African", ""),
    ("Asia", "", "Asian", ""), ("Latin America", "", "Latin American", ""), ("Crimea", "", "Crimean", "Simferopol"), ("Catalonia", "", "Catalan", "Barcelona"),
    ("Abkhazia", "", "Abkhaz|Abkhazian", "Sukhumi"), ("South Ossetia", "", "South Ossetian|Ossetian", "Tskhinvali"), ("Somaliland", "", "Somalilander", "Hargeisa"),
]
GRAPH_NAMES = [                # the first of each is the key that graph files store
    "united states|us|usa|united states of america|america",
    "united kingdom|uk|britain|great britain|united kingdom of great britain and northern ireland",
    "united arab emirates|uae|emirates",
    "european union|eu",
    "soviet union|ussr|union of soviet socialist republics",
    "russia|russian federation",
    "china|prc|peoples republic of china",
    "taiwan|republic of china",
    "iran|islamic republic of iran",
    "north korea|dprk|democratic peoples republic of korea",
    "south korea|rok|republic of korea",
    "afghanistan|islamic republic of afghanistan",
    "pakistan|islamic republic of pakistan",
    "saudi arabia|ksa|kingdom of saudi arabia",
    "syria|syrian arab republic",
    "turkey|turkiye|republic of turkey",
    "myanmar|burma",
    "czech republic|czechia",
    "ivory coast|cote divoire",
    "cape verde|cabo verde",
    "eswatini|swaziland",
    "east timor|timor leste",
    "north macedonia|republic of north macedonia",
    "democratic republic of the congo|drc|dr congo|democratic republic of congo|congo kinshasa",
    "republic of the congo|republic of congo|congo brazzaville",
    "germany|federal republic of germany",
    "tanzania|united republic of tanzania",
    "vietnam|viet nam",
    "venezuela|bolivarian republic of venezuela",
    "laos|lao pdr",
    "moldova|republic of moldova",
    "vatican city|holy see|vatican",
]
HEAD = """# Countries and a few regions, with their other names and their peoples.
# Columns: common name; other names; demonyms (adjectives and singular nouns); capital; names that graph files take for
# one, folded, the first being the key that they store. Lists are separated by "|".
# The last column holds only names that mean nothing else in the news ("Congo", "Korea" and "Georgia" do), and a change
# of it needs a migration of the files that people have: so "czech republic" stays the key of Czechia. A row without a
# common name joins names for graph files only.
# Source: mledoze/countries (ODbL 1.0), abridged and extended by scripts/tables/countries.py.
"""
NAME = {"Türkiye": "Turkey", "Congo": "Republic of the Congo", "Czech Republic": "Czechia", "Côte d'Ivoire": "Ivory Coast", "Burma": "Myanmar", "Macedonia": "North Macedonia"}
DROP = {"Antarctica", "Heard Island and McDonald Islands", "Bouvet Island", "United States Minor Outlying Islands"}
# demonyms that more than one line has: the country meant in news, or None where only the text can tell
SHARED = {"Indian": "India", "Dutch": "Netherlands", "French": "France", "American": "United States", "Norwegian": "Norway", "Congolese": None,
          "Dominican": None, "Virgin Islander": None}
NOT_ALIASES = {"Congo"}


def plain(text):
    return all(ord(c) < 0x250 for c in text) and any(c.isalpha() for c in text)


def folded_key(name):
    """As TextFolding and NameKey fold a name for the keys of graph files."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", re.sub(r"[.'’ʼ`]", "", text)))


def main():
    print(HEAD, end="")
    rows = []
    for line in open(sys.argv[1], encoding="utf-8"):
        c = json.loads(line)
        name = NAME.get(c["name"], c["name"])
        if name in DROP:
            continue
        aliases = [c["name"], c["official"]] + ALIASES.get(name, "").split("|")
        folded = "".join(x for x in unicodedata.normalize("NFD", name) if not unicodedata.combining(x))
        aliases = [a for a in dict.fromkeys(aliases + [folded]) if a and a != name and a not in NOT_ALIASES and plain(a)]
        demonyms = DEMONYMS.get(name, "").split("|") + [x for d in c.get("demonym", {}).values() for x in d.split(", ")]
        demonyms = [d for d in dict.fromkeys(demonyms) if d and d != name and plain(d) and SHARED.get(d, name) == name]
        if name in ("Guernsey", "Jersey", "Isle of Man", "Georgia"):
            demonyms = [d for d in demonyms if d not in ("Channel Islander",)]
        rows.append((name, "|".join(aliases), "|".join(demonyms), (c.get("capital") or [""])[0]))
    left = list(GRAPH_NAMES)
    for row in sorted(rows) + MORE:
        forms = {folded_key(x) for x in [row[0]] + row[1].split("|")}
        names = next((n for n in left if n.split("|")[0] in forms), "")
        if names:
            left.remove(names)
        print("\t".join(row + (names,)))
    for names in left:
        print("\t".join(("", "", "", "", names)))


if __name__ == "__main__":
    main()
