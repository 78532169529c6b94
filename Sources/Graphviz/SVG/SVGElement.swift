/// An element of an SVG document: enough of XML to check and rewrite what Graphviz draws.
public struct SVGElement: Hashable, Sendable {
  /// A name with its value, references resolved.
  public struct Attribute: Hashable, Sendable {
    /// With its prefix, as in `xlink:href`.
    public var name: String
    /// Text, not escaped.
    public var value: String

    /// An attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What an element may hold.
  public indirect enum Node: Hashable, Sendable {
    case element(SVGElement)
    case text(String)
  }

  /// The tag, with its prefix.
  public var name: String
  /// In the order of the document; names are unique.
  public var attributes: [Attribute]
  /// In the order of the document.
  public var children: [Node]

  /// An element.
  public init(name: String, attributes: [Attribute] = [], children: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Reads a document; comments, processing instructions and the document type are left out.
  ///
  /// - Throws: ``GraphvizError/unsafeOutput(reason:)`` where it is not well-formed XML, declares
  ///   entities, or nests deeper than 256 levels.
  public init(parsing document: String) throws(GraphvizError) {
    var scanner = XMLScanner(document)
    self = try scanner.document()
  }

  /// The value of an attribute.
  ///
  /// Setting nil removes it; a new one is appended.
  public subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(Attribute(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The elements among the children.
  public var elements: [SVGElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text within, in document order.
  public var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// Elements of a name within, in document order, this one included.
  public func descendants(named name: String) -> [SVGElement] {
    (self.name == name ? [self] : []) + elements.flatMap { $0.descendants(named: name) }
  }

  // MARK: Writing

  /// The element as XML, without a prolog.
  ///
  /// Always well-formed where names are: text is escaped, and what XML forbids, such as control characters,
  /// is left out.
  public var xml: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to output: inout String) {
    output += "<" + name
    for attribute in attributes {
      output += " \(attribute.name)=\"\(Self.escape(attribute.value, inAttribute: true))\""
    }
    guard !children.isEmpty else {
      output += "/>"
      return
    }
    output += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &output)
      case .text(let text): output += Self.escape(text, inAttribute: false)
      }
    }
    output += "</\(name)>"
  }

  private static func escape(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where inAttribute: result += "&quot;"
      case "\n" where inAttribute: result += "&#10;"
      case "\t" where inAttribute: result += "&#9;"
      case "\r": result += "&#13;"
      default: if XMLScanner.isCharacter(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
