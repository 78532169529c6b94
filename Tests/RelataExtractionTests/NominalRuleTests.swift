import Testing

@Suite struct NominalRuleTests {
  @Test(arguments: [
    ReadingCase(
      "Ali Nazary, a spokesman for Ahmad Massoud, spoke on Monday.",
      ["Ali Nazary | spokesperson_for | Ahmad Massoud"]),
    ReadingCase(
      "Thai Prime Minister Surayud Chulanont visited Japan.",
      ["Surayud Chulanont | leads | Thailand"], not: ["Surayud Chulanont | leads | Japan"]),
    ReadingCase(
      "Amrullah Saleh, the former vice president of Afghanistan, fled.",
      ["Amrullah Saleh | leads | Afghanistan | former"]),
    ReadingCase(
      "Hassan Nasrallah is the leader of Hezbollah.", ["Hassan Nasrallah | leads | Hezbollah"]),
    ReadingCase(
      "Hassan Nasrallah is not the leader of Hamas.", [], not: ["Hassan Nasrallah | leads | Hamas"]),
    ReadingCase(
      "The head of the Free Peasants Party, Nigara Khidoyatova, was in court.",
      ["Nigara Khidoyatova | leads | Free Peasants Party"]),
    ReadingCase(
      "The leader met a spokesman for the Taliban.", [], not: ["Taliban | leads | Taliban"]),
  ])
  func readsRolesFromTitlesAppositionsAndCopulas(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Ahmad Massoud, son of the late commander Ahmad Shah Massoud, fled to Tajikistan.",
      [
        "Ahmad Massoud | child_of | Ahmad Shah Massoud",
        "Ahmad Massoud | travelled_to | Tajikistan",
      ], not: ["Ahmad Shah Massoud | child_of | Ahmad Massoud"]),
    ReadingCase(
      "Leila Haddad's brother, Karim Haddad, was arrested.",
      ["Karim Haddad | sibling_of | Leila Haddad"]),
    ReadingCase(
      "Robert Hughes and his wife, Clara Hughes, live in Boston.",
      ["Clara Hughes | spouse_of | Robert Hughes"]),
    ReadingCase(
      "Karim Haddad's father, Sami Haddad, founded Levant Bank.",
      ["Karim Haddad | child_of | Sami Haddad", "Sami Haddad | founded | Levant Bank"],
      not: ["Sami Haddad | child_of | Karim Haddad", "Karim Haddad | founded | Levant Bank"]),
  ])
  func readsKinship(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "A bomb exploded in Mosul, Iraq, on Friday.", ["Mosul | located_in | Iraq"],
      not: ["Iraq | located_in | Mosul"]),
    ReadingCase(
      "Paris, London and Rome objected.", [],
      not: ["Paris | located_in | London", "London | located_in | Rome"]),
    ReadingCase(
      "He is in a safe house in the Tajik capital of Dushanbe.",
      ["Dushanbe | located_in | Tajikistan"]),
    ReadingCase(
      "The Washington-based firm Vance & Guthrie declined to comment.",
      ["Vance & Guthrie | based_in | Washington"]),
    ReadingCase(
      "American journalist Jill Carroll was kidnapped.",
      ["Jill Carroll | citizen_of | United States"]),
  ])
  func readsPlacesAndBelonging(_ test: ReadingCase) throws { try Reader.check(test) }
}
