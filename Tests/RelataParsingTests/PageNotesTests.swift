import Foundation
import RelataCore
import RelataReading
import Testing

@testable import RelataParsing

/// Notes at the foot of pages stand behind the text, and no sentence stops at them.
@Suite struct PageNotesTests {
  @Test(arguments: [("notes.pdf", 7, 4), ("notes-columns.pdf", 9, 5)])
  func `sentences run over pages and columns, past the notes`(
    name: String, paragraphs: Int, notes: Int
  ) throws {
    let names = ["Karl Denby", "Rosa Quint", "Amira Khoury", "Anselm Vogt"]
    let things = [
      "berths in the old harbour", "cranes that nobody had used", "ferries to the islands",
      "sheds behind the customs house", "a barge full of gravel", "permits",
      "the quarry and its road", "a flat near the station", "shares in the bank",
      "timber from the north", "a lease on the mill",
    ]
    var expected = ["Harbour deal under review"]
    for p in 0..<paragraphs {
      expected.append(
        (0..<5).map { s in
          "In part \(p + 1) the file \(s + 1) says that \(names[(p + s) % 4]) paid "
            + "\(names[(p + s + 1) % 4]) for \(things[(p * 5 + s) % 11])"
            + (s == 3 && p.isMultiple(of: 2) ? ", as the papers show, and nobody denied it." : ".")
        }.joined(separator: " "))
    }
    for n in 1...notes {
      expected.append(
        "File \(n) of the court in Oslo, which \(names[(2 * n - 2) % 4]) brought to the paper for "
          + "\(things[n]), and which it has kept.")
    }
    let blocks = try Fixture.text(name).components(separatedBy: "\n\n")
    #expect(blocks.count == expected.count)
    for (block, wanted) in zip(blocks, expected) { #expect(block == wanted) }
  }

  @Test func `a mark that stands apart from its note is none of the text`() throws {
    #expect(
      try Fixture.text("notes-apart.pdf")
        == "Karl Denby paid Rosa Quint for the berths in the old harbour, as the papers show, and nobody "
        + "denied it. Amira Khoury left the bank in the week of her first interview. Anselm Vogt sold the "
        + "quarry and its road to a firm that nobody in the town had heard of. He got a flat near the station, "
        + "a lease on the mill and a seat on the board of Karst Bank, which the paper had owned before. The mayor "
        + "knew of it, and so did his clerk, who kept a list of all that was paid that year. She gave it to the "
        + "court.\n\nFile of the court in Oslo, which Amira Khoury brought to the paper in the spring, page 3."
    )
  }

  @Test(arguments: [("notes.pdf", 4), ("notes-columns.pdf", 4), ("columns.pdf", 2)])
  func `every page is marked where it begins, and notes are on the pages of their marks`(
    name: String, count: Int
  ) throws {
    let marked = try #require(try Fixture.report(name).documents.first).text
    let taken = PageMarks.taken(from: SourceText(marked))
    let (text, pages) = (taken.text, taken.pages)
    let foot = text.string.range(of: "File 1 of the court").map {
      text.string.unicodeScalars.distance(from: text.string.startIndex, to: $0.lowerBound)
    }
    let body = pages.filter { $0.start < foot ?? text.count }
    #expect(body.map(\.page) == Array(1...count) && body.first?.start == 0)
    if foot != nil {
      let notes = pages.filter { $0.start >= foot ?? 0 }.map(\.page)
      #expect(notes.first == 1 && notes == notes.sorted(), "\(notes)")
    }
    // A page begins with a word, or with the rest of one.
    for page in pages {
      #expect(!text.scalars[page.start].properties.isWhitespace)
    }
  }

  @Test func `a document of one page has no pages`() throws {
    let report = try Fixture.report("printed.pdf")
    let text = try #require(report.documents.first).text
    #expect(!text.unicodeScalars.contains(where: PageMarks.isMark))
  }
}
