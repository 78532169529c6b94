import Foundation
import RelataCore
import RelataReading
import Testing

/// Precision and recall of furniture sentences on an annotated corpus.
///
/// Runs where RELATA_FURNITURE_GOLD names a JSON Lines file with `text`, `sentences` and `furniture`
/// (indexes of sentences), several separated by ":"; prints nothing, records the figures as an attachment.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RELATA_FURNITURE_GOLD"] != nil))
struct FurnitureMeasurementTests {
  private struct Article: Decodable {
    var id: String
    var text: String
    var sentences: [[Int]]
    var furniture: [Int]?
  }

  @Test func `furniture sentences are found with high precision and recall`() throws {
    let files = ProcessInfo.processInfo.environment["RELATA_FURNITURE_GOLD"] ?? ""
    var (hits, misses, extras, sentences) = (0, 0, 0, 0)
    var report = ""
    for file in files.split(separator: ":") {
      let lines = try String(contentsOfFile: String(file), encoding: .utf8).split(separator: "\n")
      for line in lines {
        let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
        let text = SourceText(article.text)
        let spans = FurnitureDetector().spans(in: text)
        let gold = Set(article.furniture ?? [])
        for (index, bounds) in article.sentences.enumerated() {
          let sentence = Span(bounds[0], bounds[1])
          let covered = spans.reduce(0) { total, span in
            total + max(0, min(span.end, sentence.end) - max(span.start, sentence.start))
          }
          let isFound = covered * 2 > sentence.count
          sentences += 1
          switch (gold.contains(index), isFound) {
          case (true, true): hits += 1
          case (true, false):
            misses += 1
            report += "missed \(article.id): \(text[sentence])\n"
          case (false, true):
            extras += 1
            report += "extra \(article.id): \(text[sentence])\n"
          case (false, false):
            if covered > 0 { report += "touched \(article.id) (\(covered)): \(text[sentence])\n" }
          }
        }
      }
    }
    let precision = Double(hits) / Double(max(1, hits + extras))
    let recall = Double(hits) / Double(max(1, hits + misses))
    report += "sentences \(sentences), hits \(hits), missed \(misses), extra \(extras)\n"
    report += "precision \(precision), recall \(recall)\n"
    if let path = ProcessInfo.processInfo.environment["RELATA_FURNITURE_REPORT"] {
      try report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(precision >= 0.9, "\(report)")
    #expect(recall >= 0.8, "\(report)")
  }
}
