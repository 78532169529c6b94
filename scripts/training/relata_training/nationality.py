"""Nationality and people words ("Iraqi", "Kurds"), which are GROUP as surface forms even where a corpus links them to a state."""
import json
import os
import re

_EXTRA = """Saudi Argentine Soviet Bosnian Emirati Congolese Kashmiri Chechen Tibetan European African Asian American Palestinian Kurdish Kurd
Arab Arabian Iraqi Israeli Afghan Briton Brit Spaniard Turk Turkish Serb Serbian Croat Pole Finn Swede Dane Scot Scottish Welsh English Irish
Catalan Basque Flemish Bavarian Sicilian Hispanic Latino Jewish Jew Muslim Christian Sunni Shiite Shi'ite Shia Hindu Buddhist Sikh Catholic
Protestant Orthodox Islamic Islamist Maoist Communist Hutu Tutsi Pashtun Uzbek Tajik Hazara Turkmen Kosovar Albanian Abkhaz Ossetian Darfuri
Texan Californian Quebecois Cypriot Philippine Filipino Filipina Dominican Burmese Taiwanese Persian Ottoman Roman Byzantine Yugoslav
Czechoslovak Czechoslovakian Prussian Lao Thai Swiss Dutch French Chinese Japanese Portuguese Vietnamese Lebanese Sudanese Maltese Nepalese
Nepali Bengali Bangladeshi Pakistani Omani Qatari Kuwaiti Bahraini Yemeni Azeri Azerbaijani Kazakh Kyrgyz Turkic Slavic Nordic Baltic Balkan
Western Caribbean Mexican Brazilian Colombian Indonesian Australian Papuan Burkinabe Balinese Siberian Zimbabwean Malawian Zambian Rwandan
Burundian Ugandan Kenyan Tanzanian Ethiopian Eritrean Somali Somalian Sinhalese Tamil Rohingya Uighur Uyghur Hong-Konger Greek Czech Slovak
Hungarian Romanian Bulgarian Ukrainian Belarusian Belarussian Moldovan Russian Georgian Armenian Iranian Syrian Jordanian Egyptian Libyan
Tunisian Algerian Moroccan Mauritanian Malian Nigerien Nigerian Chadian Cameroonian Gabonese Ivorian Liberian Guinean Senegalese Gambian
Ghanaian Togolese Beninese Angolan Namibian Haitian Cuban Jamaican Venezuelan Ecuadorian Ecuadorean Peruvian Bolivian Chilean Paraguayan
Uruguayan Guatemalan Honduran Salvadoran Nicaraguan Panamanian Korean Mongolian Mongol Malaysian Singaporean Cambodian Bhutanese Indian
Maldivian Canadian British German Italian Spanish Austrian Belgian Norwegian Swedish Danish Finnish Icelandic Estonian Latvian Lithuanian
Polish Slovenian Slovene Croatian Macedonian Montenegrin Latin-American Anglo-American North-American South-American""".split()
_NOT = {"Jersey", "Guernsey", "Georgia", "Western", "Balkan", "Caribbean", "Baltic", "Orthodox"}

_DIRECTIONS = {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Latin", "Middle"}
_words = set(_EXTRA) - _NOT
_states = set("U.S. US USA U.K. UK America Britain England Scotland Wales Russia Iran Syria North-Korea South-Korea EU".split())


def configure(data):
    """Adds the demonyms of names_lists/mledoze_countries.jsonl."""
    path = os.path.join(data, "names_lists", "mledoze_countries.jsonl")
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as f:
        for line in f:
            country = json.loads(line)
            _states.update((country["name"], country["official"]))
            for word in country.get("demonym", {}).values():
                if word and word != country["name"] and word not in _NOT:
                    _words.add(word)


def is_state(text):
    """True for the name of a country."""
    return text in _states or text.replace(" ", "-") in _states


def is_nationality(text):
    """True for "Iraqi", "Iraqis", "Frenchman", "Latin American"."""
    text = text.strip()
    if is_state(text):              # "Laos", "Philippines"
        return False
    for form in {text, text.replace(" ", "-"), text.capitalize() if text.isupper() else text}:
        if form in _words or (form.endswith("s") and form[:-1] in _words) or re.sub(r"(wo)?m[ae]n$", "", form) in _words:
            return True
    words = text.split()
    return len(words) > 1 and is_nationality(words[-1]) and all(w in _DIRECTIONS or is_nationality(w) for w in words[:-1])
