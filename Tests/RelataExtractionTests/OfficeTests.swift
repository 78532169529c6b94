import RelataCore
import Testing

/// Who leads a whole and who heads a part of it, and whom the words for an office mean afterwards.
@Suite struct OfficeTests {
  @Test(arguments: [
    ReadingCase(
      "Iraq's interior minister, Paul Simon, met Ivan Orlov.",
      ["Paul Simon | employed_by | Iraq"], not: ["Paul Simon | leads | Iraq"]),
    ReadingCase(
      "French Foreign Secretary Elena Petrova visited Japan.",
      ["Elena Petrova | employed_by | France"], not: ["Elena Petrova | leads | France"]),
    ReadingCase(
      "Paul Simon, vice president of Chile, visited Japan.",
      ["Paul Simon | employed_by | Chile"], not: ["Paul Simon | leads | Chile"]),
    ReadingCase(
      "Chile's deputy prime minister, Paul Simon, visited Japan.",
      ["Paul Simon | employed_by | Chile"], not: ["Paul Simon | leads | Chile"]),
    ReadingCase(
      "Gazprom's head of security, Paul Simon, met Ivan Orlov.",
      ["Paul Simon | employed_by | Gazprom"], not: ["Paul Simon | leads | Gazprom"]),
    ReadingCase(
      "Paul Simon, the finance chief of Gazprom, met Ivan Orlov.",
      ["Paul Simon | employed_by | Gazprom"], not: ["Paul Simon | leads | Gazprom"]),
  ])
  func headsOfPartsServeTheWhole(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Chile's prime minister, Paul Simon, visited Japan.", ["Paul Simon | leads | Chile"]),
    ReadingCase("Paul Simon is the head of state of Chile.", ["Paul Simon | leads | Chile"]),
    ReadingCase(
      "Gazprom's chief executive, Paul Simon, met Ivan Orlov.", ["Paul Simon | leads | Gazprom"]),
  ])
  func headsOfTheWholeLeadIt(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Chile's foreign minister, Anna Kern, met her French counterpart, Paul Simon.",
      ["Anna Kern | employed_by | Chile", "Paul Simon | employed_by | France"],
      not: ["Paul Simon | leads | France"]),
    ReadingCase(
      "Chile's president, Anna Kern, met her French counterpart, Paul Simon.",
      ["Anna Kern | leads | Chile", "Paul Simon | leads | France"]),
  ])
  func aCounterpartHoldsTheSameOffice(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Chile's foreign minister, Anna Kern, was in Paris. Chile's foreign minister met Paul Simon.",
      ["Anna Kern | met_with | Paul Simon"]),
    ReadingCase(
      "French Foreign Minister Anna Kern was in Oslo. The French minister hired Paul Simon.",
      [], not: ["France | hired | Paul Simon"]),
    ReadingCase(
      "France's foreign minister, Anna Kern, met Ivan Orlov. His French counterpart hired Paul Simon.",
      ["Anna Kern | hired | Paul Simon"]),
    ReadingCase(
      "Chile's president, Boris Ivanov, and its foreign minister, Anna Kern, arrived. Chile's leader met Paul Simon.",
      ["Boris Ivanov | met_with | Paul Simon"], not: ["Anna Kern | met_with | Paul Simon"]),
  ])
  func theWordsForAnOfficeMeanItsHolder(_ test: ReadingCase) throws { try Reader.check(test) }
}
