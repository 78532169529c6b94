/// The written form: what is empty is left out.
extension Decision: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, kind, when, by, reason, text, undoes, sides, relation, documents
  }

  /// Reads the written form.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? {
      try container.decodeIfPresent(String.self, forKey: key)
    }
    self.init(
      id: try container.decode(String.self, forKey: .id),
      kind: try container.decode(Kind.self, forKey: .kind),
      when: try container.decode(String.self, forKey: .when), by: try text(.by),
      reason: try text(.reason), text: try text(.text), undoes: try text(.undoes),
      sides: try container.decodeIfPresent([[NameAnchor]].self, forKey: .sides) ?? [],
      relation: try container.decodeIfPresent(RelationAnchor.self, forKey: .relation),
      documents: try container.decodeIfPresent([DocumentID].self, forKey: .documents) ?? [])
  }

  /// Writes the written form.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(when, forKey: .when)
    try container.encodeIfPresent(by, forKey: .by)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(text, forKey: .text)
    try container.encodeIfPresent(undoes, forKey: .undoes)
    if !sides.isEmpty { try container.encode(sides, forKey: .sides) }
    try container.encodeIfPresent(relation, forKey: .relation)
    if !documents.isEmpty { try container.encode(documents, forKey: .documents) }
  }
}

extension Decision {
  /// What is wrong with it, as words after its id; nil if nothing is.
  ///
  /// One that was forgotten names nobody any more and is sound.
  var defect: String? {
    switch kind {
    case .undo: undoes == nil ? "undoes nothing" : nil
    case .rename, .note, .alias:
      text == nil && !isForgotten ? "has no text" : nil
    case .retype: type == nil && !isForgotten ? "names no type of entities" : nil
    case .reject, .confirm: sides.isEmpty ? nil : "is about a relation, not about names"
    case .merge, .different, .split:
      relation == nil ? nil : "is about names, not about a relation"
    case .confidential, .disclose:
      sides.isEmpty && relation == nil ? nil : "is about documents, not about names"
    case .hide: nil
    }
  }

  private var isForgotten: Bool { sides.allSatisfy(\.isEmpty) && relation == nil }
}
