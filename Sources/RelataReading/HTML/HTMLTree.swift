import CLibXML2

/// A parsed HTML page; frees the C tree at the end of its life.
final class HTMLTree {
  private let document: htmlDocPtr

  // libxml2 wants its globals made before the first use on several threads.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses a page; without `encoding` its own declaration decides.
  init?(_ bytes: [UInt8], encoding: String?) {
    guard Self.isReady, bytes.count < Int32.max else { return nil }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, encoding,
        Int32(bitPattern: options))
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// The root element; valid while the tree lives.
  var root: HTMLNode? { xmlDocGetRootElement(document).map(HTMLNode.init) }
}

/// A view of one node of an ``HTMLTree``; must not outlive it.
struct HTMLNode {
  private let node: xmlNodePtr

  init(_ node: xmlNodePtr) { self.node = node }

  var isElement: Bool { node.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { node.pointee.type == XML_TEXT_NODE }

  /// The element's name in lower case; "text" for text.
  var name: String { node.pointee.name.map { String(cString: $0).lowercased() } ?? "" }

  /// The words of a text node.
  var content: String { node.pointee.content.map { String(cString: $0) } ?? "" }

  /// What stands in a script or style, which is no text.
  var script: String { children.map(\.content).joined() }

  var children: some Sequence<HTMLNode> {
    sequence(first: node.pointee.children, next: { $0?.pointee.next }).lazy
      .prefix { $0 != nil }.compactMap { $0.map(HTMLNode.init) }
  }

  /// The value of an attribute, or nil.
  subscript(attribute: String) -> String? {
    guard isElement, let value = xmlGetProp(node, attribute) else { return nil }
    defer { relata_xml_free(value) }
    return String(cString: value)
  }

  /// The node and all below it in document order.
  func visit(_ body: (HTMLNode) -> Void) {
    body(self)
    for child in children where child.isElement || child.isText { child.visit(body) }
  }

  /// Number of scalars of text below the node that are no white space, scripts and styles apart.
  var textLength: Int {
    if isText { return content.unicodeScalars.count { !$0.properties.isWhitespace } }
    if HTMLBoilerplate.invisible.contains(name) { return 0 }
    return children.reduce(0) { $0 + $1.textLength }
  }
}
