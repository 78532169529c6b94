import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

@Suite struct KnowledgeNetTests {
  private static let passage = "Anna Kern hired Roth. Anna Kern founded Acme. "
  private static func row(_ rest: String, fold: Int = 3) -> String {
    """
    {"fold":\(fold),"doc":7,"passage_start":0,"passage":"\(passage)",\(rest)}
    """
  }
  /// Acme (40…44) founded by Anna Kern (22…31), told twice.
  private static let founded = row(
    #""property":"FOUNDED_BY","subject":[40,44],"object":[22,31],"subject_text":"Acme","object_text":"Anna Kern""#
  )
  private static let foundedAgain = row(
    #""property":"FOUNDED_BY","subject":[40,44],"object":[0,9],"subject_text":"Acme","object_text":"Anna Kern""#
  )
  private static let noCEO = row(#""property":"CEO""#)

  private func counts(_ rows: [String], _ build: (inout DocumentDraft) -> Void) throws -> FactCounts
  {
    let data = Data(rows.joined(separator: "\n").utf8)
    let documents = try KnowledgeNetReader().documents(in: [("rows.jsonl", data)])
    #expect(documents.count == 1)
    var draft = DocumentDraft("7")
    build(&draft)
    var evaluation = FactEvaluation.knowledgeNet
    evaluation.add(draft.document, gold: try #require(documents.first))
    return evaluation.total
  }

  @Test func aFactToldOfSeveralMentionsIsOne() throws {
    let found = try counts([Self.founded, Self.foundedAgain]) { draft in
      let (anna, roth) = (draft.entity("Anna Kern"), draft.entity("Roth"))
      draft.assert(anna, "hired", roth)
      draft.assert(anna, "founded", draft.entity("Acme", .organization))
    }
    #expect(found.facts == 1 && found.found == 1)
    // "hired" is no relation of KnowledgeNet.
    #expect(found.predictions == 1 && found.rightPredictions == 1)
  }

  @Test func onlyPropertiesThatWereLookedForCount() throws {
    let draftLeads = { (draft: inout DocumentDraft) in
      let anna = draft.entity("Anna Kern")
      draft.assert(anna, "leads", draft.entity("Roth", .organization))
    }
    #expect(try counts([Self.founded], draftLeads).predictions == 0)
    let looked = try counts([Self.founded, Self.noCEO], draftLeads)
    #expect(looked.predictions == 1 && looked.rightPredictions == 0)
    #expect(looked.facts == 1 && looked.found == 0)
  }

  @Test func directionAndDenialCount() throws {
    let turned = try counts([Self.founded]) { draft in
      let (anna, roth) = (draft.entity("Anna Kern"), draft.entity("Roth"))
      draft.assert(anna, "hired", roth)
      // Spans as in the passage, ends turned round.
      draft.assert(
        draft.entity("Anna Kern", .organization), "founded", draft.entity("Acme"),
        polarity: .negative)
    }
    #expect(turned.predictions == 0)
    let reversed = try counts(
      [Self.row(#""property":"FOUNDED_BY","subject":[22,31],"object":[40,44]"#)]
    ) { draft in
      let (anna, roth) = (draft.entity("Anna Kern"), draft.entity("Roth"))
      draft.assert(anna, "hired", roth)
      draft.assert(anna, "founded", draft.entity("Acme", .organization))
    }
    #expect(reversed.predictions == 1 && reversed.rightPredictions == 0)
  }

  @Test func onlyTheHighestFoldIsRead() throws {
    let rows = [Self.founded, Self.row(#""property":"CEO""#, fold: 2)]
    let documents = try KnowledgeNetReader().documents(
      in: [("rows.jsonl", Data(rows.joined(separator: "\n").utf8))])
    #expect(documents.count == 1)
    #expect(documents.first?.passages.count == 1)
    #expect(documents.first?.passages.first?.labels == ["FOUNDED_BY"])
  }

  @Test func aBrokenRowIsNamed() {
    let error = #expect(throws: RelataError.self) {
      try KnowledgeNetReader().documents(in: [("rows.jsonl", Data("{}".utf8))])
    }
    #expect(error?.code == "RL8005")
    #expect(error?.location == InputLocation(file: "rows.jsonl", line: 1))
  }
}

@Suite struct RE3DTests {
  @Test func theLastFifthByIdIsRead() throws {
    let documents = (0..<10).reversed().map {
      "{\"_id\":\"D\($0)\",\"text\":\"Syria fights Iraq. \"}"
    }
    // A byte order mark begins the file, as in the corpus.
    let text = "\u{FEFF}" + documents.joined(separator: "\n")
    let relation =
      #"{"documentId":"D9","type":"FightingAgainst","source":"Iraq","sourceBegin":13,"sourceEnd":17,"target":"Syria","targetBegin":0,"targetEnd":5}"#
    let read = try RE3DReader().documents(
      in: [(documents: Data(text.utf8), relations: Data(relation.utf8), name: "x")])
    #expect(read.map(\.id) == ["re3d-D8", "re3d-D9"])
    var draft = DocumentDraft("D9")
    let (syria, iraq) = (draft.entity("Syria", .location), draft.entity("Iraq", .location))
    draft.assert(syria, "fights", iraq)
    var evaluation = FactEvaluation.re3d
    for document in read { evaluation.add(draft.document, gold: document) }
    #expect(evaluation.byDocument.map(\.rightPredictions) == [0, 1])
    #expect(evaluation.total.predictions == 2)
    #expect(evaluation.total.facts == 1 && evaluation.total.found == 1)
  }
}

@Suite struct ReDocREDTests {
  private static let row = """
    {"title":"T","sents":[["Anna","Kern","(","born","in","Ulm",")","led","Acme","'s","staff","."]],
     "vertexSet":[[{"name":"Anna Kern","type":"PER"}],[{"name":"Ulm","type":"LOC"}],
      [{"name":"Acme","type":"ORG"}],[{"name":"1990","type":"TIME"}]],
     "labels":[{"h":0,"t":1,"r":"P19"},{"h":2,"t":0,"r":"P488"},{"h":0,"t":3,"r":"P569"},{"h":0,"t":1,"r":"P20"}]}
    """

  @Test func relationsAreMappedAndTurned() throws {
    let articles = try ReDocREDReader().articles(in: Data("[\(Self.row)]".utf8), file: "dev.json")
    let article = try #require(articles.first)
    #expect(article.text == "Anna Kern (born in Ulm) led Acme's staff.")
    #expect(article.entities.map(\.type) == ["PERSON", "LOCATION", "ORGANIZATION"])
    let relations = article.relations.map { "\($0.subject) \($0.relation) \($0.object)" }
    #expect(relations == ["e0 born_in e1", "e0 leads e2"])
  }

  @Test func onlyTheLastHundredAreRead() throws {
    let rows = (0..<130).map { Self.row.replacing("\"title\":\"T\"", with: "\"title\":\"T\($0)\"") }
    let articles = try ReDocREDReader().articles(
      in: Data("[\(rows.joined(separator: ","))]".utf8), file: "dev.json")
    #expect(articles.count == 100)
    #expect(articles.first?.id == "redocred T30")
  }

  @Test func whatTheCorpusCannotHaveIsNotCounted() {
    var draft = DocumentDraft("d")
    let (a, b) = (draft.entity("Anna Kern"), draft.entity("Acme", .organization))
    draft.assert(a, "leads", b)
    draft.assert(a, "leads", b, polarity: .negative)
    draft.assert(a, "leads", b, status: .planned)
    draft.assert(a, "accused", b)
    #expect(ReDocREDReader.counted(draft.document).assertions.count == 1)
  }
}

@Suite struct CaRBTests {
  private static let gold = """
    Anna Kern hired Roth in Ulm .\thired\tAnna Kern\tRoth\tin Ulm
    Anna Kern hired Roth in Ulm .\tis\tRoth\tin Ulm
    """

  private func counts(_ predicate: String) throws -> OpenCounts {
    let sentences = try CaRBReader().sentences(in: Self.gold, file: "dev.tsv")
    #expect(sentences.map(\.text) == ["Anna Kern hired Roth in Ulm."])
    var draft = DocumentDraft("d")
    let (anna, roth) = (draft.entity("Anna Kern"), draft.entity("Roth"))
    draft.assert(anna, "hired", roth, predicate: predicate)
    var evaluation = OpenEvaluation()
    evaluation.add(draft.document, gold: try #require(sentences.first))
    return try #require(evaluation.bySentence.first)
  }

  @Test func wordsCountInTheirSlot() throws {
    let found = try counts("hired")
    #expect(found.precision == 1)
    // Four of six words of the first extraction, none of the second.
    #expect(abs(found.recall - (4.0 / 6) / 2) < 1e-12)
  }

  @Test func anotherRelationMatchesNothing() throws {
    let found = try counts("met")
    #expect(found.precision == 0 && found.recall == 0 && found.f1 == 0)
  }
}
