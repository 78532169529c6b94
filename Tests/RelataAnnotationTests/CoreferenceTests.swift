import RelataCore
import Testing

@testable import RelataAnnotation

/// The coreference head with the shipped weights.
@Suite struct CoreferenceTests {
  static let annotator: Result<Annotator, any Error> = Result { try Annotator() }

  private func read(_ text: String) throws -> AnnotatedDocument {
    try Self.annotator.get().annotate(
      Document(id: DocumentID("t"), source: "t", text: SourceText(text)))
  }

  /// "word → name" for every reference.
  private func links(_ text: String) throws -> [String] {
    let document = try read(text)
    let names = Dictionary(uniqueKeysWithValues: document.entities.map { ($0.id, $0.name) })
    return document.references.map {
      "\(document.words($0.span)) → \($0.entity.flatMap { names[$0] } ?? "?")"
    }
  }

  @Test func pronounsTakeThePersonOrBodyTheyMean() throws {
    #expect(
      try links("Angela Merkel arrived on Monday. She met reporters.") == ["She → Angela Merkel"])
    #expect(
      try links("Siemens cut jobs in March. It blamed the weather.") == ["It → Siemens"])
  }

  @Test func aPronounDoesNotCrossSexes() throws {
    let links = try links(
      "Judge Helga Stark freed Robert Amann. He thanked her and flew to Vienna.")
    #expect(!links.contains("He → Helga Stark"))
    #expect(!links.contains("her → Robert Amann"))
    let titled = try self.links("Mrs. Amann met Mr. Okoye on Monday. She thanked him.")
    #expect(!titled.contains { $0.hasPrefix("She") && $0.contains("Okoye") })
    #expect(!titled.contains { $0.hasPrefix("him") && $0.contains("Amann") })
  }

  @Test func aPronounDoesNotCrossTypes() throws {
    for link in try links("Siemens cut jobs in March. He blamed the weather.") {
      #expect(!link.hasPrefix("He"), "\(link)")
    }
  }

  @Test func whoIsIntroducedAnewIsNobodyKnown() throws {
    let links = try links("Angela Merkel arrived on Monday. A German official met reporters.")
    #expect(!links.contains { $0.hasPrefix("A German official") })
  }

  /// "his brother" is not he.
  @Test func whatSomebodyOwnsIsSomebodyElse() throws {
    for text in [
      "Paul Simon met reporters. His brother sued his company.",
      "Angela Merkel arrived on Monday. Her adviser praised her husband.",
    ] {
      let links = try links(text)
      for owned in ["His brother", "his company", "Her adviser", "her husband"] {
        #expect(!links.contains { $0.hasPrefix("\(owned) → ") }, "\(links)")
      }
    }
  }

  /// Who is described first and named next.
  @Test func aNameThatComesLaterNamesADescription() throws {
    let links = try links(
      "A Florida pastor has called off the burning of holy books. Terry Jones said he had changed his mind."
    )
    #expect(links.contains("A Florida pastor → Terry Jones"), "\(links)")
    #expect(links.contains("he → Terry Jones"), "\(links)")
  }

  @Test func clustersHoldPossessiveMarksAndWholeAppositions() throws {
    let text = "The mayor of Porto, Ana Duarte, left. Duarte's deputy, Rui Costa, stayed with her."
    let document = try read(text)
    let clusters = document.clusters.map { $0.map { document.words($0) } }
    let hers = try #require(clusters.first { $0.contains("her") }, "\(clusters)")
    #expect(hers.contains("Duarte's"), "\(clusters)")
    #expect(!hers.contains("Ana Duarte"), "\(clusters)")
  }

  @Test func noClusterHoldsTwoPeopleOfDifferentNames() throws {
    let document = try read(
      """
      Tony Blair met George Bush in London. The prime minister praised the president. He said he would \
      support him. Blair and Bush then left, and their wives followed them.
      """)
    for cluster in document.clusters {
      let people = Set(
        document.mentions.filter { m in
          m.type == .person && cluster.contains { $0.contains(m.span) }
        }
        .filter { m in cluster.contains(m.span) }.compactMap(\.entity))
      #expect(people.count <= 1)
    }
  }

  @Test func clustersAreDisjointAscendingAndOfTwoOrMore() throws {
    let document = try read(
      "Ana Duarte founded Lumen Labs in Porto. The company hired her brother, and she sold it to NATO."
    )
    var seen: Set<Span> = []
    for cluster in document.clusters {
      #expect(cluster.count > 1)
      #expect(cluster == cluster.sorted())
      for span in cluster { #expect(seen.insert(span).inserted) }
    }
    #expect(!document.clusters.isEmpty)
  }

  @Test func emptyAndNamelessTextGivesNothing() throws {
    #expect(try read("").clusters.isEmpty)
    #expect(try read("It rained.").references.isEmpty)
  }

  /// A document beyond the limit is encoded again instead of keeping its vectors; the result is the same.
  @Test func vectorsReadAgainAreTheSame() throws {
    let document = try read(
      "Ana Duarte founded Lumen Labs in Porto. She left. The company sued her in May, she said.")
    let annotator = try Self.annotator.get()
    var again = document
    annotator.readPairs(
      &again, WordVectors(document.sentences, width: annotator.vectorWidth, limit: 0))
    #expect(again == document)
    #expect(!document.references.isEmpty)
  }
}
