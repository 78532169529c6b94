import Testing

@testable import RelataLanguage

private func person(_ name: String) throws -> PersonName {
  try #require(PersonName(NameForm(name)), "\(name)")
}

@Suite struct NameFormTests {
  @Test(arguments: [
    ("The Karst Bank", "Karst Bank"), ("a  Karst\n Bank", "Karst Bank"), ("The Hague", "The Hague"),
    ("Karst's", "Karst"), ("Karst’s", "Karst"), ("ex-Norsk Bank", "Norsk Bank"),
    ("Ex-Im Bank", "Ex-Im Bank"), ("The", "The"),
  ])
  func articlesPossessivesAndExAreNoPartOfTheName(_ written: String, _ text: String) {
    #expect(NameForm(written).text == text)
  }

  @Test func stopsQuotesAndDashesDoNotTellNamesApart() {
    #expect(NameForm.fold("U.S.") == "us")
    #expect(NameForm.fold("Jean-Luc  O’Hara") == "jean luc o'hara")
    #expect(NameForm("Jean–Luc").key == NameForm("Jean Luc").key)
    #expect(NameForm("“Karst” Bank").key == "karst bank")
    #expect(NameForm("").parts.isEmpty)
  }

  @Test func legalFormsGoFromTheEndButNeverAll() {
    #expect(NameForm("Karst Holding Inc.").withoutCorporateSuffix == ["karst", "holding"])
    #expect(NameForm("Karst & Co. Ltd").withoutCorporateSuffix == ["karst"])
    #expect(NameForm("Karst Oyj").withoutCorporateSuffix == ["karst"])
    #expect(NameForm("Company").withoutCorporateSuffix == ["company"])
    #expect(NameForm("Inc Karst").withoutCorporateSuffix == ["inc", "karst"])
  }

  @Test func acronymsAreCapitalsOfTheSpokenWords() {
    #expect(NameForm("Union of the Free Ports").initials == "ufp")
    for acronym in ["UFP", "U.F.P.", "NATO", "MoDs"] where acronym != "MoDs" {
      #expect(NameForm(acronym).isAcronym, "\(acronym)")
    }
    for word in ["Ufp", "A", "ABCDEFGH", "Free Ports"] {
      #expect(!NameForm(word).isAcronym, "\(word)")
    }
  }
}

@Suite struct PersonNameTests {
  @Test func particlesAndGenerationsAreToldFromTheName() throws {
    let name = try person("Ahmad van der Kern Jr.")
    #expect(name.generation == "jr")
    #expect(name.family == "kern")
    #expect(try person("al-Hakim").isBare)
    #expect(try person("van der Kern").core == ["kern"])
    #expect(try person("Kern").core == ["kern"])
    #expect(try person("Jr").generation == nil)
    #expect(PersonName(NameForm("...")) == nil)
  }

  @Test func anAssimilatedArticleIsOneOnlyBeforeAHyphen() throws {
    #expect(try person("ash-Sharif").core == ["sharif"])
    #expect(try person("Ash Carter").core == ["ash", "carter"])
    #expect(!(try person("Ad Melk").isBare))
    #expect(try person("Zaid an-Nur").core == ["zaid", "an", "nur"])
  }

  @Test(arguments: [
    ("Anna Kern", "A. Kern", true), ("Anna Kern", "Anna B. Kern", true),
    ("Anna Kern", "Paul Kern", false), ("Anna Kern", "Anna Weiss", false),
    ("Paul Kern Jr.", "Paul Kern Sr.", false), ("Paul Kern Jr.", "Paul Kern", false),
    ("Anna Maria Kern", "Anna Kern", false), ("Omar al-Kern", "Omar Kern", true),
  ])
  func fullNamesAgreeWhereOnlyInitialsAndParticlesDiffer(a: String, b: String, agree: Bool) throws {
    let (first, second) = (try person(a), try person(b))
    #expect(first.agrees(with: second) == agree)
    #expect(second.agrees(with: first) == agree)
  }

  @Test func anEndOrABeginningOfAFullName() throws {
    let full = try person("Ahmad Shah Kern")
    #expect(try person("Shah Kern").isTail(of: full))
    #expect(try person("Kern").isTail(of: full))
    #expect(!(try person("Ahmad Kern").isTail(of: full)))
    #expect(!full.isTail(of: full))
    #expect(try person("Ahmad").isGivenName(of: full))
    #expect(!(try person("Shah").isGivenName(of: full)))
    #expect(!(try person("Ahmad").isGivenName(of: person("Ahmad"))))
  }
}

@Suite struct GenderTests {
  @Test func wordsThatFitOneSexAlone() {
    #expect(Gender(title: "Mrs.") == .female && Gender(title: "King") == .male)
    #expect(Gender(title: "Dr.") == nil)
    #expect(Gender(noun: "Spokeswoman") == .female && Gender(noun: "widower") == .male)
    #expect(Gender(noun: "teacher") == nil)
    #expect(Gender(givenName: "Abigail") == .female && Gender(givenName: "aaron") == .male)
    #expect(Gender(givenName: "Kern") == nil)
  }
}

@Suite struct TitleTests {
  @Test func titlesAreFoundInAnyCaseAndWithTheirStop() {
    #expect(Titles.isTitle("President") && Titles.isTitle("SEN.") && Titles.isTitle("dr."))
    #expect(!Titles.isTitle("kern") && !Titles.isTitle(""))
    #expect(Titles.courtesy.contains("mrs.") && !Titles.courtesy.contains("president"))
    #expect(Titles.modifiers.contains("former") && !Titles.words.contains("former"))
    #expect(Titles.keyWords.contains("gen") && !Titles.keyWords.contains("gen."))
  }
}

@Suite struct CountryTests {
  private let table = CountryTable.shared

  @Test func namesDemonymsAndCapitals() {
    #expect(table.country(named: "U.S.") == "United States")
    #expect(table.country(named: "the moon") == nil)
    #expect(table.country(ofDemonym: "Iraqi") == "Iraq")
    #expect(table.country(ofDemonym: "Iraqis") == nil && table.country(ofDemonym: "iraqi") == nil)
    // Only the text can tell which Congo.
    #expect(table.country(ofDemonym: "Congolese") == nil && table.country(named: "Congo") == nil)
    #expect(table.isCapital("vienna") && !table.isCapital("Graz"))
    #expect(table.country(ofDemonym: "Herzegovinian") == "Bosnia and Herzegovina")
  }

  @Test func graphFilesKeepTheirKeys() {
    #expect(table.graphKey(of: "usa") == "united states")
    #expect(table.graphKey(of: "united states") == "united states")
    #expect(table.graphKey(of: "czechia") == "czech republic")
    #expect(table.graphKey(of: "eu") == "european union")
    #expect(table.graphKey(of: "congo") == nil && table.graphKey(of: "austria") == nil)
    // The European Union is joined in graphs, and no country in a text.
    #expect(table.country(named: "European Union") == nil && table.country(named: "") == nil)
  }
}
