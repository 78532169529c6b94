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
      not: ["Elena Petrova | met_with | Ivan Orlov", "Elena Petrova | met_with | Ivan Orlov | claimed"]),
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
      ["Germany | accused | Egypt", "Egypt | attacked | Libya | claimed"],
      not: ["Germany | attacked | Libya", "Germany | attacked | Libya | claimed", "Egypt | attacked | Libya"]),
  ])
  func whatSomebodyClaimsIsNotTheTextsOwn(_ test: ReadingCase) throws { try Reader.check(test) }
}
