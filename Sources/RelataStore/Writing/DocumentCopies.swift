import Foundation
import GRDB
import RelataCore
import RelataGraph

/// Which documents of a graph print the same report.
///
/// Whether two do depends on the two alone (`TextSketch/isCopy(of:)`); what such pairs connect is one report, known by
/// the first of its documents. Both are the same for every order in which documents come and go.
struct DocumentCopies {
  let db: Database

  /// Compares a new document with those that share a band, and no others.
  func insert(_ sketch: TextSketch, of id: DocumentID, update: inout GraphUpdate) throws {
    guard !sketch.bands.isEmpty else { return }
    try db.cachedStatement(
      literal: """
        INSERT INTO documentSketch (documentId, shingles) VALUES (\(id), \(sketch.shingles.data))
        """
    ).execute()
    var candidates: Set<DocumentID> = []
    for band in Set(sketch.bands).sorted() {
      candidates.formUnion(
        try DocumentID.fetchAll(
          db.cachedStatement(
            literal: "SELECT documentId FROM documentBand WHERE band = \(band)")))
      try db.cachedStatement(
        literal: "INSERT INTO documentBand (band, documentId) VALUES (\(band), \(id))"
      ).execute()
    }
    var isAlone = true
    for other in candidates.sorted() {
      guard try self.sketch(of: other).isCopy(of: sketch) else { continue }
      isAlone = false
      try db.cachedStatement(
        literal: """
          INSERT INTO documentCopy (documentId, otherId) VALUES (\(id), \(other)), (\(other), \(id))
          """
      ).execute()
    }
    if !isAlone { try regroup(id, update: &update) }
  }

  /// The sketch of a document of the graph; an empty one of a text that is not compared.
  func kept(of id: DocumentID) throws -> TextSketch {
    let bands = try Int64.fetchAll(
      db.cachedStatement(
        literal: "SELECT band FROM documentBand WHERE documentId = \(id) ORDER BY band"))
    return bands.isEmpty
      ? TextSketch(shingles: []) : TextSketch(shingles: try sketch(of: id).shingles, bands: bands)
  }

  /// The documents of which one is a copy, or that are copies of it.
  func copies(of id: DocumentID) throws -> [DocumentID] {
    try DocumentID.fetchAll(
      db.cachedStatement(
        literal: "SELECT otherId FROM documentCopy WHERE documentId = \(id) ORDER BY otherId"))
  }

  /// Writes anew which report a document and all that copies connect with it are, and notes what rests on those that
  /// changed.
  func regroup(_ id: DocumentID, update: inout GraphUpdate) throws {
    var group: Set<DocumentID> = [id]
    var queue = [id]
    while let next = queue.popLast() {
      for other in try copies(of: next) where group.insert(other).inserted { queue.append(other) }
    }
    guard let report = group.min() else { return }
    for member in group.sorted() {
      try db.cachedStatement(
        literal: """
          UPDATE document SET report = \(report) WHERE id = \(member) AND report IS NOT \(report)
          """
      ).execute()
      guard db.changesCount > 0 else { continue }
      update.relations.formUnion(
        try AssertionID.fetchAll(
          db.cachedStatement(
            literal: """
              SELECT DISTINCT relationId FROM assertion
              WHERE documentId = \(member) AND relationId NOT NULL
              """)))
    }
  }

  private func sketch(of id: DocumentID) throws -> TextSketch {
    let data = try Data.fetchOne(
      db.cachedStatement(literal: "SELECT shingles FROM documentSketch WHERE documentId = \(id)"))
    guard let data, let shingles = [UInt32](data), shingles == shingles.sorted() else {
      throw StoredNumber.damaged("the sketch of a document")
    }
    return TextSketch(shingles: shingles)
  }
}

extension [UInt32] {
  /// Numbers of four bytes, the lowest first.
  fileprivate init?(_ data: Data) {
    guard data.count.isMultiple(of: 4) else { return nil }
    self.init()
    reserveCapacity(data.count / 4)
    var number: UInt32 = 0
    for (i, byte) in data.enumerated() {
      number |= UInt32(byte) << (8 * UInt32(i % 4))
      if i % 4 == 3 {
        append(number)
        number = 0
      }
    }
  }

  fileprivate var data: Data {
    var data = Data(capacity: 4 * count)
    for number in self {
      for shift in [0, 8, 16, 24] as [UInt32] {
        data.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    return data
  }
}
