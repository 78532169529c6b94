/// Tells which tokens of a text stand in quotation marks.
///
/// Sentences are read in order, as a quotation may go on beyond a sentence. A new paragraph ends it: one
/// that goes on with a quotation begins with a mark of its own, though the one before was not closed.
/// Inner marks (‘…’) count only where they close in the same sentence, since ’ is an apostrophe as well and
/// ‘ stands before shortened years ("‘90s"). Marks of one kind do not nest: a second “ begins anew.
package struct QuotationScanner: Sendable {
  /// Whether a quotation is open behind what was read.
  package private(set) var isOpen = false

  /// At the beginning of a text, where nothing is quoted.
  package init() {}

  /// Forgets an open quotation: a paragraph begins, or what is no part of the text.
  package mutating func startParagraph() { isOpen = false }

  /// For each token of the next sentence whether it stands in a quotation; the marks themselves do.
  ///
  /// - Complexity: O(n).
  package mutating func read(_ forms: [String]) -> [Bool] {
    let inner = Self.innerQuotations(forms)
    return forms.indices.map { i in
      let wasOpen = isOpen
      switch QuotationMark(forms[i]) {
      case .opening: isOpen = true
      case .closing: isOpen = false
      case .straight, .guillemet: isOpen.toggle()
      case .innerOpening, .innerClosing, nil: return isOpen || inner[i]
      }
      // A closing mark that closes nothing is the end of a quotation whose beginning is not here.
      return wasOpen || isOpen || QuotationMark(forms[i]) == .closing || inner[i]
    }
  }

  /// For each token of one sentence alone whether it stands in a quotation, its marks included.
  package static func inside(_ forms: [String]) -> [Bool] {
    var scanner = QuotationScanner()
    return scanner.read(forms)
  }

  /// For each token whether an odd number of marks “ ” " `` '' stands before it in its sentence.
  ///
  /// A feature of the coreference head, whose weights have learnt it in this form
  /// (scripts/training/relata_training/mentions.py): change both or neither.
  package static func oddMarksBefore(_ forms: [String]) -> [Bool] {
    var isOdd = false
    return forms.map { form in
      defer {
        switch form {
        case "\"", "“", "”", "``", "''": isOdd.toggle()
        default: break
        }
      }
      return isOdd
    }
  }

  /// Tokens from an inner opening mark to the next closing one of the sentence, both included.
  private static func innerQuotations(_ forms: [String]) -> [Bool] {
    var result = [Bool](repeating: false, count: forms.count)
    var start: Int?
    for i in forms.indices {
      switch QuotationMark(forms[i]) {
      case .innerOpening: start = start ?? i
      case .innerClosing:
        guard let open = start else { continue }
        for inside in open...i { result[inside] = true }
        start = nil
      default: break
      }
    }
    return result
  }
}
