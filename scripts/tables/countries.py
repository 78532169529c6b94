"""Country table of the entity resolver: python countries.py mledoze_countries.jsonl > countries.tsv

Columns: common name, aliases, demonyms (adjectives and singular nouns), capital; lists are separated by "|".
"""
import json
import sys
import unicodedata

ALIASES = {
    "United States": "U.S.|US|USA|U.S.A.|United States of America|America|the States",
    "United Kingdom": "U.K.|UK|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "United Arab Emirates": "UAE|U.A.E.|Emirates", "Russia": "Russian Federation", "South Korea": "Republic of Korea|S. Korea",
    "North Korea": "DPRK|Democratic People's Republic of Korea|N. Korea", "Myanmar": "Burma", "Ivory Coast": "Côte d'Ivoire|Cote d'Ivoire",
    "DR Congo": "DRC|Democratic Republic of Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire", "Republic of the Congo": "Congo-Brazzaville|Congo Republic",
    "Czechia": "Czech Republic", "Turkey": "Turkiye|Türkiye", "Eswatini": "Swaziland", "North Macedonia": "Macedonia",
    "Timor-Leste": "East Timor", "Cape Verde": "Cabo Verde", "China": "PRC|People's Republic of China|Mainland China", "Taiwan": "ROC",
    "Vatican City": "Vatican|Holy See", "Palestine": "Palestinian territories|Palestinian Territories|State of Palestine", "Gambia": "The Gambia",
    "Bahamas": "The Bahamas", "Saudi Arabia": "Kingdom of Saudi Arabia|KSA", "Central African Republic": "CAR", "Bosnia and Herzegovina": "Bosnia|Bosnia-Herzegovina",
    "Kyrgyzstan": "Kyrgyz Republic", "Netherlands": "Holland", "Iran": "Islamic Republic of Iran|Persia",
}
DEMONYMS = {
    "United States": "American|U.S.-American", "United Kingdom": "British|Briton|Brit", "Saudi Arabia": "Saudi|Saudi Arabian", "Spain": "Spanish|Spaniard",
    "France": "French|Frenchman|Frenchwoman", "Netherlands": "Dutch|Dutchman", "Ireland": "Irish|Irishman", "Poland": "Polish|Pole", "Sweden": "Swedish|Swede",
    "Denmark": "Danish|Dane", "Finland": "Finnish|Finn", "Turkey": "Turkish|Turk", "Serbia": "Serbian|Serb", "Croatia": "Croatian|Croat",
    "Bosnia and Herzegovina": "Bosnian", "DR Congo": "Congolese", "Ivory Coast": "Ivorian", "Philippines": "Philippine|Filipino|Filipina", "Pakistan": "Pakistani",
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
    ("Soviet Union", "USSR|U.S.S.R.", "Soviet", "Moscow"), ("Yugoslavia", "", "Yugoslav|Yugoslavian", "Belgrade"), ("Czechoslovakia", "", "Czechoslovak", "Prague"),
    ("East Germany", "GDR", "East German", "East Berlin"), ("West Germany", "", "West German", "Bonn"), ("Europe", "", "European", ""), ("Africa", "", "African", ""),
    ("Asia", "", "Asian", ""), ("Latin America", "", "Latin American", ""), ("Crimea", "", "Crimean", "Simferopol"), ("Catalonia", "", "Catalan", "Barcelona"),
    ("Abkhazia", "", "Abkhaz|Abkhazian", "Sukhumi"), ("South Ossetia", "", "South Ossetian|Ossetian", "Tskhinvali"), ("Somaliland", "", "Somalilander", "Hargeisa"),
]
NAME = {"Türkiye": "Turkey", "Congo": "Republic of the Congo", "Czech Republic": "Czechia", "Côte d'Ivoire": "Ivory Coast", "Burma": "Myanmar", "Macedonia": "North Macedonia"}
DROP = {"Antarctica", "Heard Island and McDonald Islands", "Bouvet Island", "United States Minor Outlying Islands"}
# demonyms that more than one line has: the country meant in news, or None where only the text can tell
SHARED = {"Indian": "India", "Dutch": "Netherlands", "French": "France", "American": "United States", "Norwegian": "Norway", "Congolese": None,
          "Dominican": None, "Virgin Islander": None}
NOT_ALIASES = {"Congo"}


def plain(text):
    return all(ord(c) < 0x250 for c in text) and any(c.isalpha() for c in text)


def main():
    print("# Countries: name, aliases, demonyms, capital. From mledoze/countries (ODbL 1.0), abridged and extended by scripts/tables/countries.py.")
    rows = []
    for line in open(sys.argv[1], encoding="utf-8"):
        c = json.loads(line)
        name = NAME.get(c["name"], c["name"])
        if name in DROP:
            continue
        aliases = [c["name"], c["official"]] + ALIASES.get(name, "").split("|")
        folded = "".join(x for x in unicodedata.normalize("NFD", name) if not unicodedata.combining(x))
        aliases = [a for a in dict.fromkeys(aliases + [folded]) if a and a != name and a not in NOT_ALIASES and plain(a)]
        demonyms = DEMONYMS.get(name, "").split("|") + list(c.get("demonym", {}).values())
        demonyms = [d for d in dict.fromkeys(demonyms) if d and d != name and plain(d) and SHARED.get(d, name) == name]
        if name in ("Guernsey", "Jersey", "Isle of Man", "Georgia"):
            demonyms = [d for d in demonyms if d not in ("Channel Islander",)]
        rows.append((name, "|".join(aliases), "|".join(demonyms), (c.get("capital") or [""])[0]))
    for row in sorted(rows) + MORE:
        print("\t".join(row))


if __name__ == "__main__":
    main()
