import RelataCore

/// A verb, optionally with a particle and an object noun, and which of its arguments are related.
///
/// Written `hire recruit : s > o`, `break_up : s > with`, `hold+talk : s > with`,
/// `meet : s > s` relates coordinated subjects to each other.
package struct VerbFrame: Hashable, Sendable {
  package var verb: String
  package var particle: String?
  /// The object noun that a light verb needs.
  package var objectNoun: String?
  package var from: FrameRole
  package var to: FrameRole
  package var relation: RelationID
  /// The relation holds in the past even when stated now ("left", "divorced").
  package var isFormer: Bool
  /// Only without an object complement: "called Massoud", not "called Massoud a hero".
  package var isBare: Bool
  /// Only between people: "joined Saleh", not "joined the party".
  package var isPersonal: Bool
  /// Only with a body as object: "joined the party", not "joined Saleh".
  package var isCorporate: Bool
  /// Only with an object complement: "named him chairman", not "named him in court".
  package var needsComplement: Bool
  /// Only in a past form: "worked with", not "wants to work with".
  package var isPast: Bool
  /// Not beside a with-phrase: in "replaced A with B" the subject replaces nobody.
  package var isAlone: Bool
  /// The construction itself makes it a plan: "made a bid for".
  package var isPlanned: Bool
  /// Only with an amount of money beside the object: "gave $2 million to".
  package var needsMoney: Bool
  /// Only with a picture as subject: "photographs show".
  package var isDepicted: Bool
  /// Only where what changes hands is no body: "bought grain from", not "bought the firm from".
  package var isOfGoods: Bool
  /// What its author, a user, states; nil for the shipped frames, which are measured.
  package var confidence: Double?

  /// Frames with more conditions win.
  package var specificity: String {
    let conditions =
      (particle == nil ? 0 : 1) + (objectNoun == nil && !needsMoney ? 0 : 2)
    return "\(conditions)\(relation.rawValue)\(from)\(to)"
  }

  package static func parse(
    _ line: String, relation: RelationID, file: String
  ) throws(RelataError) -> [VerbFrame] {
    let (words, from, to, flags) = try FrameLine.split(line, file: file)
    guard let fromRole = FrameRole(from), let toRole = FrameRole(to) else {
      throw FrameLine.malformed(line, file: file)
    }
    return words.map { word in
      let halves = word.split(separator: "+", maxSplits: 1)
      let verbParts = halves[0].split(separator: "_", maxSplits: 1)
      return VerbFrame(
        verb: String(verbParts[0]), particle: verbParts.count > 1 ? String(verbParts[1]) : nil,
        objectNoun: halves.count > 1 ? String(halves[1]) : nil, from: fromRole, to: toRole,
        relation: relation, isFormer: flags.contains("former"), isBare: flags.contains("bare"),
        isPersonal: flags.contains("person"),
        isCorporate: flags.contains("body"),
        needsComplement: flags.contains("complement"), isPast: flags.contains("past"),
        isAlone: flags.contains("alone"), isPlanned: flags.contains("planned"),
        needsMoney: flags.contains("money"), isDepicted: flags.contains("picture"),
        isOfGoods: flags.contains("goods"))
    }
  }
}
