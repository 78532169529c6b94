import RelataCore

// Each function below takes a record apart and puts it together again with the memberwise initialiser,
// which has no defaults: a field that is added does not compile here before it is decided.

extension KnowledgeGraph {
  /// The graph with every text and id as a rewriting gives it.
  ///
  /// - Complexity: O(text of the graph), and what the rewriting costs.
  package func rewritten(by rewriting: some GraphRewriting) -> KnowledgeGraph {
    var seen: Set<AssertionID> = []
    let relations = relations.map { old in
      var new = old.rewritten(by: rewriting)
      // Predicates that differed by a name only may be alike now.
      while !seen.insert(new.id).inserted { new.id = AssertionID(new.id.rawValue + "x") }
      return new
    }
    return KnowledgeGraph(
      entities: entities.map { $0.rewritten(by: rewriting) }, relations: relations, schema: schema)
  }
}

extension Entity {
  /// The entity as a rewriting gives it; lists sorted and without duplicates as before.
  package func rewritten(by rewriting: some GraphRewriting) -> Entity {
    func list(_ texts: [String], as field: TextField) -> [String] {
      Set(texts.compactMap { rewriting.rewritten($0, as: field, of: id)?.text }).sorted()
    }
    return Entity(
      type: type, id: rewriting.id(id),
      name: rewriting.rewritten(name, as: .name, of: id)?.text ?? "",
      aliases: list(aliases, as: .alias), roles: list(roles, as: .role),
      documents: documents.map { $0.rewritten(by: rewriting) }.sorted(), decided: decided,
      notes: notes.compactMap { rewriting.rewritten($0, as: .note, of: nil)?.text })
  }
}

extension Relation {
  /// The relation as a rewriting gives it.
  package func rewritten(by rewriting: some GraphRewriting) -> Relation {
    var new = Relation(
      type: type, id: id, subject: rewriting.id(subject), object: rewriting.id(object),
      predicate: rewriting.rewritten(predicate, as: .predicate, of: nil)?.text ?? "",
      polarity: polarity, status: status, tense: tense, confidence: confidence,
      corroboration: corroboration,
      evidence: evidence.map { $0.rewritten(by: rewriting, between: subject, and: object) }
        // By the new ids: the order of the old ones would tell how they began.
        .sorted { a, b in
          (a.document.rawValue, a.span.start, a.span.end)
            < (b.document.rawValue, b.span.start, b.span.end)
        }, decision: decision,
      notes: notes.compactMap { rewriting.rewritten($0, as: .note, of: nil)?.text },
      holding: holding)
    new.id = rewriting.id(of: self, rewritten: new)
    return new
  }
}

extension EvidenceRecord {
  /// The evidence as a rewriting gives it; the spans move with the words of the quote.
  ///
  /// - Parameters:
  ///   - rewriting: What stands for texts and ids.
  ///   - subject: The old id of the relation's subject.
  ///   - object: The old id of its object.
  /// - Returns: A record that cites the same sentence.
  package func rewritten(
    by rewriting: some GraphRewriting, between subject: EntityID, and object: EntityID
  ) -> EvidenceRecord {
    rewritten(by: rewriting, words: rewriting.quote(of: self, between: subject, and: object))
  }

  private func rewritten(by rewriting: some GraphRewriting, words: RewrittenText?) -> EvidenceRecord
  {
    func text(_ text: String, as field: TextField) -> String {
      rewriting.rewritten(text, as: field, of: nil)?.text ?? ""
    }
    func text(_ text: String?, as field: TextField) -> String? {
      text.flatMap { rewriting.rewritten($0, as: field, of: nil)?.text }
    }
    let words = words ?? RewrittenText("")
    func moved(_ old: Span?) -> Span? {
      old.flatMap { old in
        let start = words.position(old.start - span.start, false)
        let end = words.position(old.end - span.start, true)
        return start <= end && span.start + start >= 0
          ? Span(span.start + start, span.start + end) : nil
      }
    }
    return EvidenceRecord(
      document: document.rewritten(by: rewriting), report: report.rewritten(by: rewriting),
      source: text(source, as: .source),
      title: text(title, as: .title), published: text(published, as: .published),
      author: text(author, as: .author), outlet: text(outlet, as: .outlet),
      address: text(address, as: .address), page: page, sentence: sentence,
      span: Span(span.start, span.start + words.text.unicodeScalars.count), quote: words.text,
      predicate: text(predicate, as: .predicate),
      attribution: attribution?.rewritten(by: rewriting), time: text(time, as: .time),
      place: text(place, as: .place), amount: text(amount, as: .amount), confidence: confidence,
      extractor: text(extractor, as: .extractor), subject: moved(subject), object: moved(object),
      trigger: moved(trigger))
  }
}

extension EvidenceAttribution {
  /// The claimant as a rewriting gives it.
  package func rewritten(by rewriting: some GraphRewriting) -> EvidenceAttribution {
    EvidenceAttribution(
      cue: rewriting.rewritten(cue, as: .cue, of: nil)?.text ?? "",
      entity: entity.map { rewriting.id($0) },
      name: rewriting.rewritten(name, as: .claimant, of: entity)?.text ?? "",
      via: via.compactMap { rewriting.rewritten($0, as: .reporter, of: nil)?.text })
  }
}

extension DocumentID {
  fileprivate func rewritten(by rewriting: some GraphRewriting) -> DocumentID {
    DocumentID(rewriting.rewritten(rawValue, as: .document, of: nil)?.text ?? "")
  }
}
