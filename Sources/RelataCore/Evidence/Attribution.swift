/// Who claims a relation.
public struct Attribution: Hashable, Sendable, Codable {
  /// The claimant if it is one of the entities.
  public var entity: EntityID?
  /// The claimant in the text's words ("two former officials"); nil only if an entity stands for it.
  public var text: String?
  /// The word that attributes: "said", "according to".
  public var cue: String
  /// Who passes the claim on, from the inside out: for "The Post reported that officials said …" the
  /// claimant is the officials, passed on by the Post.
  public var via: [Reporter]

  /// Somebody who reports what another claims; the fields are those of a claimant.
  public struct Reporter: Hashable, Sendable, Codable {
    /// The reporter if it is one of the entities.
    public var entity: EntityID?
    /// The reporter in the text's words; nil only if an entity stands for it.
    public var text: String?
    /// The word that passes the claim on: "reported".
    public var cue: String

    /// A reporter with its fields.
    public init(entity: EntityID?, text: String?, cue: String) {
      self.entity = entity
      self.text = text
      self.cue = cue
    }
  }

  /// A claimant with its fields.
  public init(entity: EntityID?, text: String?, cue: String, via: [Reporter] = []) {
    self.entity = entity
    self.text = text
    self.cue = cue
    self.via = via
  }
}

extension Attribution {
  /// Reads the published form; extractions of early versions have no `via`.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    entity = try container.decodeIfPresent(EntityID.self, forKey: .entity)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    cue = try container.decode(String.self, forKey: .cue)
    via = try container.decodeIfPresent([Reporter].self, forKey: .via) ?? []
  }
}
