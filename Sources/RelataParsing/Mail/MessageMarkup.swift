import RelataReading

/// Tells in the HTML of a message what its writer wrote from what his program put around it.
///
/// Every program marks quoted text in its own way: classes of Gmail, Yahoo, Thunderbird and Proton, ids of Outlook on the
/// web, a rule above the heads in Outlook, `type="cite"` in Apple Mail.
enum MessageMarkup {
  /// The words of the writer, what he quotes and how he signs marked as furniture; where he only passes on what others
  /// wrote, those are read; nil for what is no HTML.
  static func text(ofHTML html: some Collection<UInt8>, isForward: Bool) -> String? {
    let html = Array(html)
    let own =
      isForward
      ? nil
      : MarkedText.text(
        ofHTML: html, readingQuotations: false, judging: { judged($0) })
    if let own, !BlockMark.removed(from: own).allSatisfy(\.isWhitespace) { return own }
    return MarkedText.text(
      ofHTML: html, readingQuotations: false, judging: { isFooterLink($0) ? .footer : .shown })
  }

  private static let quotes: Set<String> = [
    "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "OLK_SRC_BODY_SECTION",
  ]
  private static let introductions: Set<String> = ["gmail_attr", "moz-cite-prefix"]
  private static let signatures: Set<String> = [
    "gmail_signature", "moz-signature", "Signature", "ms-outlook-mobile-signature",
    "protonmail_signature_block",
  ]

  private static func judged(_ node: XMLNode) -> MarkedText.Judgement {
    let name = node.name.lowercased()
    if name == "a" { return isFooterLink(node) ? .footer : .shown }
    let id = node["id"] ?? ""
    let marks = (node["class"] ?? "").split(separator: " ").map(String.init) + [id]
    // Outlook on the web writes "x_" before the ids of what it quotes.
    if id.hasSuffix("divRplyFwdMsg") || marks.contains("ms-outlook-mobile-reference-message")
      || isHeadOfOutlook(node)
    {
      return .end
    }
    if name == "blockquote" { return isQuote(node, marks) ? .quoted : .quotedIfIntroduced }
    if marks.contains(where: quotes.contains) || id.hasPrefix("yahoo_quoted")
      || node["name"] == "quote"
    {
      return .quoted
    }
    if marks.contains(where: introductions.contains), !isForwarded(node) { return .quoted }
    return marks.contains(where: signatures.contains) ? .signature : .shown
  }

  private static func isQuote(_ node: XMLNode, _ marks: [String]) -> Bool {
    let isMarked =
      node["type"]?.lowercased() == "cite" || marks.contains("gmail_quote")
      || marks.contains(where: quotes.contains)
    return isMarked && !isForwarded(node)
  }

  /// Whether a block begins by saying that it is passed on: that is why the message was sent.
  private static func isForwarded(_ node: XMLNode) -> Bool {
    node.beginning(200).lowercased().contains("forwarded message")
  }

  /// The block with which Outlook begins what it quotes: a rule above "From: …".
  private static func isHeadOfOutlook(_ node: XMLNode) -> Bool {
    guard let style = node["style"]?.lowercased().filter({ !$0.isWhitespace }),
      style.contains("border-top:solid")
    else { return false }
    let words = node.beginning(40).collapsed.lowercased()
    return ["from:", "von:", "de :", "de:", "da:", "van:"].contains(where: words.hasPrefix)
  }

  /// A link of a newsletter's foot, or of its head: "Unsubscribe", "View in browser".
  private static func isFooterLink(_ node: XMLNode) -> Bool {
    guard node.name.lowercased() == "a" else { return false }
    let words = node.beginning(80).collapsed.lowercased()
    return words.count <= 50 && isFooter(words)
  }

  /// Whether words in lower case belong to the foot of a newsletter.
  static func isFooter(_ words: String) -> Bool {
    [
      "unsubscribe", "opt out", "opt-out", "email preferences", "your preferences",
      "manage preferences", "in your browser", "in browser",
    ].contains(where: words.contains)
  }
}
