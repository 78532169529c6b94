import RelataCore

/// How much of pages is read, and how much else.
public struct PageCounts: AdditiveCounts {
  /// Pages read.
  public var pages = 0
  /// Sums over pages of each page's own rate.
  public var precision = 0.0
  public var recall = 0.0
  public var f1 = 0.0
  /// Phrases that are no part of a story, and how many of them are read.
  public var absent = 0
  public var absentRead = 0
  /// Pages of which a field is as it should be, also where it should be empty.
  public var titles = 0
  public var authors = 0
  public var days = 0
  public var outlets = 0
  public var addresses = 0

  /// Nothing counted yet.
  public init() {}

  /// The mean of a sum over the pages; 0 if there are none.
  public func mean(_ sum: KeyPath<PageCounts, Double>) -> Double {
    pages == 0 ? 0 : self[keyPath: sum] / Double(pages)
  }

  /// Share of the pages whose field is right; 0 if there are none.
  public func share(_ count: KeyPath<PageCounts, Int>) -> Double {
    pages == 0 ? 0 : Double(self[keyPath: count]) / Double(pages)
  }

  /// Adds counts of other pages.
  public static func += (a: inout PageCounts, b: PageCounts) {
    a.pages += b.pages
    a.precision += b.precision
    a.recall += b.recall
    a.f1 += b.f1
    a.absent += b.absent
    a.absentRead += b.absentRead
    a.titles += b.titles
    a.authors += b.authors
    a.days += b.days
    a.outlets += b.outlets
    a.addresses += b.addresses
  }
}

/// Scores the text and the origin that are read from saved web pages.
///
/// Text is compared as a bag of lower-case words, furniture left out, as extractors of main text are scored
/// (Bevendorff et al. 2023, "An Empirical Comparison of Web Content Extraction Algorithms"); every page weighs the
/// same. A page without a story is right where nothing is read.
public struct PageEvaluation: Sendable {
  /// What one page came to.
  public struct Result: Sendable {
    public var name: String
    public var counts: PageCounts
    /// Fields that differ, phrases that should not be read: as words.
    public var faults: [String]
  }

  /// In the order added.
  public private(set) var results: [Result] = []

  /// Nothing counted yet.
  public init() {}

  /// Adds what was read from one page; nil: nothing.
  public mutating func add(_ document: Document?, gold: SavedPage, name: String) {
    let text = document.map(Self.text) ?? ""
    var counts = PageCounts()
    counts.pages = 1
    let score = Self.score(Self.words(text), Self.words(gold.text.joined(separator: " ")))
    (counts.precision, counts.recall, counts.f1) = (score.precision, score.recall, score.f1)
    var faults: [String] = []
    let folded = Self.words(text).joined(separator: " ")
    counts.absent = gold.absent.count
    for phrase in gold.absent
    where folded.contains(Self.words(phrase).joined(separator: " ")) {
      counts.absentRead += 1
      faults.append("reads: \(phrase)")
    }
    func check(
      _ field: WritableKeyPath<PageCounts, Int>, _ what: String, _ found: String?, _ wanted: String?
    ) {
      if found == wanted {
        counts[keyPath: field] = 1
      } else {
        faults.append("\(what): \(found ?? "nothing") for \(wanted ?? "nothing")")
      }
    }
    check(\.titles, "title", Self.folded(document?.title), Self.folded(gold.title))
    check(\.authors, "author", Self.folded(document?.author), Self.folded(gold.author))
    check(\.outlets, "outlet", Self.folded(document?.outlet), Self.folded(gold.outlet))
    check(
      \.days, "day", document?.published.map { String($0.prefix(10)) },
      gold.published.map { String($0.prefix(10)) })
    check(\.addresses, "address", document?.address, gold.url)
    results.append(Result(name: name, counts: counts, faults: faults))
  }

  /// The text that is read into relations.
  private static func text(_ document: Document) -> String {
    var result = ""
    var position = 0
    for span in document.furniture.sorted() {
      if span.start > position { result += document.text[Span(position, span.start)] + " " }
      position = max(position, span.end)
    }
    let end = document.text.scalars.count
    return end > position ? result + document.text[Span(position, end)] : result
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func folded(_ field: String?) -> String? {
    field.map { words($0).joined(separator: " ") }
  }

  private static func score(
    _ found: [String], _ wanted: [String]
  ) -> (precision: Double, recall: Double, f1: Double) {
    guard !found.isEmpty, !wanted.isEmpty else {
      let rate = found.isEmpty && wanted.isEmpty ? 1.0 : 0.0
      return (rate, rate, rate)
    }
    var left = wanted.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    var common = 0
    for word in found {
      guard let count = left[word], count > 0 else { continue }
      left[word] = count - 1
      common += 1
    }
    let precision = Double(common) / Double(found.count)
    let recall = Double(common) / Double(wanted.count)
    let f1 = common == 0 ? 0 : 2 * precision * recall / (precision + recall)
    return (precision, recall, f1)
  }
}
