/// An element of an SVG with its attributes in order.
struct XMLElement: Sendable, Hashable {
  var name: String
  var attributes: [(name: String, value: String)]
  var children: [XMLNode]

  init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [XMLNode] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// An element that holds text only.
  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
    self.init(name, attributes, [.text(text)])
  }

  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let index = attributes.firstIndex { $0.name == attribute }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append((attribute, value))
      case (nil, nil): break
      }
    }
  }

  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text beneath, in order.
  var text: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  static func == (a: XMLElement, b: XMLElement) -> Bool {
    a.name == b.name && a.children == b.children
      && a.attributes.elementsEqual(b.attributes) { $0.name == $1.name && $0.value == $1.value }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(children)
  }
}

/// A child of an element.
indirect enum XMLNode: Sendable, Hashable {
  case element(XMLElement)
  case text(String)
}

extension XMLElement {
  /// The element as XML; characters that XML cannot carry are dropped.
  var xml: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    out += "<" + name
    for (name, value) in attributes { out += " \(name)=\"\(XMLText.attribute(value))\"" }
    if children.isEmpty {
      out += "/>"
      return
    }
    out += ">"
    for child in children {
      switch child {
      case .text(let text): out += XMLText.text(text)
      case .element(let element): element.write(to: &out)
      }
    }
    out += "</\(name)>"
  }
}

/// Escapes text for XML and HTML.
public enum XMLText {
  /// Text between tags.
  public static func text(_ text: String) -> String { escape(text, isAttribute: false) }

  /// Text between double quotes; newlines become character references.
  public static func attribute(_ text: String) -> String { escape(text, isAttribute: true) }

  private static func escape(_ text: String, isAttribute: Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: out.append(contentsOf: "&quot;".unicodeScalars)
      case "'" where isAttribute: out.append(contentsOf: "&#39;".unicodeScalars)
      case "\n" where isAttribute: out.append(contentsOf: "&#10;".unicodeScalars)
      default: if isAllowed(scalar) { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// Whether XML 1.0 may carry the character and it controls nothing.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
