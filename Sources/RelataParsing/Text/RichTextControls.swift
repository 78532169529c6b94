import RelataReading

/// What the control words of RTF do.
extension RichText {
  mutating func apply(_ word: String, _ number: Int?) {
    switch word {
    case "par", "sect", "page", "cell", "row": if isShown { end(word) }
    case "line", "tab": take(UInt8(ascii: " "))
    // The bullet or number before an item.
    case "listtext", "pntext":
      if isShown { streams.beginItem() }
      groups[groups.count - 1].isSkipped = true
    case "footnote": open(.note)
    case "shptxt", "dptxbxtext": open(.box)
    case "title": open(.title)
    case "author": open(.author)
    // Destinations that old programs need not know, but which hold text.
    case "shpinst", "do": unskip()
    case "yr", "mo", "dy": if isShown, let number { created.take(word, number) }
    case "u":
      flush()
      let code = UInt32(
        truncatingIfNeeded: (number ?? 0) < 0 ? (number ?? 0) + 65_536 : number ?? 0)
      if let scalar = Unicode.Scalar(code) { append(String(scalar)) }
      passed = groups[groups.count - 1].fallback
    case "uc": groups[groups.count - 1].fallback = max(0, min(number ?? 1, 16))
    case "v":
      flush()
      groups[groups.count - 1].isHidden = number != 0
    case "deleted":
      flush()
      groups[groups.count - 1].isDeleted = number != 0
    case "plain":
      flush()
      groups[groups.count - 1].isHidden = false
    case "emdash": append("—")
    case "endash": append("–")
    case "lquote": append("‘")
    case "rquote": append("’")
    case "ldblquote": append("“")
    case "rdblquote": append("”")
    case "bullet": append("•")
    case "bin": bytes = bytes.dropFirst(max(0, number ?? 0))
    default: if RichTextGroup.skipped.contains(word) { groups[groups.count - 1].isSkipped = true }
    }
  }

  private mutating func end(_ part: String) {
    flush()
    switch part {
    case "cell": streams.endCell()
    case "row": streams.endRow()
    default: streams.endParagraph()
    }
  }

  /// Sends what follows in the group elsewhere, if the group around it is shown.
  private mutating func open(_ kind: RichTextStreams.Kind) {
    flush()
    unskip()
    guard !groups[groups.count - 1].isSkipped, !groups[groups.count - 1].opensStream else { return }
    groups[groups.count - 1].opensStream = true
    streams.begin(kind)
  }

  /// Reads a group after all that is marked as one to skip.
  private mutating func unskip() {
    guard groups.count > 1 else { return }
    groups[groups.count - 1].isSkipped = groups[groups.count - 2].isSkipped
  }

  private mutating func append(_ text: String) {
    flush()
    put(text)
  }

  private mutating func put(_ text: String) {
    let group = groups[groups.count - 1]
    guard !group.isSkipped, !group.isDeleted else { return }
    if !group.isHidden {
      streams.append(text)
    } else if !text.allSatisfy(\.isWhitespace) {
      streams.hide()
    }
  }

  private var isShown: Bool { !groups[groups.count - 1].isSkipped }

  /// Puts what came as bytes to the text, if it is shown.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    put(WindowsText.decoded(pending))
    pending = []
  }
}
