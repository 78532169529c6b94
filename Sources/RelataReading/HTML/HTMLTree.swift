import CLibXML2

/// Parses pages and hands their nodes on, one after the other in order of the document.
///
/// Nothing here recurses: a page may nest a hundred thousand tags.
enum HTMLTree {
  /// What a node of a page is.
  enum Node {
    /// An element opens; its name is in lower case.
    case element(name: String, attributes: [String: String])
    /// Words, references resolved.
    case text(String)
    /// The words of a script.
    case script(String)
  }

  // libxml2 wants its globals made before the first use on several threads.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// What the reader looks at; other attributes are passed over.
  private static let attributes: Set<String> = [
    "class", "id", "role", "style", "hidden", "aria-hidden", "itemprop", "datetime", "href", "rel",
    "type", "content", "property", "name", "title", "pubdate", "lang",
  ]

  /// Parses a page and hands `visit` each node with its depth, the root's being 0; false for what is no HTML.
  ///
  /// Without `encoding` the page's own declaration decides.
  static func parse(
    _ bytes: [UInt8], encoding: String?, visit: (Node, _ depth: Int) -> Void
  ) -> Bool {
    guard isReady, bytes.count < Int32.max else { return false }
    // Without the last one nothing is read of a page that nests more than 256 tags.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, encoding,
        Int32(bitPattern: options))
    }
    guard let parsed else { return false }
    defer { xmlFreeDoc(parsed) }
    guard let root = xmlDocGetRootElement(parsed) else { return false }
    walk(root, visit)
    return true
  }

  private static func walk(_ root: xmlNodePtr, _ visit: (Node, Int) -> Void) {
    var node = root
    var depth = 0
    while true {
      hand(node, depth, visit)
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        (node, depth) = (child, depth + 1)
        continue
      }
      while node != root, node.pointee.next == nil {
        guard let parent = node.pointee.parent else { return }
        (node, depth) = (parent, depth - 1)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  private static func hand(_ node: xmlNodePtr, _ depth: Int, _ visit: (Node, Int) -> Void) {
    let content = { node.pointee.content.map { String(cString: $0) } ?? "" }
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      let name = node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
      visit(.element(name: name, attributes: attributes(of: node)), depth)
    case XML_TEXT_NODE: visit(.text(content()), depth)
    case XML_CDATA_SECTION_NODE: visit(.script(content()), depth)
    default: return
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var found: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let name = attribute.pointee.name.map { String(cString: $0).lowercased() } ?? ""
      guard attributes.contains(name) else { continue }
      var value = ""
      var part = attribute.pointee.children
      while let words = part {
        if let content = words.pointee.content { value += String(cString: content) }
        part = words.pointee.next
      }
      found[name] = value
    }
    return found
  }
}
