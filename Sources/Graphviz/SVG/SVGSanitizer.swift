public struct SVGSanitizer: Sendable {
  public init() {}
  public func sanitize(_ svg: String) throws(GraphvizError) -> String { svg }
}
