import CGsf
import RelataReading

/// Reads messages that Outlook saved (MS-OXMSG): subject, text, day, attachments.
///
/// A compound file of streams, each named after the property that it holds: "__substg1.0_1000001F" is the text.
struct OutlookMessage {
  /// How many files the message lies in.
  let fileDepth: Int

  /// Messages within messages beyond this depth are not read.
  private static let deepest = 4

  /// The message in an open compound file, or in a folder of one.
  func read(_ folder: OpaquePointer, depth: Int = 0) -> ParsingReport {
    var report = ParsingReport()
    let subject = Self.text("0037", in: folder).map(\.collapsed)
    let isForward = MessageText.isForward(subject)
    var body = Self.text("1000", in: folder) ?? ""
    if body.allSatisfy(\.isWhitespace), let html = Self.stream("10130102", in: folder),
      let marked = MessageMarkup.text(
        ofHTML: PlainText.decoded(html).utf8, isForward: isForward)
    {
      body = marked
    }
    report.documents = [
      ParsedDocument(
        text: MessageText(body, isForward: isForward).marked, title: subject,
        published: Self.day(in: folder),
        origin: DocumentOrigin(author: Self.text("0C1A", in: folder).map(\.collapsed)))
    ]
    for number in 0..<1_000 where depth < Self.deepest {
      let name = "__attach_version1.0_#" + Self.padded(String(number, radix: 16, uppercase: true))
      guard let child = gsf_infile_child_by_name(folder, name) else { break }
      defer { g_object_unref(gpointer(child)) }
      guard relata_is_infile(child) != 0, let attachment = relata_infile(child) else { continue }
      report.append(read(attachment: attachment, depth: depth))
    }
    return report
  }

  private func read(
    attachment: OpaquePointer, depth: Int
  ) -> ParsingReport {
    let name =
      Self.text("3707", in: attachment) ?? Self.text("3704", in: attachment) ?? "attachment"
    if let bytes = Self.stream("37010102", in: attachment) {
      return PartReader.parse(bytes, name: name, depth: fileDepth + 1)
    }
    // A message within the message.
    guard let inner = gsf_infile_child_by_name(attachment, "__substg1.0_3701000D") else {
      return ParsingReport()
    }
    defer { g_object_unref(gpointer(inner)) }
    guard relata_is_infile(inner) != 0, let message = relata_infile(inner) else {
      return ParsingReport()
    }
    return read(message, depth: depth + 1).inside(name)
  }

  /// A property of text, in UTF-16 or in one byte a letter.
  private static func text(_ property: String, in folder: OpaquePointer) -> String? {
    if let bytes = stream(property + "001F", in: folder) {
      return String(
        decoding: UTF16Units.read(bytes, isLittleEndian: true), as: UTF16.self)
    }
    return stream(property + "001E", in: folder).map(PlainText.decoded)
  }

  private static func stream(
    _ property: String, in folder: OpaquePointer
  ) -> [UInt8]? {
    CompoundFile.stream("__substg1.0_" + property, in: folder)
  }

  /// The day of delivery or sending, from the properties of fixed length (16 bytes each behind a head).
  private static func day(in folder: OpaquePointer) -> String? {
    guard let bytes = CompoundFile.stream("__properties_version1.0", in: folder) else { return nil }
    func number(_ at: Int, _ count: Int) -> UInt64 {
      bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    var days: [UInt64: UInt64] = [:]
    // The head has 32 bytes in a message of its own and 24 in one that lies in another.
    for head in [32, 24] {
      for at in stride(from: head, to: max(head, bytes.count - 15), by: 16) {
        let tag = number(at, 4)
        if tag == 0x0039_0040 || tag == 0x0E06_0040 { days[tag] = number(at + 8, 8) }
      }
    }
    guard let ticks = days[0x0039_0040] ?? days[0x0E06_0040], ticks > 116_444_736_000_000_000 else {
      return nil
    }
    // Tenths of microseconds since 1601.
    let seconds = Int64(ticks / 10_000_000) - 11_644_473_600
    guard let time = g_date_time_new_from_unix_utc(gint64(seconds)) else { return nil }
    defer { g_date_time_unref(time) }
    guard let text = g_date_time_format(time, "%Y-%m-%d") else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func padded(_ number: String) -> String {
    String(repeating: "0", count: max(0, 8 - number.count)) + number
  }
}
