/// Whole addresses and handles instead of parts of them.
enum AddressEnds {
  /// Edits that touch the name of an e-mail address or a handle take all of it.
  static func widened(_ edits: [RedactionEdit], in source: [Unicode.Scalar]) -> [RedactionEdit] {
    guard source.contains("@") else { return edits }
    var result: [RedactionEdit] = []
    for edit in edits {
      var edit = edit
      var start = edit.range.lowerBound
      while start > 0, isPart(source[start - 1]) { start -= 1 }
      var end = edit.range.upperBound
      while end < source.count, isPart(source[end]) { end += 1 }
      let isHandle =
        start > 0 && source[start - 1] == "@" && (start == 1 || !isPart(source[start - 2]))
      let isAddress =
        end < source.count && source[end] == "@" && end + 1 < source.count
        && isPart(source[end + 1])
      if isHandle || isAddress {
        while end > edit.range.upperBound, source[end - 1] == "." { end -= 1 }
        edit.range = start..<end
      }
      if let last = result.last, last.range.upperBound > edit.range.lowerBound {
        result[result.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, edit.range.upperBound)
      } else {
        result.append(edit)
      }
    }
    return result
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    FoldedText.isLetter(scalar) || scalar.properties.numericType != nil
      || ["_", ".", "-", "+"].contains(scalar)
  }
}
