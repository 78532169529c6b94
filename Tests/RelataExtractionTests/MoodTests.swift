import Testing

@Suite struct MoodTests {
  @Test(arguments: [
    ReadingCase(
      "The United States and the CIA do not support Ahmad Massoud.",
      [
        "United States | supports | Ahmad Massoud | negative",
        "CIA | supports | Ahmad Massoud | negative",
      ], not: ["United States | supports | Ahmad Massoud", "CIA | supports | Ahmad Massoud"]),
    ReadingCase(
      "Washington does not appear to be backing Amrullah Saleh.",
      ["Washington | supports | Amrullah Saleh | negative"],
      not: ["Washington | supports | Amrullah Saleh"]),
    ReadingCase(
      "Neither France nor Germany met Bashar Assad.", [],
      not: ["France | met_with | Bashar Assad", "Germany | met_with | Bashar Assad"]),
    ReadingCase(
      "Russia never attacked Finland.", ["Russia | attacked | Finland | negative"],
      not: ["Russia | attacked | Finland"]),
    ReadingCase(
      "Elena Petrova left Moscow without meeting Ivan Orlov.", [],
      not: ["Elena Petrova | met_with | Ivan Orlov"]),
  ])
  func negationIsNeverLost(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Barack Obama will meet Angela Merkel in Berlin.",
      ["Barack Obama | met_with | Angela Merkel | planned"],
      not: ["Barack Obama | met_with | Angela Merkel"]),
    ReadingCase(
      "If Israel attacks Iran, Hezbollah may attack Israel.", [],
      not: ["Israel | attacked | Iran", "Hezbollah | attacked | Israel"]),
    ReadingCase(
      "China threatened to sanction Boeing.", ["China | sanctioned | Boeing | hypothetical"],
      not: ["China | sanctioned | Boeing"]),
    ReadingCase(
      "Did Gazprom fund Nigel Barrett?", [], not: ["Gazprom | funds | Nigel Barrett"]),
    ReadingCase(
      "Elena Petrova wants to meet Ivan Orlov.", [], not: ["Elena Petrova | met_with | Ivan Orlov"]),
    ReadingCase(
      "There is no evidence that Elena Petrova met Ivan Orlov.", [],
      not: [
        "Elena Petrova | met_with | Ivan Orlov", "Elena Petrova | met_with | Ivan Orlov | claimed",
      ]),
  ])
  func plansAndHypothesesAreNotFacts(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Ukraine said that Russia attacked Poland.", ["Russia | attacked | Poland | claimed"],
      not: ["Russia | attacked | Poland"]),
    ReadingCase(
      "Gazprom bribed Nigel Barrett, according to two former officials.",
      ["Gazprom | paid | Nigel Barrett | claimed"], not: ["Gazprom | paid | Nigel Barrett"]),
    ReadingCase(
      "Russia attacked Poland, Ukrainian officials said.",
      ["Russia | attacked | Poland | claimed"], not: ["Russia | attacked | Poland"]),
    ReadingCase(
      "Nigel Barrett denied that he met Ivan Orlov.", [],
      not: ["Nigel Barrett | met_with | Ivan Orlov"]),
    ReadingCase(
      "Marco Rossi is accused of bribing Nigel Barrett.",
      ["Marco Rossi | paid | Nigel Barrett | claimed"], not: ["Marco Rossi | paid | Nigel Barrett"]),
    ReadingCase(
      "Russia has attacked Poland and does not support Hungary, two former Ukrainian officials said.",
      ["Russia | attacked | Poland | claimed"],
      not: ["Russia | attacked | Poland", "Russia | supports | Hungary | negative | asserted"]),
    ReadingCase(
      "Germany accused Egypt of attacking Libya.",
      ["Egypt | attacked | Libya | claimed"],
      not: [
        "Germany | attacked | Libya", "Germany | attacked | Libya | claimed",
        "Egypt | attacked | Libya",
      ]),
  ])
  func whatSomebodyClaimsIsNotTheTextsOwn(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Instead of supporting Omar Haddad, Turkey arrested Leila Haddad.",
      ["Turkey | supports | Omar Haddad | negative", "Turkey | detained | Leila Haddad"],
      not: [
        "Turkey | supports | Omar Haddad", "Turkey | detained | Leila Haddad | negative",
        "Leila Haddad | supports | Omar Haddad",
      ]),
    ReadingCase(
      "Germany accused Egypt of attacking Libya.", ["Egypt | attacked | Libya | claimed"]),
    ReadingCase(
      "Rather than sue Marco Rossi, Germany paid Elena Petrova.",
      ["Germany | paid | Elena Petrova"],
      not: ["Germany | prosecuted | Marco Rossi"]),
    ReadingCase(
      "Germany and Poland, not Hungary, attacked Serbia.",
      ["Germany | attacked | Serbia", "Poland | attacked | Serbia"],
      not: ["Hungary | attacked | Serbia"]),
  ])
  func whatIsSetAsideIsNotStated(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Marco Rossi, who used to advise Angela Merkel, left Berlin.",
      ["Marco Rossi | advises | Angela Merkel | former"],
      not: ["Marco Rossi | advises | Angela Merkel | current"]),
    ReadingCase(
      "Marco Rossi, who advises Angela Merkel, left Berlin.",
      ["Marco Rossi | advises | Angela Merkel | current"]),
    ReadingCase(
      "Elena Petrova divorced Ivan Orlov in 2011.",
      ["Elena Petrova | spouse_of | Ivan Orlov | former"],
      not: ["Elena Petrova | spouse_of | Ivan Orlov | current"]),
  ])
  func whatIsOverIsFormer(_ test: ReadingCase) throws { try Reader.check(test) }

  @Test(arguments: [
    ReadingCase(
      "Japan will host the talks at which Iran and Iraq are due to sign a treaty.", [],
      not: ["Iran | negotiated_with | Iraq"]),
    ReadingCase(
      "It would be foolish for Germany to attack Poland.", [],
      not: ["Germany | attacked | Poland", "Germany | attacked | Poland | planned"]),
    ReadingCase(
      "Rumours that Elena Petrova had married Ivan Orlov turned out to be false.", [],
      not: [
        "Elena Petrova | spouse_of | Ivan Orlov",
        "Elena Petrova | spouse_of | Ivan Orlov | claimed",
      ]),
    ReadingCase(
      "Had Boeing not paid Airbus, the plant would have closed.", [],
      not: ["Boeing | paid | Airbus | negative"]),
  ])
  func whatIsOnlyImaginedIsNotStated(_ test: ReadingCase) throws { try Reader.check(test) }
}
