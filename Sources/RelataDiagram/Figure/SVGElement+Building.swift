import Graphviz

extension SVGElement {
  init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [Node] = []
  ) {
    self.init(
      name: name, attributes: attributes.map { Attribute(name: $0.name, value: $0.value) },
      children: children)
  }

  /// An element that holds text only.
  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
    self.init(name, attributes, [.text(text)])
  }
}
