import RelataReading

/// Reads WARC (ISO 28500): a document for each page that was answered with success.
enum WebArchive {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsingReport {
    var report = ParsingReport()
    var at = 0
    guard bytes.starts(with: Array("WARC/".utf8)) else {
      throw ParsingProblem(.damaged, "it does not begin as a web archive does")
    }
    while at < bytes.count {
      guard let (fields, start) = head(bytes, at),
        let length = fields["content-length"].flatMap(Int.init),
        length >= 0, length <= bytes.count - start
      else {
        report.problems.append(ParsingProblem(.damaged, "its last record is cut short"))
        break
      }
      if fields["warc-type"] == "response" || fields["warc-type"] == "resource" {
        let page = page(
          Array(bytes[start..<start + length]), isAnswer: fields["warc-type"] == "response")
        if var document = page {
          document.part = fields["warc-target-uri"]
          document.origin.address = document.origin.address ?? fields["warc-target-uri"]
          document.published =
            document.published ?? fields["warc-date"].map { String($0.prefix(10)) }
          report.documents.append(document)
        }
      }
      at = start + length
      while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    }
    return report
  }

  /// The fields of a head, names in lower case, and where what follows begins.
  private static func head(_ bytes: [UInt8], _ start: Int) -> ([String: String], Int)? {
    var fields: [String: String] = [:]
    var at = start
    while at < bytes.count {
      let end = bytes[at...].prefix(65_536).firstIndex(of: 0x0A) ?? bytes.count
      let line = String(decoding: bytes[at..<end], as: UTF8.self).trimmingSuffix
      at = end + 1
      if line.isEmpty { return (fields, at) }
      if let colon = line.firstIndex(of: ":") {
        fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmed
      }
    }
    return nil
  }

  /// The article of an answer over HTTP, or of a page as such.
  private static func page(_ bytes: [UInt8], isAnswer: Bool) -> ParsedDocument? {
    var body = bytes[...]
    if isAnswer {
      guard let (fields, start) = head(bytes, 0), bytes.starts(with: Array("HTTP/".utf8)),
        String(decoding: bytes.prefix(12), as: UTF8.self).hasSuffix(" 200"),
        fields["content-type"]?.lowercased().contains("html") == true
      else { return nil }
      body = bytes[min(start, bytes.count)...]
      if fields["transfer-encoding"]?.lowercased() == "chunked" { body = dechunked(body)[...] }
      // What is pressed for the way is unpacked as archives are.
      if fields["content-encoding"] != nil {
        guard let plain = try? PackedFiles.unpacked(Array(body)) else { return nil }
        body = plain[...]
      }
    }
    return HTMLPage.document(Array(PlainText.decoded(Array(body)).utf8))
  }

  private static func dechunked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A),
      let count = Int(
        String(decoding: rest[..<end].prefix { $0 != 0x0D && $0 != 0x3B }, as: UTF8.self), radix: 16
      ),
      count > 0
    {
      rest = rest[(end + 1)...]
      out += rest.prefix(count)
      rest = rest.dropFirst(count).drop { $0 == 0x0D || $0 == 0x0A }
    }
    return out
  }
}

extension String {
  /// Without the carriage return at its end.
  fileprivate var trimmingSuffix: Substring { hasSuffix("\r") ? dropLast() : self[...] }
}
