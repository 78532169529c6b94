import Testing

@Suite struct VerbRuleTests {
  @Test(arguments: [
    ReadingCase(
      "Ahmad Massoud hired Robert Stryk on Wednesday.", ["Ahmad Massoud | hired | Robert Stryk"],
      not: ["Robert Stryk | hired | Ahmad Massoud"]),
    ReadingCase(
      "Robert Stryk was hired by Ahmad Massoud.", ["Ahmad Massoud | hired | Robert Stryk"],
      not: ["Robert Stryk | hired | Ahmad Massoud"]),
    ReadingCase(
      "Angela Merkel and Emmanuel Macron met Boris Johnson in London.",
      ["Angela Merkel | met_with | Boris Johnson", "Emmanuel Macron | met_with | Boris Johnson"],
      not: ["Angela Merkel | met_with | London"]),
    ReadingCase(
      "Angela Merkel and Emmanuel Macron met in Paris.",
      ["Angela Merkel | met_with | Emmanuel Macron"]),
    ReadingCase(
      "Viktor Orban, who met Vladimir Putin in Moscow, left Russia on Monday.",
      ["Viktor Orban | met_with | Vladimir Putin", "Viktor Orban | left | Russia"],
      not: ["Vladimir Putin | left | Russia"]),
    ReadingCase(
      "Police in Kenya arrested John Mwangi and charged Peter Otieno.",
      [], not: ["John Mwangi | prosecuted | Peter Otieno", "Peter Otieno | detained | John Mwangi"]),
    ReadingCase(
      "Marco Rossi, who was paid by Qatar, visited Brussels.",
      ["Qatar | paid | Marco Rossi", "Marco Rossi | travelled_to | Brussels"]),
    ReadingCase(
      "Hamas left after Israel captured Gaza and President Omar Haddad fled to Qatar.",
      not: ["Israel | detained | Omar Haddad"]),
    ReadingCase(
      "Iran held talks with Pakistan in Tehran.", ["Iran | negotiated_with | Pakistan"],
      not: ["Iran | negotiated_with | Tehran"]),
    ReadingCase(
      "Hamas fired rockets into Israel.", ["Hamas | attacked | Israel"],
      not: ["Israel | attacked | Hamas"]),
    ReadingCase(
      "Nokia sold Alcatel Submarine Networks to France after Cisco and Ericsson declined.", [],
      not: ["Cisco | owns | Ericsson", "Nokia | owns | Cisco"]),
  ])
  func readsVerbsWithTheirArguments(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Turkey agreed to fund Hamas.", ["Turkey | funds | Hamas | planned"],
      not: ["Turkey | funds | Hamas"]),
    ReadingCase(
      "Boeing refused to pay Airbus.", ["Boeing | paid | Airbus | negative"],
      not: ["Boeing | paid | Airbus"]),
    ReadingCase(
      "Germany urged Poland to arm Ukraine.", [],
      not: ["Poland | supplies | Ukraine", "Germany | supplies | Ukraine"]),
  ])
  func readsControlVerbs(_ test: ReadingCase) throws { try Reader.check(test) }
}
