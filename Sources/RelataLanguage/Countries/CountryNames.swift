/// Names of states that are one state, by folded form.
///
/// Only names that mean nothing else in the news; "Congo", "Korea" or "Georgia" are left alone.
package enum CountryNames {
  package static let canonical: [String: String] = {
    let synonyms: [String: [String]] = [
      "united states": ["us", "usa", "united states of america", "america"],
      "united kingdom": [
        "uk", "britain", "great britain",
        "united kingdom of great britain and northern ireland",
      ],
      "united arab emirates": ["uae", "emirates"],
      "european union": ["eu"],
      "soviet union": ["ussr", "union of soviet socialist republics"],
      "russia": ["russian federation"],
      "china": ["prc", "peoples republic of china"],
      "taiwan": ["republic of china"],
      "iran": ["islamic republic of iran"],
      "north korea": ["dprk", "democratic peoples republic of korea"],
      "south korea": ["rok", "republic of korea"],
      "afghanistan": ["islamic republic of afghanistan"],
      "pakistan": ["islamic republic of pakistan"],
      "saudi arabia": ["ksa", "kingdom of saudi arabia"],
      "syria": ["syrian arab republic"],
      "turkey": ["turkiye", "republic of turkey"],
      "myanmar": ["burma"],
      "czech republic": ["czechia"],
      "ivory coast": ["cote divoire"],
      "cape verde": ["cabo verde"],
      "eswatini": ["swaziland"],
      "east timor": ["timor leste"],
      "north macedonia": ["republic of north macedonia"],
      "democratic republic of the congo": [
        "drc", "dr congo", "democratic republic of congo", "congo kinshasa",
      ],
      "republic of the congo": ["republic of congo", "congo brazzaville"],
      "germany": ["federal republic of germany"],
      "tanzania": ["united republic of tanzania"],
      "vietnam": ["viet nam"],
      "venezuela": ["bolivarian republic of venezuela"],
      "laos": ["lao pdr"],
      "moldova": ["republic of moldova"],
      "vatican city": ["holy see", "vatican"],
    ]
    var table: [String: String] = [:]
    for (name, others) in synonyms {
      table[name] = name
      for other in others { table[other] = name }
    }
    return table
  }()
}
