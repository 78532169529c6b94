import Testing

/// Constructions that decide whether, by whom and between whom something is said.
@Suite struct ConstructionTests {
  @Test(arguments: [
    ReadingCase(
      "Neither Peru nor Chile has recognised the Andean Council led by Esteban Quiroga.",
      ["Esteban Quiroga | leads | Andean Council | positive"],
      not: ["Esteban Quiroga | leads | Andean Council | negative"]),
    ReadingCase(
      "Norway does not trust the Baltic Fund founded by Ivan Orlov.",
      ["Ivan Orlov | founded | Baltic Fund | positive"],
      not: ["Ivan Orlov | founded | Baltic Fund | negative"]),
  ])
  func whatDescribesANounHoldsWhateverIsDenied(_ test: ReadingCase) throws {
    try Reader.check(test)
  }

  @Test(arguments: [
    ReadingCase(
      "Elena Petrova used to advise Ivan Orlov.",
      ["Elena Petrova | advises | Ivan Orlov | former | asserted"],
      not: ["Elena Petrova | advises | Ivan Orlov | current"]),
    ReadingCase(
      "Elena Petrova was married to Ivan Orlov from 1990 to 2001.",
      ["Elena Petrova | spouse_of | Ivan Orlov | former"]),
    ReadingCase(
      "Elena Petrova stepped down as chairwoman of Gazprom.",
      ["Elena Petrova | leads | Gazprom | former"],
      not: ["Elena Petrova | leads | Gazprom | current"]),
    ReadingCase(
      "Elena Petrova, once chairwoman of Gazprom, met Ivan Orlov.",
      ["Elena Petrova | leads | Gazprom | former"],
      not: ["Elena Petrova | leads | Gazprom | current"]),
    ReadingCase(
      "Elena Petrova dreamed of joining Hamas.", [], not: ["Elena Petrova | member_of | Hamas"]),
    ReadingCase(
      "Chile's president-elect, Laura Pinto, thanked Peru.",
      ["Laura Pinto | leads | Chile | planned"],
      not: ["Laura Pinto | leads | Chile"]),
  ])
  func timesThatAreOverOrStillToCome(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "It was Togo that attacked Benin.", ["Togo | attacked | Benin"],
      not: ["Benin | attacked | Togo"]),
    ReadingCase(
      "Elena Petrova owns a third of Gazprom.", ["Elena Petrova | owns | Gazprom"]),
    ReadingCase(
      "Ivan Orlov joined the board of Siemens.", ["Ivan Orlov | member_of | Siemens"]),
    ReadingCase(
      "The parent company of Lada is Gazprom.", ["Gazprom | owns | Lada"],
      not: ["Lada | owns | Gazprom"]),
  ])
  func argumentsThatStandElsewhere(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Only Norway and Iceland, not Denmark, signed an agreement with Peru.",
      [
        "Norway | negotiated_with | Peru | positive", "Denmark | negotiated_with | Peru | negative",
      ],
      not: ["Denmark | negotiated_with | Peru", "Denmark | negotiated_with | Norway | negative"]),
    ReadingCase(
      "Ivan Orlov was blacklisted by Canada, but not by Finland.",
      ["Canada | sanctioned | Ivan Orlov | positive"], not: ["Finland | sanctioned | Ivan Orlov"]),
  ])
  func whoIsLeftOutIsDenied(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Paul Simon's adviser, Dr. Angela Merkel, met Ivan Orlov.",
      ["Angela Merkel | advises | Paul Simon"]),
    ReadingCase(
      "The brothers Ivan Orlov and Boris Orlov founded Lada.",
      ["Ivan Orlov | sibling_of | Boris Orlov"]),
    ReadingCase(
      "The Orlov brothers met Paul Simon and Angela Merkel.", [],
      not: ["Paul Simon | sibling_of | Angela Merkel"]),
    ReadingCase(
      "The supporters of Hamas include Iran and Qatar.",
      ["Iran | supports | Hamas", "Qatar | supports | Hamas"]),
    ReadingCase(
      "Angela Merkel holds a degree from Oxford University.",
      ["Angela Merkel | educated_at | Oxford University"]),
    ReadingCase("Ivan Orlov holds a Maltese passport.", ["Ivan Orlov | citizen_of | Malta"]),
  ])
  func rolesAndTheirBearers(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "The French mayor Paul Simon met Angela Merkel.", ["Paul Simon | citizen_of | France"],
      not: ["Paul Simon | leads | France"]),
    ReadingCase("French President Paul Simon met Angela Merkel.", ["Paul Simon | leads | France"]),
    ReadingCase(
      "Iran dismissed U.S. accusations linking President Paul Simon to the attack.", [],
      not: ["Paul Simon | leads | United States"]),
    ReadingCase("Paris Mayor Paul Simon met Angela Merkel.", ["Paul Simon | leads | Paris"]),
  ])
  func aMayorsAdjectiveIsANationality(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "“Ivan Orlov stole our ships,” Elena Petrova told the court. “Ivan Orlov works for Gazprom.”",
      ["Ivan Orlov | employed_by | Gazprom | claimed"], not: ["Ivan Orlov | employed_by | Gazprom"]),
    ReadingCase(
      "“Ivan Orlov stole our ships,” Elena Petrova told the court. Ivan Orlov works for Gazprom.",
      ["Ivan Orlov | employed_by | Gazprom | asserted"]),
  ])
  func aQuotationGoesOn(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      """
      Venezuelan President Hugo Chavez arrived in Tehran. Iranian President Mahmoud Ahmadinejad met his \
      Venezuelan counterpart.
      """, ["Hugo Chavez | met_with | Mahmoud Ahmadinejad"]),
    ReadingCase(
      "Venezuelan President Hugo Chavez arrived in Tehran. The Venezuelan leader criticised Syria.",
      ["Hugo Chavez | accused | Syria"]),
    ReadingCase(
      "Former Venezuelan President Hugo Chavez arrived in Tehran. The Venezuelan president criticised Syria.",
      [], not: ["Hugo Chavez | accused | Syria"]),
  ])
  func anOfficeMeansItsOneHolder(_ test: ReadingCase) throws { try Reader.check(test) }
}
