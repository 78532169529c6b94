/// The lines of messages as they were before they were put into a mailbox (mboxrd).
///
/// "From " at the head of a line divides messages there, so that lines of theirs which begin so get a ">" more.
enum MailboxLines {
  static func unescaped(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.hasPrefix(">") && line.drop { $0 == ">" }.hasPrefix("From ") ? line.dropFirst() : line
    }.joined(separator: "\n")
  }
}
