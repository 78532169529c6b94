import Testing

/// Constructions beyond verbs and titles, each with what only looks like it.
@Suite struct CoverageTests {
  @Test(arguments: [
    ReadingCase(
      "The Vietnamese wind developer Gió Biển was sold.", ["Gió Biển | based_in | Vietnam"]),
    ReadingCase(
      "Germany's Bild newspaper reported it.", ["Bild | based_in | Germany"]),
    ReadingCase("Saline AG of Leipzig denied it.", ["Saline AG | based_in | Leipzig"]),
    ReadingCase(
      "The Palestinian militant group Hamas denied it.", [], not: ["Hamas | based_in | Palestinian"]
    ),
    ReadingCase(
      "The chairman of Leipzig's council met Saline AG.", [],
      not: ["Saline AG | based_in | Leipzig"]),
  ])
  func firmsComeFromPlaces(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "The Tunisian magnate Ridha Belhaj owns a bank.", ["Ridha Belhaj | citizen_of | Tunisia"]),
    ReadingCase(
      "Police detained the Moroccan Abdelmajid Bouchar.",
      ["Abdelmajid Bouchar | citizen_of | Morocco"]),
    ReadingCase(
      "The British film director Mike Leigh canceled a trip.",
      ["Mike Leigh | citizen_of | United Kingdom"], not: ["Mike Leigh | leads | United Kingdom"]),
    ReadingCase(
      "Colombian President Alvaro Uribe spoke.", ["Alvaro Uribe | leads | Colombia"],
      not: ["Alvaro Uribe | citizen_of | Colombia"]),
    ReadingCase(
      "The radical Shi'ite cleric Moqtada al-Sadr spoke.", [],
      not: ["Moqtada al-Sadr | leads | Shi'ite"]),
  ])
  func peopleComeFromStates(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "The minister met her French counterpart, Catherine Colonna.",
      ["Catherine Colonna | employed_by | France"]),
    ReadingCase(
      "Zastava's sales director, Goran Ilić, conceded it.", ["Goran Ilić | employed_by | Zastava"],
      not: ["Goran Ilić | leads | Zastava"]),
    ReadingCase(
      "Zastava's managing director, Goran Ilić, conceded it.", ["Goran Ilić | leads | Zastava"]),
    ReadingCase(
      "FAO Director-General Jacques Diouf spoke.", ["Jacques Diouf | leads | FAO"]),
    ReadingCase(
      "Afghan forces met Iranian forces. President Hamid Karzai said nothing.",
      [], not: ["Hamid Karzai | leads | Afghanistan", "Hamid Karzai | leads | Iran"]),
    ReadingCase(
      "Afghan forces retreated. Afghan officials spoke. Company President Robert Hughes said nothing.",
      [], not: ["Robert Hughes | leads | Afghanistan"]),
  ])
  func rolesOfPartsAndOfStates(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Ahmad Massoud fled to the northern city of Kulob.", ["Ahmad Massoud | travelled_to | Kulob"]),
    ReadingCase(
      "Manmohan Singh is in Kashmir.", ["Manmohan Singh | located_in | Kashmir"]),
    ReadingCase(
      "Manmohan Singh is not in Kashmir.", ["Manmohan Singh | located_in | Kashmir | negative"],
      not: ["Manmohan Singh | located_in | Kashmir"]),
    ReadingCase(
      "Condoleezza Rice met with Ahmed Aboul Gheit in Cairo.",
      ["Condoleezza Rice | located_in | Cairo"]),
    ReadingCase(
      "Condoleezza Rice praised the summit in Cairo.", [],
      not: ["Condoleezza Rice | located_in | Cairo"]),
  ])
  func placesOfPeople(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "The arrest of John Mwangi by the CIA was criticised.", ["CIA | detained | John Mwangi"],
      not: ["John Mwangi | detained | CIA"]),
    ReadingCase(
      "Nokia's acquisition of Alcatel failed to convince.", ["Nokia | owns | Alcatel"],
      not: ["Alcatel | owns | Nokia"]),
    ReadingCase(
      "Viktor Orban came under fire from Emmanuel Macron.",
      ["Emmanuel Macron | accused | Viktor Orban"],
      not: ["Viktor Orban | accused | Emmanuel Macron"]),
    ReadingCase(
      "Turkey entered into talks with Greece.", ["Turkey | negotiated_with | Greece"]),
    ReadingCase(
      "U.S. and North Korean officials reached an agreement.",
      ["United States | negotiated_with | North Korea"]),
    ReadingCase(
      "Iraqi Interior Ministry officials met Angela Merkel.", [],
      not: ["Interior Ministry | met_with | Iraq"]),
    ReadingCase(
      "Ahmad Massoud worked with the CIA.", ["Ahmad Massoud | affiliated_with | CIA"]),
    ReadingCase(
      "Ahmad Massoud wants to work with the CIA.", [],
      not: ["Ahmad Massoud | affiliated_with | CIA | hypothetical"]),
    ReadingCase(
      "Turkey withdrew its troops from Cyprus.", ["Turkey | left | Cyprus"]),
    ReadingCase(
      "Turkey withdrew its objections to Cyprus.", [], not: ["Turkey | left | Cyprus"]),
    ReadingCase("Nokia owns 49 percent of Alcatel.", ["Nokia | owns | Alcatel"]),
    ReadingCase(
      "The Taliban stronghold of Kandahar fell.", ["Taliban | controls | Kandahar"]),
    ReadingCase(
      "An arrest in Kandahar surprised the Taliban.", [], not: ["Taliban | detained | Kandahar"]),
  ])
  func nounsAndLightVerbs(_ test: ReadingCase) throws { try Reader.check(test) }
}

@Suite struct StatusAndSpeakerTests {
  @Test(arguments: [
    ReadingCase(
      "Hu Jintao is to travel to Germany.", ["Hu Jintao | travelled_to | Germany | planned"],
      not: ["Hu Jintao | travelled_to | Germany"]),
    ReadingCase(
      "Mahmoud Abbas visits Norway later this week.",
      ["Mahmoud Abbas | travelled_to | Norway | planned"],
      not: ["Mahmoud Abbas | travelled_to | Norway"]),
    ReadingCase(
      "Mahmoud Abbas visited Norway last week.",
      ["Mahmoud Abbas | travelled_to | Norway | asserted"]),
    ReadingCase(
      "Iran denied that it had attacked Iraq.", ["Iran | attacked | Iraq | negative | claimed"],
      not: ["Iran | attacked | Iraq"]),
    ReadingCase(
      "Hungary bribed Marco Rossi, court documents showed.",
      ["Hungary | paid | Marco Rossi | claimed"],
      not: ["Hungary | paid | Marco Rossi"]),
  ])
  func plansAndClaims(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test func nestedClaimsKeepBothSpeakers() throws {
    let extracted = try Reader.read(
      "Reuters reported that two former officials said that Russia attacked Poland.")
    let attack = try #require(extracted.assertions.first { $0.relation == "attacked" })
    let names = Dictionary(
      uniqueKeysWithValues: extracted.annotated.entities.map { ($0.id, $0.name) })
    #expect(attack.status == .claimed)
    #expect(attack.attribution?.text == "two former officials")
    #expect(attack.attribution?.cue == "said")
    #expect(attack.attribution?.via.map { $0.entity.flatMap { names[$0] } } == ["Reuters"])
    let plain = try Reader.read("Two former officials said that Russia attacked Poland.")
    #expect(plain.assertions.first { $0.relation == "attacked" }?.attribution?.via.isEmpty == true)
  }
}
