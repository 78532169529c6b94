import CLibXML2

/// A parsed XML file; frees the C tree at the end of its life.
///
/// Entities are not resolved and nothing is loaded from elsewhere; what is not well-formed is read as far as it goes.
final class XMLTree {
  private let document: xmlDocPtr

  /// Parses XML, or HTML as browsers do; nil for what has no element.
  init?(_ bytes: [UInt8], isHTML: Bool = false) {
    guard bytes.count < Int32.max else { return nil }
    let parsed = bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      if isHTML {
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
          | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        return htmlReadMemory(
          base, Int32(buffer.count), nil, "UTF-8", Int32(bitPattern: options))
      }
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NONET.rawValue
      return xmlReadMemory(base, Int32(buffer.count), nil, nil, Int32(bitPattern: options))
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// The root element; valid while the tree lives.
  var root: XMLNode? { xmlDocGetRootElement(document).map(XMLNode.init) }
}

/// A view of one node of an ``XMLTree``; must not outlive it.
struct XMLNode {
  private let node: xmlNodePtr

  init(_ node: xmlNodePtr) { self.node = node }

  var isElement: Bool { node.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool {
    node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
  }

  /// The element's name without its prefix.
  var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

  /// The words of a text node.
  var content: String { node.pointee.content.map { String(cString: $0) } ?? "" }

  /// Elements and text below the node, in order.
  var children: [XMLNode] {
    var found: [XMLNode] = []
    var next = node.pointee.children
    while let child = next {
      let view = XMLNode(child)
      if view.isElement || view.isText { found.append(view) }
      next = child.pointee.next
    }
    return found
  }

  /// The elements of a name among the children.
  func elements(_ name: String) -> [XMLNode] { children.filter { $0.isElement && $0.name == name } }

  /// The first element of a name below the node, in document order.
  func first(_ name: String) -> XMLNode? {
    for child in children where child.isElement {
      if child.name == name { return child }
      if let found = child.first(name) { return found }
    }
    return nil
  }

  /// All elements of a name below the node, in document order, none inside another.
  func all(_ name: String) -> [XMLNode] {
    children.filter(\.isElement).flatMap { $0.name == name ? [$0] : $0.all(name) }
  }

  /// The value of an attribute, whatever its prefix.
  subscript(attribute: String) -> String? {
    guard isElement, let value = xmlGetProp(node, attribute) else { return nil }
    defer { relata_xml_free(value) }
    return String(cString: value)
  }

  /// The id by which an element of Office Open XML names another file of its package: `r:id`.
  var relation: String? {
    let spaces = [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]
    for space in isElement ? spaces : [] {
      guard let value = xmlGetNsProp(node, "id", space) else { continue }
      defer { relata_xml_free(value) }
      return String(cString: value)
    }
    return nil
  }

  /// Whether an attribute says yes, in any of the ways in which office files say so.
  func isOn(_ attribute: String) -> Bool {
    ["1", "true", "on"].contains(self[attribute]?.lowercased() ?? "")
  }

  /// The first letters of the text below the node, about as many as are asked for.
  ///
  /// - Complexity: O(nodes before the last of them).
  func beginning(_ count: Int) -> String {
    if isText { return String(content.prefix(count)) }
    var found = ""
    var next = node.pointee.children
    while let child = next, found.count < count {
      let view = XMLNode(child)
      if view.isElement || view.isText { found += view.beginning(count - found.count) }
      next = child.pointee.next
    }
    return found
  }

  /// All text below the node.
  var text: String { isText ? content : children.map(\.text).joined() }
}
