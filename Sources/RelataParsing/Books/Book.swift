import RelataReading

/// Reads EPUB: the chapters in the order of the spine, with title and day of the package.
enum Book {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) { path in
      ["xml", "opf", "xhtml", "html", "htm"].contains { path.lowercased().hasSuffix("." + $0) }
    }
    if archive.files["META-INF/encryption.xml"] != nil, archive.files["META-INF/rights.xml"] != nil
    {
      throw ParsingProblem(.encrypted, "its rights management keeps it closed")
    }
    guard let container = archive.files["META-INF/container.xml"].flatMap({ XMLTree($0) }),
      let path = container.root?.first("rootfile")?["full-path"],
      let tree = archive.files[path].flatMap({ XMLTree($0) }), let package = tree.root
    else { throw ParsingProblem(.damaged, "it holds no book") }
    return withExtendedLifetime(tree) {
      let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let items = Dictionary(
        package.all("item").compactMap { item in
          item["id"].flatMap { id in item["href"].map { (id, folder + decoded($0)) } }
        }, uniquingKeysWith: { first, _ in first })
      let chapters = package.all("itemref").compactMap { $0["idref"].flatMap { items[$0] } }
        .compactMap { archive.files[$0] }
      let texts = chapters.compactMap { MarkedText.text(ofHTML: $0) }.filter { !$0.isEmpty }
      return ParsedDocument(
        text: texts.joined(separator: "\n\n"),
        title: package.first("title").map { $0.text.collapsed },
        published: package.first("date").map { $0.text.collapsed },
        origin: DocumentOrigin(
          author: package.first("creator").map { $0.text.collapsed },
          outlet: package.first("publisher").map { $0.text.collapsed }))
    }
  }

  /// A path as it is written in addresses: "chapter%201.xhtml".
  private static func decoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
