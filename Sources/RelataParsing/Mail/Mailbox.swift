import CGMime
import RelataReading

/// Reads messages (RFC 5322, MIME), mailboxes of them and saved pages in MIME.
///
/// The text that the writer wrote: what he quotes and how he signs is left out. Attachments are documents of their own.
struct Mailbox {
  private var report = ParsingReport()
  private let isBox: Bool
  /// How many files the mail lies in.
  private let fileDepth: Int
  /// Messages within messages beyond this depth are not read.
  private static let deepest = 4

  static func parse(_ bytes: [UInt8], depth: Int) -> ParsingReport {
    g_mime_init()
    let stream = bytes.withUnsafeBytes { buffer in
      g_mime_stream_mem_new_with_buffer(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    defer { g_object_unref(gpointer(stream)) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return ParsingReport() }
    defer { g_object_unref(gpointer(parser)) }
    let isBox = bytes.starts(with: Array("From ".utf8))
    g_mime_parser_set_format(parser, isBox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
    var box = Mailbox(isBox: isBox, fileDepth: depth)
    var number = 0
    while g_mime_parser_eos(parser) == 0 || number == 0 {
      guard let message = g_mime_parser_construct_message(parser, nil) else { break }
      number += 1
      box.read(message, part: isBox ? "message \(number)" : nil, depth: 0)
      g_object_unref(gpointer(message))
      if !isBox { break }
    }
    if number == 0 {
      box.report.problems.append(ParsingProblem(.damaged, "it holds no message"))
    }
    return box.report
  }

  private init(isBox: Bool, fileDepth: Int) { (self.isBox, self.fileDepth) = (isBox, fileDepth) }

  private mutating func read(
    _ message: UnsafeMutablePointer<GMimeMessage>, part: String?, depth: Int
  ) {
    guard depth < Self.deepest, let body = g_mime_message_get_mime_part(message) else { return }
    let subject = g_mime_message_get_subject(message).map {
      String(cString: $0).collapsed
    }
    let isForward = MessageText.isForward(subject)
    var content = MessageContent(isForward: isForward, isBoxed: isBox)
    content.read(body)
    if content.isEncrypted {
      report.problems.append(ParsingProblem(.encrypted, "the message is encrypted", part: part))
      if content.text.allSatisfy(\.isWhitespace), content.attachments.isEmpty { return }
    }
    if let page = content.page, content.attachments.isEmpty,
      g_mime_message_get_from(message) == nil
        || Self.location(message) != nil
    {
      // A page that a browser saved.
      if var article = HTMLPage.document(page) {
        article.part = part
        article.title = article.title ?? subject
        article.origin.address = article.origin.address ?? Self.location(message)
        report.documents.append(article)
        return
      }
    }
    report.documents.append(
      ParsedDocument(
        part: part, text: MessageText(content.text, isForward: isForward).marked, title: subject,
        published: Self.day(message),
        origin: DocumentOrigin(author: Self.writer(message))))
    for attachment in content.attachments { read(attachment, part: part) }
    for inner in content.messages {
      let name = g_mime_message_get_subject(inner).map { String(cString: $0) } ?? "message"
      read(inner, part: part.map { "\($0), \(name)" } ?? name, depth: depth + 1)
    }
  }

  private mutating func read(_ attachment: MessageContent.Attachment, part: String?) {
    guard !attachment.isPicture else { return }
    var found = PartReader.parse(
      attachment.bytes, name: attachment.name, depth: fileDepth + 1)
    if let part { found = found.inside(part) }
    report.append(found)
  }

  private static func header(
    _ name: String, _ message: UnsafeMutablePointer<GMimeMessage>
  ) -> String? {
    g_mime_object_get_header(relata_object(message), name).map { String(cString: $0) }
  }

  private static func location(_ message: UnsafeMutablePointer<GMimeMessage>) -> String? {
    header("Snapshot-Content-Location", message) ?? header("X-Snapshot-Content-Location", message)
  }

  /// The name of the first sender, or else his address.
  private static func writer(_ message: UnsafeMutablePointer<GMimeMessage>) -> String? {
    guard let list = g_mime_message_get_from(message),
      let first = internet_address_list_get_address(list, 0)
    else { return nil }
    if let name = internet_address_get_name(first).map({ String(cString: $0) }), !name.isEmpty {
      return name.collapsed
    }
    guard let text = internet_address_to_string(first, nil, 0) else { return nil }
    defer { g_free(text) }
    return String(cString: text).collapsed
  }

  private static func day(_ message: UnsafeMutablePointer<GMimeMessage>) -> String? {
    guard let date = g_mime_message_get_date(message),
      let text = g_date_time_format(date, "%Y-%m-%d")
    else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }
}
