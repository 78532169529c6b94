import CPoppler
import RelataReading

/// Reads the text of PDF files: paragraphs in reading order, without what repeats on every page.
enum PDFText {
  /// Pages beyond this are not read.
  private static let mostPages = 5_000

  /// The text of a file; `recognizer` reads pages that are pictures, which are left without one.
  static func parse(
    _ bytes: [UInt8], recognizer: TextRecognizer? = nil
  ) throws(ParsingProblem) -> ParsedDocument {
    let document = try open(bytes)
    defer { g_object_unref(gpointer(document)) }
    let count = min(Int(poppler_document_get_n_pages(document)), mostPages)
    guard count > 0 else { throw ParsingProblem(.damaged, "it has no pages") }
    var pages: [[PageLine]] = []
    var pictures = PicturePages(recognizer)
    for index in 0..<count {
      guard let page = poppler_document_get_page(document, Int32(index)) else {
        pages.append([])
        continue
      }
      defer { g_object_unref(gpointer(page)) }
      var lines = lines(of: page)
      if lines.isEmpty { lines = pictures.lines(of: page, number: index + 1) }
      for i in lines.indices { lines[i].page = index + 1 }
      pages.append(lines)
    }
    guard pages.contains(where: { !$0.isEmpty }) else {
      throw ParsingProblem(
        .scanned,
        "there is no text in it: its \(count == 1 ? "page is a picture" : "pages are pictures")")
    }
    let text = PageParagraphs(RunningLines.removed(from: pages)).text
    return ParsedDocument(
      text: text, title: string(poppler_document_get_title(document)) ?? headline(of: pages[0]),
      published: day(of: document),
      origin: DocumentOrigin(
        author: AuthorName.written(string(poppler_document_get_author(document)))),
      recognizer: pictures.isRead ? recognizer?.name : nil, leftOut: pictures.leftOut)
  }

  private static func open(_ bytes: [UInt8]) throws(ParsingProblem) -> OpaquePointer {
    var error: UnsafeMutablePointer<GError>?
    let data = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(data) }
    if let document = poppler_document_new_from_bytes(data, nil, &error) { return document }
    defer { g_error_free(error) }
    // POPPLER_ERROR_ENCRYPTED
    if let code = error?.pointee.code, code == 3 || code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
    {
      throw ParsingProblem(.encrypted, "a password protects it")
    }
    throw ParsingProblem(
      .damaged,
      "it is no whole PDF file: \(error.map { String(cString: $0.pointee.message) } ?? "")")
  }

  private static func string(_ raw: UnsafeMutablePointer<CChar>?) -> String? {
    guard let raw else { return nil }
    defer { g_free(raw) }
    let text = String(cString: raw).collapsed
    // What word processors write when nobody gave a title.
    let isName =
      ["untitled", "microsoft word -"].contains { text.lowercased().hasPrefix($0) }
      || [".doc", ".docx", ".pdf", ".odt", ".indd"].contains { text.lowercased().hasSuffix($0) }
    return text.isEmpty || isName ? nil : text
  }

  /// What is set in the largest letters at the head of the first page, if they are larger than the text's.
  private static func headline(of page: [PageLine]) -> String? {
    let sizes = page.map(\.height).sorted()
    guard let largest = page.prefix(12).map(\.height).max(), !sizes.isEmpty,
      largest > 1.2 * sizes[sizes.count / 2]
    else { return nil }
    let lines = page.prefix(12).drop { $0.height < 0.95 * largest }
      .prefix { $0.height >= 0.95 * largest }
    let words = lines.map(\.text).joined(separator: " ").collapsed
    return (3...200).contains(words.count) ? words : nil
  }

  private static func day(of document: OpaquePointer) -> String? {
    let isPrinted = PrintDriver.made(
      producer: string(poppler_document_get_producer(document)),
      creator: string(poppler_document_get_creator(document)))
    guard !isPrinted else { return nil }
    let seconds = poppler_document_get_creation_date(document)
    guard seconds > 0, let time = g_date_time_new_from_unix_utc(gint64(seconds)) else { return nil }
    defer { g_date_time_unref(time) }
    return string(g_date_time_format(time, "%Y-%m-%d"))
  }

  /// The size of each letter of a page's text, in points.
  private static func sizes(of page: OpaquePointer, count: Int) -> [Double] {
    var sizes = [Double](repeating: 0, count: count)
    guard let list = poppler_page_get_text_attributes(page) else { return sizes }
    defer { poppler_page_free_text_attributes(list) }
    var next: UnsafeMutablePointer<GList>? = list
    while let entry = next {
      if let data = entry.pointee.data {
        let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let (start, end) = (
          max(0, Int(attributes.start_index)), min(count - 1, Int(attributes.end_index))
        )
        if start <= end { for i in start...end { sizes[i] = attributes.font_size } }
      }
      next = entry.pointee.next
    }
    return sizes
  }

  /// The lines of a page from top to bottom.
  private static func lines(of page: OpaquePointer) -> [PageLine] {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard let raw = poppler_page_get_text(page) else { return [] }
    defer { g_free(raw) }
    let scalars = Array(String(cString: raw).unicodeScalars)
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else {
      return []
    }
    defer { g_free(rectangles) }
    let sizes = sizes(of: page, count: scalars.count)
    var lines: [PageLine] = []
    var line = PageLine()
    for (i, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        if !line.isBlank { lines.append(line) }
        line = PageLine()
      } else {
        let box = i < Int(count) ? rectangles[i] : nil
        if let box, line.isFar(from: box, size: sizes[i]) {
          lines.append(line)
          line = PageLine()
        }
        line.append(scalar, size: sizes[i], box)
      }
    }
    if !line.isBlank { lines.append(line) }
    return PageRows.ordered(NoteMarkLines.joined(lines).map { $0.withoutNoteMarks() })
  }
}
