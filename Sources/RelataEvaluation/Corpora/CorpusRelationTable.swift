import RelataCore

/// How the relations of other corpora stand to ours.
///
/// One line: our relation, `=`, the labels of the corpus it may be read as; `~` after a label turns it
/// round. A relation of ours that is not listed, and a label that no line names, are not counted.
struct CorpusRelationTable: Sendable {
  struct Label: Hashable, Sendable {
    var name: String
    /// Whether the corpus has subject and object the other way round.
    var isInverse: Bool
  }

  let labels: [RelationID: [Label]]
  /// Labels that have no direction.
  let undirected: Set<String>

  init(_ lines: String, undirected: Set<String> = []) {
    var labels: [RelationID: [Label]] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let relation = words.first else { continue }
      labels[RelationID(relation)] = words.dropFirst(2).map { word in
        Label(
          name: word.hasSuffix("~") ? String(word.dropLast()) : word, isInverse: word.hasSuffix("~")
        )
      }
    }
    self.labels = labels
    self.undirected = undirected
  }

  /// Our relations that a label may be, with whether it has to be turned round.
  func relations(of label: String) -> [(relation: RelationID, isInverse: Bool)] {
    labels.sorted { $0.key < $1.key }.flatMap { relation, labels in
      labels.filter { $0.name == label }.map { (relation, $0.isInverse) }
    }
  }

  /// KnowledgeNet (Mesquita and others 2019).
  ///
  /// Its companies are subjects of CEO, FOUNDED_BY, HEADQUARTERS and SUBSIDIARY_OF. Left out: dates of birth, death and foundation.
  static let knowledgeNet = CorpusRelationTable(
    """
    leads = CEO~ EMPLOYEE_OR_MEMBER_OF
    employed_by = EMPLOYEE_OR_MEMBER_OF
    member_of = EMPLOYEE_OR_MEMBER_OF POLITICAL_AFFILIATION
    spokesperson_for = EMPLOYEE_OR_MEMBER_OF
    founded = FOUNDED_BY~
    part_of = SUBSIDIARY_OF
    owns = SUBSIDIARY_OF~
    based_in = HEADQUARTERS PLACE_OF_RESIDENCE
    born_in = PLACE_OF_BIRTH
    citizen_of = NATIONALITY
    child_of = CHILD_OF
    spouse_of = SPOUSE
    educated_at = EDUCATED_AT
    """, undirected: ["SPOUSE"])

  /// re3d (Dstl 2017).
  ///
  /// Left out: HasAttrOf, IsSynonymOf, Apart.
  static let re3d = CorpusRelationTable(
    """
    leads = InChargeOf BelongsTo
    controls = InChargeOf
    member_of = BelongsTo
    employed_by = BelongsTo
    spokesperson_for = BelongsTo
    part_of = BelongsTo
    fights = FightingAgainst
    attacked = FightingAgainst
    killed = FightingAgainst
    allied_with = AlliesOf
    supports = Likes AlliesOf
    opposes = Dislikes
    accused = Dislikes
    met_with = CommWith
    communicated_with = CommWith
    negotiated_with = CommWith
    located_in = CoLocated
    based_in = CoLocated
    """, undirected: ["CoLocated", "FightingAgainst", "AlliesOf", "CommWith"])

  /// Re-DocRED (Tan and others 2022), by Wikidata property.
  ///
  /// Left out: works and products, dates, awards, languages, religion, place of death, jurisdiction, P155/P156 and what is inferred from geography
  /// alone (P1376, P36, P47).
  static let reDocRED = CorpusRelationTable(
    """
    leads = P6~ P35~ P488~
    member_of = P463 P102 P54 P241
    employed_by = P108
    successor_of = P1365 P1366~
    founded = P112~
    owns = P127~
    part_of = P361 P749 P355~ P527~
    citizen_of = P27
    born_in = P19
    based_in = P159 P551 P937
    located_in = P131 P150~ P276 P706 P206 P17 P30
    controls = P1336~
    child_of = P22 P25 P40~
    spouse_of = P26
    sibling_of = P3373
    educated_at = P69
    participated_in = P1344 P710~ P607
    """)
}
